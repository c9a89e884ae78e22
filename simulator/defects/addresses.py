"""The address: its form, and who has it already."""

from simulator.defects.changes import instead_of, with_policy, with_rule
from simulator.defects.model import Defect
from simulator.domain.addresses import AddressState

DEFECTS = (
    Defect(
        "adresse-101-caracteres",
        "R-2.035",
        "Une adresse électronique de 101 caractères est acceptée.",
        with_policy(address_max_length=101),
    ),
    Defect(
        "adresse-redemandee-pendant-le-delai",
        "R-2.141",
        "Une adresse qui attend son activation peut redemander un code pendant les 48 heures.",
        with_rule("identifier_state", instead_of(AddressState.PENDING, AddressState.FREE)),
    ),
    Defect(
        "adresse-avec-certificat-acceptee",
        "R-2.048",
        "La création n'est pas bloquée pour l'adresse d'un espace avec certificat.",
        with_rule("address_state", instead_of(AddressState.CERTIFIED, AddressState.FREE)),
    ),
)
