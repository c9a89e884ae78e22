"""Runs pytest on planted projects: only what is whole and holds is green."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reports.formats import FORMATS
from reports.judging.model import ScenarioOutcome, Verdict

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

FEATURE = "# language: fr\nFonctionnalité: F\n  Contexte:\n    Étant donné une personne\n"
GREEN = "  @R-1.001\n  Scénario: Bon\n    Alors cela tient\n"
WHOLE = ("--conformance", "build/conformance")
DOCUMENTARY = """
[[statement]]
id = "R-1.005"
chapter = "1.1"
lines = "33"
quote = "mode de transmission EFI"
kind = "fiche"
verified = "documentary"
reason = "Aucun écran ne le montre."
"""


def test_everything_declared_and_holding_is_green(run: Run) -> None:
    ended = run(GREEN, register=DOCUMENTARY)
    assert ended.status == 0
    assert [result.verdict for result in ended.report.statements] == ["conforme", "hors périmètre"]
    assert ended.report.problems == ()
    counts = ended.report.counts
    assert (counts.declared, counts.collected, counts.executed) == (1, 1, 1)
    assert ended.report.target.name == "site d’essai"
    assert ended.report.target.addresses == ("http://127.0.0.1:1",)
    assert ended.report.environment.browser_version == "156.0"
    assert "Tout ce qui est déclaré a été exécuté et tient." in ended.text
    assert "<title>Conformité – site d’essai</title>" in (ended.folder / "index.html").read_text(
        encoding="utf-8"
    )
    assert {path.name for path in ended.folder.iterdir()} == FORMATS.keys()


def test_statement_without_scenario_is_red(run: Run) -> None:
    ended = run(GREEN.replace("@R-1.001", ""))
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.report.statements[0].reason == "Aucun scénario ne porte cet énoncé."


def test_doubled_title_is_red(run: Run) -> None:
    ended = run(GREEN + GREEN.replace("  @R-1.001\n", ""))
    assert ended.status == 1
    assert any("2 scénarios ont le même titre « Bon »" in text for text in ended.report.problems)
    assert [item.outcome for item in ended.report.scenarios] == ["not_run", "passed"]
    assert len({item.id for item in ended.report.scenarios}) == 2
    assert ended.verdict is Verdict.UNVERIFIED


def test_feature_that_no_test_collects_is_red(run: Run) -> None:
    forgotten = {"features/b.feature": FEATURE + GREEN}
    ended = run(GREEN, bound="a.feature", files=forgotten)
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED
    [problem] = ended.report.problems
    assert problem == "Déclaré, mais pas collecté : features/b.feature : « Bon »."


def test_scenario_left_out_of_a_whole_run_is_red(run: Run) -> None:
    ended = run(GREEN + GREEN.replace("Bon", "Autre"), *WHOLE, "-k", "bon")
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED
    assert (ended.report.counts.declared, ended.report.counts.executed) == (2, 1)


def test_run_without_any_test_is_red(run: Run) -> None:
    ended = run(GREEN, *WHOLE, "-k", "aucun")
    assert ended.status == 1
    assert ended.verdict is Verdict.UNVERIFIED


def test_run_stopped_at_the_first_failure_says_what_is_missing(run: Run) -> None:
    failing = "  @R-1.001\n  Scénario: A\n    Alors cela ne tient pas\n"
    ended = run(failing + GREEN, *WHOLE, "-x")
    assert ended.status == 1
    assert ended.scenario("Bon").outcome is ScenarioOutcome.NOT_RUN
    assert "Collecté, mais pas exécuté : features/a.feature : « Bon »." in ended.report.problems


def test_interrupted_run_says_so(run: Run) -> None:
    interrupted = "  @R-1.001\n  Scénario: A\n    Quand la personne interrompt\n"
    ended = run(interrupted + GREEN)
    assert ended.status == pytest.ExitCode.INTERRUPTED
    assert ended.scenario("A").outcome is ScenarioOutcome.BROKEN
    assert "L’exécution a été interrompue avant la fin." in ended.report.problems


FAILING = "  @R-1.001\n  Scénario: Mauvais\n    Alors cela ne tient pas\n"
PLAIN = "def test_plain(): assert False\n"


def known(until: str) -> str:
    return (
        'max = 1\n[[failure]]\nstatement = "R-1.001"\nowner = "Lila"\n'
        f'reason = "Corrigé bientôt."\nuntil = {until}\n'
    )


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_a_known_failure_is_let_through_and_stays_non_conforming(
    run: Run, workers: tuple[str, ...]
) -> None:
    options = (*WHOLE, "--known-failures", "known.toml", *workers)
    ended = run(FAILING, *options, files={"known.toml": known("2999-01-01")})
    assert ended.status == 0
    assert ended.verdict is Verdict.NONCONFORMING
    assert [item.state for item in ended.report.known_failures] == ["en cours"]
    assert "a été exécuté et tient, sauf 1 échec connu." in ended.text


@pytest.mark.parametrize(
    "scenarios, until, state, files",
    [
        (FAILING, "2020-01-01", "expirée", {}),
        (GREEN, "2999-01-01", "ne se produit plus", {}),
        (FAILING, "2999-01-01", "en cours", {"tests/test_plain.py": PLAIN}),
    ],
)
def test_a_known_failure_hides_nothing_else(
    run: Run, scenarios: str, until: str, state: str, files: dict[str, str]
) -> None:
    options = (*WHOLE, "--known-failures", "known.toml")
    ended = run(scenarios, *options, files={"known.toml": known(until), **files})
    assert ended.status == 1
    assert [item.state for item in ended.report.known_failures] == [state]


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_mistyped_tag_is_red(run: Run, workers: tuple[str, ...]) -> None:
    ended = run(GREEN + GREEN.replace("Bon", "Autre").replace("1.001", "1.010"), *WHOLE, *workers)
    assert ended.status != 0
    assert "'R-1.010' not found in `markers`" in ended.text
    problem = "features/a.feature : l’étiquette @R-1.010 n’est pas au registre."
    assert problem in ended.report.problems
    assert ended.verdict is Verdict.UNVERIFIED


def test_documentary_statement_with_a_scenario_is_red(run: Run) -> None:
    ended = run(GREEN.replace("@R-1.001", "@R-1.001 @R-1.005"), register=DOCUMENTARY)
    assert ended.status == 1
    [problem] = ended.report.problems
    assert (
        problem == "features/a.feature : @R-1.005 n’est pas un énoncé automatisé selon le registre."
    )


def test_run_of_one_scenario_reports_and_does_not_judge_the_rest(run: Run) -> None:
    ended = run(GREEN + "  Scénario: Vide\n", "-k", "bon", register=DOCUMENTARY)
    assert ended.status == 1  # an unfinished scenario in the same file is told at once
    other = {"features/b.feature": FEATURE + "  Scénario: Vide\n"}
    ended = run(GREEN, "-k", "bon", files=other)
    assert ended.status == 0
    assert ended.report.counts.declared == 2
    assert ended.scenario("Vide").outcome is ScenarioOutcome.NOT_RUN
    assert "le registre entier n’est pas jugé" in ended.text


def test_run_of_one_scenario_leaves_a_shared_statement_unverified(run: Run) -> None:
    ended = run(GREEN + GREEN.replace("Bon", "Autre"), "-k", "bon")
    assert ended.status == 0
    assert ended.verdict is Verdict.UNVERIFIED
    assert ended.report.statements[0].reason == "Scénario non retenu dans cette exécution."


@pytest.mark.parametrize("options", [("tests",), ("tests", "-n", "2"), ("--collect-only",)])
def test_run_without_features_writes_nothing(run: Run, options: tuple[str, ...]) -> None:
    ended = run(GREEN, *options, files={"tests/test_plain.py": "def test_plain(): pass\n"})
    assert ended.status == 0
    assert not ended.folder.parent.exists()


def test_unusable_register_is_refused_in_one_sentence(run: Run) -> None:
    ended = run(GREEN, register='[[statement]]\ncitation = "x"\n')
    assert ended.status == pytest.ExitCode.USAGE_ERROR
    assert "clé inconnue « citation »" in ended.text
    assert "Traceback" not in ended.text


def test_unusable_folder_is_refused_in_one_sentence(run: Run) -> None:
    ended = run(GREEN, files={"build": "un fichier, pas un dossier"})
    assert ended.status == pytest.ExitCode.USAGE_ERROR
    assert "Le dossier du rapport ne peut pas être créé" in ended.text
    assert "Traceback" not in ended.text


def test_unwritable_report_is_told_in_one_sentence(run: Run) -> None:
    ended = run(GREEN, files={"build/conformance/conformance.json/x": "un dossier à sa place"})
    assert ended.status == 1
    assert "Le rapport n’a pas pu être écrit dans" in ended.text
    assert "Traceback" not in ended.text
    assert [path for path in ended.folder.iterdir() if path.name.startswith(".")] == []
