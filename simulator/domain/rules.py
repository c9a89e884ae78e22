"""Every decision of the procedure, by name.

Steps and screens call a decision through the `Rules` they are given, never directly: a sandbox can
then work with another one, which is how a fault is put in on purpose.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from simulator.domain.steps import (
    access,
    activation,
    addresses,
    certificate_option,
    credentials,
    enrolment,
    numbers,
    registration,
)
from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.enrolment import Enrolment, EnrolmentEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Space

if TYPE_CHECKING:
    from simulator.domain.policy import Policy
    from simulator.domain.ports import Desk, Registry
    from simulator.domain.values.wizard import Wizard


@dataclass(frozen=True)
class Rules:
    """The decisions as the fiche, the readings and the choices have them."""

    # 2nd step
    trimmed_address: Callable[[str], str] = addresses.trimmed_address
    address_key: Callable[[str], str] = addresses.address_key
    address_fault: Callable[[str, "Policy"], Fault | None] = addresses.address_fault
    address_state: Callable[["Desk", "Registry", str], AddressState] = addresses.address_state
    identifier_state: Callable[["Desk", "Registry", str], AddressState] = addresses.identifier_state
    password_fault: Callable[[str, "Policy"], Fault | None] = credentials.password_fault
    credentials_faults: Callable[["Desk", CredentialsEntry], tuple[FieldFault, ...]] = (
        credentials.credentials_faults
    )
    password_faults: Callable[["Desk", CredentialsEntry], tuple[FieldFault, ...]] = (
        credentials.password_faults
    )
    # 3rd step
    enrolment_faults: Callable[["Desk", EnrolmentEntry], tuple[FieldFault, ...]] = (
        enrolment.enrolment_faults
    )
    siren_fault: Callable[["Desk", EnrolmentEntry], Fault | None] = enrolment.siren_fault
    phone_fault: Callable[["Desk", str], Fault | None] = enrolment.phone_fault
    read_enrolment: Callable[["Desk", EnrolmentEntry], Enrolment] = enrolment.read_enrolment
    confirm: Callable[["Desk", "Registry", "Wizard"], Registration | AddressState] = (
        registration.confirm
    )
    # 4th step
    code_is_alive: Callable[[datetime | None, datetime, "Policy"], bool] = (
        registration.code_is_alive
    )
    registration_is_pending: Callable[["Desk", Registration], bool] = (
        registration.registration_is_pending
    )
    check_code: Callable[["Desk", "Registry", str, str, str], Registration | CodeRefusal] = (
        activation.check_code
    )
    activation_refusal: Callable[["Desk", Registration], CodeRefusal | None] = (
        activation.activation_refusal
    )
    open_window: Callable[["Desk", "Registry", Registration, str], str] = activation.open_window
    activate: Callable[["Desk", "Registry", str, str], Space | CodeRefusal] = activation.activate
    new_number: Callable[["Desk", "Registry", datetime], str] = numbers.new_number
    # the option for access without certificate, the space
    option_address_state: Callable[["Desk", "Registry", Space, str], AddressState] = (
        certificate_option.option_address_state
    )
    opt_for_password: Callable[["Desk", "Registry", Space, str, str], Space | AddressState] = (
        certificate_option.opt_for_password
    )
    log_in: Callable[["Desk", "Registry", str, str], Space | None] = access.log_in
    space_to_recover: Callable[["Desk", "Registry", str, str], Space | None] = (
        access.space_to_recover
    )
    answer_is_right: Callable[[Space, str], bool] = access.answer_is_right
