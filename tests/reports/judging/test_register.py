from pathlib import Path

import pytest

from reports.judging.register import Kind, RegisterError, Statement, Verification, load_register

FICHE = """
[[statement]]
id = "R-2.135"
chapter = "2 (48h)"
lines = "24 537"
quote = '''dit "48h"'''
kind = "fiche"
verified = "automated"
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "fiche.toml"


def test_statement_is_read_whole(register: Path) -> None:
    register.write_text(FICHE, encoding="utf-8")
    assert load_register(register) == (
        Statement(
            id="R-2.135",
            chapter="2 (48h)",
            lines="24 537",
            quotation='dit "48h"',
            kind=Kind.FICHE,
            verification=Verification.AUTOMATED,
            reason="",
        ),
    )


def test_reading_needs_no_lines(register: Path) -> None:
    text = FICHE.replace("R-2.135", "A-08").replace('"fiche"', '"lecture"')
    register.write_text(text.replace('lines = "24 537"\n', ""), encoding="utf-8")
    assert load_register(register)[0].kind is Kind.READING


def test_criterion_of_the_rgaa_is_of_its_own_kind(register: Path) -> None:
    text = FICHE.replace("R-2.135", "RGAA-10.11").replace('lines = "24 537"\n', "")
    register.write_text(text.replace('"fiche"', '"rgaa"'), encoding="utf-8")
    assert load_register(register)[0].kind is Kind.RGAA
    register.write_text(text.replace('"fiche"', '"choix"'), encoding="utf-8")
    with pytest.raises(RegisterError, match="l’identifiant contredit kind = « choix »"):
        load_register(register)


@pytest.mark.parametrize(
    "old, new, sentence",
    [
        ("[[statement]]", "[[statement", "n’est pas du TOML"),
        (FICHE, "", "aucun énoncé"),
        (FICHE, FICHE + FICHE, "l’énoncé R-2.135 y est deux fois"),
        (FICHE, "version = 2\n" + FICHE, "clé inconnue « version »"),
        ("chapter =", "chapitre =", "clé inconnue « chapitre »"),
        ('chapter = "2 (48h)"\n', "", "« chapter » manque"),
        ('"24 537"', "24", "« lines » doit être un texte"),
        ('"24 537"', '""', "un énoncé de la fiche dit ses lignes"),
        ("R-2.135", "R-2135", "n’est pas un identifiant d’énoncé"),
        ("R-2.135", "A-08", "l’identifiant contredit kind"),
        (
            '"fiche"',
            '"fishe"',
            "kind = « fishe » est inconnu (connus : fiche, lecture, choix, rgaa)",
        ),
        ('"automated"', '"no"', "verified = « no » est inconnu"),
        ('"automated"', '"documentary"', "dit pourquoi (reason)"),
        ('"automated"', '"automated"\nreason = "x"', "n’a pas de raison (reason) à donner"),
    ],
)
def test_unusable_register_is_refused_in_one_sentence(
    register: Path, old: str, new: str, sentence: str
) -> None:
    register.write_text(FICHE.replace(old, new), encoding="utf-8")
    with pytest.raises(RegisterError) as refusal:
        load_register(register)
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_absent_register_is_refused_in_one_sentence(register: Path) -> None:
    with pytest.raises(RegisterError, match="Registre illisible"):
        load_register(register)
