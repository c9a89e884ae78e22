import unicodedata

import pytest

from simulator.domain.texts import name_fault, same_text, text_fault, tidy
from simulator.domain.values.faults import Fault


@pytest.mark.parametrize(
    "typed, text",
    [
        pytest.param("Lila", "Lila", id="tel quel"),
        pytest.param("  Lila\t", "Lila", id="blancs autour"),
        pytest.param("\u00a0Lila\u202f", "Lila", id="insécables autour"),
        pytest.param("\r\nLila\n", "Lila", id="sauts de ligne autour"),
        pytest.param("Lila  Rose", "Lila  Rose", id="blancs intérieurs gardés"),
        pytest.param("PARIS", "PARIS", id="casse gardée, A-25"),
        pytest.param("E\u0301te\u0301", "\u00c9t\u00e9", id="accents composés, U-86"),
        pytest.param("ﬁn", "ﬁn", id="ligature gardée : forme composée, rien de plus"),
        pytest.param(" \u00a0\t\n", "", id="blancs seulement"),
    ],
)
def test_a_text_is_kept_without_outer_blanks_and_composed(typed: str, text: str) -> None:
    assert tidy(typed) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12 bis, rue d'Été (bât. B) – n° 3 !", id="ponctuation"),
        pytest.param('<b>Lili</b> & "Lulu" {{ 7*7 }} #set $x$', id="balisage, U-76"),
        pytest.param("😀", id="émoji"),
        pytest.param("👩\u200d👧", id="émoji composé, par un liant"),
        pytest.param("❤\ufe0f", id="émoji à sélecteur de variante"),
        pytest.param("漢字", id="idéogrammes"),
        pytest.param("עברית", id="hébreu, sans marque de sens"),
        pytest.param("a\u00a0b\u202fc", id="insécables à l'intérieur"),
        pytest.param("Nguye\u0302\u0303n", id="accents non composés"),
        pytest.param("½ ² ٣ Ⅻ €", id="chiffres et signes de toute sorte"),
        pytest.param("\\n \\x00 %s %(a)s", id="séquences d'échappement en clair"),
    ],
)
def test_a_text_that_can_be_shown_as_typed_is_accepted(text: str) -> None:
    assert text_fault(text) is None


UNSHOWABLE = [
    pytest.param("\x00", id="caractère nul"),
    pytest.param("\n", id="saut de ligne"),
    pytest.param("\r", id="retour chariot"),
    pytest.param("\t", id="tabulation"),
    pytest.param("\x1b", id="échappement"),
    pytest.param("\x7f", id="effacement"),
    pytest.param("\x85", id="saut de ligne d'Unicode"),
    pytest.param("\u2028", id="séparateur de lignes"),
    pytest.param("\u2029", id="séparateur de paragraphes"),
    pytest.param("\ud800", id="demi-caractère haut"),
    pytest.param("\udfff", id="demi-caractère bas"),
    pytest.param("\ue000", id="caractère à usage privé"),
    pytest.param("\U0010fffd", id="dernier caractère à usage privé"),
    pytest.param("\uffff", id="non-caractère"),
    pytest.param("\u0378", id="caractère non attribué"),
    pytest.param("\u061c", id="marque de lettre arabe"),
    pytest.param("\u200e", id="marque de gauche à droite"),
    pytest.param("\u200f", id="marque de droite à gauche"),
    pytest.param("\u202a", id="enchâssement de gauche à droite"),
    pytest.param("\u202b", id="enchâssement de droite à gauche"),
    pytest.param("\u202c", id="fin d'enchâssement"),
    pytest.param("\u202d", id="forçage de gauche à droite"),
    pytest.param("\u202e", id="forçage de droite à gauche"),
    pytest.param("\u2066", id="isolat de gauche à droite"),
    pytest.param("\u2067", id="isolat de droite à gauche"),
    pytest.param("\u2068", id="isolat au sens du premier caractère"),
    pytest.param("\u2069", id="fin d'isolat"),
]


@pytest.mark.parametrize("character", UNSHOWABLE)
@pytest.mark.parametrize("text", ["{}fin", "mi{}lieu", "début{}"])
def test_one_character_that_cannot_be_shown_refuses_a_text(text: str, character: str) -> None:
    assert text_fault(text.format(character)) is Fault.TEXT_FORM


