"""Only what was seen is detected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.detection.conftest import JUDGED, WEAK, only

if TYPE_CHECKING:
    from tests.reports.detection.conftest import Detect

pytest_plugins = ["pytester"]


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
