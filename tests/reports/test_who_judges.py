"""Runs pytest on planted scenarios: only an « Alors » says anything of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reports.audit.second_reading import find_differences
from reports.judging.model import ScenarioOutcome, StepOutcome, Verdict

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

GREEN = "  @R-1.001\n  Scénario: Bon\n    Alors cela tient\n"
WHOLE = ("--conformance", "build/conformance")
PARTIAL = (
    "-k",
    "s",
)
CONFTEST = """
import warnings
from pathlib import Path
from pytest_bdd import given, then, when
from reports.collecting.diagnosis import Diagnosis

class Missing(Exception): pass

def pytest_diagnose_error(error):
    if isinstance(error, Missing):
        return Diagnosis(is_of_site=True, sentence=f"Introuvable : {error}.", remedy=REMEDY)
@given("un écran absent")
@when("elle cherche un champ absent")
@then("un champ absent dit cela")
def _(): raise Missing("champ « Nom : »")
@when("elle constate une faute")
def _(): assert "vu" == "attendu"
@then("le code se trompe")
@when("elle fait se tromper le code")
def _(): {}["clé"]
@then("une bibliothèque avertit")
def _(): warnings.warn("bientôt autrement")
@then("cela tient la seconde fois")
def _():
    seen = Path("seen")
    is_second = seen.exists()
    seen.touch()
    assert is_second
"""
MISSING = "Introuvable : champ « Nom : »."


def conftest(remedy: str = "") -> str:
    return CONFTEST.replace("REMEDY", repr(remedy))


@pytest.mark.parametrize(
    "step, reason",
    [
        ("Étant donné un écran absent", MISSING),
        ("Quand elle cherche un champ absent", MISSING),
        (
            "Quand elle constate une faute",
            "Une étape n’a pas pu se faire : assert 'vu' == 'attendu'",
        ),
    ],
)
def test_an_act_that_cannot_be_carried_out_judges_nothing(run: Run, step: str, reason: str) -> None:
    scenario = f"  @R-1.001\n  Scénario: S\n    {step}\n    Alors cela ne tient pas\n"
    ended = run(GREEN + scenario, conftest=conftest())
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.report.statements[0].reason == reason
    assert ended.scenario("S").outcome is ScenarioOutcome.UNVERIFIED
    assert [item.outcome for item in ended.scenario("S").steps] == [
        StepOutcome.PASSED,
        StepOutcome.UNVERIFIED,
        StepOutcome.NOT_RUN,
    ]
    assert ended.scenario("S").failure is not None
    assert ended.status == 1


def test_what_an_act_lacks_is_no_green_run_of_one_scenario(run: Run) -> None:
    ended = run(
        "  @R-1.001\n  Scénario: S\n    Quand elle cherche un champ absent\n",
        *PARTIAL,
        conftest=conftest(),
    )
    assert ended.scenario("S").outcome is ScenarioOutcome.UNVERIFIED
    assert ended.status == 1


def test_an_expectation_that_finds_nothing_has_judged(run: Run) -> None:
    ended = run(
        "  @R-1.001\n  Scénario: S\n    Alors un champ absent dit cela\n", conftest=conftest()
    )
    assert ended.verdict is Verdict.NONCONFORMING


def test_words_that_nobody_has_told_let_not_even_an_expectation_judge(run: Run) -> None:
    ended = run(
        "  @R-1.001\n  Scénario: S\n    Alors un champ absent dit cela\n",
        conftest=conftest("vocabulary.activation.code"),
    )
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.scenario("S").remedy == "vocabulary.activation.code"
    assert ended.report.statements[0].remedies == ("vocabulary.activation.code",)


@pytest.mark.parametrize(
    "step, reason",
    [
        ("Alors le code se trompe", "Ennui de l’outil : KeyError ('clé')."),
        ("Quand elle fait se tromper le code", "Ennui de l’outil : KeyError ('clé')."),
        # Where pytest is told to make errors of warnings, as in this planted project.
        ("Alors une bibliothèque avertit", "Ennui de l’outil : UserWarning (bientôt autrement)."),
    ],
)
def test_trouble_of_the_tool_is_told_as_such_wherever_it_is(
    run: Run, step: str, reason: str
) -> None:
    ended = run(f"  @R-1.001\n  Scénario: S\n    {step}\n", conftest=conftest())
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.scenario("S").outcome is ScenarioOutcome.BROKEN
    assert ended.scenario("S").reason == reason
    assert ended.status == 1


JUNIT = ("--junitxml", "build/conformance/pytest.xml")
RERUN = ("-p", "pytest_rerunfailures", "--reruns", "1", *WHOLE, *JUNIT)


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_what_holds_when_run_again_only_is_not_verified(run: Run, workers: tuple[str, ...]) -> None:
    scenario = "  @R-1.001\n  Scénario: S\n    Alors cela tient la seconde fois\n"
    ended = run(GREEN + scenario, *RERUN, *workers, conftest=conftest())
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.scenario("S").outcome is ScenarioOutcome.BROKEN
    assert ended.scenario("S").reason == "Instable : réussi à la reprise seulement."
    assert len(ended.scenario("S").steps) == 2
    assert ended.scenario("Bon").outcome is ScenarioOutcome.PASSED
    doubts = list(find_differences(ended.folder, ended.folder.parents[1]))
    assert [doubt.partition(" : ")[2] for doubt in doubts] == [
        "rien ne l’a jugé (Instable : réussi à la reprise seulement.)",
        "joué 2 fois, rien ne dit laquelle croire.",
    ]


def test_what_fails_when_run_again_is_told_once(run: Run) -> None:
    scenario = (
        '  @R-1.001\n  Scénario: S\n    Quand elle montre "Écran" : vu\n'
        "    Alors cela ne tient pas\n"
    )
    ended = run(scenario, *RERUN)
    [found] = ended.report.scenarios
    assert found.outcome is ScenarioOutcome.FAILED
    assert found.reason == "Une étape a échoué. À la reprise aussi."
    kept = [file.relative_to(ended.folder) for file in ended.folder.glob("evidence/*/*")]
    assert [file.as_posix() for file in kept] == [item.path for item in found.evidence]
