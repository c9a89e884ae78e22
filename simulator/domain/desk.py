"""What a step of the procedure is given to work with: the decisions, the numbers, the ports."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from simulator.domain.policy import Policy
from simulator.domain.ports import Clock, CompanyDirectory, Passwords, Registry, Secrets
from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.enrolment import Enrolment, EnrolmentEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Space
from simulator.domain.values.wizard import Wizard


class Desk(Protocol):
    """What a step of the procedure works with."""

    # A desk holds the decisions and each decision is given a desk: the one circle of types here.
    # So both stand in this module, and one name is quoted.
    @property
    def rules(self) -> "Rules":
        """The decisions of the procedure."""
        ...

    @property
    def policy(self) -> Policy:
        """Its numbers and alphabets."""
        ...

    @property
    def clock(self) -> Clock:
        """The sandbox's clock."""
        ...

    @property
    def companies(self) -> CompanyDirectory:
        """The companies known by their SIREN."""
        ...

    @property
    def passwords(self) -> Passwords:
        """The keeping of passwords."""
        ...

    @property
    def secrets(self) -> Secrets:
        """The source of codes, numbers and identifiers."""
        ...


@dataclass(frozen=True)
class Rules:
    """Every decision of the procedure, by name, and what it is given and returns.

    Steps and screens call a decision through the `Rules` they are given, never directly: a sandbox
    can then work with another one, which is how a fault is put in on purpose.
    """

    # 2nd step
    trimmed_address: Callable[[str], str]
    address_key: Callable[[str], str]
    address_fault: Callable[[str, Policy], Fault | None]
    address_state: Callable[[Desk, Registry, str], AddressState]
    identifier_state: Callable[[Desk, Registry, str], AddressState]
    password_fault: Callable[[str, Policy], Fault | None]
    credentials_faults: Callable[[Desk, CredentialsEntry], tuple[FieldFault, ...]]
    password_faults: Callable[[Desk, CredentialsEntry], tuple[FieldFault, ...]]
    # 3rd step
    enrolment_faults: Callable[[Desk, EnrolmentEntry], tuple[FieldFault, ...]]
    siren_fault: Callable[[Desk, EnrolmentEntry], Fault | None]
    phone_fault: Callable[[Desk, str], Fault | None]
    read_enrolment: Callable[[Desk, EnrolmentEntry], Enrolment]
    confirm: Callable[[Desk, Registry, Wizard], Registration | AddressState]
    # 4th step
    code_is_alive: Callable[[datetime | None, datetime, Policy], bool]
    registration_is_pending: Callable[[Desk, Registration], bool]
    code_was_refused: Callable[[Desk, Registry, Wizard], bool]
    check_code: Callable[[Desk, Registry, str, str, str], Registration | CodeRefusal]
    activation_refusal: Callable[[Desk, Registration], CodeRefusal | None]
    open_window: Callable[[Desk, Registry, Registration, str], str]
    activate: Callable[[Desk, Registry, str, str], Space | CodeRefusal]
    new_number: Callable[[Desk, Registry, datetime], str]
    # the option for access without certificate, the space
    option_address_state: Callable[[Desk, Registry, Space, str], AddressState]
    opt_for_password: Callable[[Desk, Registry, Space, str, str], Space | AddressState]
    log_in: Callable[[Desk, Registry, str, str], Space | None]
    space_to_recover: Callable[[Desk, Registry, str, str], Space | None]
    answer_is_right: Callable[[Space, str], bool]
