"""Reaching a state by the shortest way, through the rules that the screens go through."""

from collections.abc import Iterable, Sequence
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from simulator.control.bodies import (
    Applicant,
    Arrival,
    ArrivalScreen,
    CertificateSpace,
    FieldError,
)
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.spaces import Access, Space
from simulator.domain.values.wizard import Wizard
from simulator.storage.sessions import new_session

if TYPE_CHECKING:
    from simulator.domain.ports import Registry
    from simulator.domain.values.enrolment import Enrolment
    from simulator.domain.values.registration import Registration
    from simulator.services import Services


class RefusedSeedError(Exception):
    """The rules refuse these fields."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(*errors)
        self.errors = errors


class AddressTakenError(Exception):
    """The address cannot become the identifier of a new space; `state` says why."""

    def __init__(self, state: AddressState) -> None:
        super().__init__(state)
        self.state = state


def make_certificate_space(services: "Services", body: CertificateSpace) -> Space:
    """Make a space with certificate; any number of them may share an address (A-09).

    Raises RefusedSeedError.
    """
    address = services.rules.trimmed_address(body.address)
    fault = services.rules.address_fault(address, services.policy) if address else Fault.REQUIRED
    faults = [FieldFault("address", fault, services.policy.address_max_length)] if fault else []
    enrolment = _enrolment(services, body, faults)
    with services.storage.writing() as registry:
        now = services.clock.now()
        space = Space(
            id=services.secrets.identifier(),
            number=services.rules.new_number(services, registry, now),
            access=Access.CERTIFICATE,
            address=address,
            address_key=services.rules.address_key(address),
            password_hash=None,
            registered_at=now,
            enrolment=enrolment,
            dossiers=tuple(body.dossiers),
            services=tuple(body.services),
        )
        registry.add_space(space)
    return space


def make_registration(services: "Services", body: Applicant) -> "Registration":
    """Pre-register as « Confirmer » does, with its e-mail. Raises as `make_space` does."""
    wizard = _confirmable_wizard(services, body)
    with services.storage.writing() as registry:
        registration = _confirm(services, registry, wizard)
        registry.drop_wizard(wizard.id, wizard.session)  # no browser has it
    return registration


def make_arrival(services: "Services", body: Arrival) -> tuple[Wizard, str]:
    """Have a new browser come as far as a screen; return its wizard and its cookie's secret.

    Raises RefusedSeedError; AddressTakenError where the address leads to another screen.
    """
    session, cookie = new_session(), token_urlsafe(32)
    wizard = _wizard_at(services, body, session.id)
    services.sessions.save(session.id, cookie, {}, services.clock.now())
    with services.storage.writing() as registry:
        registry.save_wizard(wizard)
        if body.screen is ArrivalScreen.PREREGISTRATION:
            _confirm(services, registry, wizard)
    return wizard, cookie


def make_space(services: "Services", body: Applicant) -> Space:
    """Make an active space without certificate, as if its code had come and been typed.

    Raises RefusedSeedError, AddressTakenError.
    """
    wizard = _confirmable_wizard(services, body)
    address, enrolment = wizard.address or "", wizard.enrolment
    if enrolment is None:
        raise ValueError("a wizard at its summary has all its data")
    with services.storage.writing() as registry:
        state = services.rules.address_state(services, registry, address)
        if state is not AddressState.FREE:
            raise AddressTakenError(state)
        now = services.clock.now()
        space = Space(
            id=services.secrets.identifier(),
            number=services.rules.new_number(services, registry, now),
            access=Access.PASSWORD,
            address=address,
            address_key=services.rules.address_key(address),
            password_hash=wizard.password_hash,
            registered_at=now,
            enrolment=enrolment,
        )
        registry.add_space(space)
    return space


def _wizard_at(services: "Services", body: Arrival, session: str) -> Wizard:
    applicant, screen = body.applicant, body.screen
    if applicant is None or screen is ArrivalScreen.CREDENTIALS:
        return _new_wizard(services, session)
    if faults := _credentials_faults(services, applicant):
        raise RefusedSeedError([_error(fault) for fault in faults])
    wizard = _wizard_past_credentials(services, applicant, session)
    is_to_be_certified = screen is ArrivalScreen.CERTIFIED_ADDRESS
    with services.storage.reading() as registry:
        state = services.rules.address_state(services, registry, wizard.address or "")
    if state is not (AddressState.CERTIFIED if is_to_be_certified else AddressState.FREE):
        raise AddressTakenError(state)
    if is_to_be_certified:
        return wizard.without_credentials(certified_address=wizard.address)
    if screen is ArrivalScreen.ENROLMENT:
        return wizard
    return wizard.with_enrolment(applicant.entry(), _enrolment(services, applicant, ()))


def _confirmable_wizard(services: "Services", body: Applicant) -> Wizard:
    enrolment = _enrolment(services, body, _credentials_faults(services, body))
    wizard = _wizard_past_credentials(services, body, services.secrets.identifier())
    return wizard.with_enrolment(body.entry(), enrolment)


def _wizard_past_credentials(services: "Services", body: Applicant, session: str) -> Wizard:
    return _new_wizard(services, session).with_credentials(
        services.rules.trimmed_address(body.address), services.passwords.hash(body.password)
    )


def _confirm(services: "Services", registry: "Registry", wizard: Wizard) -> "Registration":
    outcome = services.rules.confirm(services, registry, wizard)
    if isinstance(outcome, AddressState):
        raise AddressTakenError(outcome)
    return outcome


def _new_wizard(services: "Services", session: str) -> Wizard:
    return Wizard(services.secrets.identifier(), session, accepted_at=services.clock.now())


def _credentials_faults(services: "Services", body: Applicant) -> list[FieldFault]:
    entry = CredentialsEntry(body.address, body.address, body.password, body.password)
    return [
        fault
        for fault in services.rules.credentials_faults(services, entry)
        if not fault.field.endswith("_again")  # what is said once cannot differ
    ]


def _enrolment(
    services: "Services", body: Applicant | CertificateSpace, faults: Iterable[FieldFault]
) -> "Enrolment":
    entry = body.entry()
    all_faults = (*faults, *services.rules.enrolment_faults(services, entry))
    if all_faults:
        raise RefusedSeedError([_error(fault) for fault in all_faults])
    return services.rules.read_enrolment(services, entry)


def _error(fault: FieldFault) -> FieldError:
    is_length = fault.fault in {Fault.TOO_LONG, Fault.ADDRESS_TOO_LONG}
    limit = f" (at most {fault.limit} characters)" if is_length else ""
    return FieldError(field=fault.field, message=f"{fault.fault}{limit}")
