"""Reaching a state by the shortest way, through the rules that the screens go through."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from simulator.control.bodies import Applicant, CertificateSpace, FieldError
from simulator.domain.addresses import AddressState
from simulator.domain.credentials import CredentialsEntry
from simulator.domain.faults import Fault, FieldFault
from simulator.domain.spaces import Access, Space
from simulator.domain.wizard import Wizard

if TYPE_CHECKING:
    from simulator.domain.enrolment import Enrolment
    from simulator.domain.registration import Registration
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
        outcome = services.rules.confirm(services, registry, wizard)
        registry.drop_wizard(wizard.id, wizard.session)  # no browser has it
    if isinstance(outcome, AddressState):
        raise AddressTakenError(outcome)
    return outcome


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


def _confirmable_wizard(services: "Services", body: Applicant) -> Wizard:
    entry = CredentialsEntry(body.address, body.address, body.password, body.password)
    faults = [
        fault
        for fault in services.rules.credentials_faults(services, entry)
        if not fault.field.endswith("_again")  # what is said once cannot differ
    ]
    enrolment = _enrolment(services, body, faults)
    return (
        Wizard(
            id=services.secrets.identifier(),
            session=services.secrets.identifier(),
            accepted_at=services.clock.now(),
        )
        .with_credentials(
            services.rules.trimmed_address(body.address), services.passwords.hash(body.password)
        )
        .with_enrolment(body.entry(), enrolment)
    )


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
