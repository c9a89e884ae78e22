"""Runs pytest on planted scenarios: whatever goes wrong in one, nothing of it is green."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reports.judging.model import Defect, Phase, Scenario, ScenarioOutcome, StepOutcome, Verdict

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

GREEN = "  @R-1.001\n  Scénario: Bon\n    Alors cela tient\n"
WHOLE = ("--conformance", "build/conformance")


def test_failing_step_is_non_conforming(run: Run) -> None:
    failing = "  @R-1.001\n  Scénario: Mauvais\n    Alors cela ne tient pas\n    Et cela tient\n"
    ended = run(GREEN + failing)
    assert ended.status == 1
    assert ended.verdict is Verdict.NONCONFORMING
    scenario = ended.scenario("Mauvais")
    assert [(step.outcome, step.assertions) for step in scenario.steps] == [
        (StepOutcome.PASSED, 0),
        (StepOutcome.FAILED, 1),
        (StepOutcome.NOT_RUN, 0),
    ]
    assert scenario.failure is not None
    assert scenario.failure.phase is Phase.CALL
    assert "assert 'vu' == 'attendu'" in scenario.failure.message
    assert ended.scenario("Bon").outcome is ScenarioOutcome.PASSED
    assert "assert 'vu' == 'attendu'" in ended.text


@pytest.mark.parametrize(
    "scenario, outcome, reason",
    [
        ("Scénario: S\n    Alors personne ne sait", "broken", "Étape non définie"),
        ("Scénario: S\n", "broken", "Le scénario n’a aucune étape."),
        ("@panne_avant\n  Scénario: S\n    Alors cela tient", "broken", "La préparation du"),
        ("@panne_apres\n  Scénario: S\n    Alors cela tient", "broken", "Le nettoyage après"),
        ("Scénario: S\n    Quand elle imprime", "broken", "La préparation d’une étape"),
        (
            "Scénario: S\n    Étant donné une panne\n    Alors cela tient",
            "unverified",
            "Une étape n’a pas pu se faire : assert 'site' == 'en panne'",
        ),
        ("Scénario: S\n    Quand le test est sauté", "unverified", "plus tard"),
        ("@skip\n  Scénario: S\n    Alors cela tient", "unverified", "unconditional skip"),
        (
            "Scénario: S\n    Quand elle attend l’horloge\n    Alors cela ne tient pas",
            "unverified",
            "La cible n’offre pas l’horloge.",
        ),
    ],
)
def test_what_no_step_judged_is_unverified_and_red(
    run: Run, scenario: str, outcome: str, reason: str
) -> None:
    ended = run(f"{GREEN}  @R-1.001\n  {scenario}\n")
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED
    assert reason in ended.report.statements[0].reason
    assert ended.scenario("S").outcome == outcome
    assert ended.scenario("Bon").outcome is ScenarioOutcome.PASSED
    assert "non vérifié     R-1.001 «\N{NO-BREAK SPACE}deux procédures" in ended.text


def test_two_processes_give_the_report_of_one(run: Run) -> None:
    mixed = (
        GREEN + "  @R-1.001\n  Scénario: Mauvais\n    Alors cela ne tient pas\n"
        "  Scénario: Non définie\n    Alors personne ne sait\n"
        "  Scénario: Vide\n"
        "  @panne_avant\n  Scénario: Avant\n    Alors cela tient\n"
        "  @panne_apres\n  Scénario: Après\n    Alors cela tient\n"
        "  Scénario: Imprimante\n    Quand elle imprime\n"
        "  Scénario: Horloge\n    Quand elle attend l’horloge\n"
    )
    alone, shared = run(mixed).report, run(mixed, *WHOLE, "-n", "2").report
    assert alone.statements == shared.statements
    assert alone.problems == shared.problems
    assert alone.counts == shared.counts
    assert alone.target == shared.target
    assert [without_times(item) for item in alone.scenarios] == [
        without_times(item) for item in shared.scenarios
    ]


def without_times(scenario: Scenario) -> Scenario:
    steps = tuple(replace(step, duration=0) for step in scenario.steps)
    failure = scenario.failure and replace(scenario.failure, trace="")
    return replace(scenario, started=None, duration=0, steps=steps, failure=failure)


@pytest.mark.parametrize(
    "step, verdict",
    [("cela tient", Verdict.UNVERIFIED), ("cela ne tient pas", Verdict.NONCONFORMING)],
)
def test_expected_failure_is_never_green(run: Run, step: str, verdict: Verdict) -> None:
    ended = run(f"  @R-1.001 @xfail\n  Scénario: S\n    Alors {step}\n")
    assert ended.status == 1
    assert ended.verdict is verdict


def test_killed_process_is_unverified_and_red(run: Run) -> None:
    killer = "  @R-1.001\n  Scénario: S\n    Quand le processus meurt\n"
    ended = run(GREEN + killer, *WHOLE, "-n", "2")
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.scenario("S").outcome is ScenarioOutcome.BROKEN
    assert ended.scenario("S").failure is not None
    assert ended.scenario("Bon").outcome is ScenarioOutcome.PASSED
    assert "Un processus de test s’est arrêté en cours d’exécution." in ended.report.problems


def test_process_killed_during_setup_is_not_forgotten(run: Run) -> None:
    conftest = "@pytest.fixture(autouse=True)\ndef end(): __import__('os')._exit(1)\n"
    ended = run(GREEN, *WHOLE, "-n", "1", conftest=conftest)
    assert ended.status == 1
    assert ended.scenario("Bon").outcome is ScenarioOutcome.BROKEN
    assert ended.scenario("Bon").started is None


def test_rows_of_an_outline_are_scenarios_of_their_own(run: Run) -> None:
    outline = (
        "  @R-1.001\n  Plan du scénario: Cas <raison>\n    Alors cela <verbe>\n"
        "    Exemples:\n      | raison | verbe |\n      | un | tient |\n      | un | tient |\n"
        "    Exemples:\n      | raison | verbe |\n      | deux | ne tient pas |\n"
    )
    ended = run(outline)
    rows = [(item.row and item.row.number, item.outcome) for item in ended.report.scenarios]
    assert rows == [(1, "passed"), (2, "passed"), (3, "failed")]
    assert ended.scenario("Cas deux").id == "features/a.feature::Cas <raison> [3]"
    assert ended.report.counts.declared == 3


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_evidence_stands_beside_the_report(run: Run, workers: tuple[str, ...]) -> None:
    outline = (
        '  @R-1.001\n  Plan du scénario: S\n    Quand elle montre "Écran n° 1" : <texte>\n'
        "    Exemples:\n      | texte |\n      | un |\n      | deux |\n"
    )
    ended = run(outline, *WHOLE, *workers)
    assert ended.status == 0
    for text, scenario in zip(("un", "deux"), ended.report.scenarios, strict=True):
        [item] = scenario.evidence
        assert (item.name, item.media_type, item.step) == ("Écran n° 1", "text/plain", 1)
        assert item.path.endswith("/01-ecran-n-1.txt")
        assert (ended.folder / item.path).read_text(encoding="utf-8") == text
        digest = hashlib.sha256(text.encode()).hexdigest()
        assert (item.sha256, item.size) == (digest, len(text.encode()))


def test_folder_of_evidence_names_a_statement_and_the_scenario(run: Run) -> None:
    statements = "".join(
        f'[[statement]]\nid = "{name}"\nchapter = "1"\nquote = "q"\nkind = "{kind}"\n'
        f'verified = "automated"\n{lines}'
        for name, kind, lines in (
            ("A-01", "lecture", ""),
            ("R-1.002", "fiche", 'lines = "1"\n'),
        )
    )
    ended = run(
        "  @R-1.001\n  Règle: P\n"
        '    @A-01\n    Scénario: Été\n      Quand elle montre "a" : b\n'
        '    @R-1.002\n    Scénario: Hiver\n      Quand elle montre "a" : b\n',
        register=statements,
    )
    folders = [item.evidence[0].path.split("/")[1][:-9] for item in ended.report.scenarios]
    assert folders == ["R-1.001-ete", "R-1.002-hiver"]


def test_evidence_of_an_older_run_is_gone(run: Run) -> None:
    ended = run('  @R-1.001\n  Scénario: S\n    Quand elle montre "a" : b\n')
    assert (ended.folder / "evidence").is_dir()
    run(GREEN)
    assert not (ended.folder / "evidence").exists()


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_faults_put_in_on_purpose_are_told(run: Run, workers: tuple[str, ...]) -> None:
    ended = run(GREEN + "  Scénario: S\n    Quand elle casse le site\n", *WHOLE, *workers)
    assert ended.report.defects == (Defect(id="late", sentence="Le code meurt tôt."),)


def test_json_holds_the_step_texts_as_declared(run: Run) -> None:
    ended = run(GREEN)
    document = json.loads((ended.folder / "conformance.json").read_text(encoding="utf-8"))
    steps = document["scenarios"][0]["steps"]
    assert [(step["keyword"], step["text"]) for step in steps] == [
        ("Étant donné", "une personne"),
        ("Alors", "cela tient"),
    ]
