"""Seats: taken, kept, come back to, and reached by nobody else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from simulator.app import create_app
from simulator.classroom.tries import LIMIT
from simulator.simulation import Class, Settings
from tests.classroom.conftest import CODE, PASSWORD, Browser

Open = Callable[[], Browser]


def key_on(page: str) -> str:
    found = re.search(r'seat__key">(\w+)<', page)
    assert found
    return found[1]


def test_who_knows_the_code_gets_a_seat_with_their_name_and_its_key(lila: Browser) -> None:
    seat = lila.take_seat("Lila")
    page = lila.get(seat).text
    assert "Place de <strong>Lila</strong>" in page
    assert len(key_on(page)) == 6


@pytest.mark.parametrize("typed", [CODE.lower(), "acd efg", "ACD-EFG", " acdefg "])
def test_a_code_is_read_however_it_is_typed(lila: Browser, typed: str) -> None:
    assert lila.join("Lila", typed).status_code == 303


@pytest.mark.parametrize("typed", ["", "ACDEFH", "ACDEFGG", "\u0130", "🙂"])
def test_another_code_is_refused(lila: Browser, typed: str) -> None:
    answer = lila.join("Lila", typed)
    assert answer.status_code == 422
    assert "Ce code n&#39;est pas celui de la classe." in answer.text


@pytest.mark.parametrize("name", ["", "  ", "<b>Lila</b>", "🙂", "L" * 200, "Lila\u202e"])
def test_a_name_that_is_none_is_refused_in_a_sentence(lila: Browser, name: str) -> None:
    answer = lila.join(name)
    assert answer.status_code == 422
    assert 'href="#first_name"' in answer.text


def test_of_two_names_alike_the_second_gets_a_number(open_browser: Open) -> None:
    names = []
    for _ in range(3):
        browser = open_browser()
        names += re.findall("Place de <strong>(.+?)<", browser.get(browser.take_seat("Léa")).text)
    assert names == ["Léa", "Léa (2)", "Léa (3)"]


def test_a_full_class_says_so(open_browser: Open) -> None:
    for _ in range(4):
        open_browser().take_seat("Lila")
    answer = open_browser().join("Lila")
    assert (answer.status_code, "La classe est complète" in answer.text) == (409, True)


def test_nobody_reaches_a_seat_but_who_is_at_it(open_browser: Open, lila: Browser) -> None:
    seat, other = lila.take_seat("Lila"), open_browser()
    own = other.take_seat("Malo")
    for path in ("", "messagerie", "activation", "conditions-generales"):
        for browser in (other, open_browser()):
            answer = browser.get(f"{seat}{path}")
            assert (answer.status_code, answer.location) == (303, "/classe/")
    assert other.get(own).status_code == 200


def test_the_site_is_reached_through_a_seat_alone(lila: Browser) -> None:
    for path in ("/", "/activation", "/messagerie", "/connexion"):
        assert lila.get(path).location == "/classe/"


def test_a_key_leads_another_browser_to_the_seat_and_the_first_away(
    open_browser: Open, lila: Browser
) -> None:
    seat, other = lila.take_seat("Lila"), open_browser()
    key = key_on(lila.get(seat).text)
    answer = other.send("/classe/", "/classe/place", key=key.lower())
    assert answer.location == seat
    assert other.get(seat).status_code == 200
    assert lila.get(seat).location == "/classe/"


def test_a_key_of_no_seat_is_refused(lila: Browser) -> None:
    answer = lila.send("/classe/", "/classe/place", key="ACDEFG")
    assert (answer.status_code, "Aucune place n&#39;a cette clé" in answer.text) == (422, True)


def test_guessing_is_slowed_and_disturbs_nobody_at_a_seat(
    app: Flask, open_browser: Open, lila: Browser
) -> None:
    seat = lila.take_seat("Lila")
    for _ in range(LIMIT):
        app.extensions["class_tries"].note()
    guesser = open_browser()
    assert guesser.join("Malo").status_code == 429
    assert guesser.send("/classe/", "/classe/place", key="ACDEFG").status_code == 429
    assert guesser.enter().status_code == 429
    assert lila.get(seat).status_code == 200


def test_a_restart_on_a_file_loses_no_seat(tmp_path: Path) -> None:
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'class.sqlite'}", classroom=Class(CODE, PASSWORD)
    )
    first, second = create_app(settings), create_app(settings)
    browser = Browser(first.test_client())
    seat = browser.take_seat("Lila")
    browser.get(f"{seat}activation")
    cookie = browser.client.get_cookie("place", path=seat)
    assert cookie
    first.extensions["simulation"].stop()
    again = Browser(second.test_client())
    again.client.set_cookie("place", cookie.value, path=seat)
    assert "Place de <strong>Lila</strong>" in again.get(f"{seat}messagerie").text
    assert again.enter().status_code == 303
    board = again.get("/classe/tableau/places").text
    assert "<td>Messagerie<br>" in board
    assert "●●●●●●●○" in board
    second.extensions["simulation"].stop()
