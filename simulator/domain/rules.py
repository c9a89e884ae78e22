"""Every decision of the procedure, by name.

Steps and screens call a decision through the `Rules` they are given, never directly: a sandbox can
then work with another one, which is how a fault is put in on purpose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.domain import (
    access,
    activation,
    addresses,
    certificate_option,
    credentials,
    enrolment,
    registration,
    spaces,
)
from simulator.domain.faults import Fault, FieldFault

if TYPE_CHECKING:
    from simulator.domain.policy import Policy
    from simulator.domain.ports import Desk, Registry
    from simulator.domain.wizard import Wizard


@dataclass(frozen=True)
class Rules:
    """The decisions as the fiche, the readings and the choices have them."""

    # 2nd step
    trimmed_address: Callable[[str], str] = addresses.trimmed_address
    address_key: Callable[[str], str] = addresses.address_key
    address_fault: Callable[[str, "Policy"], Fault | None] = addresses.address_fault
    address_state: Callable[["Desk", "Registry", str], addresses.AddressState] = (
        addresses.address_state
    )
    identifier_state: Callable[["Desk", "Registry", str], addresses.AddressState] = (
        addresses.identifier_state
    )
    password_fault: Callable[[str, "Policy"], Fault | None] = credentials.password_fault
    credentials_faults: Callable[["Desk", credentials.CredentialsEntry], tuple[FieldFault, ...]] = (
        credentials.credentials_faults
    )
    password_faults: Callable[["Desk", credentials.CredentialsEntry], tuple[FieldFault, ...]] = (
        credentials.password_faults
    )
    # 3rd step
    enrolment_faults: Callable[["Desk", enrolment.EnrolmentEntry], tuple[FieldFault, ...]] = (
        enrolment.enrolment_faults
    )
    siren_fault: Callable[["Desk", enrolment.EnrolmentEntry], Fault | None] = enrolment.siren_fault
    phone_fault: Callable[["Desk", str], Fault | None] = enrolment.phone_fault
    read_enrolment: Callable[["Desk", enrolment.EnrolmentEntry], enrolment.Enrolment] = (
        enrolment.read_enrolment
    )
    confirm: Callable[
        ["Desk", "Registry", "Wizard"], registration.Registration | addresses.AddressState
    ] = registration.confirm
    # 4th step
    code_is_alive: Callable[[datetime | None, datetime, "Policy"], bool] = (
        registration.code_is_alive
    )
    registration_is_pending: Callable[["Desk", registration.Registration], bool] = (
        registration.registration_is_pending
    )
    check_code: Callable[
        ["Desk", "Registry", str, str, str], registration.Registration | activation.CodeRefusal
    ] = activation.check_code
    activation_refusal: Callable[
        ["Desk", registration.Registration], activation.CodeRefusal | None
    ] = activation.activation_refusal
    open_window: Callable[["Desk", "Registry", registration.Registration, str], str] = (
        activation.open_window
    )
    activate: Callable[["Desk", "Registry", str, str], spaces.Space | activation.CodeRefusal] = (
        activation.activate
    )
    new_number: Callable[["Desk", "Registry", datetime], str] = spaces.new_number
    # the option for access without certificate, the space
    option_address_state: Callable[
        ["Desk", "Registry", spaces.Space, str], addresses.AddressState
    ] = certificate_option.option_address_state
    opt_for_password: Callable[
        ["Desk", "Registry", spaces.Space, str, str], spaces.Space | addresses.AddressState
    ] = certificate_option.opt_for_password
    log_in: Callable[["Desk", "Registry", str, str], spaces.Space | None] = access.log_in
    space_to_recover: Callable[["Desk", "Registry", str, str], spaces.Space | None] = (
        access.space_to_recover
    )
    answer_is_right: Callable[[spaces.Space, str], bool] = access.answer_is_right
