from dataclasses import asdict, fields, replace

import pytest

from simulator.domain.steps.enrolment import read_enrolment, shown_phone, shown_siren
from simulator.domain.values.enrolment import CourtesyTitle, Enrolment, EnrolmentEntry, Question
from tests.domain.desk import KnownDesk
from tests.domain.people import ENTRY, entry_with


def test_the_form_as_first_shown_has_the_fiches_defaults() -> None:
    filled = {name: value for name, value in asdict(EnrolmentEntry()).items() if value}
    assert filled == {
        "courtesy_title": "monsieur",
        "country": "FRANCE",
        "question": "nickname",
    }
    assert EnrolmentEntry().is_foreign is False


def test_the_defaults_are_the_first_of_their_lists() -> None:
    assert EnrolmentEntry().courtesy_title == next(iter(CourtesyTitle))
    assert EnrolmentEntry().question == next(iter(Question))


def test_the_fields_stand_in_the_order_of_the_screen() -> None:
    assert [field.name for field in fields(EnrolmentEntry)] == [
        "courtesy_title",
        "last_name",
        "first_name",
        "is_foreign",
        "siren",
        "phone",
        "street_number",
        "street_type",
        "street_name",
        "address_complement",
        "postcode",
        "city",
        "country",
        "question",
        "answer",
    ]


def test_the_lists_begin_with_the_attested_choices() -> None:
    assert list(CourtesyTitle) == [CourtesyTitle.MONSIEUR, CourtesyTitle.MADAME]
    assert list(Question)[:2] == [Question.NICKNAME, Question.PET_NAME]


def test_the_fiches_sample_is_read(desk: KnownDesk) -> None:
    assert read_enrolment(desk, ENTRY) == Enrolment(
        courtesy_title=CourtesyTitle.MADAME,
        last_name="Rosemonde",
        first_name="Lila",
        is_foreign=False,
        siren="987654321",
        company_name="SARLALERIS",
        phone="0124578877",
        street_number="",
        street_type="",
        street_name="",
        address_complement="",
        postcode="",
        city="PARIS",
        country="FRANCE",
        question=Question.PET_NAME,
        answer="Lili",
    )


def test_choices_are_read_as_members_of_their_lists(desk: KnownDesk) -> None:
    enrolment = read_enrolment(desk, ENTRY)
    assert isinstance(enrolment.courtesy_title, CourtesyTitle)
    assert isinstance(enrolment.question, Question)


@pytest.mark.parametrize(
    "field",
    [
        "last_name",
        "first_name",
        "street_number",
        "street_type",
        "street_name",
        "address_complement",
        "postcode",
        "city",
        "country",
        "answer",
    ],
)
@pytest.mark.parametrize(
    "typed, kept",
    [
        pytest.param("  d'E\u0301te\u0301\u00a0", "d'\u00c9t\u00e9", id="blancs et accents, U-25"),
        pytest.param("Nguyễn-le  GRAND", "Nguyễn-le  GRAND", id="casse et blancs intérieurs"),
        pytest.param("01000", "01000", id="zéro en tête, U-27"),
        pytest.param("<b>x</b>", "<b>x</b>", id="balisage gardé tel quel, U-76"),
    ],
)
def test_a_text_is_kept_as_typed_in_its_own_field(
    desk: KnownDesk, field: str, typed: str, kept: str
) -> None:
    before = asdict(read_enrolment(desk, ENTRY))
    after = asdict(read_enrolment(desk, entry_with({field: typed})))
    assert after == before | {field: kept}


@pytest.mark.parametrize(
    "typed, kept",
    [
        pytest.param("01 24 57 88 77", "0124578877", id="français, groupé"),
        pytest.param("01.24.57.88.77", "0124578877", id="français, points"),
        pytest.param(" 01\u00a024\t57\u202f8877 ", "0124578877", id="français, tous blancs"),
        pytest.param("0124578877", "0124578877", id="français, d'un trait"),
        pytest.param(" +33 1 24 57.88 77 ", "+33 1 24 57.88 77", id="indicatif, tel quel"),
        pytest.param("12 34 56 78 90", "12 34 56 78 90", id="10 chiffres sans zéro en tête"),
        pytest.param("01 24 57 88", "01 24 57 88", id="8 chiffres, zéro en tête"),
        pytest.param("01 24 57 88 77 9", "01 24 57 88 77 9", id="11 chiffres, zéro en tête"),
    ],
)
def test_a_french_phone_number_is_kept_as_digits_any_other_as_typed(
    desk: KnownDesk, typed: str, kept: str
) -> None:
    assert read_enrolment(desk, replace(ENTRY, phone=typed)).phone == kept


def test_a_foreign_company_has_its_identifier_as_typed_and_no_name(desk: KnownDesk) -> None:
    entry = replace(ENTRY, is_foreign=True, siren=" DE 123.456-7/Z\u00a0")
    enrolment = read_enrolment(desk, entry)
    assert (enrolment.is_foreign, enrolment.siren, enrolment.company_name) == (
        True,
        "DE 123.456-7/Z",
        "",
    )


def test_a_foreign_company_with_a_known_siren_has_no_name_either(desk: KnownDesk) -> None:
    enrolment = read_enrolment(desk, replace(ENTRY, is_foreign=True))
    assert (enrolment.siren, enrolment.company_name) == ("987 654 321", "")


def test_the_company_is_that_of_the_siren(desk: KnownDesk) -> None:
    enrolment = read_enrolment(desk, replace(ENTRY, siren="\u00a0123 456 782"))
    assert (enrolment.siren, enrolment.company_name) == ("123456782", "ATELIER DES TILLEULS")


def test_a_company_that_has_left_the_directory_has_no_name(desk: KnownDesk) -> None:
    assert read_enrolment(desk, replace(ENTRY, siren="111111111")).company_name == ""


@pytest.mark.parametrize(
    "typed, is_foreign, shown",
    [
        pytest.param("987654321", False, "987 654 321", id="par trois, R-2.106"),
        pytest.param("98 76 54 32 1", False, "987 654 321", id="tapé autrement, A-25"),
        pytest.param("987654321", True, "987654321", id="étranger, tel quel, U-21"),
        pytest.param("DE 12-3/Z", True, "DE 12-3/Z", id="étranger avec signes, tel quel"),
    ],
)
def test_how_a_siren_is_shown(desk: KnownDesk, typed: str, is_foreign: bool, shown: str) -> None:  # noqa: FBT001 - a column of the table
    entry = replace(ENTRY, siren=typed, is_foreign=is_foreign)
    assert shown_siren(read_enrolment(desk, entry)) == shown


@pytest.mark.parametrize(
    "phone, shown",
    [
        pytest.param("0124578877", "01 24 57 88 77", id="français, par deux, R-2.110"),
        pytest.param("+33 1 24", "+33 1 24", id="indicatif, tel quel"),
        pytest.param("1234567890", "1234567890", id="10 chiffres sans zéro en tête, tel quel"),
        pytest.param("01245788", "01245788", id="8 chiffres, tel quel"),
        pytest.param("01245788779", "01245788779", id="11 chiffres, tel quel"),
    ],
)
def test_how_a_phone_number_is_shown(phone: str, shown: str) -> None:
    assert shown_phone(phone) == shown
