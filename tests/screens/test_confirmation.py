"""S10, in the new window: the space is made and its number shown."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.screens.conftest import SandboxClock
from tests.screens.visitor import Visitor

SENTENCE = re.compile(
    r"Votre inscription Madame Lila Rosemonde Votre inscription a été réalisée le "
    r"(\d{1,2}(?:er)? \w+ \d{4}) sous le numéro (20\d{12})\. "
    r"Ce numéro d'abonné vous est personnel et doit le rester\. "
    r"Sauvegardez ou imprimez votre formulaire "
    r"Il vous sera indispensable en cas de perte de votre mot de passe\. "
    r"Vos services en ligne Pour adhérer ou utiliser les services en ligne, cliquez sur le lien "
    r"ci-dessous, puis saisissez vos identifiants pour accéder à votre espace abonné\. "
    r"Accédez à votre espace abonné Quitter"
)


def date_and_number(visitor: Visitor) -> tuple[str, str]:
    found = SENTENCE.search(visitor.page.main)
    assert found
    return found[1], found[2]


def test_its_words_are_those_of_the_fiche(visitor: Visitor) -> None:
    page = visitor.reach_confirmation()
    assert page.title == "Votre inscription — SIMULATEUR"
    assert page.headings == ["Votre inscription", "Vos services en ligne"]
    assert SENTENCE.search(page.main)


def test_the_record_opens_in_a_window_and_the_space_in_this_one(visitor: Visitor) -> None:
    page = visitor.reach_confirmation()
    assert page.link("Sauvegardez ou imprimez votre formulaire").opens_window
    assert page.link("Accédez à votre espace abonné").href == "/connexion"


def test_it_is_dated_by_the_activation_and_its_number_begins_with_the_year(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    clock.advance(hours=24)
    visitor.enter_code(visitor.receive_code())
    visitor.open_window()
    day, number = date_and_number(visitor)
    assert day == "11 mars 2026"
    assert re.fullmatch(r"2026\d{10}", number)


@pytest.mark.parametrize(
    "instant, day, year",
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), "31 décembre 2026", "2026"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1er janvier 2027", "2027"),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), "1er août 2026", "2026"),
        (datetime(2026, 2, 9, 12, 0, tzinfo=UTC), "9 février 2026", "2026"),
    ],
)
def test_the_day_is_that_of_paris(
    visitor: Visitor, clock: SandboxClock, instant: datetime, day: str, year: str
) -> None:
    clock.set(instant)
    visitor.reach_confirmation()
    shown, number = date_and_number(visitor)
    assert (shown, number[:4]) == (day, year)


def test_numbers_differ(visitor: Visitor) -> None:
    visitor.reach_confirmation("une@exemple.test")
    first = date_and_number(visitor)
    visitor.reach_confirmation("deux@exemple.test")
    assert date_and_number(visitor) != first


def test_it_is_shown_again_at_a_reload_and_nothing_is_done_again(visitor: Visitor) -> None:
    first = visitor.reach_confirmation()
    again = visitor.reload()
    assert visitor.statuses == [200]
    assert again.main == first.main
    assert len(visitor.mails()) == 1


def test_the_window_submitted_twice_shows_the_same_space(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    activation = visitor.enter_code(visitor.receive_code())
    [window] = [form for form in activation.forms if form.target]
    first = visitor.post("/inscription", window.hidden)
    second = visitor.post("/inscription", window.hidden)
    assert visitor.statuses == [303, 200]
    assert second.main == first.main


def test_two_windows_of_one_code_make_one_space(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    visitor.enter_code(code)
    [window] = [form for form in visitor.page.forms if form.target]
    visitor.enter_code(code)
    assert visitor.open_window().headings[0] == "Votre inscription"
    page = visitor.post("/inscription", window.hidden)
    assert page.alerts == ["Cet espace abonné est déjà activé."]


def test_nobody_else_can_see_it(visitor: Visitor, new_visitor: Callable[..., Visitor]) -> None:
    visitor.reach_confirmation()
    _, number = date_and_number(visitor)
    page = new_visitor().open(visitor.url)
    assert page.headings == ["Accès refusé"]
    assert number not in page.html


def test_a_space_that_is_not_there_is_no_other_answer(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_confirmation()
    stranger = new_visitor()
    stranger.open(visitor.url)
    refused = stranger.statuses, stranger.page.main
    stranger.open("/inscription/00000000-0000-4000-8000-000000000000")
    assert (stranger.statuses, stranger.page.main) == refused
    assert stranger.statuses == [403]


def test_a_browser_forgotten_after_30_minutes_no_longer_sees_it(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_confirmation()
    clock.advance(minutes=31)
    visitor.reload()
    assert visitor.statuses == [403]


def test_its_owner_sees_it_once_logged_in(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    confirmation = visitor.reach_confirmation()
    owner = new_visitor()
    owner.log_in()
    assert owner.open(visitor.url).main == confirmation.main


def test_quitter_leads_home_and_undoes_nothing(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    visitor.follow("Quitter")
    assert visitor.url == "/"
    assert visitor.log_in().headings[0] == "Votre espace abonné"


def test_it_is_reached_by_a_window_only(visitor: Visitor) -> None:
    page = visitor.open("/inscription")
    assert visitor.statuses == [405]
    assert page.headings == ["Demande incorrecte"]
