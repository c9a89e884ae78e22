"""How much of the guide could be judged, in numbers and in every format that a person opens."""

import io
from collections.abc import Callable
from dataclasses import replace

import pdfplumber
import pytest

from reports.formats import FORMATS
from reports.judging.endings import Ending, judge_run
from reports.judging.model import (
    Failure,
    Phase,
    Reading,
    Report,
    Scenario,
    ScenarioOutcome,
    Target,
    Verdict,
)
from reports.judging.reach import Gap, measure
from reports.judging.verdicts import judge_statement
from reports.publishing import terminal

LACK = "Ce site ne peut être vérifié sans pouvoir régler son horloge."
MISSING = "Introuvable : champ « Code reçu : »."
KEY = "vocabulary.activation.code"


@pytest.fixture
def on_another_site(failing_report: Report) -> Report:
    """R-1.001 holds, R-1.002 lacks a clock, R-1.005 a word; all else is not of the guide."""
    model = failing_report.scenarios[0]
    target = Target(
        name="site indiqué",
        addresses=("https://essai.example",),
        is_another=True,
        readings=(Reading(id="A-06", text="Le texte seul compte."),),
    )
    scenarios = (
        replace(model, tags=("R-1.001", "A-06", "RGAA-10.11")),
        unverified(model, "sans horloge", "R-1.002", LACK, "control"),
        unverified(model, "sans champ", "R-1.005", MISSING, KEY),
    )
    statements = [item.statement for item in failing_report.statements]
    return replace(
        failing_report,
        target=target,
        scenarios=scenarios,
        statements=tuple(judge_statement(item, scenarios, target) for item in statements),
    )


def unverified(model: Scenario, title: str, tag: str, reason: str, remedy: str) -> Scenario:
    return replace(
        model,
        id=title,
        title=title,
        line=len(title),
        tags=(tag,),
        outcome=ScenarioOutcome.UNVERIFIED,
        reason=reason,
        remedy=remedy,
    )


def test_only_what_the_guide_says_is_measured(on_another_site: Report) -> None:
    reach = measure(on_another_site)
    assert reach is not None
    assert (reach.judged, reach.total) == (1, 3)
    assert reach.gaps == (
        Gap(reason=LACK, remedy="control", statements=("R-1.002",)),
        Gap(reason=MISSING, remedy=KEY, statements=("R-1.005",)),
    )


def test_the_simulator_is_not_measured(failing_report: Report) -> None:
    assert measure(failing_report) is None
    assert "Sur ce site" not in str(FORMATS["index.html"](failing_report))


def read_pdf(report: Report) -> str:
    content = FORMATS["conformance.pdf"](report)
    assert isinstance(content, bytes)
    with pdfplumber.open(io.BytesIO(content)) as document:
        return document.pages[0].extract_text()


@pytest.mark.parametrize(
    "read",
    [
        lambda report: str(FORMATS["index.html"](report)),
        lambda report: str(FORMATS["summary.md"](report)).replace("\\", ""),
        lambda report: terminal.render(report, "build"),
        read_pdf,
    ],
    ids=["html", "markdown", "terminal", "pdf"],
)
def test_the_first_page_says_what_could_be_judged_and_what_would_help(
    on_another_site: Report, read: Callable[[Report], str]
) -> None:
    page = " ".join(read(on_another_site).split())
    for words in (
        "1 jugé sur 3 énoncés automatisés de la fiche.",
        LACK,
        KEY,
        "A-06",
        "Le texte seul compte.",
    ):
        assert words in page


@pytest.mark.parametrize(
    "remedy, ending", [(KEY, Ending.HOLDS), ("", Ending.UNVERIFIED)], ids=["chosen", "attested"]
)
def test_a_site_without_what_the_guide_attests_is_never_let_through(
    on_another_site: Report, remedy: str, ending: Ending
) -> None:
    *others, missing = on_another_site.scenarios
    failure = Failure(phase=Phase.CALL, message="Timeout", trace="")
    scenarios = (*others, replace(missing, remedy=remedy, failure=failure))
    statements = tuple(
        judge_statement(item.statement, scenarios, on_another_site.target)
        for item in on_another_site.statements
    )
    assert Verdict.NONCONFORMING not in {item.verdict for item in statements}
    report = replace(on_another_site, scenarios=scenarios, statements=statements)
    assert judge_run(report, is_strict=False).ending is ending
