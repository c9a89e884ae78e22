"""The pre-registration, and the code that turns it into a space."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from typing import Self

from simulator.domain.values.enrolment import Enrolment


@dataclass(frozen=True)
class Registration:
    """What « Confirmer » leaves: at most one for an address.

    `sent_at` is the instant written in the e-mail's Date header, None until it is accepted by the
    mail server. `enrolment` and `password_hash` are None once the pre-registration has lapsed or
    has become a space (U-67).
    """

    id: str
    address: str
    address_key: str
    code_hash: str
    confirmed_at: datetime
    enrolment: Enrolment | None
    password_hash: str | None
    sent_at: datetime | None = None
    space_id: str | None = None

    def without_personal_data(self) -> Self:
        """Return what is kept to tell an old code from a wrong one (U-48, U-49)."""
        return replace(self, enrolment=None, password_hash=None)

    def activated(self, space_id: str) -> Self:
        """Return the registration once it has become a space."""
        return replace(self.without_personal_data(), space_id=space_id)


def code_hash(registration_id: str, code: str) -> str:
    """Return what is stored of a code; its 71 random bits need no slow hash (U-47)."""
    return sha256(f"{registration_id}:{code}".encode()).hexdigest()


def code_is_right(registration: Registration, code: str) -> bool:
    """Compare a code, trimmed and with its case, in constant time (U-47)."""
    return compare_digest(registration.code_hash, code_hash(registration.id, code))
