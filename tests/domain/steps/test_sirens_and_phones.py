from dataclasses import replace

import pytest

from simulator.domain.steps.enrolment import bare_siren, phone_fault, siren_fault
from simulator.domain.values.faults import Fault
from tests.domain.desk import KnownDesk
from tests.domain.people import ENTRY


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("987654321", id="9 chiffres"),
        pytest.param("987 654 321", id="groupé comme sur la fiche, R-2.106"),
        pytest.param("  987654321 ", id="blancs autour, U-19"),
        pytest.param("987\u00a0654\u202f321", id="insécables, U-19"),
        pytest.param("\t9 8 7 6 5 4 3 2 1", id="blancs partout, U-19"),
        pytest.param("123456782", id="une autre entreprise, clé juste"),
    ],
)
def test_a_known_siren_is_accepted_without_check_digit(desk: KnownDesk, typed: str) -> None:
    assert siren_fault(desk, replace(ENTRY, siren=typed)) is None


@pytest.mark.parametrize(
    "typed, fault",
    [
        pytest.param("", Fault.REQUIRED, id="vide, R-2.076"),
        pytest.param(" \u00a0", Fault.REQUIRED, id="blancs seulement"),
        pytest.param("98765432", Fault.SIREN_FORM, id="8 chiffres, U-18"),
        pytest.param("9876543210", Fault.SIREN_FORM, id="10 chiffres, U-18"),
        pytest.param("98765432100012", Fault.SIREN_FORM, id="14 chiffres, un SIRET, U-19"),
        pytest.param("987.654.321", Fault.SIREN_FORM, id="points, U-19"),
        pytest.param("987-654-321", Fault.SIREN_FORM, id="traits d'union"),
        pytest.param("98765432A", Fault.SIREN_FORM, id="lettre"),
        pytest.param("98765432²", Fault.SIREN_FORM, id="exposant"),
        pytest.param("٩٨٧٦٥٤٣٢١", Fault.SIREN_FORM, id="chiffres arabes"),
        pytest.param("987654321\n", Fault.SIREN_FORM, id="saut de ligne final"),
        pytest.param("987654321\x00", Fault.SIREN_FORM, id="caractère nul"),
        pytest.param("9" * 10_000, Fault.SIREN_FORM, id="10 ko"),
        pytest.param("FR12345678901", Fault.SIREN_FORM, id="identifiant étranger, non coché"),
        pytest.param("111111111", Fault.SIREN_UNKNOWN, id="bien formé, hors annuaire, U-17"),
        pytest.param("000000000", Fault.SIREN_UNKNOWN, id="zéros, dont la clé est juste"),
        pytest.param("987654324", Fault.SIREN_UNKNOWN, id="clé juste, hors annuaire, U-20"),
    ],
)
def test_any_other_siren_is_refused(desk: KnownDesk, typed: str, fault: Fault) -> None:
    assert siren_fault(desk, replace(ENTRY, siren=typed)) is fault


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("1", id="1 caractère, U-21"),
        pytest.param("A" * 20, id="20 caractères, U-21"),
        pytest.param(f" {'A' * 20}\u00a0", id="20 caractères sans les blancs autour"),
        pytest.param("DE 123.456-789/Z a", id="tous les signes permis, U-21"),
        pytest.param("987654321", id="9 chiffres d'un SIREN connu, U-22"),
        pytest.param("111111111", id="9 chiffres d'un SIREN inconnu, U-22"),
    ],
)
def test_a_foreign_identifier_needs_no_directory(desk: KnownDesk, typed: str) -> None:
    assert siren_fault(desk, replace(ENTRY, is_foreign=True, siren=typed)) is None


