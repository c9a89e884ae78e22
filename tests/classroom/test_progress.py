from datetime import UTC, datetime, timedelta

import pytest

from simulator.classroom.events import Kind, events_of
from simulator.classroom.progress import STEPS, STUCK_AFTER, standing
from simulator.screens import SCREENS
from simulator.services import Page
from simulator.storage.classroom import Event

NOON = datetime(2026, 6, 4, 10, 0, tzinfo=UTC)


def seen(*screens: str) -> list[Event]:
    return [Event(Kind.SCREEN, screen, "", NOON) for screen in screens]


def refused(words: str, times: int = 1) -> list[Event]:
    return [Event(Kind.REFUSAL, "credentials", words, NOON)] * times


def test_nobody_has_gone_anywhere_yet() -> None:
    found = standing(NOON, [], NOON)
    assert (found.step, found.screen, found.is_stuck) == (0, "Vient d'arriver", False)


def test_to_look_elsewhere_loses_no_step() -> None:
    found = standing(NOON, seen("conditions", "credentials", "help"), NOON)
    assert (found.step, found.screen) == (3, "Aide")


def test_each_step_is_a_screen_of_the_simulator() -> None:
    assert STEPS.keys() <= {screen.name for screen in SCREENS}


@pytest.mark.parametrize(
    "events, is_stuck",
    [
        (refused("Adresse mal formée", 3), True),
        (refused("Adresse mal formée", 2), False),
        ([*refused("Adresse mal formée", 2), *refused("Trop court")], False),
        ([*seen("confirmation"), *refused("Adresse mal formée", 3)], False),
    ],
)
def test_the_same_refusal_three_times_is_being_stuck(
    events: list[Event], *, is_stuck: bool
) -> None:
    assert standing(NOON, events, NOON).is_stuck is is_stuck


def test_no_step_forward_for_a_while_is_being_stuck() -> None:
    events = seen("conditions", "help", "conditions")
    assert not standing(NOON, events, NOON + STUCK_AFTER).is_stuck
    assert standing(NOON, events, NOON + STUCK_AFTER + timedelta(seconds=1)).is_stuck


def test_a_refusal_is_over_with_the_next_screen() -> None:
    events = [*seen("credentials"), *refused("Trop court"), *seen("enrolment")]
    assert standing(NOON, events, NOON).refusal == ""


@pytest.mark.parametrize(
    "last, seconds, is_missing",
    [("activation", 6, True), ("activation", 4, False), ("confirmation", 6, False)],
)
def test_a_window_that_does_not_come_is_told(last: str, seconds: int, *, is_missing: bool) -> None:
    events = [*seen("activation"), Event(Kind.WINDOW, "activation", "", NOON), *seen(last)]
    assert standing(NOON, events, NOON + timedelta(seconds=seconds)).is_window_missing is is_missing


def page(html: str, typed: dict[str, str]) -> Page:
    return Page(screen="credentials", status=422, headers=(), html=html, typed=typed)


REFUSAL = """<div class="message message--error" role="alert" tabindex="-1" autofocus>
<ul><li><a href="#a">L&#39;adresse %s est mal formée.</a></li></ul></div>"""


@pytest.mark.parametrize("typed", ["lila@cabinet", "a", "<b>x</b>", "  lila@cabinet  "])
def test_a_refusal_is_kept_without_what_was_typed(typed: str) -> None:
    shown = REFUSAL % typed.strip().replace("<", "&lt;").replace(">", "&gt;")
    [event] = events_of(page(shown, {"address": typed}), "credentials.show", NOON)
    assert (event.kind, event.words) == (Kind.REFUSAL, "L'adresse … est mal formée.")
