"""What waits to be sent."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Letter:
    """An activation code to be sent; the code stays readable only until it is (U-41)."""

    id: str
    registration_id: str
    recipient: str
    code: str


@dataclass(frozen=True)
class OutboxEntry:
    """A letter of a sandbox that waits for its next attempt."""

    id: str
    sandbox: str
    recipient: str
    code: str
    attempts: int
