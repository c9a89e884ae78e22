"""The sandboxes of a simulator, and the settings that each keeps."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from simulator.storage import tables
from simulator.storage.database import reading, writing

COMMON = ""  # the sandbox of addresses without prefix


@dataclass(frozen=True)
class Sandbox:
    """An isolated world: its data, clock and mails are its own (U-80).

    Its clock runs `clock_offset` seconds ahead of the real one, or stands still at `frozen_at`.
    `opens_in_click`: the confirmation's window is opened in the person's own click (U-50).
    `created_at` is a real instant: retention is counted from it. `defects` are the ids of the
    faults put in on purpose, in their order.
    """

    id: str
    created_at: datetime
    clock_offset: float = 0.0
    frozen_at: datetime | None = None
    is_mail_held: bool = False
    opens_in_click: bool = True
    defects: tuple[str, ...] = ()

    def now(self) -> datetime:
        """Return the instant in this sandbox, in UTC (U-64)."""
        return self.frozen_at or datetime.now(UTC) + timedelta(seconds=self.clock_offset)


@dataclass(frozen=True)
class Counts:
    """What a sandbox holds, in numbers."""

    spaces: int
    certificate_spaces: int
    pending_registrations: int
    queued_mails: int
    sent_mails: int
    refused_mails: int


class Sandboxes:
    """The sandboxes of one database; the common one is always there."""

    def __init__(self, engine: Engine) -> None:
        """Work in an open database."""
        self._engine = engine
        with writing(engine) as connection:
            if _find(connection, COMMON) is None:
                _insert(connection, Sandbox(COMMON, datetime.now(UTC)))

    def find(self, sandbox_id: str) -> Sandbox | None:
        """Return a sandbox, None where there is none of that name."""
        with reading(self._engine) as connection:
            return _find(connection, sandbox_id)

    def all(self) -> Sequence[Sandbox]:
        """Return every sandbox, oldest first."""
        query = select(tables.sandboxes).order_by(tables.sandboxes.c.created_at)
        with reading(self._engine) as connection:
            return [_read(row) for row in connection.execute(query)]

    def create(self, sandbox_id: str, defects: tuple[str, ...] = ()) -> bool:
        """Make an empty sandbox; return False where the name is taken."""
        with writing(self._engine) as connection:
            if _find(connection, sandbox_id) is not None:
                return False
            _insert(connection, Sandbox(sandbox_id, datetime.now(UTC), defects=defects))
            return True

    def save(self, sandbox: Sandbox) -> None:
        """Keep a sandbox's settings."""
        with writing(self._engine, sandbox.id) as connection:
            connection.execute(
                update(tables.sandboxes)
                .where(tables.sandboxes.c.id == sandbox.id)
                .values(**asdict(sandbox))
            )

    def erase(self, sandbox_id: str) -> None:
        """Erase a sandbox and all it holds; the common one is there again at once, empty."""
        with writing(self._engine, sandbox_id) as connection:
            connection.execute(delete(tables.sandboxes).where(tables.sandboxes.c.id == sandbox_id))
            if sandbox_id == COMMON:
                _insert(connection, Sandbox(COMMON, datetime.now(UTC)))

    def erase_older_than(self, retention: timedelta) -> None:
        """Erase every sandbox made longer ago than the retention."""
        limit = datetime.now(UTC) - retention
        for sandbox in self.all():
            if sandbox.created_at < limit:
                self.erase(sandbox.id)

    def counts(self, sandbox_id: str) -> Counts:
        """Return what a sandbox holds.

        A pre-registration counts as pending until `housekeeping.erase_lapsed` has been by.
        """
        spaces, registrations, outbox = tables.spaces, tables.registrations, tables.outbox
        with reading(self._engine) as connection:
            by_identifier = select(func.count(), func.count(spaces.c.identifier)).where(
                spaces.c.sandbox == sandbox_id
            )
            all_spaces, password_spaces = connection.execute(by_identifier).one()
            pending = connection.execute(
                select(func.count()).where(
                    registrations.c.sandbox == sandbox_id,
                    registrations.c.password_hash.is_not(None),
                )
            ).scalar_one()
            rows = connection.execute(
                select(outbox.c.state, func.count())
                .where(outbox.c.sandbox == sandbox_id)
                .group_by(outbox.c.state)
            )
            mails: dict[str, int] = {state: number for state, number in rows}  # noqa: C416 - rows are no pairs to the type checker
        return Counts(
            spaces=password_spaces,
            certificate_spaces=all_spaces - password_spaces,
            pending_registrations=pending,
            queued_mails=mails.get("queued", 0),
            sent_mails=mails.get("sent", 0),
            refused_mails=mails.get("refused", 0),
        )


def _find(connection: Connection, sandbox_id: str) -> Sandbox | None:
    row = connection.execute(
        select(tables.sandboxes).where(tables.sandboxes.c.id == sandbox_id)
    ).one_or_none()
    return None if row is None else _read(row)


def _insert(connection: Connection, sandbox: Sandbox) -> None:
    connection.execute(insert(tables.sandboxes).values(**asdict(sandbox)))


def _read(row: Row[Any]) -> Sandbox:
    columns = dict(row._mapping)  # noqa: SLF001 - a public name of SQLAlchemy's despite its underscore
    return Sandbox(**columns | {"defects": tuple(columns["defects"])})
