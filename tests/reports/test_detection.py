"""Runs pytest on a planted project with planted defects: only what was seen is detected."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.conftest import FEATURE, STEPS

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

# A site that keeps one sentence, and what each defect makes of it.
CONFTEST = """
pytest_plugins = ["reports.collector", "reports.detection.plugin"]
SAID = {"mute": "", "lies": "faux", "breaks": None, "idle": "vrai", "noise": "faux"}

def pytest_known_defects():
    return [
        {"id": name, "theme": "t", "breaks": "R-1.001",
         "sentence": f"Le site {name}.", "blast_radius": (), "source": "steps/defects.py"}
        for name in SAID
    ]

@pytest.fixture(autouse=True)
def site(defects, note_exercised):
    with open("runs.txt", "a") as runs:
        print("+".join(defects) or "None", file=runs)
    yield next((SAID[name] for name in defects if SAID[name] != "vrai"), "vrai")
    told = [name for name in SAID if not defects or name in defects]
    note_exercised([name for name in told if name not in ("idle", "noise")])

from pytest_bdd import given, then, when

@given("le site parle")
def _(site):
    assert site != "", "muet"

@when("on l’écoute")
def _(site):
    pass

@then("il dit vrai")
def _(site):
    if site is None:
        raise OSError("panne")
    assert site == "vrai"

@pytest.fixture
def voice():
    return "neuve"

@given("une voix neuve")
def _(voice):
    assert voice == "neuve"

@given("une voix usée", target_fixture="voice")
def _():
    return "usée"

@pytest.fixture
def echo(site):
    assert site, "aucun écho"
    return site

@then("son écho dit vrai")
def _(echo):
    assert echo == "vrai"

@then("il dit quelque chose")
def _(site):
    pass
