"""The pre-registration: from « Confirmer » to the activation, or to the end of the 48 hours."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest
from typing import TYPE_CHECKING, Self

from simulator.domain.addresses import AddressState
from simulator.domain.enrolment import Enrolment
from simulator.domain.outbox import Letter

if TYPE_CHECKING:
    from simulator.domain.policy import Policy
    from simulator.domain.ports import Desk, Registry
    from simulator.domain.wizard import Wizard


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


def code_is_alive(sent_at: datetime | None, now: datetime, policy: "Policy") -> bool:
    """Tell whether a code still works: up to 48 elapsed hours after its sending (A-08, U-68).

    Both instants are aware. A code that is not known to have been sent has not begun to age (U-42).
    """
    if sent_at is None:
        return True
    return now.astimezone(UTC) - sent_at.astimezone(UTC) <= policy.code_lifetime


def registration_is_pending(desk: "Desk", registration: Registration) -> bool:
    """Tell whether a pre-registration still waits for its activation: it blocks its address."""
    return (
        registration.space_id is None
        and registration.enrolment is not None
        and desk.rules.code_is_alive(registration.sent_at, desk.clock.now(), desk.policy)
    )


def code_hash(registration_id: str, code: str) -> str:
    """Return what is stored of a code; its 71 random bits need no slow hash (U-47)."""
    return sha256(f"{registration_id}:{code}".encode()).hexdigest()


def code_is_right(registration: Registration, code: str) -> bool:
    """Compare a code, trimmed and with its case, in constant time (U-47)."""
    return compare_digest(registration.code_hash, code_hash(registration.id, code))


def confirm(desk: "Desk", registry: "Registry", wizard: "Wizard") -> Registration | AddressState:
    """Pre-register and post the code, once for a wizard (R-2.117, U-38).

    Return the state of the address instead where it has been taken since the 2nd step (U-40, U-88),
    FREE where what was confirmed has been refused by the mail server since (U-41).
    The wizard must be at its summary or past it.
    """
    if wizard.registration_id is not None:
        registration = registry.registration_by_id(wizard.registration_id)
        return registration or AddressState.FREE
    if wizard.address is None or wizard.enrolment is None:
        msg = "a wizard is confirmed from its summary"
        raise ValueError(msg)
    state = desk.rules.address_state(desk, registry, wizard.address)
    if state is not AddressState.FREE:
        return state
    registration_id = desk.secrets.identifier()
    code = desk.secrets.choose(desk.policy.code_alphabet, desk.policy.code_length)
    registration = Registration(
        id=registration_id,
        address=wizard.address,
        address_key=desk.rules.address_key(wizard.address),
        code_hash=code_hash(registration_id, code),
        confirmed_at=desk.clock.now(),
        enrolment=wizard.enrolment,
        password_hash=wizard.password_hash,
    )
    registry.put_registration(registration)
    registry.post(Letter(desk.secrets.identifier(), registration.id, wizard.address, code))
    registry.save_wizard(wizard.confirmed(registration.id))
    return registration
