"""The enrolment form, as typed and as valid."""

from dataclasses import dataclass
from enum import StrEnum


class CourtesyTitle(StrEnum):
    """The closed list « Civilité », in its order; the first is the default (R-2.084, U-24)."""

    MONSIEUR = "monsieur"
    MADAME = "madame"


class Question(StrEnum):
    """The list of confidence questions; the first is the default (R-2.099, A-14)."""

    NICKNAME = "nickname"
    PET_NAME = "pet_name"
    BIRTH_CITY = "birth_city"  # not attested
    FIRST_SCHOOL = "first_school"  # not attested


@dataclass(frozen=True)
class EnrolmentEntry:
    """The form as typed; the order of the fields is that of the screen."""

    courtesy_title: str = CourtesyTitle.MONSIEUR.value
    last_name: str = ""
    first_name: str = ""
    is_foreign: bool = False
    siren: str = ""
    phone: str = ""
    street_number: str = ""
    street_type: str = ""
    street_name: str = ""
    address_complement: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "FRANCE"
    question: str = Question.NICKNAME.value
    answer: str = ""


@dataclass(frozen=True)
class Enrolment:
    """A valid form: texts without outer blanks, a SIREN as 9 digits, a known company's name.

    A French phone number is kept as its 10 digits; any other one, and the identifier of a foreign
    company, as typed.
    """

    courtesy_title: CourtesyTitle
    last_name: str
    first_name: str
    is_foreign: bool
    siren: str
    company_name: str
    phone: str
    street_number: str
    street_type: str
    street_name: str
    address_complement: str
    postcode: str
    city: str
    country: str
    question: Question
    answer: str
