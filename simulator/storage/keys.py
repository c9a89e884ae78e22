"""Keys that the server draws once for a database, so that open forms survive a restart."""

from secrets import token_hex

from sqlalchemy import Engine, insert, select

from simulator.storage.database import writing
from simulator.storage.tables import keys


def secret_key(engine: Engine, name: str) -> str:
    """Return the key of that name, drawn at the first call: 64 hexadecimal digits."""
    with writing(engine) as connection:
        value = connection.execute(select(keys.c.value).where(keys.c.name == name)).scalar()
        if value is None:
            value = token_hex(32)
            connection.execute(insert(keys).values(name=name, value=value))
        return str(value)
