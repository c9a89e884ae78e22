import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from reports.formats import html_page
from reports.judging.model import (
    Defect,
    Evidence,
    KnownFailure,
    KnownFailureState,
    Report,
    Scenario,
    Shard,
    Verdict,
)

VOID = {"meta", "br", "img", "input"}


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

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


@pytest.fixture
def page(failing_report: Report) -> Page:
    return Page(html_page.render(failing_report))


Keeping = Callable[..., Page]


@pytest.fixture
def keeping(failing_report: Report) -> Keeping:
    def show(path: str, media_type: str = "image/png") -> Page:
        [scenario, *others] = failing_report.scenarios
        item = replace(scenario.evidence[0], path=path, media_type=media_type, size=2345)
        kept: tuple[Evidence, ...] = (item,)
        scenarios: tuple[Scenario, ...] = (replace(scenario, evidence=kept), *others)
        return Page(html_page.render(replace(failing_report, scenarios=scenarios)))

    return show


def test_page_is_french_and_stands_alone(page: Page) -> None:
    assert page.attributes("html", "lang") == ["fr"]
    assert not {"link", "object", "embed", "base"} & {tag for tag, _ in page.elements}
    assert page.attributes("script", "src") == []
    addresses = [*page.attributes("a", "href"), *page.attributes("img", "src")]
    assert all(address.startswith(("#", "evidence/")) for address in addresses)


def test_nothing_runs_but_what_the_policy_knows(failing_report: Report) -> None:
    text = html_page.render(failing_report)
    policy = Page(text).attributes("meta", "content")[0]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    for tag in ("style", "script"):
        [content] = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert directives[f"{tag}-src"] == f"'sha256-{digest}'"
    assert " style=" not in text


def test_markup_of_the_run_is_shown_as_text(page: Page) -> None:
    assert "texte de R-1.001 <script>alert('&\"')</script>" in page.text
    assert "la page dit <script>alert('&\"')</script>" in page.text
    assert "attendu <script>alert('&\"')</script>" in page.text


def test_markup_in_an_address_of_evidence_stays_in_it(keeping: Keeping) -> None:
    page = keeping('evidence/"><script>/a b#c.png')
    assert "evidence/%22%3E%3Cscript%3E/a%20b%23c.png" in page.attributes("a", "href")
    assert len(page.attributes("img", "src")) == 3


@pytest.mark.parametrize(
    "path", ["javascript:alert(1)", "/etc/passwd", "evidence/../../a.png", "evidence//a.png", ""]
)
def test_file_outside_of_the_evidence_is_named_and_not_linked(keeping: Keeping, path: str) -> None:
    page = keeping(path)
    assert path not in page.attributes("a", "href") + page.attributes("img", "src")
    assert f"l’écran {path}".strip() in page.words
    assert "hors du dossier des pièces" in page.words


def test_picture_is_loaded_when_it_is_looked_at(keeping: Keeping) -> None:
    page = keeping("evidence/a/écran.jpg", "image/jpeg")
    pictures = {attrs["src"]: attrs for tag, attrs in page.elements if tag == "img"}
    picture = pictures["evidence/a/%C3%A9cran.jpg"]
    assert (picture["alt"], picture["loading"]) == ("l’écran", "lazy")


def test_text_is_shown_where_it_stands_and_can_do_nothing(keeping: Keeping) -> None:
    page = keeping("evidence/a/courriel.txt", "text/plain")
    [frame] = [attrs for tag, attrs in page.elements if tag == "iframe"]
    assert frame["src"] == "evidence/a/courriel.txt"
    assert (frame["title"], frame["loading"], frame["sandbox"]) == ("l’écran", "lazy", None)
    assert "2 Ko" in page.words


def test_trace_comes_with_the_command_that_opens_it(keeping: Keeping) -> None:
    page = keeping("evidence/a/trace.zip", "application/zip")
    assert "playwright show-trace evidence/a/trace.zip" in page.words


def test_every_statement_can_be_linked_to(page: Page) -> None:
    ids = [value for _, attrs in page.elements if (value := attrs.get("id"))]
    assert len(ids) == len(set(ids))
    assert {"R-1.001", "R-1.005", "A-06", "U-11"} <= set(ids)
    internal = {link[1:] for link in page.attributes("a", "href") if link.startswith("#")}
    assert internal <= set(ids)


def test_readings_choices_and_criteria_are_told_apart(page: Page) -> None:
    assert page.attributes("article", "data-kind") == ["fiche"] * 5 + ["lecture", "choix", "rgaa"]
    assert [tag for tag, _ in page.elements].count("blockquote") == 5
    assert "choix du simulateur" in page.text
    assert "critère du RGAA 4.1, hors de la fiche" in page.text


