"""What is run with which defects, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.conftest import FEATURE, STEPS
from tests.reports.detection.conftest import CONFTEST, JUDGED, PARTED, WEAK, only

if TYPE_CHECKING:
    from tests.reports.conftest import Run
    from tests.reports.detection.conftest import Detect

pytest_plugins = ["pytester"]


def test_its_own_scenarios_are_run_until_one_sees_it(
    detect: Detect, pytester: pytest.Pytester
) -> None:
    after = JUDGED.replace("Il parle", "Il parle encore")
    tries = only(detect(WEAK + JUDGED + after, "--defect", "lies", status=0))["tries"]
    assert [item["title"] for item in tries] == ["« Il bruisse »", "« Il parle »"]
    assert (pytester.path / "runs.txt").read_text().split() == ["None", "lies"] * 2


def test_a_run_finds_nothing_that_a_step_of_the_last_one_gave(detect: Detect) -> None:
    steps = "    Étant donné une voix neuve\n    Et une voix usée\n    Alors"
    finding = only(detect(JUDGED.replace("    Alors", steps), "--defect", "lies", status=0))
    assert finding["caught"]["step"] == "Alors il dit vrai"


def test_only_what_would_matter_is_run_again(detect: Detect, pytester: pytest.Pytester) -> None:
    detect(JUDGED + WEAK, status=1, scope="all")
    runs = (pytester.path / "runs.txt").read_text().split()
    # Each scenario once without; « idle » and « noise » are known to change nothing.
    assert sorted(runs) == sorted(["None", "mute", "lies", "breaks"] * 2)


def test_what_is_known_is_not_run_again(detect: Detect, pytester: pytest.Pytester) -> None:
    options = ("--defect", "lies", "--defect", "idle")
    first = detect(JUDGED + WEAK, *options, status=1, scope="all")
    memory = pytester.path / "build/detection/results.jsonl"
    lines = memory.read_text("utf-8").splitlines()
    assert len(lines) == len(["sans-défaut", "lies"] * 2)
    cut_short = [*lines[:3], lines[3][:20]]
    memory.write_text("\n".join([*cut_short, ""]), encoding="utf-8")
    again = detect(JUDGED + WEAK, *options, status=1, scope="all")
    assert (pytester.path / "runs.txt").read_text().split() == ["None", "lies"] * 2 + ["lies"]
    for found in (first, again):
        states = {item["defect"]["id"]: item["state"] for item in found["findings"]}
        assert states == {"lies": "détecté", "idle": "non exercé"}
        assert found["never_red"] == ["« Il bruisse »"]


def test_a_scenario_that_changed_is_run_again(detect: Detect, pytester: pytest.Pytester) -> None:
    detect(JUDGED, "--defect", "lies", status=0, scope="all")
    detect(JUDGED.replace("parle", "cause"), "--defect", "lies", status=0, scope="all")
    assert (pytester.path / "runs.txt").read_text().split() == ["None", "lies"] * 2


def test_workers_find_the_same(detect: Detect) -> None:
    matrix = detect(JUDGED + WEAK, "--defect", "lies", "-n", "2", status=1, scope="all")
    assert only(matrix)["state"] == "détecté"
    assert matrix["never_red"] == ["« Il bruisse »"]


@pytest.mark.parametrize("scope, number_of_lies", [("own", 1), ("all", 4)])
def test_runs_that_need_one_another_have_one_process(
    detect: Detect, pytester: pytest.Pytester, scope: str, number_of_lies: int
) -> None:
    scenarios = "".join(JUDGED.replace("parle", f"parle {number}") for number in range(4))
    options = ("--defect", "lies", "--defect", "breaks", "-n", "2")
    detect(scenarios, *options, status=1, scope=scope)
    runs = (pytester.path / "runs.txt").read_text().split()
    assert (runs.count("None"), runs.count("lies")) == (4, number_of_lies)


def test_statements_of_one_scenario_have_one_process(
    detect: Detect, pytester: pytest.Pytester
) -> None:
    both = JUDGED.replace("@R-1.001", "@R-1.001 @R-1.005")
    detect(both, "--defect", "lies", "--defect", "void", "-n", "2", status=0, conftest=PARTED)
    runs = (pytester.path / "runs.txt").read_text().split()
    assert sorted(runs) == ["None", "lies", "void"]


def test_a_run_left_out_is_in_no_other_module_s_way(
    detect: Detect, pytester: pytest.Pytester
) -> None:
    files = {
        "features/test_features.py": STEPS.replace("{bound}", "a.feature"),
        "features/b.feature": FEATURE + JUDGED.replace("R-1.001", "R-1.005"),
        "features/test_more.py": STEPS.replace("{bound}", "b.feature"),
    }
    scenarios = JUDGED + JUDGED.replace("Il parle", "Il parle encore")
    options = ("--defect", "lies", "--defect", "void")
    detect(scenarios, *options, status=0, conftest=PARTED, files=files)
    runs = (pytester.path / "runs.txt").read_text().split()
    assert runs == ["None", "lies", "None", "void"]


def test_an_unknown_defect_is_refused_by_name(run: Run) -> None:
    options = ("--detect", "own", "--defect", "lie")
    ended = run(JUDGED, *options, conftest=CONFTEST)
    assert ended.status == pytest.ExitCode.USAGE_ERROR
    assert "Le défaut « lie » n’existe pas ; voulez-vous dire lies" in ended.text
