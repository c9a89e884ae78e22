"""What an activation is stopped by, and the ticket that it goes on with."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum, auto
from hashlib import sha256
from typing import Self


class CodeRefusal(StrEnum):
    """Why an activation does not go on (A-46)."""

    WRONG = auto()  # U-45
    EXPIRED = auto()  # U-48
    ALREADY_ACTIVE = auto()  # U-49
    TOO_MANY_TRIES = auto()  # U-46
    STALE_WINDOW = auto()  # U-51


@dataclass(frozen=True)
class Ticket:
    """What the new window brings back, once and from the same session, within 10 minutes (U-51).

    Only a digest of its secret is stored.
    """

    digest: str
    registration_id: str
    session: str
    expires_at: datetime
    is_used: bool = False

    def used(self) -> Self:
        """Return the ticket once a space was made with it."""
        return replace(self, is_used=True)


def ticket_digest(secret: str) -> str:
    """Return what is stored of a ticket's secret."""
    return sha256(secret.encode()).hexdigest()
