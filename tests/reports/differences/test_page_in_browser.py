"""The page of the differences as a browser shows it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from fixtures.accessibility import Examination
from fixtures.browser.finding import Chromium
from fixtures.browser.launching import loopback_only
from reports.differences.comparing import Kept, Walk, compare
from reports.differences.page import render
from reports.judging.register import Kind, Statement, Verification

STATEMENTS = [
    Statement(
        id=name,
        chapter="2",
        lines="1",
        quotation=words,
        kind=Kind.FICHE,
        verification=Verification.AUTOMATED,
        reason="",
    )
    for name, words in (("R-2.001", "Valider"), ("R-2.002", "Quitter"))
]
MARKUP = "<script>document.title = 'pris'</script>"


def kept(lines: list[str], commands: list[str], picture: bytes) -> Kept:
    return Kept(lines=lines, fields=[], commands=commands, chosen=[], picture=picture)


@pytest.fixture(scope="module")
def reader(browser_type: BrowserType, chromium: Chromium) -> Iterator[Browser]:
    executable = chromium.for_pages(is_watched=False)
    with browser_type.launch(executable_path=executable, args=[loopback_only()]) as browser:
        yield browser


@pytest.fixture(scope="module")
def picture(reader: Browser) -> bytes:
    page = reader.new_page(viewport={"width": 1280, "height": 800})
    taken = page.screenshot(type="jpeg")
    page.close()
    return taken


@pytest.fixture
def file(picture: bytes, tmp_path: Path) -> Path:
    ours = {
        "Accueil": kept(["Bienvenue"], ["Quitter", "Oui", "Non", "Valider"], picture),
        "Récapitulatif": kept(["Tout"], [], picture),
        "Espace": kept(["Fin"], [], picture),
    }
    theirs = {
        "Accueil": kept([MARKUP, "Un mot" * 40], ["Oui", "Non", "Quitter"], picture),
        "Récapitulatif": kept(["Tout"], [], picture),
    }
    walks = (
        Walk(name="simulateur de référence", kept=ours, trouble=""),
        Walk(name="http://127.0.0.1/", kept=theirs, trouble="La visite s’arrête."),
    )
    file = tmp_path / "ecarts.html"
    file.write_text(render(*walks, compare(*walks, STATEMENTS)), encoding="utf-8")
    return file


@pytest.fixture(params=["light", "dark"])
def page(reader: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme: Literal["light", "dark"] = request.param
    page = reader.new_page(color_scheme=scheme)
    page.goto(file.as_uri())
    yield page
    page.close()


def test_axe_finds_nothing_at_any_width(page: Page) -> None:
    for details in page.locator("summary").all():
        details.click()
    examination = Examination(widths=(360, 768, 1280))
    examination.examine("écarts", page.get_by_role("heading", name="Récapitulatif"))
    assert (examination.faults, examination.overflows) == ([], [])


def test_both_sides_and_their_differences_are_shown_as_text(page: Page) -> None:
    expect(page).to_have_title("Écarts avec la référence")
    home = page.get_by_role("region", name="Accueil")
    expect(home.get_by_role("listitem")).to_have_text(
        [
            "manque Valider lien ou bouton, R-2.001",
            "autre ordre Quitter lien ou bouton, R-2.002",
            "manque Bienvenue texte",
            f"en plus {MARKUP} texte",
            f"en plus {'Un mot' * 40} texte",
        ]
    )
    widths = "images => images.map(image => image.naturalWidth)"
    assert home.get_by_role("img").evaluate_all(widths) == [1280, 1280]


def test_what_was_not_reached_is_told(page: Page) -> None:
    expect(page.get_by_text("La visite s’arrête.")).to_be_visible()
    expect(page.get_by_role("region", name="Espace")).to_contain_text("Non atteint.")
    expect(page.get_by_text("2 étapes comparées sur 3.")).to_be_visible()
