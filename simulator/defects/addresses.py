"""The address: its form, its two writings, and who has it already."""

import re
import unicodedata
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from simulator.defects.changes import (
    all_of,
    instead_of,
    with_policy,
    with_record,
    with_rule,
    with_wording,
)
from simulator.defects.model import Defect
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.outbox import Letter
from simulator.domain.values.registration import Registration, code_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from simulator.defects.model import Note
    from simulator.domain.policy import Policy
    from simulator.domain.values.credentials import CredentialsEntry
    from simulator.domain.values.wizard import Wizard
    from simulator.recap import Section
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

_ANYTHING = re.compile(r"\S+@\S+\.\S+")


def _loosely_judged(
    sound: "Callable[..., Fault | None]", address: str, policy: "Policy"
) -> Fault | None:
    return None if _ANYTHING.search(address) else sound(address, policy)


def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()


def _refused_subdomain(
    sound: "Callable[..., Fault | None]", address: str, policy: "Policy"
) -> Fault | None:
    _, _, domain = address.rpartition("@")
    return Fault.ADDRESS_INVALID if domain.count(".") > 1 else sound(address, policy)


def _refused_hyphen(
    sound: "Callable[..., Fault | None]", address: str, policy: "Policy"
) -> Fault | None:
    _, _, domain = address.rpartition("@")
    return Fault.ADDRESS_INVALID if "-" in domain else sound(address, policy)


def _without_the_tag(sound: "Callable[[str], str]", address: str) -> str:
    return re.sub(r"\+[^@]*", "", sound(address))


def _cut(sections: "list[Section]") -> "list[Section]":
    return [
        (title, [(label, value[:80] if "@" in value else value) for label, value in lines])
        for title, lines in sections
    ]


def _taken_once_refused(services: "Services", note: "Note") -> "Services":
    return with_rule("credentials_faults", partial(_keep_if_refused, note))(services, note)


def _keep_if_refused(
    note: "Note",
    sound: "Callable[..., tuple[FieldFault, ...]]",
    services: "Services",
    entry: "CredentialsEntry",
) -> tuple[FieldFault, ...]:
    faults = sound(services, entry)
    if faults and entry.address:
        note()
        registration_id = services.secrets.identifier()
        kept = Registration(
            id=registration_id,
            address=entry.address,
            address_key=services.rules.address_key(entry.address),
            code_hash=code_hash(registration_id, ""),
            confirmed_at=services.clock.now(),
            enrolment=services.rules.read_enrolment(services, EnrolmentEntry()),
            password_hash=None,
        )
        with services.storage.writing() as registry:
            registry.put_registration(kept)
    return faults


def _looked_up_as_typed(
    sound: "Callable[..., AddressState]",
    services: "Services",
    registry: "SqlRegistry",
    address: str,
) -> AddressState:
    rules = replace(services.rules, address_key=lambda written: written)
    return sound(replace(services, rules=rules), registry, address)


