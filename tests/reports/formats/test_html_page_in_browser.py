"""The page as a browser shows it: examined by axe-core, filtered, and linked to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserType, Locator, Page, expect

from fixtures.accessibility import Examination
from fixtures.browser.finding import Chromium
from fixtures.browser.launching import loopback_only
from reports.formats import html_page
from reports.judging.model import Defect, Evidence, Report, Scenario, Shard

Scheme = Literal["light", "dark"]
Show = Callable[..., Page]
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000"
    "020001e221bc330000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def reader(browser_type: BrowserType, chromium: Chromium) -> Iterator[Browser]:
    executable = chromium.for_pages(is_watched=False)
    with browser_type.launch(executable_path=executable, args=[loopback_only()]) as browser:
        yield browser


def with_evidence(scenario: Scenario) -> Scenario:
    template = scenario.evidence[0]
    kinds = (
        ("Écran", "ecran.png", "image/png"),
        ("Courriel", "courriel.txt", "text/plain"),
        ("Trace", "trace.zip", "application/zip"),
    )
    kept: tuple[Evidence, ...] = tuple(
        replace(template, name=name, path=f"evidence/{file}", media_type=media_type)
        for name, file, media_type in kinds
    )
    return replace(scenario, evidence=kept)


@pytest.fixture
def report(failing_report: Report) -> Report:
    return replace(
        failing_report,
        shard=Shard(index=1, total=3),
        defects=(Defect(id="late-code", sentence="Le code meurt tôt."),),
        problems=("Un processus de test s’est arrêté.",),
        scenarios=tuple(map(with_evidence, failing_report.scenarios)),
    )


@pytest.fixture
def show(reader: Browser, report: Report, tmp_path: Path) -> Iterator[Show]:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "ecran.png").write_bytes(PICTURE)
    (tmp_path / "evidence" / "courriel.txt").write_text("Votre code", encoding="utf-8-sig")
    file = tmp_path / "index.html"
    file.write_text(html_page.render(report), encoding="utf-8")
    pages: list[Page] = []

    def open_page(anchor: str = "", scheme: Scheme = "light", *, has_script: bool = True) -> Page:
        page = reader.new_page(color_scheme=scheme, java_script_enabled=has_script)
        pages.append(page)
        page.goto(f"{file.as_uri()}#{anchor}")
        return page

    yield open_page
    for page in pages:
        page.close()


def scenario(page: Page, title: str) -> Locator:
    return page.locator("article > details").filter(has_text=title)


def shown(page: Page) -> list[str]:
    return page.locator("article:visible h3 a").all_text_contents()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_width(show: Show, scheme: Scheme) -> None:
    examination = Examination(widths=(360, 768, 1280))
    page = show(scheme=scheme)
    page.get_by_role("button", name="Tout déplier").click()
    examination.examine("rapport", page.get_by_role("heading", name="Chapitre 2 (48h)"))
    assert (examination.faults, examination.overflows) == ([], [])


def test_evidence_is_shown_from_the_files_beside_the_page(show: Show) -> None:
    page = show()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.get_by_role("button", name="Tout déplier").click()
    picture = scenario(page, "mauvais").get_by_role("img", name="Écran")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 1)
    mail = scenario(page, "mauvais").frame_locator("iframe[title=Courriel]")
    expect(mail.get_by_text("Votre code", exact=True)).to_be_visible()
    assert refused == []


def test_statements_are_filtered_by_verdict_chapter_and_text(show: Show) -> None:
    page = show()
    everything = shown(page)
    page.get_by_label("Verdict").select_option("non vérifié")
    assert shown(page) == ["R-1.004", "R-1.005"]
    page.get_by_label("Verdict").select_option("")
    page.get_by_label("Chapitre", exact=True).select_option("Lectures de la fiche")
    assert shown(page) == ["A-06"]
    page.get_by_label("Chapitre", exact=True).select_option("")
    page.get_by_label("Texte").fill("  RAISON de mauvais ")
    assert shown(page) == ["R-1.002"]
    expect(page.get_by_role("status")).to_have_text("Affichés : 1 sur 9.")
    page.get_by_label("Texte").fill("")
    assert shown(page) == everything


def test_address_of_a_scenario_opens_it(show: Show) -> None:
    page = show()
    link = page.locator("#A-06").get_by_role("link", name="bon")
    anchor = str(link.get_attribute("href"))
    page.get_by_label("Verdict").select_option("hors périmètre")
    page.evaluate("address => { location.hash = address }", anchor)
    expect(scenario(page, "bon").get_by_role("listitem").first).to_be_in_viewport()
    expect(page.get_by_label("Verdict")).to_have_value("")


def test_keyboard_reaches_and_opens_a_scenario(show: Show) -> None:
    page = show("A-06")
    page.locator("#A-06").get_by_role("link", name="bon").focus()
    page.keyboard.press("Enter")
    expect(scenario(page, "bon").get_by_role("listitem").first).to_be_visible()
    scenario(page, "bon").locator("summary").focus()
    page.keyboard.press("Space")
    expect(scenario(page, "bon").get_by_role("listitem").first).to_be_hidden()


def test_everything_is_there_without_script(show: Show) -> None:
    page = show(has_script=False)
    expect(page.get_by_role("search")).to_be_hidden()
    assert len(shown(page)) == 8
    page.locator("#A-06").get_by_role("link", name="bon").click()
    expect(scenario(page, "bon").get_by_role("listitem").first).to_be_visible()


def test_filter_is_not_printed(show: Show) -> None:
    page = show()
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    assert len(shown(page)) == 8