@pytest.mark.parametrize(
    "typed, fault",
    [
        pytest.param("", Fault.REQUIRED, id="vide"),
        pytest.param(" \t\u00a0", Fault.REQUIRED, id="blancs seulement"),
        pytest.param("A" * 21, Fault.FOREIGN_IDENTIFIER_FORM, id="21 caractères, U-21"),
        pytest.param("A_1", Fault.FOREIGN_IDENTIFIER_FORM, id="souligné"),
        pytest.param("A\u00a01", Fault.FOREIGN_IDENTIFIER_FORM, id="insécable à l'intérieur"),
        pytest.param("A\n1", Fault.FOREIGN_IDENTIFIER_FORM, id="saut de ligne"),
        pytest.param("<b>1</b>", Fault.FOREIGN_IDENTIFIER_FORM, id="balisage"),
        pytest.param("A,1", Fault.FOREIGN_IDENTIFIER_FORM, id="virgule"),
        pytest.param("😀", Fault.FOREIGN_IDENTIFIER_FORM, id="émoji"),
        pytest.param("12³", Fault.FOREIGN_IDENTIFIER_FORM, id="exposant"),
    ],
)
def test_any_other_foreign_identifier_is_refused(desk: KnownDesk, typed: str, fault: Fault) -> None:
    assert siren_fault(desk, replace(ENTRY, is_foreign=True, siren=typed)) is fault


def test_a_siren_is_kept_without_its_blanks() -> None:
    assert bare_siren("\t987 654\u00a03\u202f21") == "987654321"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("01 24 57 88 77", id="de la fiche"),
        pytest.param("0124577788", id="d'un trait"),
        pytest.param("01.24.57.88.77", id="points"),
        pytest.param("01\u00a024\u202f57\t88 77", id="blancs de toute sorte"),
        pytest.param("  0124577788\u00a0", id="blancs autour"),
        pytest.param("01. 24. 57. 88. 77", id="point et blanc"),
        pytest.param("+33124577788", id="indicatif"),
        pytest.param("+33 1 24 57 88 77", id="indicatif et groupes"),
        pytest.param("0033124577788", id="indicatif par zéros"),
        pytest.param("12345678", id="8 chiffres, U-26"),
        pytest.param("123456789012345", id="15 chiffres, U-26"),
        pytest.param("+1 2.3 4.5 6.7 8", id="8 chiffres séparés, signes non comptés"),
        pytest.param("+123456789012345", id="15 chiffres, le signe plus non compté"),
    ],
)
def test_a_phone_number_of_8_to_15_digits_is_accepted(desk: KnownDesk, typed: str) -> None:
    assert phone_fault(desk, typed) is None


@pytest.mark.parametrize(
    "typed, fault",
    [
        pytest.param("", Fault.REQUIRED, id="vide, R-2.077"),
        pytest.param("\u00a0 \t", Fault.REQUIRED, id="blancs seulement"),
        pytest.param("1234567", Fault.PHONE_FORM, id="7 chiffres"),
        pytest.param("1 2 3 4 5 6 7", Fault.PHONE_FORM, id="7 chiffres en plus de 8 signes"),
        pytest.param("1234567890123456", Fault.PHONE_FORM, id="16 chiffres"),
        pytest.param("1" * 10_000, Fault.PHONE_FORM, id="10 ko"),
        pytest.param("+", Fault.PHONE_FORM, id="plus seul"),
        pytest.param("........", Fault.PHONE_FORM, id="points seuls"),
        pytest.param("01+24577788", Fault.PHONE_FORM, id="plus à l'intérieur"),
        pytest.param("++33124577788", Fault.PHONE_FORM, id="deux plus"),
        pytest.param("+ 33124577788", Fault.PHONE_FORM, id="blanc après le plus"),
        pytest.param("01-24-57-77-88", Fault.PHONE_FORM, id="traits d'union"),
        pytest.param("(01)24577788", Fault.PHONE_FORM, id="parenthèses"),
        pytest.param("01/24/57/77/88", Fault.PHONE_FORM, id="barres"),
        pytest.param("012457778a", Fault.PHONE_FORM, id="lettre"),
        pytest.param("٠١٢٤٥٧٧٧٨٨", Fault.PHONE_FORM, id="chiffres arabes"),
        pytest.param("01245777²²", Fault.PHONE_FORM, id="exposants"),
        pytest.param("01245\n77788", Fault.PHONE_FORM, id="saut de ligne à l'intérieur"),
        pytest.param("0124577788\x00", Fault.PHONE_FORM, id="caractère nul"),
        pytest.param("0124577788.", Fault.PHONE_FORM, id="point final"),
        pytest.param(".0124577788", Fault.PHONE_FORM, id="point en tête"),
    ],
)
def test_any_other_phone_number_is_refused(desk: KnownDesk, typed: str, fault: Fault) -> None:
    assert phone_fault(desk, typed) is fault
