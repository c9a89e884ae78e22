"""The outbox: letters are left with their pre-registration, in one transaction, and sent after."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Engine, delete, or_, select, update

from simulator.domain.values.outbox import OutboxEntry
from simulator.storage import tables
from simulator.storage.database import reading, writing


@dataclass(frozen=True)
class Outbox:
    """The letters of all sandboxes of a database, as one of the processes that send them.

    A letter is claimed before it is sent; the claim of a process that died lapses by itself.
    """

    engine: Engine
    claimant: str = field(default_factory=lambda: str(uuid4()))

    def due(self, now: datetime) -> Sequence[OutboxEntry]:
        """Return what is to be sent at a real instant, oldest first; held sandboxes wait (U-42)."""
        c = tables.outbox.c
        query = (
            select(c.id, c.sandbox, c.recipient, c.code, c.attempts)
            .join(tables.sandboxes, tables.sandboxes.c.id == c.sandbox)
            .where(
                c.state == "queued",
                c.next_attempt_at <= now,
                self._is_free(now),
                tables.sandboxes.c.is_mail_held.is_(False),
            )
            .order_by(c.next_attempt_at)
        )
        with reading(self.engine) as connection:
            return [OutboxEntry(**row._mapping) for row in connection.execute(query)]  # noqa: SLF001 - a public name of SQLAlchemy's despite its underscore

    def claim(self, entry: OutboxEntry, now: datetime, until: datetime) -> bool:
        """Take a letter until a real instant; False where it is not due, or another has it."""
        c = tables.outbox.c
        with writing(self.engine) as connection:
            taken = connection.execute(
                update(tables.outbox)
                .where(
                    c.sandbox == entry.sandbox,
                    c.id == entry.id,
                    c.state == "queued",
                    c.attempts == entry.attempts,
                    self._is_free(now),
                )
                .values(claimed_by=self.claimant, claimed_until=until)
            )
            return taken.rowcount == 1

    def release_all(self) -> None:
        """Release every claim, where no other process can be alive."""
        with writing(self.engine) as connection:
            connection.execute(update(tables.outbox).values(claimed_by=None, claimed_until=None))

    def record_sent(self, entry: OutboxEntry, sent_at: datetime) -> None:
        """Start the 48 hours at the instant that the message bears, and forget the code (A-08)."""
        with writing(self.engine, entry.sandbox) as connection:
            registration_id = self._close(connection, entry, "sent")
            connection.execute(
                update(tables.registrations)
                .where(*_registration(entry, registration_id))
                .values(sent_at=sent_at)
            )

    def record_refused(self, entry: OutboxEntry) -> None:
        """Free the address that the mail server refuses for good (U-41)."""
        with writing(self.engine, entry.sandbox) as connection:
            registration_id = self._close(connection, entry, "refused")
            connection.execute(
                delete(tables.registrations).where(*_registration(entry, registration_id))
            )

    def record_postponed(self, entry: OutboxEntry, next_attempt_at: datetime) -> None:
        """Try again at a real instant."""
        with writing(self.engine, entry.sandbox) as connection:
            self._update(
                connection,
                entry,
                attempts=entry.attempts + 1,
                next_attempt_at=next_attempt_at,
                claimed_by=None,
                claimed_until=None,
            )

    def _is_free(self, now: datetime) -> ColumnElement[bool]:
        c = tables.outbox.c
        return or_(c.claimed_until.is_(None), c.claimed_until < now, c.claimed_by == self.claimant)

    def _close(self, connection: Connection, entry: OutboxEntry, state: str) -> str | None:
        self._update(connection, entry, state=state, code=None, attempts=entry.attempts + 1)
        c = tables.outbox.c
        return connection.execute(
            select(c.registration_id).where(c.sandbox == entry.sandbox, c.id == entry.id)
        ).scalar_one_or_none()

    def _update(self, connection: Connection, entry: OutboxEntry, **values: Any) -> None:  # noqa: ANN401 - columns of several types
        c = tables.outbox.c
        connection.execute(
            update(tables.outbox)
            .where(c.sandbox == entry.sandbox, c.id == entry.id)
            .values(**values)
        )


def _registration(entry: OutboxEntry, registration_id: str | None) -> tuple[Any, Any]:
    c = tables.registrations.c
    return c.sandbox == entry.sandbox, c.id == registration_id
