from dataclasses import fields

import pytest

from simulator.domain.steps.enrolment import enrolment_faults
from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.domain.values.faults import Fault, FieldFault
from tests.domain.desk import KnownDesk
from tests.domain.people import ENTRY, entry_with, named

OBLIGATORY_TEXTS = ["last_name", "first_name", "siren", "phone", "city", "country", "answer"]
OPTIONAL_TEXTS = ["street_number", "street_type", "street_name", "address_complement", "postcode"]
FREE_TEXTS = [*OPTIONAL_TEXTS, "city", "country", "answer"]


def faults_with(desk: KnownDesk, **changes: str) -> list[tuple[str, Fault]]:
    return named(enrolment_faults(desk, entry_with(changes)))


def test_the_fiches_sample_has_no_fault(desk: KnownDesk) -> None:
    assert enrolment_faults(desk, ENTRY) == ()


@pytest.mark.parametrize("field", ["courtesy_title", "question", *OBLIGATORY_TEXTS])
def test_an_obligatory_field_cannot_be_empty(desk: KnownDesk, field: str) -> None:
    assert faults_with(desk, **{field: ""}) == [(field, Fault.REQUIRED)]


@pytest.mark.parametrize(
    "blanks",
    [
        pytest.param(" ", id="espace"),
        pytest.param("\t", id="tabulation"),
        pytest.param("\u00a0\u202f", id="insécables"),
        pytest.param("\r\n", id="saut de ligne"),
    ],
)
@pytest.mark.parametrize("field", OBLIGATORY_TEXTS)
def test_blanks_do_not_fill_an_obligatory_field(desk: KnownDesk, field: str, blanks: str) -> None:
    assert faults_with(desk, **{field: blanks}) == [(field, Fault.REQUIRED)]


@pytest.mark.parametrize("blanks", ["", " ", "\u00a0\t"])
@pytest.mark.parametrize("field", OPTIONAL_TEXTS)
def test_an_optional_field_may_be_empty(desk: KnownDesk, field: str, blanks: str) -> None:
    assert faults_with(desk, **{field: blanks}) == []


@pytest.mark.parametrize("field", ["courtesy_title", "question"])
@pytest.mark.parametrize(
    "choice",
    [
        pytest.param("docteur", id="jamais proposé"),
        pytest.param("Monsieur", id="le texte affiché, non la valeur"),
        pytest.param(" ", id="blanc"),
        pytest.param("MONSIEUR", id="le nom dans le programme"),
        pytest.param("madame\n", id="saut de ligne"),
    ],
)
def test_a_choice_is_one_of_the_list(desk: KnownDesk, field: str, choice: str) -> None:
    assert faults_with(desk, **{field: choice}) == [(field, Fault.CHOICE_UNKNOWN)]


@pytest.mark.parametrize(
    "field, choice",
    [
        pytest.param("courtesy_title", "pet_name", id="une question pour civilité"),
        pytest.param("question", "madame", id="une civilité pour question"),
    ],
)
def test_a_choice_of_one_list_is_unknown_to_the_other(
    desk: KnownDesk, field: str, choice: str
) -> None:
    assert faults_with(desk, **{field: choice}) == [(field, Fault.CHOICE_UNKNOWN)]


@pytest.mark.parametrize(
    "field, choice",
    [
        ("courtesy_title", "monsieur"),
        ("courtesy_title", "madame"),
        ("question", "nickname"),
        ("question", "pet_name"),
    ],
)
def test_the_attested_choices_are_accepted(desk: KnownDesk, field: str, choice: str) -> None:
    assert faults_with(desk, **{field: choice}) == []


LIMITS = [
    pytest.param("last_name", 50, id="nom, U-25"),
    pytest.param("first_name", 50, id="prénom, U-25"),
    pytest.param("street_number", 60, id="numéro de la voie, U-27"),
    pytest.param("street_type", 60, id="nature de la voie, U-27"),
    pytest.param("street_name", 60, id="libellé de la voie, U-27"),
    pytest.param("address_complement", 60, id="complément, U-27"),
    pytest.param("postcode", 60, id="code postal, U-27"),
    pytest.param("city", 60, id="ville, U-27"),
    pytest.param("country", 60, id="pays, U-23"),
    pytest.param("answer", 100, id="réponse, U-29"),
]