@pytest.mark.parametrize("text", ["\u200b", "\ufeff", "\u200d\u200b", "\u00ad", "\u200b \u200b"])
def test_marks_that_nobody_sees_are_no_text(text: str) -> None:
    assert text_fault(text) is Fault.TEXT_FORM
    assert text_fault(f"Lila{text}") is None


@pytest.mark.parametrize("character", UNSHOWABLE)
def test_one_character_that_cannot_be_shown_refuses_a_name(character: str) -> None:
    assert name_fault(f"Li{character}la") is Fault.NAME_FORM


def test_every_mark_of_reading_order_is_refused() -> None:
    embedding = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = {"\u061c", "\u200e", "\u200f"} | {
        chr(code) for code in range(0x110000) if unicodedata.bidirectional(chr(code)) in embedding
    }
    assert {mark for mark in marks if text_fault(f"Lila{mark}") is None} == set()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Rosemonde", id="de la fiche"),
        pytest.param("O'Brien", id="apostrophe droite, U-25"),
        pytest.param("O’Brien", id="apostrophe typographique"),
        pytest.param("D'Été-Müller", id="accents et trait d'union, U-25"),
        pytest.param("Nguyễn", id="deux signes sur une lettre, U-25"),
        pytest.param("Nguye\u0302\u0303n", id="les mêmes, décomposés"),
        pytest.param("Anne\u2010Marie", id="trait d'union d'Unicode"),
        pytest.param("de La Tour", id="blancs"),
        pytest.param("de\u00a0La\u202fTour", id="blancs insécables"),
        pytest.param("J. R. R.", id="points"),
        pytest.param("Ng", id="sans voyelle"),
        pytest.param("X", id="une lettre"),
        pytest.param("王小明", id="idéogrammes"),
        pytest.param("Владимир", id="cyrillique"),
        pytest.param("محمد", id="arabe"),
        pytest.param("नरेंद्र", id="dévanagari, voyelles combinées"),
        pytest.param("lila ROSEMONDE", id="casse libre"),
    ],
)
def test_a_name_of_letters_of_any_script_is_accepted(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("<b>x</b>", id="balisage, U-25"),
        pytest.param("Lila & Co", id="esperluette"),
        pytest.param('Lila "Lili"', id="guillemets"),
        pytest.param("Lila2", id="chiffre"),
        pytest.param("Lila²", id="exposant"),
        pytest.param("Lila٣", id="chiffre arabe"),
        pytest.param("Lila 😀", id="émoji"),
        pytest.param("Lila_Rose", id="souligné"),
        pytest.param("Lila/Rose", id="barre"),
        pytest.param("Lila, Rose", id="virgule"),
        pytest.param("Lila\r\nBcc: x", id="en-tête injecté, U-76"),
        pytest.param("Lila@exemple", id="arobase"),
        pytest.param("-", id="trait d'union seul"),
        pytest.param("'’.- ", id="ponctuation permise, mais aucune lettre"),
        pytest.param("\u0301", id="accent seul"),
        pytest.param("12", id="chiffres seulement"),
    ],
)
def test_any_other_name_is_refused(name: str) -> None:
    assert name_fault(name) is Fault.NAME_FORM


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("Lili", "Lili", id="identiques"),
        pytest.param("Lili", "  lili\t", id="blancs et casse, U-29"),
        pytest.param("ÉTÉ", "été", id="capitales accentuées, U-86"),
        pytest.param("\u00e9te\u0301", "e\u0301t\u00e9", id="composé et décomposé, U-86"),
        pytest.param("STRASSE", "straße", id="capitale en deux lettres"),
    ],
)
def test_two_answers_are_one_whatever_the_case_and_the_outer_blanks(left: str, right: str) -> None:
    assert same_text(left, right)
    assert same_text(right, left)


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("Lili", "Lilo", id="une lettre"),
        pytest.param("été", "ete", id="accents"),
        pytest.param("Lili Lulu", "LiliLulu", id="blanc intérieur"),
        pytest.param("Lili", "", id="vide"),
    ],
)
def test_two_answers_that_differ_otherwise_are_two(left: str, right: str) -> None:
    assert not same_text(left, right)
