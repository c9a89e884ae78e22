"""The procedure's memory: `simulator.domain.ports.Registry` over the tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, delete, func, insert, select

from simulator.domain.values.activation import Ticket
from simulator.domain.values.enrolment import CourtesyTitle, Enrolment, EnrolmentEntry, Question
from simulator.domain.values.outbox import Letter
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Access, Space
from simulator.domain.values.wizard import Wizard
from simulator.storage import database, tables


@dataclass(frozen=True)
class Storage:
    """One sandbox's part of a database; `registry` is what its transactions give."""

    engine: Engine
    sandbox: str
    registry: type["SqlRegistry"] = field(default_factory=lambda: SqlRegistry)

    @contextmanager
    def writing(self) -> Iterator["SqlRegistry"]:
        """Begin a transaction; it commits at the end, or leaves no trace of an exception."""
        with database.writing(self.engine, self.sandbox) as connection:
            yield self.registry(connection, self.sandbox)

    @contextmanager
    def reading(self) -> Iterator["SqlRegistry"]:
        """Begin a transaction that only reads."""
        with database.reading(self.engine) as connection:
            yield self.registry(connection, self.sandbox)


@dataclass(frozen=True)
class SqlRegistry:
    """`Registry` inside one transaction of a database."""

    connection: Connection
    sandbox: str

    def wizard(self, wizard_id: str, session: str) -> Wizard | None:
        """See `Registry.wizard`."""
        c = tables.wizards.c
        row = self._one(tables.wizards, c.id == wizard_id, c.session == session)
        return None if row is None else _read_wizard(row)

    def save_wizard(self, wizard: Wizard) -> None:
        """See `Registry.save_wizard`."""
        content = asdict(wizard)
        columns = {name: content.pop(name) for name in ("id", "session", "accepted_at")}
        self._delete(tables.wizards, tables.wizards.c.id == wizard.id)
        self._insert(tables.wizards, content=content, **columns)

    def drop_wizard(self, wizard_id: str, session: str) -> None:
        """See `Registry.drop_wizard`."""
        c = tables.wizards.c
        self._delete(tables.wizards, c.id == wizard_id, c.session == session)

    def registration(self, address_key: str) -> Registration | None:
        """See `Registry.registration`."""
        c = tables.registrations.c
        return _read_registration(
            self._one(tables.registrations, c.address_key == _bound(address_key))
        )

    def registration_by_id(self, registration_id: str) -> Registration | None:
        """See `Registry.registration_by_id`."""
        return _read_registration(
            self._one(tables.registrations, tables.registrations.c.id == registration_id)
        )

    def put_registration(self, registration: Registration) -> None:
        """See `Registry.put_registration`."""
        c = tables.registrations.c
        self._delete(tables.registrations, c.address_key == registration.address_key)
        self._insert(tables.registrations, **asdict(registration))

    def post(self, letter: Letter) -> None:
        """See `Registry.post`."""
        self._insert(
            tables.outbox, state="queued", next_attempt_at=datetime.now(UTC), **asdict(letter)
        )

    def certified_spaces(self, address_key: str) -> Sequence[Space]:
        """See `Registry.certified_spaces`."""
        c = tables.spaces.c
        return self.spaces(c.address_key == _bound(address_key), c.access == Access.CERTIFICATE)

    def password_space(self, address_key: str) -> Space | None:
        """See `Registry.password_space`."""
        row = self._one(tables.spaces, tables.spaces.c.identifier == _bound(address_key))
        return None if row is None else _read_space(row)

    def space(self, space_id: str) -> Space | None:
        """See `Registry.space`."""
        row = self._one(tables.spaces, tables.spaces.c.id == space_id)
        return None if row is None else _read_space(row)

    def spaces(self, *conditions: ColumnElement[bool]) -> Sequence[Space]:
        """Return the sandbox's spaces that meet all conditions, oldest first."""
        c = tables.spaces.c
        rows = self.connection.execute(
            select(tables.spaces)
            .where(c.sandbox == self.sandbox, *conditions)
            .order_by(c.registered_at, c.number)
        )
        return [_read_space(row) for row in rows]

    def has_number(self, number: str) -> bool:
        """See `Registry.has_number`."""
        return self._one(tables.spaces, tables.spaces.c.number == number) is not None

    def add_space(self, space: Space) -> None:
        """See `Registry.add_space`."""
        identifier = space.address_key if space.access is Access.PASSWORD else None
        self._insert(tables.spaces, identifier=identifier, **asdict(space))

    def replace_space(self, space: Space) -> None:
        """See `Registry.replace_space`."""
        self._delete(tables.spaces, tables.spaces.c.id == space.id)
        self.add_space(space)

    def let_see(self, session: str, space_id: str) -> None:
        """See `Registry.let_see`."""
        if not self.may_see(session, space_id):
            self._insert(tables.views, session=session, space_id=space_id)

    def may_see(self, session: str, space_id: str) -> bool:
        """See `Registry.may_see`."""
        c = tables.views.c
        row = self._one(tables.views, c.session == session, c.space_id == space_id)
        return row is not None

    def add_ticket(self, ticket: Ticket) -> None:
        """See `Registry.add_ticket`."""
        self._insert(tables.tickets, **asdict(ticket))

    def put_ticket(self, ticket: Ticket) -> None:
        """See `Registry.put_ticket`."""
        self._delete(tables.tickets, tables.tickets.c.digest == ticket.digest)
        self.add_ticket(ticket)

    def ticket(self, digest: str) -> Ticket | None:
        """See `Registry.ticket`."""
        row = self._one(tables.tickets, tables.tickets.c.digest == digest)
        return None if row is None else Ticket(**_columns(row))

    def count_wrong_codes(self, subject: str, since: datetime) -> int:
        """See `Registry.count_wrong_codes`."""
        c = tables.wrong_codes.c
        return self.connection.execute(
            select(func.count())
            .select_from(tables.wrong_codes)
            .where(c.sandbox == self.sandbox, c.subject == subject, c.at >= since)
        ).scalar_one()

    def add_wrong_code(self, subject: str, at: datetime) -> None:
        """See `Registry.add_wrong_code`."""
        self._insert(tables.wrong_codes, id=str(uuid4()), subject=subject, at=at)

    def _one(self, table: Table, *conditions: ColumnElement[bool]) -> Row[Any] | None:
        return self.connection.execute(
            select(table).where(table.c.sandbox == self.sandbox, *conditions)
        ).one_or_none()

    def _insert(self, table: Table, **values: object) -> None:
        self.connection.execute(insert(table).values(sandbox=self.sandbox, **values))

    def _delete(self, table: Table, *conditions: ColumnElement[bool]) -> None:
        self.connection.execute(delete(table).where(table.c.sandbox == self.sandbox, *conditions))


