"""What a defect did to some scenarios tells what it will do to one with the same steps."""

import pytest

from reports.detection.experience import Experience
from reports.detection.model import Try, TryOutcome

GIVEN, OPENS, READS = "Étant donné le site", 'Quand on ouvre "Aide"', "Alors on lit 3 lignes"
STEPS = {
    "court": [GIVEN, OPENS],
    "long": [GIVEN, OPENS, READS],
    "autre": [GIVEN, 'Quand on ouvre "Accueil"', "Alors on lit 12 lignes"],
    "ailleurs": ["Étant donné la boîte", "Alors elle est vide"],
}


def tried(scenario: str, step: str = "") -> Try:
    return Try(
        defect="d",
        scenario=scenario,
        title="",
        tags=(),
        outcome=TryOutcome.BROKEN if step else TryOutcome.GREEN,
        is_exercised=True,
        step=step,
        message="",
        seconds=1.0,
        others=0,
    )


@pytest.mark.parametrize("scenario", STEPS)
def test_nothing_known_is_a_small_chance(scenario: str) -> None:
    assert 0 < Experience([], STEPS).chance("d", scenario) < 0.2


@pytest.mark.parametrize("scenario", ["long", "autre"])
def test_a_step_that_it_stopped_at_makes_it_likely_whatever_the_values(scenario: str) -> None:
    assert Experience([tried("court", OPENS)], STEPS).chance("d", scenario) > 0.7


def test_what_it_did_elsewhere_says_something_of_steps_that_it_never_met() -> None:
    nothing = Experience([], STEPS).chance("d", "ailleurs")
    assert Experience([tried("long", READS)], STEPS).chance("d", "ailleurs") > nothing
    assert Experience([tried("long")], STEPS).chance("d", "ailleurs") < nothing


def test_steps_that_it_passed_count_more_than_what_it_did_elsewhere() -> None:
    known = Experience([tried("long", READS), tried("autre", "Alors on lit 12 lignes")], STEPS)
    assert known.chance("d", "court") < 0.05


def test_a_step_that_was_not_come_to_is_as_unknown_as_before() -> None:
    known = Experience([tried("long", GIVEN)], STEPS)
    assert known.chance_at("d", READS) == known.chance_at("d", "Alors elle est vide")


def test_at_one_step_only_that_step_counts() -> None:
    known = Experience([tried("long", READS)], STEPS)
    assert known.chance_at("d", GIVEN) < 0.05
    assert known.chance_at("d", READS) > 0.7


def test_a_defect_says_nothing_of_another() -> None:
    known = Experience([tried("court", OPENS)], STEPS)
    assert known.chance("e", "long") == Experience([], STEPS).chance("e", "long")


def test_a_scenario_that_is_no_more_is_passed_over() -> None:
    known = Experience([tried("perdu", OPENS)], STEPS)
    assert known.chance_at("d", OPENS) < known.chance_at("d", "Alors elle est vide") + 0.01
