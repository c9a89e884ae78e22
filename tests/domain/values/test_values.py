from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import walk_packages

import pytest

from simulator import domain

VALUES = sorted(
    {
        value
        for module in walk_packages(domain.__path__, f"{domain.__name__}.")
        for value in vars(import_module(module.name)).values()
        if isinstance(value, type) and is_dataclass(value)
    },
    key=lambda value: value.__name__,
)


def test_the_values_of_the_domain_are_these() -> None:
    assert {value.__name__ for value in VALUES} == {
        "CredentialsEntry",
        "Enrolment",
        "EnrolmentEntry",
        "FieldFault",
        "Letter",
        "OutboxEntry",
        "Policy",
        "Registration",
        "Rules",
        "Space",
        "Ticket",
        "Wizard",
    }


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_never_changes_in_the_hands_of_who_holds_it(value: type) -> None:
    assert vars(value)["__dataclass_params__"].frozen
