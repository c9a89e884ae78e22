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
    assert 0 < Experience([], STEPS).chance("d", scenario) < 0.1


@pytest.mark.parametrize("scenario", ["long", "autre"])
def test_a_step_that_it_stopped_at_makes_it_likely_whatever_the_values(scenario: str) -> None:
    assert Experience([tried("court", OPENS)], STEPS).chance("d", scenario) > 0.7


@pytest.mark.parametrize("scenario", ["court", "ailleurs"])
def test_a_step_of_another_scenario_says_nothing(scenario: str) -> None:
    known = Experience([tried("long", READS)], STEPS)
    assert known.chance("d", scenario) < 0.1


def test_a_step_that_it_passed_makes_it_less_likely() -> None:
    nothing, passed = Experience([], STEPS), Experience([tried("long")], STEPS)
    assert passed.chance("d", "autre") < nothing.chance("d", "autre") / 2


def test_a_step_that_was_not_come_to_is_as_unknown_as_before() -> None:
    stopped, nothing = Experience([tried("long", GIVEN)], STEPS), Experience([], STEPS)
    alone = {"peu": [READS]}
    known = Experience([tried("long", GIVEN)], STEPS | alone)
    assert known.chance("d", "peu") == Experience([], alone).chance("d", "peu")
    assert stopped.chance("d", "court") > nothing.chance("d", "court")


def test_a_defect_says_nothing_of_another() -> None:
    known = Experience([tried("court", OPENS)], STEPS)
    assert known.chance("e", "long") == Experience([], STEPS).chance("e", "long")


def test_a_scenario_that_is_no_more_is_passed_over() -> None:
    assert Experience([tried("perdu", OPENS)], STEPS).chance("d", "long") < 0.1
