"""The table of decisions: which function of the steps takes each."""

from simulator.domain.desk import Rules
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

# As the fiche, the readings and the choices have them.
RULES = Rules(
    # 2nd step
    trimmed_address=addresses.trimmed_address,
    address_key=addresses.address_key,
    address_fault=addresses.address_fault,
    address_state=addresses.address_state,
    identifier_state=addresses.identifier_state,
    password_fault=credentials.password_fault,
    credentials_faults=credentials.credentials_faults,
    password_faults=credentials.password_faults,
    # 3rd step
    enrolment_faults=enrolment.enrolment_faults,
    siren_fault=enrolment.siren_fault,
    phone_fault=enrolment.phone_fault,
    read_enrolment=enrolment.read_enrolment,
    confirm=registration.confirm,
    # 4th step
    code_is_alive=registration.code_is_alive,
    registration_is_pending=registration.registration_is_pending,
    code_was_refused=registration.code_was_refused,
    check_code=activation.check_code,
    activation_refusal=activation.activation_refusal,
    open_window=activation.open_window,
    activate=activation.activate,
    new_number=numbers.new_number,
    # the option for access without certificate, the space
    option_address_state=certificate_option.option_address_state,
    opt_for_password=certificate_option.opt_for_password,
    log_in=access.log_in,
    space_to_recover=access.space_to_recover,
    answer_is_right=access.answer_is_right,
)
