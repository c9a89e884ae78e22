"""Who may create a space, and with which address."""

import re
from typing import TYPE_CHECKING

from simulator.defects.changes import all_of, instead_of, with_rule, with_wording
from simulator.defects.model import Defect
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.faults import Fault
from simulator.domain.values.spaces import Access
from simulator.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.policy import Policy
    from simulator.domain.values.wizard import Wizard
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

    Judge = Callable[[Services, SqlRegistry, str], AddressState]


def _blocked_at_confirmation(
    sound: "Callable[..., object]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    key = services.rules.address_key(wizard.address or "")
    return (
        AddressState.CERTIFIED
        if registry.certified_spaces(key)
        else sound(services, registry, wizard)
    )


def _blocked_by_one_space_only(
    sound: "Judge", services: "Services", registry: "SqlRegistry", address: str
) -> AddressState:
    spaces = registry.certified_spaces(services.rules.address_key(address))
    if len(spaces) > 1:
        return services.rules.identifier_state(services, registry, address)
    return sound(services, registry, address)


def _blocked_by_the_domain(
    sound: "Judge", services: "Services", registry: "SqlRegistry", address: str
) -> AddressState:
    _, at, domain = services.rules.address_key(address).rpartition("@")
    is_shared = any(
        space.access is Access.CERTIFICATE and space.address_key.endswith(at + domain)
        for space in registry.spaces()
    )
    return AddressState.CERTIFIED if is_shared else sound(services, registry, address)


def _without_plus(
    sound: "Callable[..., Fault | None]", address: str, policy: "Policy"
) -> Fault | None:
    return Fault.ADDRESS_INVALID if "+" in address else sound(address, policy)


def _with_several_ats(
    sound: "Callable[..., Fault | None]", address: str, policy: "Policy"
) -> Fault | None:
    name, _, domain = address.rpartition("@")
    return sound(f"{name.replace('@', '')}@{domain}", policy)


DEFECTS = (
    Defect(
        "titulaire-pris-pour-un-certificat",
        "R-1.007",
        "Qui a déjà un espace est arrêté par l'écran des espaces avec certificat.",
        with_rule("address_state", instead_of(AddressState.ACTIVE, AddressState.CERTIFIED)),
    ),
    Defect(
        "second-espace-a-la-meme-adresse",
        "R-1.017",
        "L'adresse d'un espace activé peut servir à en demander un second.",
        with_rule("identifier_state", instead_of(AddressState.ACTIVE, AddressState.FREE)),
    ),
    Defect(
        "certificat-bloque-trop-tard",
        "R-1.008",
        "L'espace avec certificat ne bloque qu'à « Confirmer », le formulaire une fois rempli.",
        all_of(
            with_rule("address_state", instead_of(AddressState.CERTIFIED, AddressState.FREE)),
            with_rule("confirm", _blocked_at_confirmation),
        ),
    ),
    Defect(
        "cabinet-de-trois-accepte",
        "R-1.018",
        "L'adresse de plusieurs espaces avec certificat ne bloque plus, celle d'un seul bloque.",
        with_rule("address_state", _blocked_by_one_space_only),
    ),
    Defect(
        "domaine-du-cabinet-bloque",
        "R-1.019",
        "L'espace avec certificat d'un collaborateur bloque toutes les adresses du cabinet.",
        with_rule("address_state", _blocked_by_the_domain),
    ),
    Defect(
        "adresse-avec-plus-refusee",
        "R-1.016",
        "Une adresse électronique qui contient un « + » est refusée.",
        with_rule("address_fault", _without_plus),
    ),
    Defect(
        "adresse-avec-plus-confondue",
        "U-15",
        "Deux adresses qui ne diffèrent que par une étiquette après un « + » sont confondues.",
        with_rule("address_key", lambda sound, typed: re.sub(r"\+[^@]*", "", sound(typed))),
    ),
    Defect(
        "titulaire-dit-avec-certificat",
        "U-10",
        "L'adresse d'un espace sans certificat est dite celle d'un espace avec certificat.",
        with_wording(
            taken_addresses={
                AddressState.ACTIVE: Wording().taken_addresses[AddressState.CERTIFIED],
            }
        ),
    ),
    Defect(
        "adresse-a-deux-arobases",
        "R-1.028",
        "Une adresse électronique de deux arobases est acceptée.",
        with_rule("address_fault", _with_several_ats),
    ),
)
