"""The password: its form, how it is kept, what opens a space."""

from collections.abc import Mapping

from simulator.defects.changes import with_form, with_policy
from simulator.defects.model import Defect

_FIELDS = ("password", "password_again")


def _trimmed(typed: Mapping[str, str]) -> Mapping[str, str]:
    return {**typed, **{name: typed.get(name, "").strip() for name in _FIELDS}}


def _cut_at_20(typed: Mapping[str, str]) -> Mapping[str, str]:
    return {**typed, **{name: typed.get(name, "")[:20] for name in _FIELDS}}


DEFECTS = (
    Defect(
        "mot-de-passe-7-caracteres",
        "R-2.040",
        "Un mot de passe de 7 caractères est accepté.",
        with_policy(password_min_length=7),
    ),
    Defect(
        "mot-de-passe-rogne",
        "R-2.038",
        "Les espaces autour du mot de passe sont ôtées sans rien dire.",
        with_form("credentials", _trimmed),
    ),
    Defect(
        "mot-de-passe-tronque",
        "R-2.041",
        "Un mot de passe de plus de 20 caractères est coupé sans rien dire.",
        with_form("credentials", _cut_at_20),
    ),
    Defect(
        "mot-de-passe-confirmation-ignoree",
        "R-2.032",
        "La seconde saisie du mot de passe n'est pas comparée à la première.",
        with_form(
            "credentials",
            lambda typed: {**typed, "password_again": typed.get("password", "")},
        ),
    ),
)
