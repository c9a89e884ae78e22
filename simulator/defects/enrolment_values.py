"""The values of the 3rd step: which are refused, and what becomes of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from simulator.defects.changes import (
    instead_of,
    with_form,
    with_policy,
    with_registry,
    with_rule,
    with_service,
)
from simulator.defects.model import Change, Defect
from simulator.defects.swapping import Faulty
from simulator.domain.steps.enrolment import bare_siren
from simulator.domain.values.enrolment import Enrolment, EnrolmentEntry, Question
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.spaces import Access, Space
from simulator.recap import Section
from simulator.services import Services

_SIRET_LENGTH, _SIREN_LENGTH = 14, 9
_FRENCH_DIGITS = 10


def _also_refusing(
    field: str, fault: Fault, is_refused: Callable[[EnrolmentEntry], bool]
) -> Change:
    """Refuse a field of a form that is otherwise good, for no good reason."""

    def faulty(sound: Faulty, services: Services, entry: EnrolmentEntry) -> tuple[FieldFault, ...]:
        faults: tuple[FieldFault, ...] = sound(services, entry)
        return (*faults, FieldFault(field, fault)) if is_refused(entry) else faults

    return with_rule("enrolment_faults", faulty)


def _stored(store: Callable[[Enrolment], Enrolment]) -> Change:
    return with_rule("read_enrolment", lambda sound, desk, entry: store(sound(desk, entry)))


def _line(label: str, value: Callable[[Enrolment], str]) -> Change:
    """Show something else on one line of the recapitulated data."""

    def faulty(sound: Faulty, enrolment: Enrolment, *others: object) -> list[Section]:
        return [
            (title, [(name, value(enrolment) if name == label else text) for name, text in lines])
            for title, lines in sound(enrolment, *others)
        ]

    return with_service("recap_sections", faulty)


def _of_siret(typed: Mapping[str, str]) -> Mapping[str, str]:
    siren = bare_siren(typed.get("siren", ""))
    is_siret = len(siren) == _SIRET_LENGTH and siren.isdigit()
    return {**typed, "siren": siren[:_SIREN_LENGTH]} if is_siret else typed


def _with_check_digit(sound: Faulty, services: Services, entry: EnrolmentEntry) -> Fault | None:
    """Check a SIREN as Luhn's algorithm does."""
    siren = bare_siren(entry.siren)
    if entry.is_foreign or not siren.isdecimal():
        fault: Fault | None = sound(services, entry)
        return fault
    total = sum(
        sum(divmod(int(digit) * (1 + rank % 2), 10)) for rank, digit in enumerate(reversed(siren))
    )
    return Fault.SIREN_FORM if total % 10 else sound(services, entry)


def _french_only(sound: Faulty, services: Services, typed: str) -> Fault | None:
    digits = sum(character.isdigit() for character in typed)
    return sound(services, typed) if digits in {0, _FRENCH_DIGITS} else Fault.PHONE_FORM


def _in_pairs(enrolment: Enrolment) -> str:
    digits = "".join(filter(str.isdigit, enrolment.phone))
    return " ".join(digits[start : start + 2] for start in range(0, len(digits), 2))


def _without_zero(enrolment: Enrolment) -> Enrolment:
    postcode = enrolment.postcode
    return replace(enrolment, postcode=str(int(postcode))) if postcode.isdecimal() else enrolment


def _member_at_once(sound: Faulty, space: Space) -> None:
    is_new = space.access is Access.PASSWORD and not space.services
    joined = (f"Déclarer la TVA de {space.enrolment.company_name}",)
    sound(replace(space, services=joined) if is_new else space)


