"""The activation code itself."""

from dataclasses import replace
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, Any

from simulator.defects.changes import all_of, with_policy, with_registry, with_rule
from simulator.defects.model import Defect
from simulator.domain.values.registration import code_hash

if TYPE_CHECKING:
    from simulator.domain.values.outbox import Letter


def _kept_in_lower_case(sound: Any, letter: "Letter") -> None:  # noqa: ANN401 - a bound method
    registry = sound.__self__
    registration = registry.registration_by_id(letter.registration_id)
    lower_hash = code_hash(registration.id, letter.code.lower())
    registry.put_registration(replace(registration, code_hash=lower_hash))
    sound(letter)


DEFECTS = (
    Defect(
        "code-11-caracteres",
        "R-2.153",
        "Le code d'activation n'a que 11 caractères.",
        with_policy(code_length=11),
    ),
    Defect(
        "code-sans-majuscules",
        "R-2.167",
        "Le code d'activation n'est fait que de minuscules et de chiffres.",
        with_policy(code_alphabet=ascii_lowercase + digits),
    ),
    Defect(
        "code-sans-casse",
        "A-40",
        "Majuscules et minuscules du code ne sont pas distinguées.",
        all_of(
            with_registry("post", _kept_in_lower_case),
            with_rule(
                "check_code",
                lambda sound, services, registry, address, code, client: sound(
                    services, registry, address, code.lower(), client
                ),
            ),
        ),
    ),
)
