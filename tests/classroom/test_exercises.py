"""Sheets: read, given to a seat, and judged by what happens there."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from simulator.classroom.events import Kind
from simulator.classroom.exercises import SheetError, own_sheets, read_sheet, sheets_of
from simulator.classroom.panel import Panel
from simulator.storage.classroom import Event
from tests.classroom.conftest import Browser
from tests.classroom.test_board import BOARD, text_of

SHEETS = own_sheets()
REGISTER = Path(__file__).parents[2] / "features" / "fiche.toml"
NOW = datetime(2026, 6, 4, tzinfo=UTC)
SHEET = """title = "Essai"
aim = "Essayer."
instructions = "Faites."

[[criteria]]
says = "Un refus"
statements = ["R-2.040"]
refused = "credentials"
words = "mot de passe"

[[criteria]]
says = "Sans autre erreur"
statements = ["R-2.040"]
no_refusal = true
"""


def event(kind: Kind, screen: str, words: str = "") -> Event:
    return Event(kind, screen, words, NOW)


def test_ten_sheets_and_more_come_with_it_and_cover_chapters_2_to_4() -> None:
    assert len(SHEETS) >= 10
    statements = {
        item for sheet in SHEETS.values() for part in sheet.criteria for item in part.statements
    }
    assert {statement[:3] for statement in statements} >= {"R-2", "R-3", "R-4"}
    register = tomllib.loads(REGISTER.read_text("utf-8"))["statement"]
    assert statements <= {item["id"] for item in register}


@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_is_given_and_shown(
    trainer: Browser, lila: Browser, name: str, app: Flask
) -> None:
    seat = lila.take_seat("Lila")
    assert trainer.act("Donner l'exercice", seat, exercise=name).status_code == 303
    page = lila.get(seat).text
    assert f"Exercice : {SHEETS[name].title}" in page.replace("&#39;", "'")
    assert page.count("(à faire)") == len(SHEETS[name].criteria)
    told = f"{SHEETS[name].title} : 0/{len(SHEETS[name].criteria)}"
    assert told in text_of(trainer.get(f"{BOARD}places").text)
    counts = app.extensions["simulation"].sandboxes.counts(seat.split("/")[2])
    held = (counts.pending_registrations, counts.spaces, counts.certificate_spaces)
    assert (
        held
        == {
            "rien": (0, 0, 0),
            "pré-inscription": (1, 0, 0),
            "espace": (0, 1, 0),
            "certificat d'un seul": (0, 0, 1),
            "certificat d'un cabinet de trois": (0, 0, 3),
        }[SHEETS[name].start]
    )


def test_what_is_achieved_is_told_on_the_screen_that_achieves_it_and_on_the_board(
    trainer: Browser, lila: Browser
) -> None:
    seat = lila.take_seat("Lila")
    trainer.act("Donner l'exercice", seat, exercise="08-quarante-huit-heures.toml")
    assert "(fait)" not in lila.get(f"{seat}activation").text
    lila.send(f"{seat}activation", f"{seat}activation", address="a@b.example", code="x1")
    assert lila.get(f"{seat}activation").text.count("(fait)") == 1
    assert "48 heures sont passées : 1/2" in text_of(trainer.get(f"{BOARD}places").text)
    trainer.act("Retirer l'exercice", seat)
    assert "Exercice :" not in lila.get(seat).text


def test_without_any_refusal_counts_once_the_rest_is_done() -> None:
    sheet = SHEETS["06-formulaire.toml"]
    done = [event(Kind.SCREEN, "summary"), event(Kind.SCREEN, "preregistration")]
    assert sheet.met([]) == [False, False, False]
    assert sheet.met(done) == [True, True, True]
    assert sheet.met([event(Kind.REFUSAL, "enrolment"), *done]) == [True, True, False]


@pytest.mark.parametrize(
    "found, is_met",
    [
        (event(Kind.REFUSAL, "credentials", "Le MOT DE PASSE est trop court."), True),
        (event(Kind.REFUSAL, "credentials", "L'adresse est mal formée."), False),
        (event(Kind.REFUSAL, "login", "Le mot de passe est incorrect."), False),
        (event(Kind.SCREEN, "credentials", "mot de passe"), False),
    ],
)
def test_a_refusal_is_known_by_its_screen_and_its_words(found: Event, *, is_met: bool) -> None:
    assert read_sheet("f.toml", SHEET).met([found])[0] is is_met


@pytest.mark.parametrize(
    "before, after, told",
    [
        ('title = "Essai"', "title = 3", "f.toml, ligne 1 : title : attend un texte"),
        ('aim = "Essayer."\n', "", "f.toml, ligne 1 : aim : cette clé manque."),
        ("no_refusal", "no_refusals", "ligne 14 : criteria.2.no_refusals : cette clé n'existe pas"),
        ('"credentials"', '"crédentiel"', "ligne 5 : criteria.1 : l'écran « crédentiel » n'existe"),
        ("no_refusal = true", "", "ligne 11 : criteria.2 : un critère et un seul"),
        ('refused = "credentials"\n', 'screen = "login"\n', "words ne va qu'avec refused"),
        ('"R-2.040"', '"2.040"', "l'identifiant d'un énoncé"),
        ('aim = "', 'incident = "feu"\naim = "', "l'incident « feu » n'existe pas"),
        ('aim = "', 'start = "ailleurs"\naim = "', "ligne 2 : start : attend « rien »"),
        ("[[criteria]]", "[[criteria", "ce n'est pas du TOML"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told_with_its_line(
    before: str, after: str, told: str
) -> None:
    with pytest.raises(SheetError) as error:
        read_sheet("f.toml", SHEET.replace(before, after))
    assert told in str(error.value)


def test_all_faults_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="ne contient aucune fiche"):
        sheets_of(tmp_path)
    (tmp_path / "a.toml").write_text("x = 1", "utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff")
    with pytest.raises(SheetError) as error:
        sheets_of(tmp_path)
    assert {line.partition(",")[0].partition(" ")[0] for line in str(error.value).splitlines()} == {
        "a.toml",
        "b.toml",
    }


def test_a_trainers_own_sheets_are_read(tmp_path: Path) -> None:
    (tmp_path / "essai.toml").write_text(SHEET, "utf-8")
    assert list(sheets_of(tmp_path)) == ["essai.toml"]


def test_the_html_of_a_sheet_is_text_and_its_markdown_is_shown() -> None:
    written = SHEET.replace("Faites.", "**Faites** <script>alert(1)</script> [x](javascript:a)")
    html = Panel(read_sheet("f.toml", written), [False, False]).instructions
    assert "<strong>Faites</strong>" in html
    assert "<script" not in html
    assert "href" not in html


def test_the_sheet_of_the_trainers_guide_is_one() -> None:
    guide = (REGISTER.parents[1] / "docs" / "guide-formateur.md").read_text("utf-8")
    sheet = read_sheet("guide", guide.partition("```toml\n")[2].partition("```")[0])
    assert len(sheet.criteria) == 2
