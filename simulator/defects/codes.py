"""The activation code itself."""

from string import ascii_lowercase, digits

from simulator.defects.changes import with_policy
from simulator.defects.model import Defect

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
)
