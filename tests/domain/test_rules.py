"""A step asks the `Rules` of its desk, so that a sandbox can work with another decision."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from simulator.domain.desk import Rules
from simulator.domain.rules import RULES
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
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Space
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import (
    CLIENT,
    CREDENTIALS,
    ENTRY,
    LILA,
    SESSION,
    activated,
    certified,
    confirmed,
    sent,
    window_of,
    wizard_at_summary,
)

MODULES = [
    access,
    activation,
    addresses,
    certificate_option,
    credentials,
    enrolment,
    numbers,
    registration,
]


@pytest.mark.parametrize("name", [field.name for field in fields(Rules)])
def test_each_decision_is_the_function_of_its_name(name: str) -> None:
    assert getattr(RULES, name) in [getattr(module, name, None) for module in MODULES]


def faults_of_credentials(desk: KnownDesk, _registry: MemoryRegistry) -> object:
    entry = replace(CREDENTIALS, address="lila", password="court", password_again="court")
    return [fault.field for fault in desk.rules.credentials_faults(desk, entry)]


def faults_of_good_credentials(desk: KnownDesk, _registry: MemoryRegistry) -> object:
    return [fault.field for fault in desk.rules.credentials_faults(desk, CREDENTIALS)]


def faults_of_an_enrolment(desk: KnownDesk, _registry: MemoryRegistry) -> object:
    entry = replace(ENTRY, siren="12", phone="12")
    return [fault.field for fault in desk.rules.enrolment_faults(desk, entry)]


def key_of_a_registration(desk: KnownDesk, registry: MemoryRegistry) -> object:
    return confirmed(desk, registry).address_key


def confirming_a_taken_address(desk: KnownDesk, registry: MemoryRegistry) -> object:
    certified(desk, registry, "20200000000001")
    outcome = desk.rules.confirm(desk, registry, wizard_at_summary(desk))
    return outcome if isinstance(outcome, AddressState) else "confirmed"


def typing_a_code_after_49_hours(desk: KnownDesk, registry: MemoryRegistry) -> object:
    address, code = sent(desk, registry)
    desk.clock.advance(timedelta(hours=49))
    outcome = desk.rules.check_code(desk, registry, address, code, CLIENT)
    return "right" if isinstance(outcome, Registration) else outcome


def state_after_49_hours(desk: KnownDesk, registry: MemoryRegistry) -> object:
    sent(desk, registry)
    desk.clock.advance(timedelta(hours=49))
    return desk.rules.address_state(desk, registry, LILA)


def state_of_an_unknown_address(desk: KnownDesk, registry: MemoryRegistry) -> object:
    return desk.rules.address_state(desk, registry, LILA)


def opening_the_window_at_the_49th_hour(desk: KnownDesk, registry: MemoryRegistry) -> object:
    address, code = sent(desk, registry)
    desk.clock.advance(timedelta(hours=47, minutes=59))
    secret = window_of(desk, registry, address, code)
    desk.clock.advance(timedelta(minutes=5))
    outcome = desk.rules.activate(desk, registry, secret, SESSION)
    return "made" if isinstance(outcome, Space) else outcome


def number_of_a_space(desk: KnownDesk, registry: MemoryRegistry) -> object:
    return activated(desk, registry).number


def keeping_an_address_that_is_taken(desk: KnownDesk, registry: MemoryRegistry) -> object:
    activated(desk, registry)
    space = certified(desk, registry, "20200000000001")
    return desk.rules.option_address_state(desk, registry, space, LILA)


def taking_an_address_with_certificate(desk: KnownDesk, registry: MemoryRegistry) -> object:
    space = certified(desk, registry, "20200000000001")
    certified(desk, registry, "20200000000002", "autre@exemple.fr")
    outcome = desk.rules.opt_for_password(desk, registry, space, "autre@exemple.fr", "empreinte")
    return outcome if isinstance(outcome, AddressState) else "opened"


def logging_in_by_another_key(desk: KnownDesk, registry: MemoryRegistry) -> object:
    space = activated(desk, registry)
    found = (
        desk.rules.log_in(desk, registry, "LILA", "Secret123"),
        desk.rules.space_to_recover(desk, registry, "LILA", space.number),
    )
    return [space is not None for space in found]


@pytest.mark.parametrize(
    "act, rules, outcome, outcome_by_the_book",
    [
        pytest.param(
            faults_of_good_credentials,
            replace(RULES, trimmed_address=lambda _typed: ""),
            ["address", "address_again"],
            [],
            id="trimmed_address",
        ),
        pytest.param(
            faults_of_credentials,
            replace(
                RULES, address_fault=lambda _address, _policy: None, address_key=lambda _address: ""
            ),
            ["password"],
            ["address", "address_again", "password"],
            id="address_fault et address_key",
        ),
        pytest.param(
            faults_of_credentials,
            replace(RULES, password_fault=lambda _password, _policy: None),
            ["address", "address_again"],
            ["address", "address_again", "password"],
            id="password_fault",
        ),
        pytest.param(
            faults_of_credentials,
            replace(
                RULES, password_faults=lambda _desk, _entry: (FieldFault("autre", Fault.REQUIRED),)
            ),
            ["address", "address_again", "autre"],
            ["address", "address_again", "password"],
            id="password_faults",
        ),
        pytest.param(
            faults_of_an_enrolment,
            replace(RULES, siren_fault=lambda _desk, _entry: None),
            ["phone"],
            ["siren", "phone"],
            id="siren_fault",
        ),
        pytest.param(
            faults_of_an_enrolment,
            replace(RULES, phone_fault=lambda _desk, _typed: None),
            ["siren"],
            ["siren", "phone"],
            id="phone_fault",
        ),
        pytest.param(
            key_of_a_registration,
            replace(RULES, address_key=lambda _address: "clé"),
            "clé",
            LILA,
            id="address_key à la confirmation",
        ),
        pytest.param(
            confirming_a_taken_address,
            replace(RULES, address_state=lambda _desk, _registry, _address: AddressState.FREE),
            "confirmed",
            AddressState.CERTIFIED,
            id="address_state à la confirmation",
        ),
        pytest.param(
            typing_a_code_after_49_hours,
            replace(RULES, code_is_alive=lambda _sent_at, _now, _policy: True),
            "right",
            CodeRefusal.EXPIRED,
            id="code_is_alive à la saisie du code",
        ),
        pytest.param(
            typing_a_code_after_49_hours,
            replace(RULES, registration_is_pending=lambda _desk, _registration: True),
            "right",
            CodeRefusal.EXPIRED,
            id="registration_is_pending à la saisie du code",
        ),
        pytest.param(
            typing_a_code_after_49_hours,
            replace(RULES, activation_refusal=lambda _desk, _registration: None),
            "right",
            CodeRefusal.EXPIRED,
            id="activation_refusal à la saisie du code",
        ),
        pytest.param(
            state_after_49_hours,
            replace(RULES, code_is_alive=lambda _sent_at, _now, _policy: True),
            AddressState.PENDING,
            AddressState.FREE,
            id="code_is_alive pour une adresse",
        ),
        pytest.param(
            state_after_49_hours,
            replace(RULES, registration_is_pending=lambda _desk, _registration: True),
            AddressState.PENDING,
            AddressState.FREE,
            id="registration_is_pending pour une adresse",
        ),
        pytest.param(
            state_of_an_unknown_address,
            replace(RULES, identifier_state=lambda _desk, _registry, _address: AddressState.ACTIVE),
            AddressState.ACTIVE,
            AddressState.FREE,
            id="identifier_state pour une adresse",
        ),
        pytest.param(
            opening_the_window_at_the_49th_hour,
            replace(RULES, activation_refusal=lambda _desk, _registration: None),
            "made",
            CodeRefusal.EXPIRED,
            id="activation_refusal à la nouvelle fenêtre",
        ),
        pytest.param(
            number_of_a_space,
            replace(
                RULES, new_number=lambda _desk, _registry, registered_at: f"n° {registered_at:%Y}"
            ),
            "n° 2026",
            "20262345678901",
            id="new_number",
        ),
        pytest.param(
            keeping_an_address_that_is_taken,
            replace(RULES, identifier_state=lambda _desk, _registry, _address: AddressState.FREE),
            AddressState.FREE,
            AddressState.ACTIVE,
            id="identifier_state à l'option",
        ),
        pytest.param(
            taking_an_address_with_certificate,
            replace(RULES, address_state=lambda _desk, _registry, _address: AddressState.FREE),
            "opened",
            AddressState.CERTIFIED,
            id="address_state à l'option",
        ),
        pytest.param(
            taking_an_address_with_certificate,
            replace(
                RULES,
                option_address_state=lambda _desk, _registry, _space, _address: AddressState.FREE,
            ),
            "opened",
            AddressState.CERTIFIED,
            id="option_address_state",
        ),
        pytest.param(
            logging_in_by_another_key,
            replace(RULES, address_key=lambda address: address[:4].casefold()),
            [True, True],
            [False, False],
            id="address_key à la connexion",
        ),
    ],
)
def test_a_replaced_decision_is_the_one_that_counts(
    desk: KnownDesk,
    registry: MemoryRegistry,
    act: Callable[[KnownDesk, MemoryRegistry], object],
    rules: Rules,
    outcome: object,
    outcome_by_the_book: object,
) -> None:
    by_the_book = KnownDesk(replace(desk.clock))
    assert act(by_the_book, MemoryRegistry()) == outcome_by_the_book
    desk.rules = rules
    assert act(desk, registry) == outcome