"""
JUDGED = "  @R-1.001\n  Scénario: Il parle\n    Alors il dit vrai\n"
WEAK = "  @R-1.001\n  Scénario: Il bruisse\n    Alors il dit quelque chose\n"
_OF_TWO = CONFTEST.replace('"R-1.001"', '"R-1.005" if name == "void" else "R-1.001"')
PARTED = _OF_TWO.replace('"idle"', '"void": "rien", "idle"', 1)
OTHER = """
[[statement]]
id = "R-1.005"
chapter = "1.1"
lines = "36"
quote = "autre"
kind = "fiche"
verified = "automated"
"""
Detect = Callable[..., dict[str, Any]]


@pytest.fixture
def detect(run: Run) -> Detect:
    def start(
        scenarios: str,
        *options: str,
        status: int,
        scope: str = "own",
        conftest: str = CONFTEST,
        files: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        ended = run(
            scenarios,
            "--detect",
            scope,
            *options,
            conftest=conftest,
            register=OTHER,
            files={"steps/defects.py": ""} | (files or {}),
        )
        assert ended.status == status, ended.text
        folder = ended.folder.parent / "detection"
        page = (folder / "index.html").read_text(encoding="utf-8")
        assert "Chaque défaut, et le scénario qui l’a vu" in page
        matrix: dict[str, Any] = json.loads((folder / "detection.json").read_text("utf-8"))
        told = {"text": ended.text, "page": page, "has_report": ended.folder.exists()}
        return matrix | told

    return start


def only(matrix: dict[str, Any]) -> dict[str, Any]:
    [finding] = matrix["findings"]
    found: dict[str, Any] = finding
    return found


def test_an_assertion_of_its_own_scenario_detects_a_defect(detect: Detect) -> None:
    matrix = detect(JUDGED, "--defect", "lies", status=0)
    finding = only(matrix)
    assert (finding["state"], matrix["problems"]) == ("détecté", [])
    assert finding["caught"]["step"] == "Alors il dit vrai"
    assert "assert 'faux' == 'vrai'" in finding["caught"]["message"]
    assert "1 défaut : 1 détecté, 0 survivant" in matrix["text"]
    assert not matrix["has_report"]


@pytest.mark.parametrize(
    "scenarios, defect, state, reason",
    [
        (WEAK, "lies", "survivant", "restent verts"),
        (JUDGED, "breaks", "survivant", "Une erreur, et non un « Alors », l’a vu"),
        (
            JUDGED.replace("    Alors", "    Étant donné le site parle\n    Alors"),
            "mute",
            "survivant",
            "« Étant donné le site parle » : muet",
        ),
        (JUDGED, "idle", "non exercé", "n’y a rien changé"),
        (JUDGED, "noise", "non exercé", "n’y a rien changé"),
        (JUDGED.replace("@R-1.001", ""), "lies", "non éprouvé", "ne porte R-1.001"),
    ],
    ids=[
        "a green scenario",
        "an error in an « Alors »",
        "an assertion before any « Alors »",
        "a defect that changes nothing",
        "a red without the defect's doing",
        "no scenario",
    ],
)
def test_nothing_else_detects_it(
    detect: Detect, scenarios: str, defect: str, state: str, reason: str
) -> None:
    matrix = detect(scenarios, "--defect", defect, status=1)
    finding = only(matrix)
    assert finding["state"] == state
    assert reason in finding["reason"]
    [problem] = matrix["problems"]
    assert problem.startswith(f"{defect} (R-1.001) : {state}.")


@pytest.mark.parametrize(
    "scenario, reason",
    [
        (JUDGED.replace("@R-1.001", "@R-1.001 @panne_avant"), "monte pas"),
        (JUDGED.replace("dit vrai", "dit faux"), "rien n’est vert"),
    ],
    ids=["a set-up in error", "an undefined step"],
)
def test_nothing_is_detected_where_nothing_was_green(
    detect: Detect, scenario: str, reason: str
) -> None:
    matrix = detect(scenario, "--defect", "lies", status=1)
    finding = only(matrix)
    assert finding["state"] == "non éprouvé"
    assert reason in finding["reason"]
    [unready, problem] = matrix["problems"]
    assert unready.startswith("« Il parle » n’est pas vert sans défaut : ")
    assert problem.startswith("lies (R-1.001) : non éprouvé.")


def test_a_scenario_that_is_red_without_any_defect_judges_nothing(detect: Detect) -> None:
    red = JUDGED.replace("il dit vrai", "cela ne tient pas")
    finding = only(detect(red, "--defect", "lies", status=1))
    assert finding["state"] == "non éprouvé"
    assert "assert 'vu' == 'attendu'" in finding["reason"]


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


def test_what_an_alors_asks_for_judges_nothing_nor_the_runs_after_it(detect: Detect) -> None:
    echoed = JUDGED.replace("il dit vrai", "son écho dit vrai")
    options = ("--defect", "mute", "--defect", "lies")
    mute, lies = detect(echoed, *options, status=1)["findings"]
    assert mute["state"] == "survivant"
    assert "« Alors son écho dit vrai » : aucun écho" in mute["reason"]
    assert lies["state"] == "détecté"


def test_each_row_of_an_outline_is_judged_by_itself(detect: Detect) -> None:
    outline = (
        "  @R-1.001\n  Plan du scénario: Il <verbe>\n    Alors il dit <quoi>\n"
        "    Exemples:\n      | verbe | quoi          |\n"
        "      | rend  | quelque chose |\n      | ment  | vrai          |\n"
    )
    finding = only(detect(outline, "--defect", "lies", status=0))
    assert finding["caught"]["title"] == "« Il <verbe> » (exemple 2)"
    assert finding["caught"]["scenario"].endswith(":2")


def test_all_scenarios_tell_the_blast_radius_and_what_nothing_turns_red(detect: Detect) -> None:
    other = JUDGED.replace("R-1.001", "R-1.005").replace("Il parle", "Il parle ailleurs")
    matrix = detect(JUDGED + WEAK + other, "--defect", "lies", status=1, scope="all")
    assert (only(matrix)["state"], only(matrix)["also_red"]) == ("détecté", ["R-1.005"])
    assert "lies fait aussi rougir, sans le déclarer : R-1.005." in matrix["text"]
    assert matrix["never_red"] == ["« Il bruisse »"]
    assert "Aucun défaut ne fait rougir, et rien ne l’explique : « Il bruisse »." in matrix["text"]


def test_an_error_is_no_part_of_the_blast_radius(detect: Detect) -> None:
    other = JUDGED.replace("R-1.001", "R-1.005").replace("Il parle", "Il parle ailleurs")
    upset = other.replace("    Alors", "    Étant donné le site parle\n    Alors")
    matrix = detect(JUDGED + upset, "--defect", "mute", status=1, scope="all")
    assert (only(matrix)["state"], only(matrix)["also_red"]) == ("détecté", [])


@pytest.mark.parametrize("scope", ["own", "all"])
def test_a_scenario_that_is_not_green_without_a_defect_is_named(detect: Detect, scope: str) -> None:
    wrong = JUDGED.replace("Il parle", "Il ment").replace("dit vrai", "dit faux")
    matrix = detect(wrong + JUDGED, "--defect", "lies", status=1, scope=scope)
    assert only(matrix)["state"] == "détecté"
    [problem] = matrix["problems"]
    assert problem.startswith("« Il ment » n’est pas vert sans défaut : ")
    assert (matrix["is_whole"], matrix["never_red"]) == (False, [])


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


@pytest.mark.parametrize(
    "scope, options, is_whole, sentence",
    [
        ("all", (), True, "Chaque défaut a été essayé sur tous les scénarios"),
        ("all", ("-k", "parle"), False, "cette exécution n’est pas allée jusque-là"),
        ("own", (), False, "que sur les scénarios de son énoncé"),
    ],
)
def test_a_matrix_says_whether_all_was_tried(
    detect: Detect, scope: str, options: tuple[str, ...], *, is_whole: bool, sentence: str
) -> None:
    matrix = detect(JUDGED, "--defect", "lies", *options, status=0, scope=scope)
    assert matrix["is_whole"] is is_whole
    assert sentence in matrix["page"]


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
