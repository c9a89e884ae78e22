"""The seats of a class, and what happened in each: never what was typed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from simulator.storage import tables
from simulator.storage.database import reading, writing
from simulator.storage.sandboxes import Sandbox


@dataclass(frozen=True)
class Seat:
    """A trainee's place: a sandbox with somebody in it.

    `key` leads back to it from another browser; `cookie_digest` is of the secret of the browsers
    that are at it. `message` is what the trainer has it shown and `exercise` the name of the sheet
    that it was given, empty for nothing.
    """

    sandbox: str
    key: str
    cookie_digest: str
    first_name: str
    joined_at: datetime
    message: str = ""
    exercise: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened at a seat, at a real instant.

    `kind` is one of `simulator.classroom.events.Kind`, `screen` the name of a screen, and `words`
    what a refusal said.
    """

    kind: str
    screen: str
    words: str
    at: datetime


@dataclass(frozen=True)
class Seats:
    """The seats of one database."""

    engine: Engine

    def all(self) -> Sequence[Seat]:
        """Return every seat, in the order of arrival."""
        query = select(tables.seats).order_by(tables.seats.c.joined_at)
        with reading(self.engine) as connection:
            return [_read(row) for row in connection.execute(query)]

    def at(self, sandbox: str) -> Seat | None:
        """Return the seat of a sandbox, None where it is no seat."""
        return self._one(tables.seats.c.sandbox == sandbox)

    def of_key(self, key: str) -> Seat | None:
        """Return the seat that a key leads back to."""
        return self._one(tables.seats.c.key == key)

    def add(self, seat: Seat, capacity: int) -> bool:
        """Make a sandbox with a seat; return False where the class is full.

        Of two first names alike the second gets a number.
        """
        with writing(self.engine) as connection:
            names = set(connection.scalars(select(tables.seats.c.first_name)))
            taken = connection.execute(select(func.count()).select_from(tables.seats)).scalar_one()
            if taken >= capacity:
                return False
            _insert(connection, replace(seat, first_name=_other_name(seat.first_name, names)))
            return True

    def set(self, sandbox: str, **values: str) -> None:
        """Change what is kept of a seat, by the names of `Seat`."""
        with writing(self.engine, sandbox) as connection:
            seats = tables.seats
            connection.execute(update(seats).where(seats.c.sandbox == sandbox).values(**values))

    def reset(self, seat: Seat) -> None:
        """Empty a seat: its data, mails, clock and events go, the seat as it is given stays."""
        with writing(self.engine, seat.sandbox) as connection:
            sandboxes = tables.sandboxes
            connection.execute(delete(sandboxes).where(sandboxes.c.id == seat.sandbox))
            _insert(connection, seat)

    def note(self, sandbox: str, events: Sequence[Event]) -> None:
        """Keep what happened."""
        with writing(self.engine, sandbox) as connection:
            for event in events:
                connection.execute(
                    insert(tables.seat_events), {"sandbox": sandbox, **asdict(event)}
                )

    def events(self) -> dict[str, list[Event]]:
        """Return what happened at each seat, by its sandbox, oldest first."""
        c = tables.seat_events.c
        query = select(c.sandbox, c.kind, c.screen, c.words, c.at).order_by(c.id)
        found: dict[str, list[Event]] = {}
        with reading(self.engine) as connection:
            for sandbox, *event in connection.execute(query):
                found.setdefault(sandbox, []).append(Event(*event))
        return found

    def events_of(self, sandbox: str) -> list[Event]:
        """Return what happened at a seat, oldest first."""
        c = tables.seat_events.c
        query = select(c.kind, c.screen, c.words, c.at).where(c.sandbox == sandbox).order_by(c.id)
        with reading(self.engine) as connection:
            return [Event(*event) for event in connection.execute(query)]

    def received_mails(self) -> dict[str, int]:
        """Return how many e-mails came for each seat, by its sandbox."""
        c = tables.mails.c
        query = select(c.sandbox, func.count()).group_by(c.sandbox)
        with reading(self.engine) as connection:
            return {sandbox: number for sandbox, number in connection.execute(query)}  # noqa: C416 - rows are no pairs to the type checker

    def _one(self, condition: Any) -> Seat | None:  # noqa: ANN401 - a column's comparison
        with reading(self.engine) as connection:
            row = connection.execute(select(tables.seats).where(condition)).one_or_none()
        return None if row is None else _read(row)


def _insert(connection: Connection, seat: Seat) -> None:
    sandbox = Sandbox(seat.sandbox, datetime.now(UTC))
    connection.execute(insert(tables.sandboxes).values(**asdict(sandbox)))
    connection.execute(insert(tables.seats).values(**asdict(seat)))


def _other_name(name: str, taken: set[str]) -> str:
    numbered = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def _read(row: Row[Any]) -> Seat:
    return Seat(**row._mapping)  # noqa: SLF001 - a public name of SQLAlchemy's despite its underscore
