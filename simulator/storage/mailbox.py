"""The e-mails that the simulator's own inbox received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Engine, insert, select

from simulator.storage import tables
from simulator.storage.database import reading, writing


@dataclass(frozen=True)
class StoredMail:
    """An e-mail as received, in bytes."""

    id: str
    raw: bytes


@dataclass(frozen=True)
class Mailbox:
    """The inbox of one sandbox."""

    engine: Engine
    sandbox: str

    def keep(self, raw: bytes) -> None:
        """Keep an e-mail."""
        with writing(self.engine, self.sandbox) as connection:
            connection.execute(
                insert(tables.mails).values(
                    sandbox=self.sandbox, id=str(uuid4()), received_at=datetime.now(UTC), raw=raw
                )
            )

    def all(self) -> Sequence[StoredMail]:
        """Return every e-mail, newest first."""
        c = tables.mails.c
        query = select(c.id, c.raw).where(c.sandbox == self.sandbox).order_by(c.received_at.desc())
        with reading(self.engine) as connection:
            return [StoredMail(row.id, row.raw) for row in connection.execute(query)]

    def find(self, mail_id: str) -> StoredMail | None:
        """Return an e-mail."""
        return next((mail for mail in self.all() if mail.id == mail_id), None)