DEFECTS = (
    Defect(
        "valeur-siret-pris-pour-siren",
        "U-19",
        "Un SIRET est accepté : ses neuf premiers chiffres passent pour le SIREN.",
        with_form("enrolment", _of_siret),
    ),
    Defect(
        "siren-non-verifie",
        "U-17",
        "Un SIREN inconnu est accepté.",
        with_rule("siren_fault", instead_of(Fault.SIREN_UNKNOWN, None)),
    ),
    Defect(
        "valeur-siren-inconnu-dit-mal-forme",
        "U-17",
        "Un SIREN inconnu est refusé par le message d'un SIREN mal formé.",
        with_rule("siren_fault", instead_of(Fault.SIREN_UNKNOWN, Fault.SIREN_FORM)),
    ),
    Defect(
        "valeur-siren-mal-forme-dit-inconnu",
        "U-18",
        "Un SIREN de huit chiffres est cherché tel quel, et dit inconnu.",
        with_rule("siren_fault", instead_of(Fault.SIREN_FORM, Fault.SIREN_UNKNOWN)),
    ),
    Defect(
        "valeur-siren-cle-exigee",
        "A-05",
        "La clé de contrôle du SIREN est exigée, si bien que celui de l'exemple est refusé.",
        with_rule("siren_fault", _with_check_digit),
    ),
    Defect(
        "valeur-siren-adherent-d-office",
        "R-2.087",
        "L'entreprise donnée à l'inscription est aussitôt adhérente d'un service.",
        with_registry("add_space", _member_at_once),
    ),
    Defect(
        "valeur-etrangere-toujours-non",
        "R-2.088",
        "Le récapitulatif dit « non » d'une entreprise étrangère.",
        _line("Entreprise étrangère :", lambda _: "non"),
    ),
    Defect(
        "valeur-etrangere-jugee-comme-un-siren",
        "R-2.089",
        "L'identifiant d'une entreprise étrangère est refusé s'il n'a pas neuf chiffres.",
        with_rule(
            "siren_fault",
            lambda sound, desk, entry: sound(desk, replace(entry, is_foreign=False)),
        ),
    ),
    Defect(
        "valeur-etrangere-trop-longue",
        "U-21",
        "L'identifiant d'une entreprise étrangère peut compter plus de 20 caractères.",
        with_policy(foreign_identifier_max_length=30),
    ),
    Defect(
        "valeur-etrangere-jamais-en-france",
        "U-22",
        "Une entreprise étrangère ne peut pas avoir la France pour pays.",
        _also_refusing(
            "country",
            Fault.CHOICE_UNKNOWN,
            lambda entry: entry.is_foreign and entry.country.strip() == "FRANCE",
        ),
    ),
    Defect(
        "valeur-pays-france-seule",
        "U-23",
        "Le pays n'est plus un texte libre : la France et l'Allemagne sont seules admises.",
        _also_refusing(
            "country",
            Fault.CHOICE_UNKNOWN,
            lambda entry: entry.country.strip() not in {"", "FRANCE", "ALLEMAGNE"},
        ),
    ),
    Defect(
        "valeur-nom-sans-apostrophe",
        "U-25",
        "Un nom qui contient une apostrophe est refusé.",
        _also_refusing("last_name", Fault.NAME_FORM, lambda entry: "'" in entry.last_name),
    ),
    Defect(
        "valeur-telephone-d-ici-seulement",
        "U-26",
        "Un numéro de téléphone qui n'a pas dix chiffres est refusé, même d'un autre pays.",
        with_rule("phone_fault", _french_only),
    ),
    Defect(
        "valeur-telephone-toujours-par-paires",
        "A-25",
        "Un numéro étranger est montré par paires, sans son signe plus, comme un numéro français.",
        _line("Numéro de téléphone :", _in_pairs),
    ),
    Defect(
        "valeur-code-postal-sans-zero",
        "U-27",
        "Le code postal est enregistré comme un nombre : 01000 devient 1000.",
        _stored(_without_zero),
    ),
    Defect(
        "valeur-complement-perdu",
        "R-2.083",
        "Le complément d'adresse n'est pas enregistré.",
        _stored(lambda enrolment: replace(enrolment, address_complement="")),
    ),
    Defect(
        "valeur-reponse-en-lettres",
        "R-2.098",
        "Une réponse de confiance qui contient un chiffre est refusée.",
        _also_refusing(
            "answer", Fault.TEXT_FORM, lambda entry: any(map(str.isdigit, entry.answer))
        ),
    ),
    Defect(
        "valeur-question-toujours-la-premiere",
        "R-2.100",
        "La première question est enregistrée, quelle que soit celle qui est choisie.",
        _stored(lambda enrolment: replace(enrolment, question=Question.NICKNAME)),
    ),
    Defect(
        "valeur-question-par-son-code",
        "R-2.101",
        "Le récapitulatif donne le code interne de la question au lieu de son texte.",
        _line("Question :", lambda enrolment: enrolment.question.value),
    ),
    Defect(
        "valeur-reponse-toujours-bonne",
        "R-2.102",
        "Qui a oublié son mot de passe peut donner n'importe quelle réponse.",
        with_rule("answer_is_right", lambda *_: True),
    ),
)