def test_first_lines_say_what_holds(page: Page) -> None:
    assert (
        "Tout ne tient pas : 2 énoncés non conformes, 1 critère RGAA non conforme, 1 énoncé "
        "automatisé non vérifié" in page.words
    )
    assert "Cible : simulateur embarqué" in page.words
    assert "jugée le 15/07/2026 à 00:30:00 (heure de Paris)" in page.words
    assert "par espace-expert 0.1.0, commit 0a1b2c3" in page.words
    assert "non répartie en lots aucun défaut en vigueur aucun échec connu" in page.words
    assert "1 min 15 s" in page.words
    assert "chromium 156.0" in page.words
    assert "3 déclarés, 3 collectés, 3 exécutés, 2 réussis" in page.words


def test_totals_keep_the_fiche_apart(page: Page) -> None:
    assert (
        "Ce qui tient 1 ✓ conforme énoncés de la fiche, et 1 lecture, 0 choix "
        "hors de la fiche, 0 critère RGAA" in page.words
    )
    assert (
        "Ce qui ne tient pas 1 ✗ non conforme énoncés de la fiche, et 0 lecture, 1 choix "
        "hors de la fiche, 1 critère RGAA" in page.words
    )
    assert "Ce qu’on ne sait pas 2 ? non vérifié" in page.words
    assert "Ce qui n’est pas jugé 1 – hors périmètre" in page.words


def test_what_fails_and_what_is_not_known_are_linked_first(page: Page) -> None:
    links = [link for link in page.attributes("a", "href") if link.startswith("#")]
    assert links[:5] == ["#R-1.002", "#U-11", "#RGAA-10.11", "#R-1.004", "#R-1.005"]


def test_reason_is_said_in_full(page: Page) -> None:
    assert "Pourquoi non vérifié : Aucun scénario ne porte cet énoncé." in page.words
    assert "Pourquoi non vérifié : À vérifier par une personne" in page.words
    assert "Pourquoi hors périmètre : Aucun écran ne le montre." in page.words
    assert "Pourquoi non conforme : 1 scénario en échec." in page.words


def test_defect_shard_and_known_failures_are_told(green_report: Report) -> None:
    known = [
        KnownFailure(
            statement=statement,
            owner="Équipe <b>",
            reason="corrigé en mars",
            until=date(2027, 3, 1),
            state=state,
        )
        for statement, state in (
            ("R-1.001", KnownFailureState.TOLERATED),
            ("R-9.999", KnownFailureState.UNKNOWN),
        )
    ]
    report = replace(
        green_report,
        commit="0a1b2c3+",
        defects=(Defect(id="late-code", sentence="Le code meurt tôt."),),
        shard=Shard(index=2, total=3),
        known_failures=tuple(known),
    )
    page = Page(html_page.render(report))
    told = "jusqu’au 01/03/2027, suivi par Équipe <b> : corrigé en mars"
    assert "commit 0a1b2c3+ (fichiers modifiés depuis)" in page.words
    assert "lot 2 sur 3 1 défaut en vigueur 2 échecs connus" in page.words
    assert "late-code : Le code meurt tôt." in page.words
    assert f"Échec connu : en cours, {told}" in page.words
    assert f"R-9.999 inconnue, {told}" in page.words
    assert "#R-9.999" not in page.attributes("a", "href")


def test_scenario_is_told_once_and_linked_from_the_others(page: Page) -> None:
    told = re.findall("lien vers ce scénario", page.text)
    assert len(told) == 3
    assert "✓ réussi bon sous R-1.001" in page.words  # under A-06
    assert "✗ échec mauvais sous R-1.002" in page.words  # under U-11


def test_scenario_keeps_its_address_from_one_run_to_the_next(failing_report: Report) -> None:
    def addresses(report: Report) -> dict[str, str]:
        text = html_page.render(report)
        return {
            title: re.findall(r'id="(s-\w+)"', text.split(f"</span> {title}")[1])[0]
            for title in ("mauvais", "orphelin")
        }

    fewer = replace(failing_report, scenarios=failing_report.scenarios[1:])
    statements = tuple(
        replace(item, scenarios=()) if item.statement.id in {"R-1.001", "A-06"} else item
        for item in failing_report.statements
    )
    assert addresses(replace(fewer, statements=statements)) == addresses(failing_report)


def test_every_verdict_can_be_filtered_for(page: Page) -> None:
    assert set(page.attributes("article", "data-verdict")) == set(Verdict)
    [select, *_] = [attrs["name"] for tag, attrs in page.elements if tag == "select"]
    assert select == "verdict"
    assert all(verdict in page.words for verdict in Verdict)


def test_failure_is_open_and_the_rest_is_not(page: Page) -> None:
    opened = [attrs for tag, attrs in page.elements if tag == "details" and "open" in attrs]
    assert len(opened) == 1


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


def test_long_message_is_cut_and_its_trace_is_not(failing_report: Report) -> None:
    long = "\n\n\n".join(f"ligne {number}" for number in range(30))
    scenarios = tuple(
        replace(item, failure=item.failure and replace(item.failure, message=long, trace=long))
        for item in failing_report.scenarios
    )
    page = Page(html_page.render(replace(failing_report, scenarios=scenarios)))
    assert "ligne 14\nligne 15\n[… et 14 lignes de plus]" in page.text
    assert page.text.count("ligne 16") == 1
    assert long in page.text