def _confirmed_unseen(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    rules = replace(services.rules, address_state=lambda *_: AddressState.FREE)
    return sound(replace(services, rules=rules), registry, wizard)


def _sent_all_the_same(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    outcome = sound(services, registry, wizard)
    first = registry.registration(services.rules.address_key(wizard.address or ""))
    if outcome is AddressState.PENDING and first:
        code = services.secrets.choose(services.policy.code_alphabet, services.policy.code_length)
        registry.post(Letter(services.secrets.identifier(), first.id, first.address, code))
    return outcome


def _judged_by_identifier(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    state = services.rules.identifier_state(services, registry, wizard.address or "")
    if wizard.registration_id is None and state is not AddressState.FREE:
        return state
    return sound(services, registry, wizard)


DEFECTS = (
    Defect(
        "adresse-peu-verifiee",
        "R-2.034",
        "Toute adresse qui contient un arobase puis un point est acceptée : deux arobases aussi.",
        with_rule("address_fault", _loosely_judged),
    ),
    Defect(
        "adresse-101-caracteres",
        "R-2.035",
        "Une adresse électronique de 101 caractères est acceptée.",
        with_policy(address_max_length=101),
    ),
    Defect(
        "adresse-coupee-dans-le-pdf",
        "R-2.036",
        "Le PDF coupe une longue adresse électronique à 80 caractères.",
        with_record(lambda printed: printed | {"sections": _cut(printed["sections"])}),
    ),
    Defect(
        "adresse-refusee-reste-prise",
        "R-2.047",
        "Une adresse reste prise par un essai refusé, et ne peut plus servir ailleurs.",
        _taken_once_refused,
    ),
    Defect(
        "adresse-a-trait-d-union-refusee",
        "A-28",
        "Une adresse dont le domaine contient un trait d'union est refusée.",
        with_rule("address_fault", _refused_hyphen),
    ),
    Defect(
        "adresse-mal-formee-dite-trop-longue",
        "U-03",
        "Une adresse mal formée est refusée par le message d'une adresse trop longue.",
        with_rule("address_fault", instead_of(Fault.ADDRESS_INVALID, Fault.ADDRESS_TOO_LONG)),
    ),
    Defect(
        "adresse-trop-longue-dite-mal-formee",
        "U-04",
        "Une adresse de plus de 100 caractères est dite mal formée, sans parler de sa longueur.",
        with_rule("address_fault", instead_of(Fault.ADDRESS_TOO_LONG, Fault.ADDRESS_INVALID)),
    ),
    Defect(
        "adresse-majuscules-comptees",
        "U-13",
        "La même adresse, écrite en capitales, passe pour une autre.",
        with_rule("address_key", lambda _, address: address.strip()),
    ),
    Defect(
        "adresse-prise-cherchee-telle-quelle",
        "U-13",
        "Une adresse déjà prise est acceptée si elle est écrite avec d'autres majuscules.",
        with_rule("address_state", _looked_up_as_typed),
    ),
    Defect(
        "adresse-accentuee-acceptee",
        "U-14",
        "Une adresse accentuée est acceptée, ses accents n'étant pas vus.",
        with_rule(
            "address_fault",
            lambda sound, address, policy: sound(_without_accents(address), policy),
        ),
    ),
    Defect(
        "adresse-sans-son-signe-plus",
        "U-15",
        "« lila+impots@… » passe pour « lila@… » : ce qui suit le signe plus n'est pas compté.",
        with_rule("address_key", _without_the_tag),
    ),
    Defect(
        "adresse-cherchee-sur-le-reseau",
        "U-16",
        "Une adresse bien formée est refusée, faute de serveur de courrier pour son sous-domaine.",
        with_rule("address_fault", _refused_subdomain),
    ),
    Defect(
        "adresse-avec-certificat-acceptee",
        "R-2.048",
        "La création n'est pas bloquée pour l'adresse d'un espace avec certificat.",
        with_rule("address_state", instead_of(AddressState.CERTIFIED, AddressState.FREE)),
    ),
    Defect(
        "adresse-non-revue-a-la-confirmation",
        "R-2.067",
        "L'adresse prise entre-temps par un autre n'est pas vue à « Confirmer ».",
        with_rule("confirm", _confirmed_unseen),
    ),
    Defect(
        "adresse-redemandee-pendant-le-delai",
        "R-2.141",
        "Une adresse qui attend son activation peut redemander un code pendant les 48 heures.",
        with_rule("identifier_state", instead_of(AddressState.PENDING, AddressState.FREE)),
    ),
    Defect(
        "adresse-active-dite-en-attente",
        "U-10",
        "L'adresse d'un espace déjà actif est refusée par le message d'une demande en cours.",
        with_wording(
            taken_addresses={
                AddressState.ACTIVE: (
                    "Une demande de création est déjà en cours pour cette adresse électronique."
                )
            }
        ),
    ),
    Defect(
        "adresse-en-attente-dite-active",
        "U-11",
        "Une adresse qui attend son activation est dite déjà associée à un espace.",
        with_rule("identifier_state", instead_of(AddressState.PENDING, AddressState.ACTIVE)),
    ),
    Defect(
        "adresse-refusee-code-envoye",
        "U-40",
        "La seconde de deux demandes est refusée à « Confirmer », mais son courriel part.",
        with_rule("confirm", _sent_all_the_same),
    ),
    Defect(
        "adresse-vue-a-la-confirmation-seule",
        "A-11",
        "Une adresse qui attend son activation n'est refusée qu'à « Confirmer », après la saisie.",
        all_of(
            with_rule("address_state", instead_of(AddressState.PENDING, AddressState.FREE)),
            with_rule("confirm", _judged_by_identifier),
        ),
    ),
)
