"""U-37: what becomes of the wizard when its session is lost or has timed out."""

from collections.abc import Callable

import pytest

from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, ENROLMENT, Visitor, credentials

EXPIRED = "Votre session a expiré, veuillez recommencer."
FIRST_STEP = "Création de votre espace abonné"
STEPS: dict[str, tuple[Callable[[Visitor], object], str, dict[str, str]]] = {
    "S04": (Visitor.reach_credentials, "Valider", credentials()),
    "S06": (Visitor.reach_enrolment, "Valider", ENROLMENT),
    "S06 back": (Visitor.reach_enrolment, "Étape précédente", {}),
    "S06 clear": (Visitor.reach_enrolment, "Effacer", {}),
    "S07": (Visitor.reach_summary, "Confirmer", {}),
    "S07 back": (Visitor.reach_summary, "Étape précédente", {}),
    "S08": (Visitor.reach_preregistration, "OK", {}),
}


@pytest.fixture(params=STEPS)
def step(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_after_30_minutes_it_still_goes_on(
    visitor: Visitor, clock: SandboxClock, step: str
) -> None:
    reach, button, typed = STEPS[step]
    reach(visitor)
    clock.advance(minutes=30)
    visitor.press(button, typed)
    assert visitor.statuses[-1] == 200
    assert not visitor.page.alerts


def test_after_more_it_begins_again_with_a_word_about_it(
    visitor: Visitor, clock: SandboxClock, step: str
) -> None:
    reach, button, typed = STEPS[step]
    reach(visitor)
    clock.advance(minutes=30, seconds=1)
    page = visitor.press(button, typed)
    assert page.headings[0] == FIRST_STEP
    assert page.alerts == [EXPIRED]
    assert ADDRESS not in page.html


def test_a_reload_after_more_says_so_too_and_only_once(
    visitor: Visitor, clock: SandboxClock, step: str
) -> None:
    STEPS[step][0](visitor)
    clock.advance(minutes=30, seconds=1)
    page = visitor.reload()
    assert visitor.url == "/creation"
    assert page.alerts == [EXPIRED]
    assert visitor.reload().alerts == []


def test_a_lost_cookie_is_the_same_for_a_form(visitor: Visitor, step: str) -> None:
    reach, button, typed = STEPS[step]
    reach(visitor)
    visitor.client.delete_cookie("seance")
    page = visitor.press(button, typed)
    assert page.headings[0] == FIRST_STEP
    assert page.alerts == [EXPIRED]


def test_a_token_of_another_session_is_stale(visitor: Visitor, step: str) -> None:
    reach, button, typed = STEPS[step]
    form = visitor.open("/creation")
    visitor.client.delete_cookie("seance")
    reach(visitor)
    stale = form.form.hidden["csrf_token"]
    fresh = visitor.page.form
    data = {entry.name: "x" for entry in fresh.fields} | {"csrf_token": stale}
    del button, typed
    page = visitor.post(fresh.action, data)
    assert visitor.statuses == [400]
    assert page.headings[0] == FIRST_STEP
    assert page.alerts == [EXPIRED]


def test_who_goes_on_within_30_minutes_each_time_never_loses_anything(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_credentials()
    for button, typed in (("Valider", credentials()), ("Valider", ENROLMENT), ("Confirmer", {})):
        clock.advance(minutes=29)
        visitor.press(button, typed)
    assert visitor.page.headings == ["Activation de votre espace abonné"]


def test_a_pending_pre_registration_outlives_the_session(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    clock.advance(hours=47)
    visitor.enter_code(visitor.receive_code())
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_an_active_space_outlives_the_session(visitor: Visitor, clock: SandboxClock) -> None:
    visitor.reach_confirmation()
    clock.advance(hours=1)
    assert visitor.log_in().headings[0] == "Votre espace abonné"


def test_the_activation_needs_no_wizard(
    visitor: Visitor, new_visitor: Callable[..., Visitor], clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    other = new_visitor()
    other.open("/activation")
    clock.advance(minutes=31)
    page = other.press(
        "Valider", {"Votre adresse électronique": ADDRESS, "Votre code d'activation": code}
    )
    assert EXPIRED in page.main
    other.enter_code(code)
    assert other.open_window().headings[0] == "Votre inscription"
