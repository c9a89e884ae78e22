"""What is run with which defects, and how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.reports.detection.conftest import CONFTEST, JUDGED, WEAK, knowing, only
from tests.reports.detection.test_judging import SPOKEN

if TYPE_CHECKING:
    from tests.reports.conftest import Run
    from tests.reports.detection.conftest import Detect

pytest_plugins = ["pytester"]

Runs = Callable[[], list[str]]


def test_each_scenario_is_run_without_and_with_each_defect_of_its_own(
    detect: Detect, runs: Runs
) -> None:
    other = WEAK.replace("R-1.001", "R-1.005").replace("bruisse", "est là")
    bare = WEAK.replace("@R-1.001", "").replace("bruisse", "existe")
    detect(JUDGED + WEAK + other + bare, status=1, conftest=knowing("lies", "mute", "void"))
    assert runs() == ["None", "lies", "mute"] * 2 + ["None", "void"]


def test_a_run_finds_nothing_that_a_step_of_the_last_one_gave(detect: Detect) -> None:
    steps = "    Étant donné une voix neuve\n    Et une voix usée\n    Alors"
    finding = only(detect(JUDGED.replace("    Alors", steps), "--defect", "lies", status=0))
    assert finding["caught"]["step"] == "Alors il dit vrai"


def test_what_is_known_is_not_run_again(
    detect: Detect, pytester: pytest.Pytester, runs: Runs
) -> None:
    options = ("--defect", "lies", "--defect", "idle")
    first = detect(JUDGED, *options, status=1)
    assert runs() == ["None", "lies", "idle"]
    results = pytester.path / "build/detection/results.jsonl"
    lines = results.read_text("utf-8").splitlines()
    results.write_text("\n".join([*lines[:2], lines[2][:20], ""]), encoding="utf-8")
    again = detect(JUDGED, *options, status=1)
    assert runs() == ["idle"]
    for matrix in (first, again):
        states = {item["defect"]["id"]: item["state"] for item in matrix["findings"]}
        assert states == {"lies": "détecté", "idle": "non exercé"}
    detect(JUDGED, *options, status=1)
    assert runs() == []


@pytest.mark.parametrize(
    "name, expected",
    [("steps/a.py", ["None", "lies"]), ("features/undetectable.toml", [])],
    ids=["a step", "a mere explanation"],
)
def test_what_a_trial_depends_on_has_it_run_again(
    detect: Detect, runs: Runs, name: str, expected: list[str]
) -> None:
    detect(JUDGED, "--defect", "lies", status=0, files={name: "# avant"})
    runs()
    detect(JUDGED, "--defect", "lies", status=0, files={name: "# après"})
    assert runs() == expected


def test_a_run_without_defect_that_was_not_green_is_made_again(detect: Detect, runs: Runs) -> None:
    red = JUDGED.replace("il dit vrai", "cela ne tient pas")
    detect(red, "--defect", "lies", status=1)
    runs()
    detect(red, "--defect", "lies", status=1)
    assert runs() == ["None"]


def test_an_error_is_tried_again_where_a_verdict_rests_on_it(detect: Detect, runs: Runs) -> None:
    options = ("--defect", "mute", "--defect", "breaks")
    detect(JUDGED + SPOKEN, *options, status=1)
    runs()
    detect(JUDGED + SPOKEN, *options, status=1)
    # Of « mute », which one scenario detects, the other's error matters no more.
    assert runs() == ["breaks again"] * 2
    detect(JUDGED + SPOKEN, *options, status=1)
    assert runs() == []


def test_workers_find_the_same_but_try_nothing_again(detect: Detect, runs: Runs) -> None:
    options = ("--defect", "lies", "--defect", "slow", "-n", "2")
    for expected in (["None", "lies", "slow"], []):
        matrix = detect(JUDGED, *options, status=1)
        assert sorted(runs()) == sorted(expected)
        assert [item["state"] for item in matrix["findings"]] == ["détecté", "inachevé"]
    detect(JUDGED, *options[:-2], status=0)
    assert runs() == ["slow again"]


def test_a_part_says_what_is_left(detect: Detect, runs: Runs) -> None:
    matrix = detect(JUDGED + WEAK, "-k", "parle", status=1, conftest=knowing("lies"))
    assert runs() == ["None", "lies"]
    assert (only(matrix)["state"], matrix["problems"]) == (
        "détecté",
        ["Essais qui restent à jouer : 2."],
    )


def test_an_unknown_defect_is_refused_by_name(run: Run) -> None:
    ended = run(JUDGED, "--detect", "--defect", "lie", conftest=CONFTEST)
    assert ended.status == pytest.ExitCode.USAGE_ERROR
    assert "Le défaut « lie » n’existe pas ; voulez-vous dire lies" in ended.text