@pytest.mark.parametrize("field, limit", LIMITS)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x", id="un caractère"),
        pytest.param("limit", id="autant que permis"),
        pytest.param("blanks", id="autant que permis, sans les blancs autour"),
        pytest.param("accents", id="autant que permis, accents décomposés"),
    ],
)
def test_a_text_as_long_as_allowed_is_accepted(
    desk: KnownDesk, field: str, limit: int, text: str
) -> None:
    texts = {
        "x": "x",
        "limit": "x" * limit,
        "blanks": f"  {'x' * limit}\u00a0",
        "accents": "e\u0301" * limit,
    }
    assert faults_with(desk, **{field: texts[text]}) == []


@pytest.mark.parametrize("field, limit", LIMITS)
@pytest.mark.parametrize("excess", [1, 10_000])
def test_a_longer_text_is_refused_with_its_limit(
    desk: KnownDesk, field: str, limit: int, excess: int
) -> None:
    entry = entry_with({field: "x" * (limit + excess)})
    assert enrolment_faults(desk, entry) == (FieldFault(field, Fault.TOO_LONG, limit),)


@pytest.mark.parametrize("field", ["last_name", "first_name"])
@pytest.mark.parametrize("name", ["<b>x</b>", "Lila\r\nBcc: x", "L\u202eila", "123"])
def test_a_name_is_judged_as_a_name(desk: KnownDesk, field: str, name: str) -> None:
    assert faults_with(desk, **{field: name}) == [(field, Fault.NAME_FORM)]


@pytest.mark.parametrize("field", FREE_TEXTS)
@pytest.mark.parametrize("text", ["a\x00b", "a\nb", "a\u202eb", "a\ud800b"])
def test_a_free_text_must_be_showable(desk: KnownDesk, field: str, text: str) -> None:
    assert faults_with(desk, **{field: text}) == [(field, Fault.TEXT_FORM)]


@pytest.mark.parametrize("field", FREE_TEXTS)
@pytest.mark.parametrize("text", ['<b>x</b> & "y"', "😀", "Été 2", "01234 CEDEX"])
def test_a_free_text_may_be_anything_showable(desk: KnownDesk, field: str, text: str) -> None:
    assert faults_with(desk, **{field: text}) == []


def test_all_faults_are_told_at_once_in_the_order_of_the_fields(desk: KnownDesk) -> None:
    entry = EnrolmentEntry(
        courtesy_title="docteur",
        last_name="",
        first_name="2",
        siren="12",
        phone="?",
        street_number="x" * 61,
        street_type="\x00",
        street_name="x" * 61,
        address_complement="\x00",
        postcode="x" * 61,
        city="",
        country=" ",
        question="",
        answer="x" * 101,
    )
    assert named(enrolment_faults(desk, entry)) == [
        ("courtesy_title", Fault.CHOICE_UNKNOWN),
        ("last_name", Fault.REQUIRED),
        ("first_name", Fault.NAME_FORM),
        ("siren", Fault.SIREN_FORM),
        ("phone", Fault.PHONE_FORM),
        ("street_number", Fault.TOO_LONG),
        ("street_type", Fault.TEXT_FORM),
        ("street_name", Fault.TOO_LONG),
        ("address_complement", Fault.TEXT_FORM),
        ("postcode", Fault.TOO_LONG),
        ("city", Fault.REQUIRED),
        ("country", Fault.REQUIRED),
        ("question", Fault.REQUIRED),
        ("answer", Fault.TOO_LONG),
    ]
    order = [field.name for field in fields(EnrolmentEntry)]
    told = [fault.field for fault in enrolment_faults(desk, entry)]
    assert told == sorted(told, key=order.index)


def test_the_form_as_first_shown_lacks_the_obligatory_texts_only(desk: KnownDesk) -> None:
    assert named(enrolment_faults(desk, EnrolmentEntry())) == [
        (field, Fault.REQUIRED)
        for field in ("last_name", "first_name", "siren", "phone", "city", "answer")
    ]
