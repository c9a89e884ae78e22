"""What the procedure needs of the world, as protocols."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from simulator.domain.values.activation import Ticket
from simulator.domain.values.outbox import Letter
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Space
from simulator.domain.values.wizard import Wizard


class Clock(Protocol):
    """The one clock of a sandbox (U-64)."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        ...


class CompanyDirectory(Protocol):
    """The companies known by their SIREN (U-17)."""

    def name_of(self, siren: str) -> str | None:
        """Return the « raison sociale » of 9 digits, None where they are unknown."""
        ...


class Passwords(Protocol):
    """The keeping of passwords (R-2.031)."""

    def hash(self, password: str) -> str:
        """Return the only form in which a password is stored."""
        ...

    def verify(self, password_hash: str | None, password: str) -> bool:
        """Compare; without a hash, take the same time and refuse."""
        ...


class Secrets(Protocol):
    """The source of what nobody may guess."""

    def choose(self, alphabet: str, length: int) -> str:
        """Return `length` characters drawn from `alphabet`."""
        ...

    def identifier(self) -> str:
        """Return a UUID that was never used."""
        ...


class Registry(Protocol):
    """What a sandbox remembers, inside one transaction.

    A check made here still holds when the transaction commits: writers come one after the other.
    An address that could not be one is simply unknown.
    """

    def wizard(self, wizard_id: str, session: str) -> Wizard | None:
        """Return the wizard of that session, None for anybody else's."""
        ...

    def save_wizard(self, wizard: Wizard) -> None:
        """Add or replace a wizard."""
        ...

    def drop_wizard(self, wizard_id: str, session: str) -> None:
        """Forget a wizard, if that session has it."""
        ...

    def registration(self, address_key: str) -> Registration | None:
        """Return the last registration of an address, pending or not."""
        ...

    def registration_by_id(self, registration_id: str) -> Registration | None:
        """Return a registration."""
        ...

    def put_registration(self, registration: Registration) -> None:
        """Keep a registration in place of any other of its address."""
        ...

    def post(self, letter: Letter) -> None:
        """Leave a letter to the outbox."""
        ...

    def certified_spaces(self, address_key: str) -> Sequence[Space]:
        """Return the spaces with certificate of an address, oldest first."""
        ...

    def password_space(self, address_key: str) -> Space | None:
        """Return the space without certificate of an address."""
        ...

    def space(self, space_id: str) -> Space | None:
        """Return a space."""
        ...

    def has_number(self, number: str) -> bool:
        """Tell whether a subscriber number is in use."""
        ...

    def add_space(self, space: Space) -> None:
        """Keep a new space."""
        ...

    def replace_space(self, space: Space) -> None:
        """Keep a space as it has become."""
        ...

    def let_see(self, session: str, space_id: str) -> None:
        """Allow a session to see a space's confirmation and record (U-71)."""
        ...

    def may_see(self, session: str, space_id: str) -> bool:
        """Tell whether a session was allowed so."""
        ...

    def add_ticket(self, ticket: Ticket) -> None:
        """Keep a new ticket."""
        ...

    def put_ticket(self, ticket: Ticket) -> None:
        """Keep a ticket as it has become."""
        ...

    def ticket(self, digest: str) -> Ticket | None:
        """Return a ticket."""
        ...

    def count_wrong_codes(self, subject: str, since: datetime) -> int:
        """Return the number of wrong codes of a subject from an instant on."""
        ...

    def add_wrong_code(self, subject: str, at: datetime) -> None:
        """Count a wrong code."""
        ...
