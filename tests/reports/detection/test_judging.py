"""Only what was seen is detected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.detection.conftest import JUDGED, WEAK, knowing, only

if TYPE_CHECKING:
    from tests.reports.detection.conftest import Detect

pytest_plugins = ["pytester"]

SPOKEN = JUDGED.replace("Il parle", "Il a parlé").replace(
    "    Alors", "    Étant donné le site parle\n    Alors"
)


def test_an_assertion_of_its_own_scenario_detects_a_defect(detect: Detect) -> None:
    matrix = detect(JUDGED, "--defect", "lies", status=0)
    finding = only(matrix)
    assert (finding["state"], matrix["problems"]) == ("détecté", [])
    assert finding["caught"]["step"] == "Alors il dit vrai"
    assert finding["caught"]["message"].startswith("assert 'faux' == 'vrai'")
    assert "1 défaut : 1 détecté, 0 survivant" in matrix["text"]
    assert not matrix["has_report"]


@pytest.mark.parametrize(
    "scenarios, defect, state, reason",
    [
        (WEAK, "lies", "survivant", "ne le voient pas"),
        (JUDGED, "idle", "non exercé", "n’y a rien changé"),
        (JUDGED, "noise", "non exercé", "n’y a rien changé"),
        (JUDGED.replace("@R-1.001", ""), "lies", "non éprouvé", "ne porte R-1.001"),
    ],
    ids=[
        "a green scenario",
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
    "scenario, defect, error",
    [
        (JUDGED, "breaks", "« Alors il dit vrai » : OSError: panne"),
        (SPOKEN, "mute", "« Étant donné le site parle » : muet"),
        (
            JUDGED.replace("il dit vrai", "son écho dit vrai"),
            "mute",
            "« Alors son écho dit vrai » : aucun écho",
        ),
    ],
    ids=["in an « Alors »", "an assertion before any « Alors »", "of what an « Alors » asks for"],
)
def test_an_error_is_tried_again_alone_before_anything_is_said(
    detect: Detect, scenario: str, defect: str, error: str
) -> None:
    first = detect(scenario, "--defect", defect, status=1)
    assert only(first)["state"] == "inachevé"
    assert first["problems"] == [
        "Essais en erreur, à réessayer seuls avec les délais ordinaires : 1."
    ]
    again = detect(scenario, "--defect", defect, status=1)
    assert again["problems"] == [
        f"{defect} (R-1.001) : non éprouvé. Une erreur, et non un « Alors » : {error}"
    ]


@pytest.mark.parametrize(
    "defect, state, status", [("slow", "détecté", 0), ("late", "survivant", 1)]
)
def test_what_the_ordinary_waits_show_counts(
    detect: Detect, defect: str, state: str, status: int
) -> None:
    assert only(detect(JUDGED, "--defect", defect, status=1))["state"] == "inachevé"
    assert only(detect(JUDGED, "--defect", defect, status=status))["state"] == state


@pytest.mark.parametrize(
    "scenario, reason",
    [
        (JUDGED.replace("@R-1.001", "@R-1.001 @panne_avant"), "monte pas"),
        (JUDGED.replace("dit vrai", "dit faux"), "rien n’est vert"),
        (JUDGED.replace("il dit vrai", "cela ne tient pas"), "assert 'vu' == 'attendu'"),
    ],
    ids=["a set-up in error", "an undefined step", "a red scenario"],
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


def test_a_scenario_that_is_not_green_without_a_defect_is_named(detect: Detect) -> None:
    wrong = JUDGED.replace("Il parle", "Il ment").replace("dit vrai", "dit faux")
    matrix = detect(wrong + JUDGED, status=1, conftest=knowing("lies"))
    assert only(matrix)["state"] == "détecté"
    [problem] = matrix["problems"]
    assert problem.startswith("« Il ment » n’est pas vert sans défaut : ")


def test_each_row_of_an_outline_is_judged_by_itself(detect: Detect) -> None:
    outline = (
        "  @R-1.001\n  Plan du scénario: Il <verbe>\n    Alors il dit <quoi>\n"
        "    Exemples:\n      | verbe | quoi          |\n"
        "      | rend  | quelque chose |\n      | ment  | vrai          |\n"
    )
    finding = only(detect(outline, "--defect", "lies", status=0))
    assert finding["caught"]["title"] == "« Il <verbe> » (exemple 2)"
    assert finding["caught"]["scenario"].endswith(":2")


def test_a_scenario_that_no_defect_turns_red_is_named(detect: Detect) -> None:
    bare = WEAK.replace("@R-1.001", "").replace("bruisse", "existe")
    matrix = detect(JUDGED + WEAK + bare, status=1, conftest=knowing("lies"))
    assert [item["title"] for item in matrix["unmoved"]] == ["« Il bruisse »", "« Il existe »"]
    assert matrix["problems"] == [
        f"Aucun défaut ne fait rougir, et rien ne l’explique : « Il {verb} »."
        for verb in ("bruisse", "existe")
    ]


def test_a_scenario_that_none_turns_red_for_a_reason_is_let_through(detect: Detect) -> None:
    explained = '[[scenario]]\ntitle = "« Il bruisse »"\nreason = "Il écoute le vent."\n'
    files = {"features/undetectable.toml": explained}
    matrix = detect(JUDGED + WEAK, status=0, conftest=knowing("lies"), files=files)
    assert "« Il bruisse » : Il écoute le vent." in matrix["page"]


def test_a_reason_for_what_a_defect_does_turn_red_is_refused(detect: Detect) -> None:
    explained = '[[scenario]]\ntitle = "« Il parle »"\nreason = "Il écoute le vent."\n'
    files = {"features/undetectable.toml": explained}
    matrix = detect(JUDGED, status=1, conftest=knowing("lies"), files=files)
    assert matrix["problems"] == ["Un défaut fait rougir, quoi qu’on en explique : « Il parle »."]


def test_an_error_of_a_detected_defect_is_tried_again_for_its_scenario_alone(
    detect: Detect,
) -> None:
    first = detect(JUDGED + SPOKEN, status=1, conftest=knowing("mute"))
    assert only(first)["state"] == "détecté"
    assert first["problems"] == [
        "Essais en erreur, à réessayer seuls avec les délais ordinaires : 1."
    ]
    again = detect(JUDGED + SPOKEN, status=1, conftest=knowing("mute"))
    [problem] = again["problems"]
    assert problem.startswith("Aucun défaut ne fait rougir « Il a parlé » ; une erreur l’a arrêté")
    assert problem.endswith(" : « Étant donné le site parle » : muet")


def test_the_page_shows_every_pair(detect: Detect) -> None:
    page = detect(JUDGED + WEAK, "--defect", "lies", status=0)["page"]
    assert [page.count(title) for title in ("« Il parle »", "« Il bruisse »")] == [1, 1]
