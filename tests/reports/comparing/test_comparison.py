import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reports.cli import app
from reports.comparing.comparison import Comparison, compare
from reports.comparing.formats import render_html, render_markdown, render_text
from reports.formats import json_stream
from reports.judging.model import Report, Scenario, StatementResult, Verdict

Change = Callable[[Report], Report]


def first_result(edit: Callable[[StatementResult], StatementResult]) -> Change:
    def change(report: Report) -> Report:
        [first, *others] = report.statements
        return replace(report, statements=(edit(first), *others))

    return change


def verdict(value: Verdict) -> Change:
    return first_result(lambda result: replace(result, verdict=value))


def scenario(edit: Callable[[Scenario], Scenario]) -> Change:
    """Change the first scenario."""

    def change(report: Report) -> Report:
        [first, *others] = report.scenarios
        return replace(report, scenarios=(edit(first), *others))

    return change


def without_statement(report: Report) -> Report:
    return replace(report, statements=report.statements[1:])


def without_scenario(report: Report) -> Report:
    return replace(report, scenarios=report.scenarios[1:])


def other_quotation(report: Report) -> Report:
    def edit(result: StatementResult) -> StatementResult:
        return replace(result, statement=replace(result.statement, quotation="autre"))

    return first_result(edit)(report)


def same(report: Report) -> Report:
    return report


def fewer_assertions(item: Scenario) -> Scenario:
    return replace(item, steps=tuple(replace(step, assertions=0) for step in item.steps))


GOOD, BAD, UNKNOWN, OUT = Verdict


@pytest.mark.parametrize(
    "before, after, worse, told",
    [
        (same, same, 0, []),
        (same, verdict(BAD), 1, ["R-1.001 : conforme → non conforme"]),
        (same, verdict(UNKNOWN), 1, ["R-1.001 : conforme → non vérifié"]),
        (same, verdict(OUT), 1, ["R-1.001 : conforme → hors périmètre"]),
        (verdict(BAD), same, 0, ["R-1.001 : non conforme → conforme"]),
        (verdict(BAD), verdict(UNKNOWN), 0, ["R-1.001 : non conforme → non vérifié"]),
        (verdict(BAD), verdict(OUT), 1, ["R-1.001 : non conforme → hors périmètre"]),
        (verdict(UNKNOWN), verdict(BAD), 1, ["R-1.001 : non vérifié → non conforme"]),
        (same, without_statement, 1, ["R-1.001 : disparu (conforme)"]),
        (without_statement, same, 0, ["R-1.001 : apparu (conforme)"]),
        (without_statement, verdict(BAD), 1, ["R-1.001 : apparu (non conforme)"]),
        (same, other_quotation, 0, ["R-1.001 : cité autrement"]),
        (same, without_scenario, 1, ["bon (features/a.feature:12) : disparu"]),
        (without_scenario, same, 0, ["bon (features/a.feature:12) : apparu"]),
        (
            same,
            scenario(lambda item: replace(item, steps=item.steps[1:])),
            1,
            ["bon (features/a.feature:12) : 2 étapes → 1"],
        ),
        (
            scenario(lambda item: replace(item, steps=item.steps[1:])),
            same,
            0,
            ["bon (features/a.feature:12) : 1 étape → 2"],
        ),
        (
            same,
            scenario(fewer_assertions),
            1,
            ["bon (features/a.feature:12) : 1 assertion → 0"],
        ),
        (
            same,
            scenario(lambda item: replace(item, tags=("A-06", "U-11"))),
            1,
            [
                "bon (features/a.feature:12) : ne porte plus R-1.001",
                "bon (features/a.feature:12) : porte aussi U-11",
            ],
        ),
    ],
)
def test_every_change_is_told_and_weighed(
    failing_report: Report, before: Change, after: Change, worse: int, told: list[str]
) -> None:
    comparison = compare(before(failing_report), after(failing_report))
    assert comparison.worse == worse
    changes = [change for section in comparison.sections for change in section.changes]
    assert [f"{change.subject} : {change.text}" for change in changes] == told


def test_a_scenario_that_failed_does_not_tell_its_assertions(failing_report: Report) -> None:
    [good, bad, *others] = failing_report.scenarios
    changed = replace(failing_report, scenarios=(good, fewer_assertions(bad), *others))
    assert compare(failing_report, changed).sections == ()


@pytest.fixture
def comparison(failing_report: Report) -> Comparison:
    return compare(failing_report, without_scenario(verdict(BAD)(failing_report)))


def test_terminal_says_both_runs_and_what_is_worse(comparison: Comparison) -> None:
    text = render_text(comparison)
    assert "Avant : simulateur embarqué, 15/07/2026 à 00:30:00, état 0a1b2c3. Tout ne" in text
    assert "− R-1.001 : conforme → non conforme\n    «" in text
    assert text.endswith("Moins bien qu’avant : 2 différences.\n")


def test_markup_is_shown_as_text_in_markdown(comparison: Comparison) -> None:
    text = render_markdown(comparison)
    assert "<script>" not in text
    assert r"\<script\>alert\('\&" in text
    assert "🔻" in text


class Words(HTMLParser):
    """Reads the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_page_is_french_stands_alone_and_shows_markup_as_text(comparison: Comparison) -> None:
    page = render_html(comparison)
    assert '<html lang="fr">' in page
    assert not re.search(r"<script|<link|<img|href=|src=", page)
    assert "texte de R-1.001 <script>alert('&\"')</script>" in Words(page).text


def save(report: Report, folder: Path) -> Path:
    folder.mkdir()
    (folder / json_stream.NAME).write_text(json_stream.render(report), encoding="utf-8")
    return folder


def test_the_command_ends_by_what_got_worse(failing_report: Report, tmp_path: Path) -> None:
    old = save(failing_report, tmp_path / "old")
    new = save(without_scenario(failing_report), tmp_path / "new")

    def call(*words: object) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, ["compare", *map(str, words)])
        return result.exit_code, result.stdout, result.stderr

    assert call(old, old)[0] == 0
    assert "Aucune différence." in call(old, old)[1]
    written = ("--markdown", tmp_path / "c.md", "--html", tmp_path / "c.html")
    code, said, _ = call(old, new, *written)
    assert code == 1
    assert "Moins bien qu’avant : 1 différence." in said
    assert "disparu" in (tmp_path / "c.md").read_text(encoding="utf-8")
    assert "disparu" in (tmp_path / "c.html").read_text(encoding="utf-8")
    code, said, _ = call(new, save(verdict(BAD)(failing_report), tmp_path / "bad"))
    assert code == 1
    assert "«\N{NO-BREAK SPACE}texte de R-1.001 <script>" in said
    assert call(new, old)[0] == 0
    assert call(old)[0] == 2
    assert call(old, tmp_path) == (
        4,
        "",
        f"Aucun rapport lisible : {tmp_path / 'conformance.json'} (introuvable).\n",
    )
    code, _, error = call(old, old, "--html", tmp_path / "absent" / "c.html")
    assert code == 2
    assert "(introuvable)." in error
