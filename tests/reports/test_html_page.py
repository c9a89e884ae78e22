import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reports.formats import html_page
from reports.model import Report

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page as a browser would, and refuses an element left open or closed twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, tag: str, name: str) -> list[str]:
        return [
            value for found, attrs in self.elements if found == tag and (value := attrs.get(name))
        ]


@pytest.fixture
def page(failing_report: Report) -> Page:
    return Page(html_page.render(failing_report))


def test_page_is_french_and_stands_alone(page: Page) -> None:
    assert page.attributes("html", "lang") == ["fr"]
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.elements}
    assert all(link.startswith(("#", "evidence/")) for link in page.attributes("a", "href"))


def test_markup_of_the_run_is_shown_as_text(page: Page) -> None:
    assert "texte de R-1.001 <script>alert('&\"')</script>" in page.text
    assert "la page dit <script>alert('&\"')</script>" in page.text
    assert "attendu <script>alert('&\"')</script>" in page.text


def test_markup_in_an_address_of_evidence_stays_in_it(failing_report: Report) -> None:
    [scenario, *others] = failing_report.scenarios
    path = 'evidence/"><script>/a b.png'
    evidence = (replace(scenario.evidence[0], path=path),)
    scenarios = (replace(scenario, evidence=evidence), *others)
    page = Page(html_page.render(replace(failing_report, scenarios=scenarios)))
    assert path in page.attributes("a", "href")


def test_every_statement_can_be_linked_to(page: Page) -> None:
    ids = [value for _, attrs in page.elements if (value := attrs.get("id"))]
    assert len(ids) == len(set(ids))
    assert {"R-1.001", "R-1.005", "A-06", "U-11"} <= set(ids)
    internal = {link[1:] for link in page.attributes("a", "href") if link.startswith("#")}
    assert internal <= set(ids)


def test_readings_and_choices_are_told_apart(page: Page) -> None:
    assert page.attributes("article", "data-kind") == ["fiche"] * 5 + ["lecture", "choix"]
    assert [tag for tag, _ in page.elements].count("blockquote") == 5
    assert "choix du simulateur" in page.text


def test_first_lines_say_what_holds(page: Page) -> None:
    words = " ".join(page.text.split())
    assert "Tout ne tient pas : 2 énoncés non conformes, 1 énoncé automatisé non vérifié" in words
    assert "15/07/2026 à 00:30:00 (heure de Paris), 1 min 15 s" in words
    assert "chromium 156.0" in words
    assert "3 déclarés, 3 collectés, 3 exécutés, 2 réussis" in words


def test_failure_is_open_and_the_rest_is_not(page: Page) -> None:
    opened = [attrs for tag, attrs in page.elements if tag == "details" and "open" in attrs]
    assert len(opened) == 2  # the failed scenario, under each of its two statements


def test_scenario_without_statement_is_shown(page: Page) -> None:
    assert re.search(r"Scénarios sans énoncé\s.*orphelin", page.text, re.DOTALL)


def test_partial_run_says_so(green_report: Report) -> None:
    partial = replace(green_report, counts=replace(green_report.counts, declared=9))
    words = " ".join(Page(html_page.render(partial)).text.split())
    assert "Exécution partielle : 1 sur 9 scénarios déclarés." in words


def test_whole_run_says_that_all_holds(green_report: Report) -> None:
    text = Page(html_page.render(green_report)).text
    assert "Tout ce qui est déclaré a été exécuté et tient." in text
    assert "partielle" not in text
