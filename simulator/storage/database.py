"""Opening a database of any kind that SQLAlchemy knows, SQLite by default."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError

from simulator.storage.tables import metadata, sandboxes

_BUSY_TIMEOUT = 30  # seconds that a writer waits for its turn
_POOL_SIZE = 40  # more than the threads of the server, of the mail and of housekeeping together
_HIDE_PARAMETERS = True  # in errors, and so in logs: they hold addresses and hashes


class DatabaseUnreachableError(Exception):
    """The database cannot be used; the message says why in one line."""


def open_database(url: str) -> Engine:
    """Open the database at an SQLAlchemy URL and make the tables that it lacks.

    Raises DatabaseUnreachableError, for one of another version of the simulator too.
    """
    with explained_errors():
        engine = _create_engine(url)
        try:
            _refuse_other_versions(engine)
            metadata.create_all(engine)
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def explained_errors() -> Iterator[None]:
    """Turn what a database that cannot be used raises into DatabaseUnreachableError."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise DatabaseUnreachableError(str(error).splitlines()[0]) from error
    except SQLAlchemyError as error:
        cause = error.orig if isinstance(error, OperationalError) and error.orig else error
        raise DatabaseUnreachableError(str(cause).splitlines()[0]) from error


def _refuse_other_versions(engine: Engine) -> None:
    # Nothing is made before: what is refused stays as it is.
    found = inspect(engine)
    for table in metadata.sorted_tables:
        if found.has_table(table.name):
            columns = found.get_columns(table.name)
            missing = set(table.c.keys()) - {column["name"] for column in columns}
            # What another version wants filled in, this one would leave empty.
            wanted = {column["name"] for column in columns if not column["nullable"]}
            for word, names in (("sans", missing), ("avec", wanted - set(table.c.keys()))):
                if names:
                    raise DatabaseUnreachableError(
                        f"elle vient d'une autre version du simulateur, {word} {table.name}."
                        f"{min(names)} ; donnez-en une autre, elle reste telle quelle"
                    )


def _create_engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(
            url, pool_size=_POOL_SIZE, pool_pre_ping=True, hide_parameters=_HIDE_PARAMETERS
        )
    engine = create_engine(
        url,
        pool_size=_POOL_SIZE,
        connect_args={"timeout": _BUSY_TIMEOUT},
        hide_parameters=_HIDE_PARAMETERS,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - any driver's own class
    # The driver must not begin transactions by itself, `_begin_sqlite` does:
    # https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#pysqlite-serializable
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # a sent code is overwritten, not just unlinked


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later gets SQLITE_BUSY at once when another one
    # wrote in between, whatever the time-out: https://www.sqlite.org/lang_transaction.html
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


@contextmanager
def writing(engine: Engine, sandbox: str | None = None) -> Iterator[Connection]:
    """Begin a transaction that writes: one at a time for a sandbox, commit at the end.

    On SQLite all writers of the database wait for each other; elsewhere the sandbox's row is
    locked, so that a check made in the transaction still holds when it commits.
    """
    with engine.connect().execution_options(is_writing=True) as connection, connection.begin():
        if sandbox is not None:
            connection.execute(
                select(sandboxes.c.id).where(sandboxes.c.id == sandbox).with_for_update()
            )
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that only reads."""
    with engine.connect() as connection, connection.begin():
        yield connection
