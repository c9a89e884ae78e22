"""The procedure's memory without a database: `simulator.domain.ports.Registry` in dictionaries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from simulator.domain.values.activation import Ticket
from simulator.domain.values.outbox import Letter
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Access, Space
from simulator.domain.values.wizard import Wizard


@dataclass
class MemoryRegistry:
    """A whole `Registry`, with the two constraints that a database would enforce on spaces."""

    wizards: dict[str, Wizard] = field(default_factory=dict)
    registrations: dict[str, Registration] = field(default_factory=dict)
    letters: list[Letter] = field(default_factory=list)
    spaces: dict[str, Space] = field(default_factory=dict)
    views: set[tuple[str, str]] = field(default_factory=set)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    wrong_codes: list[tuple[str, datetime]] = field(default_factory=list)

    def wizard(self, wizard_id: str, session: str) -> Wizard | None:
        wizard = self.wizards.get(wizard_id)
        return wizard if wizard and wizard.session == session else None

    def save_wizard(self, wizard: Wizard) -> None:
        self.wizards[wizard.id] = wizard

    def drop_wizard(self, wizard_id: str, session: str) -> None:
        if self.wizard(wizard_id, session):
            del self.wizards[wizard_id]

    def registration(self, address_key: str) -> Registration | None:
        return self.registrations.get(address_key)

    def registration_by_id(self, registration_id: str) -> Registration | None:
        found = (kept for kept in self.registrations.values() if kept.id == registration_id)
        return next(found, None)

    def put_registration(self, registration: Registration) -> None:
        self.registrations[registration.address_key] = registration

    def post(self, letter: Letter) -> None:
        self.letters.append(letter)

    def certified_spaces(self, address_key: str) -> Sequence[Space]:
        found = (
            space
            for space in self.spaces.values()
            if space.access is Access.CERTIFICATE and space.address_key == address_key
        )
        return sorted(found, key=lambda space: (space.registered_at, space.number))

    def password_space(self, address_key: str) -> Space | None:
        found = (
            space
            for space in self.spaces.values()
            if space.access is Access.PASSWORD and space.address_key == address_key
        )
        return next(found, None)

    def space(self, space_id: str) -> Space | None:
        return self.spaces.get(space_id)

    def has_number(self, number: str) -> bool:
        return any(space.number == number for space in self.spaces.values())

    def add_space(self, space: Space) -> None:
        if self.has_number(space.number):
            raise ValueError("two spaces of one number")
        if space.access is Access.PASSWORD and self.password_space(space.address_key):
            raise ValueError("two spaces without certificate of one address")
        self.spaces[space.id] = space

    def replace_space(self, space: Space) -> None:
        del self.spaces[space.id]
        self.add_space(space)

    def let_see(self, session: str, space_id: str) -> None:
        self.views.add((session, space_id))

    def may_see(self, session: str, space_id: str) -> bool:
        return (session, space_id) in self.views

    def add_ticket(self, ticket: Ticket) -> None:
        self.tickets[ticket.digest] = ticket

    def put_ticket(self, ticket: Ticket) -> None:
        self.tickets[ticket.digest] = ticket

    def ticket(self, digest: str) -> Ticket | None:
        return self.tickets.get(digest)

    def count_wrong_codes(self, subject: str, since: datetime) -> int:
        return sum(kept == subject and at >= since for kept, at in self.wrong_codes)

    def add_wrong_code(self, subject: str, at: datetime) -> None:
        self.wrong_codes.append((subject, at))
