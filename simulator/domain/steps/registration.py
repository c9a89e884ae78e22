"""The pre-registration: from « Confirmer » to the activation, or to the end of the 48 hours."""

from datetime import UTC, datetime

from simulator.domain.desk import Desk
from simulator.domain.policy import Policy
from simulator.domain.ports import Registry
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.outbox import Letter
from simulator.domain.values.registration import Registration, code_hash
from simulator.domain.values.wizard import Wizard


def code_is_alive(sent_at: datetime | None, now: datetime, policy: Policy) -> bool:
    """Tell whether a code still works: up to 48 elapsed hours after its sending (A-08, U-68).

    Both instants are aware. A code that is not known to have been sent has not begun to age (U-42).
    """
    if sent_at is None:
        return True
    return now.astimezone(UTC) - sent_at.astimezone(UTC) <= policy.code_lifetime


def registration_is_pending(desk: Desk, registration: Registration) -> bool:
    """Tell whether a pre-registration still waits for its activation: it blocks its address."""
    return (
        registration.space_id is None
        and registration.enrolment is not None
        and desk.rules.code_is_alive(registration.sent_at, desk.clock.now(), desk.policy)
    )


def code_was_refused(desk: Desk, registry: Registry, wizard: Wizard) -> bool:
    """Tell whether a mail server has refused what a wizard confirmed: its address is free again."""
    if wizard.registration_id is None or wizard.address is None:
        return False
    return (
        registry.registration_by_id(wizard.registration_id) is None
        and registry.registration(desk.rules.address_key(wizard.address)) is None
    )


def confirm(desk: Desk, registry: Registry, wizard: Wizard) -> Registration | AddressState:
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
