"""3ème étape: the enrolment form."""

from collections.abc import Iterator
from enum import StrEnum
from re import compile as pattern

from simulator.domain.desk import Desk
from simulator.domain.texts import BLANKS, name_fault, text_fault, tidy
from simulator.domain.values.enrolment import CourtesyTitle, Enrolment, EnrolmentEntry, Question
from simulator.domain.values.faults import Fault, FieldFault

_OPTIONAL_TEXTS = ("street_number", "street_type", "street_name", "address_complement", "postcode")
_SIREN = pattern(r"[0-9]{9}")
_FRENCH_PHONE = pattern(r"0[0-9]{9}")
_PHONE = pattern(r"\+?[0-9]+(?:[ .]{1,2}[0-9]+)*")
_FOREIGN_IDENTIFIER = pattern(r"[A-Za-z0-9 ./-]+")
_WITHOUT_BLANKS = str.maketrans("", "", BLANKS)
_PLAIN_BLANKS = str.maketrans(dict.fromkeys(BLANKS, " "))


def bare_siren(typed: str) -> str:
    """Return a SIREN without its blanks (U-19)."""
    return typed.translate(_WITHOUT_BLANKS)


def enrolment_faults(desk: Desk, entry: EnrolmentEntry) -> tuple[FieldFault, ...]:
    """Return every fault of the form, in the order of its fields (U-08)."""
    return tuple(
        FieldFault(field, fault, limit)
        for field, fault, limit in _faults(desk, entry)
        if fault is not None
    )


def _faults(desk: Desk, entry: EnrolmentEntry) -> Iterator[tuple[str, Fault | None, int | None]]:
    policy = desk.policy
    yield "courtesy_title", _choice_fault(entry.courtesy_title, CourtesyTitle), None
    yield "last_name", *_name_fault(entry.last_name, policy.name_max_length)
    yield "first_name", *_name_fault(entry.first_name, policy.name_max_length)
    yield "siren", desk.rules.siren_fault(desk, entry), None
    yield "phone", desk.rules.phone_fault(desk, entry.phone), None
    for field in _OPTIONAL_TEXTS:
        typed = tidy(getattr(entry, field))
        if typed:
            yield field, *_text_fault(typed, policy.text_max_length)
    yield "city", *_text_fault(entry.city, policy.text_max_length)
    yield "country", *_text_fault(entry.country, policy.text_max_length)
    yield "question", _choice_fault(entry.question, Question), None
    yield "answer", *_text_fault(entry.answer, policy.answer_max_length)


def _choice_fault(choice: str, choices: type[StrEnum]) -> Fault | None:
    if not choice:
        return Fault.REQUIRED
    return None if choice in set(choices) else Fault.CHOICE_UNKNOWN


def _name_fault(typed: str, limit: int) -> tuple[Fault | None, int]:
    name = tidy(typed)
    if not name:
        return Fault.REQUIRED, limit
    return (Fault.TOO_LONG if len(name) > limit else name_fault(name)), limit


def _text_fault(typed: str, limit: int) -> tuple[Fault | None, int]:
    text = tidy(typed)
    if not text:
        return Fault.REQUIRED, limit
    return (Fault.TOO_LONG if len(text) > limit else text_fault(text)), limit


def siren_fault(desk: Desk, entry: EnrolmentEntry) -> Fault | None:
    """Judge « S.I.R.E.N ou équivalent »; no check digit is enforced (A-05, R-2.089)."""
    if not tidy(entry.siren):
        return Fault.REQUIRED
    if entry.is_foreign:
        identifier = tidy(entry.siren)
        has_form = len(
            identifier
        ) <= desk.policy.foreign_identifier_max_length and _FOREIGN_IDENTIFIER.fullmatch(identifier)
        return None if has_form else Fault.FOREIGN_IDENTIFIER_FORM
    siren = bare_siren(entry.siren)
    if not _SIREN.fullmatch(siren):
        return Fault.SIREN_FORM
    return None if desk.companies.name_of(siren) else Fault.SIREN_UNKNOWN


def phone_fault(desk: Desk, typed: str) -> Fault | None:
    """Judge a phone number: digits in groups, a leading « + » (U-26)."""
    phone = tidy(typed).translate(_PLAIN_BLANKS)
    if not phone:
        return Fault.REQUIRED
    digits = sum(character.isdigit() for character in phone)
    has_form = (
        _PHONE.fullmatch(phone)
        and desk.policy.phone_min_digits <= digits <= desk.policy.phone_max_digits
    )
    return None if has_form else Fault.PHONE_FORM


def read_enrolment(desk: Desk, entry: EnrolmentEntry) -> Enrolment:
    """Return what a form without faults says; the company's name comes from its SIREN (R-2.108)."""
    siren = tidy(entry.siren) if entry.is_foreign else bare_siren(entry.siren)
    company_name = "" if entry.is_foreign else desk.companies.name_of(siren) or ""
    return Enrolment(
        courtesy_title=CourtesyTitle(entry.courtesy_title),
        last_name=tidy(entry.last_name),
        first_name=tidy(entry.first_name),
        is_foreign=entry.is_foreign,
        siren=siren,
        company_name=company_name,
        phone=_stored_phone(entry.phone),
        street_number=tidy(entry.street_number),
        street_type=tidy(entry.street_type),
        street_name=tidy(entry.street_name),
        address_complement=tidy(entry.address_complement),
        postcode=tidy(entry.postcode),
        city=tidy(entry.city),
        country=tidy(entry.country),
        question=Question(entry.question),
        answer=tidy(entry.answer),
    )


def _stored_phone(typed: str) -> str:
    digits = tidy(typed).translate(_WITHOUT_BLANKS).replace(".", "")
    return digits if _FRENCH_PHONE.fullmatch(digits) else tidy(typed)


def shown_siren(enrolment: Enrolment) -> str:
    """Return a SIREN in groups of three digits, a foreign identifier as typed (R-2.106, A-25)."""
    siren = enrolment.siren
    return siren if enrolment.is_foreign else f"{siren[:3]} {siren[3:6]} {siren[6:]}"


def shown_phone(phone: str) -> str:
    """Return a French phone number in pairs, any other as typed (R-2.110, A-25)."""
    if not _FRENCH_PHONE.fullmatch(phone):
        return phone
    return " ".join(phone[start : start + 2] for start in range(0, len(phone), 2))
