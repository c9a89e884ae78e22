"""The French texts that depend on what happens; what is always on a screen stands in its template.

The texts that the fiche does not attest are marked so, here and nowhere else: a conformance run
against another site may find other words there (U-01 to U-63).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.enrolment import CourtesyTitle, Question
from simulator.domain.values.faults import Fault

T = TypeVar("T")
K = TypeVar("K")


def _attested(text: T) -> T:
    return field(default_factory=lambda: text, metadata={"is_attested": True})


def _unattested(text: T) -> T:
    return field(default_factory=lambda: text, metadata={"is_attested": False})


def _texts(texts: dict[K, str]) -> Mapping[K, str]:
    return MappingProxyType(texts)


_COURTESY_TITLES = {CourtesyTitle.MONSIEUR: "Monsieur", CourtesyTitle.MADAME: "Madame"}

_QUESTIONS = {  # the first two are attested, the others invented
    Question.NICKNAME: "Quel est votre surnom ?",
    Question.PET_NAME: "Le nom de votre animal de compagnie ?",
    Question.BIRTH_CITY: "Votre ville de naissance ?",
    Question.FIRST_SCHOOL: "Le nom de votre première école ?",
}

_FAULTS = {
    Fault.CONDITIONS_NOT_ACCEPTED: (
        "Vous devez accepter les conditions générales pour poursuivre."
    ),
    Fault.REQUIRED: "Le champ « {label} » est obligatoire.",
    Fault.ADDRESS_INVALID: "L'adresse électronique saisie n'est pas valide.",
    Fault.ADDRESS_TOO_LONG: ("L'adresse électronique ne doit pas dépasser {limit} caractères."),
    Fault.ADDRESS_PAIR_DIFFERS: "Les deux adresses électroniques saisies ne sont pas identiques.",
    Fault.PASSWORD_FORM: (
        "Le mot de passe doit comporter de 8 à 20 caractères, chiffres et lettres uniquement, "
        "sans espaces ni caractères accentués."
    ),
    Fault.PASSWORD_PAIR_DIFFERS: "Les deux mots de passe saisis ne sont pas identiques.",
    Fault.NAME_FORM: (
        "Le champ « {label} » ne peut contenir que des lettres, des traits d'union, "
        "des apostrophes, des espaces et des points."
    ),
    Fault.SIREN_FORM: "Le SIREN doit comporter 9 chiffres.",
    Fault.SIREN_UNKNOWN: "Ce SIREN est inconnu. Veuillez vérifier votre saisie.",
    Fault.FOREIGN_IDENTIFIER_FORM: (
        "L'identifiant d'une entreprise étrangère comporte de 1 à 20 caractères : lettres sans "
        "accent, chiffres, espaces, traits d'union, points ou barres obliques."
    ),
    Fault.PHONE_FORM: "Le numéro de téléphone n'est pas valide.",
    Fault.TEXT_FORM: "Le champ « {label} » contient des caractères qui ne peuvent être affichés.",
    Fault.TOO_LONG: "Le champ « {label} » ne doit pas dépasser {limit} caractères.",
    Fault.CHOICE_UNKNOWN: "Le champ « {label} » doit être choisi dans la liste.",
}

_TAKEN_ADDRESSES = {
    AddressState.CERTIFIED: (
        "Cette adresse électronique est déjà associée à un espace abonné avec certificat. "
        "Vous devez utiliser une autre adresse électronique."
    ),
    AddressState.ACTIVE: (
        "Cette adresse électronique est déjà associée à un espace abonné sans certificat. "
        "Vous devez utiliser une autre adresse électronique."
    ),
    AddressState.PENDING: (
        "Une demande de création est déjà en cours pour cette adresse électronique. "
        "Pendant le délai de 48h, il est impossible de redemander un code d'activation "
        "avec la même adresse électronique."
    ),
}

_CODE_REFUSALS = {
    CodeRefusal.WRONG: "L'adresse électronique ou le code d'activation est incorrect.",
    CodeRefusal.EXPIRED: (
        "Le délai de 48h est dépassé : votre code d'activation est inopérant. "
        "Vous devez reprendre toute la procédure au début."
    ),
    CodeRefusal.ALREADY_ACTIVE: "Cet espace abonné est déjà activé.",
    CodeRefusal.TOO_MANY_TRIES: (
        "Trop de codes incorrects ont été saisis. Veuillez patienter 15 minutes avant de saisir "
        "à nouveau votre code d'activation : il reste valable dans le délai de 48h."
    ),
    CodeRefusal.STALE_WINDOW: (
        "Cette fenêtre n'est plus valable. Veuillez saisir à nouveau votre adresse électronique "
        "et votre code d'activation."
    ),
}

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True)
class Wording:
    """The texts of a sandbox; `{label}` and `{limit}` are filled in by the screens."""

    courtesy_titles: Mapping[CourtesyTitle, str] = _attested(_texts(_COURTESY_TITLES))
    questions: Mapping[Question, str] = _attested(_texts(_QUESTIONS))
    faults: Mapping[Fault, str] = _unattested(_texts(_FAULTS))
    taken_addresses: Mapping[AddressState, str] = _unattested(_texts(_TAKEN_ADDRESSES))
    code_refusals: Mapping[CodeRefusal, str] = _unattested(_texts(_CODE_REFUSALS))
    login_refused: str = _unattested("Adresse électronique ou mot de passe incorrect.")
    recovery_refused: str = _unattested("Les informations saisies sont incorrectes.")
    session_expired: str = _unattested("Votre session a expiré, veuillez recommencer.")

    def long_date(self, day: date) -> str:
        """Return « 1er janvier 2026 », « 10 juin 2011 » (U-74)."""
        first = "1er" if day.day == 1 else str(day.day)
        return f"{first} {_MONTHS[day.month - 1]} {day.year}"