def _bound(address_key: str) -> str:
    # PostgreSQL refuses a parameter with NUL, and no address holds one.
    return address_key.replace("\0", "\ufffd")


def _columns(row: Row[Any]) -> dict[str, Any]:
    columns = dict(row._mapping)  # noqa: SLF001 - a public name of SQLAlchemy's despite its underscore
    del columns["sandbox"]
    return columns


def _read_enrolment(stored: dict[str, Any]) -> Enrolment:
    return Enrolment(
        **stored
        | {
            "courtesy_title": CourtesyTitle(stored["courtesy_title"]),
            "question": Question(stored["question"]),
        }
    )


def _read_wizard(row: Row[Any]) -> Wizard:
    content = dict(row.content)
    content["entry"] = EnrolmentEntry(**content["entry"])
    content["enrolment"] = content["enrolment"] and _read_enrolment(content["enrolment"])
    return Wizard(id=row.id, session=row.session, accepted_at=row.accepted_at, **content)


def _read_registration(row: Row[Any] | None) -> Registration | None:
    if row is None:
        return None
    columns = _columns(row)
    columns["enrolment"] = columns["enrolment"] and _read_enrolment(columns["enrolment"])
    return Registration(**columns)


def _read_space(row: Row[Any]) -> Space:
    columns = _columns(row)
    del columns["identifier"]
    return Space(
        **columns
        | {
            "access": Access(columns["access"]),
            "enrolment": _read_enrolment(columns["enrolment"]),
            "dossiers": tuple(columns["dossiers"]),
            "services": tuple(columns["services"]),
        }
    )
