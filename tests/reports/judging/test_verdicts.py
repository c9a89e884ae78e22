from collections.abc import Callable
from dataclasses import replace

import pytest

from reports.french import count
from reports.judging.endings import Ending, judge_run, shortfalls
from reports.judging.model import Report, Scenario, ScenarioOutcome, Verdict
from reports.judging.register import Kind, Statement, Verification
from reports.judging.verdicts import judge, totals_by_kind

PASSED, FAILED, BROKEN, UNVERIFIED, NOT_RUN, _ = ScenarioOutcome
AUTOMATED, MANUAL, DOCUMENTARY = Verification


@pytest.fixture
def statement(failing_report: Report) -> Statement:
    return failing_report.statements[0].statement


@pytest.fixture
def scenarios(failing_report: Report) -> Callable[..., list[Scenario]]:
    def make(*outcomes: ScenarioOutcome) -> list[Scenario]:
        model = failing_report.scenarios[0]
        return [
            replace(model, outcome=outcome, reason=f"Raison {number}.")
            for number, outcome in enumerate(outcomes, start=1)
        ]

    return make


@pytest.mark.parametrize(
    "verification, outcomes, verdict, reason",
    [
        (AUTOMATED, (PASSED,), Verdict.CONFORMING, ""),
        (AUTOMATED, (PASSED, PASSED), Verdict.CONFORMING, ""),
        (AUTOMATED, (), Verdict.UNVERIFIED, "Aucun scénario ne porte cet énoncé."),
        (AUTOMATED, (FAILED,), Verdict.NONCONFORMING, "1 scénario en échec."),
        (AUTOMATED, (PASSED, FAILED, FAILED), Verdict.NONCONFORMING, "2 scénarios en échec."),
        (AUTOMATED, (BROKEN, FAILED), Verdict.NONCONFORMING, "1 scénario en échec."),
        (AUTOMATED, (UNVERIFIED, FAILED), Verdict.NONCONFORMING, "1 scénario en échec."),
        (AUTOMATED, (PASSED, BROKEN), Verdict.UNVERIFIED, "Raison 2."),
        (AUTOMATED, (PASSED, UNVERIFIED), Verdict.UNVERIFIED, "Raison 2."),
        (AUTOMATED, (NOT_RUN, PASSED, BROKEN), Verdict.UNVERIFIED, "Raison 1. Raison 3."),
        (MANUAL, (), Verdict.UNVERIFIED, "À vérifier par une personne : Par choix."),
        (MANUAL, (PASSED,), Verdict.UNVERIFIED, "À vérifier par une personne : Par choix."),
        (MANUAL, (FAILED,), Verdict.NONCONFORMING, "1 scénario en échec."),
        (DOCUMENTARY, (), Verdict.OUT_OF_SCOPE, "Par choix."),
        (DOCUMENTARY, (PASSED,), Verdict.OUT_OF_SCOPE, "Par choix."),
    ],
)
def test_verdict_follows_from_scenarios(
    statement: Statement,
    scenarios: Callable[..., list[Scenario]],
    verification: Verification,
    outcomes: tuple[ScenarioOutcome, ...],
    verdict: Verdict,
    reason: str,
) -> None:
    judged = replace(statement, verification=verification, reason="Par choix.")
    assert judge(judged, scenarios(*outcomes)) == (verdict, reason)


def test_one_reason_is_said_once(
    statement: Statement, scenarios: Callable[..., list[Scenario]]
) -> None:
    same = [replace(item, reason="La même.") for item in scenarios(UNVERIFIED, UNVERIFIED)]
    assert judge(statement, same) == (Verdict.UNVERIFIED, "La même.")


def test_kinds_are_never_counted_together(failing_report: Report) -> None:
    totals = totals_by_kind(failing_report)
    assert totals[Kind.FICHE] == {
        Verdict.CONFORMING: 1,
        Verdict.NONCONFORMING: 1,
        Verdict.OUT_OF_SCOPE: 1,
        Verdict.UNVERIFIED: 2,
    }
    assert totals[Kind.READING] == {Verdict.CONFORMING: 1}
    assert totals[Kind.CHOICE] == {Verdict.NONCONFORMING: 1}
    assert totals[Kind.RGAA] == {Verdict.NONCONFORMING: 1}


def test_nothing_is_short_when_everything_holds(green_report: Report) -> None:
    assert shortfalls(green_report) == ()


def test_a_persons_check_is_let_through_unless_strict(green_report: Report) -> None:
    [result] = green_report.statements
    manual = replace(
        result,
        statement=replace(result.statement, id="R-9.999", verification=MANUAL),
        verdict=Verdict.UNVERIFIED,
    )
    report = replace(green_report, statements=(result, manual))
    told = ("1 énoncé à vérifier par une personne",)
    lenient, strict = judge_run(report, is_strict=False), judge_run(report, is_strict=True)
    assert (lenient.ending, lenient.refused, lenient.let_through) == (Ending.HOLDS, (), told)
    assert (strict.ending, strict.refused, strict.let_through) == (Ending.UNVERIFIED, told, ())


def test_shortfalls_name_everything_that_is_missing(failing_report: Report) -> None:
    assert shortfalls(replace(failing_report, problems=("Processus perdu.",))) == (
        "2 énoncés non conformes",
        "1 critère RGAA non conforme",
        "1 anomalie de l’exécution",
        "1 énoncé automatisé non vérifié",
        "1 énoncé à vérifier par une personne",
    )


def test_a_register_without_automated_statement_never_holds(green_report: Report) -> None:
    assert shortfalls(replace(green_report, statements=())) == ("aucun énoncé automatisé",)


@pytest.mark.parametrize("number, text", [(0, "0 cas"), (1, "1 cas"), (2, "2 des cas")])
def test_count_follows_french_grammar(number: int, text: str) -> None:
    assert count(number, "cas", "des cas") == text
