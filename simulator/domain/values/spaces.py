"""The space and its subscriber number."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Self
from zoneinfo import ZoneInfo

from simulator.domain.values.enrolment import Enrolment

PARIS = ZoneInfo("Europe/Paris")


class Access(StrEnum):
    """How a space is opened."""

    CERTIFICATE = auto()
    PASSWORD = auto()


@dataclass(frozen=True)
class Space:
    """A space, empty where it comes from this procedure (R-1.020).

    Several spaces with certificate may share one address; a space without has it alone (A-12).
    """

    id: str
    number: str
    access: Access
    address: str
    address_key: str
    password_hash: str | None
    registered_at: datetime
    enrolment: Enrolment
    dossiers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()

    @property
    def registered_on(self) -> date:
        """The day of the activation, in Paris (A-22, U-73)."""
        return self.registered_at.astimezone(PARIS).date()

    def opened_by_password(self, address: str, address_key: str, password_hash: str) -> Self:
        """Return the space once its holder has opted for the access without certificate."""
        return replace(
            self,
            access=Access.PASSWORD,
            address=address,
            address_key=address_key,
            password_hash=password_hash,
        )

    def with_password(self, password_hash: str) -> Self:
        """Return the space with a new password."""
        return replace(self, password_hash=password_hash)
