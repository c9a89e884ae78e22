"""Runs pytest on planted scenarios against another site: what is ours alone is not asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reports.audit.second_reading import find_differences
from reports.judging.model import Reading, ScenarioOutcome, Verdict

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

CHOICES = "".join(
    f"""
[[statement]]
id = "{id_}"
chapter = "1.1"
quote = "texte de {id_}"
kind = "{kind}"
verified = "automated"
"""
    for id_, kind in (("U-11", "choix"), ("U-12", "choix"), ("A-06", "lecture"))
)
SCENARIOS = """
  @R-1.001 @U-11
  Scénario: Aussi de la fiche
    Alors cela tient
  @U-11
  Scénario: Un choix
    Alors cela ne tient pas
  @U-12
  Scénario: Un autre choix
    Alors cela tient
  @A-06
  Scénario: Une lecture
    Alors cela tient
  Scénario: Sans énoncé
    Alors cela tient
"""
NOT_ADOPTED = "Choix du simulateur, que le profil de ce site n’adopte pas."
WHOLE = ("--conformance", "build/conformance", "--junitxml", "build/conformance/pytest.xml")


def site(*adopted: str) -> str:
    return (
        "def pytest_judged_site():\n"
        f"    return {{'adopts': {adopted}, 'readings': {{'A-06': 'Le texte seul compte.'}}}}\n"
    )


def outcomes(run: Run, *options: str, conftest: str) -> dict[str, str]:
    report = run(SCENARIOS, *options, register=CHOICES, conftest=conftest).report
    return {item.title: item.outcome for item in report.scenarios}


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_a_choice_of_ours_is_out_of_scope_on_another_site(
    run: Run, workers: tuple[str, ...]
) -> None:
    ended = run(SCENARIOS, *WHOLE, *workers, register=CHOICES, conftest=site())
    assert ended.status == 0, ended.text
    assert {item.statement.id: item.verdict for item in ended.report.statements} == {
        "R-1.001": Verdict.CONFORMING,
        "U-11": Verdict.OUT_OF_SCOPE,
        "U-12": Verdict.OUT_OF_SCOPE,
        "A-06": Verdict.OUT_OF_SCOPE,
    }
    read_otherwise = ended.scenario("Une lecture")
    assert read_otherwise.outcome is ScenarioOutcome.OUT_OF_SCOPE
    assert read_otherwise.reason == "Ce site lit la fiche autrement, d’après son profil."
    left_out = ended.scenario("Un choix")
    assert (left_out.outcome, left_out.reason) == (ScenarioOutcome.OUT_OF_SCOPE, NOT_ADOPTED)
    assert ended.report.target.readings == (Reading(id="A-06", text="Le texte seul compte."),)
    assert not ended.report.is_partial
    assert list(find_differences(ended.folder, ended.folder.parents[1])) == []
    assert "Lecture A-06 du profil : Le texte seul compte." in ended.text


def test_what_a_profile_adopts_is_judged(run: Run) -> None:
    ended = run(SCENARIOS, *WHOLE, register=CHOICES, conftest=site("U-11"))
    assert ended.scenario("Un choix").outcome is ScenarioOutcome.FAILED
    assert ended.scenario("Un autre choix").outcome is ScenarioOutcome.OUT_OF_SCOPE
    assert ended.status == 1


def test_all_is_judged_on_the_simulator(run: Run) -> None:
    found = outcomes(run, *WHOLE, conftest="")
    assert ScenarioOutcome.OUT_OF_SCOPE not in found.values()


def test_a_shard_leaves_out_the_same(run: Run) -> None:
    found = outcomes(run, *WHOLE, "--shard", "1/2", conftest=site())
    assert found["Un choix"] == ScenarioOutcome.OUT_OF_SCOPE
    assert found["Un autre choix"] == ScenarioOutcome.OUT_OF_SCOPE
    assert found["Aussi de la fiche"] == ScenarioOutcome.PASSED


def test_the_audit_sees_a_scenario_left_out_that_the_site_has_to_answer_for(run: Run) -> None:
    ended = run(SCENARIOS, *WHOLE, register=CHOICES, conftest=site())
    file = ended.folder / "conformance.json"
    told = file.read_text("utf-8").replace('"adopted": []', '"adopted": ["U-12"]')
    file.write_text(told, encoding="utf-8")
    found = "\n".join(find_differences(ended.folder, ended.folder.parents[1]))
    assert "« Un autre choix » : à tort dans le périmètre, ou hors de lui." in found
