"""The trainer's board: who sees it, what it tells, what it does."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask

from simulator.classroom.board import SETTINGS
from simulator.classroom.incidents import INCIDENTS
from tests.classroom.conftest import Browser

Open = Callable[[], Browser]
BOARD = "/classe/tableau/"


def text_of(page: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", page).replace("&#39;", "'").split())


@pytest.mark.parametrize("path", [f"{BOARD}places", "/classe/projecteur", "/classe/code.svg"])
def test_a_trainee_opens_no_page_of_the_trainers(lila: Browser, path: str) -> None:
    lila.take_seat("Lila")
    assert lila.get(path).status_code == 403


def test_a_trainee_does_nothing_to_a_seat(lila: Browser, app: Flask) -> None:
    seat = lila.take_seat("Lila")
    sent = lila.send("/classe/", BOARD, action="+1 h", seat=seat.split("/")[2])
    assert sent.status_code == 403
    [sandbox] = [item for item in app.extensions["simulation"].sandboxes.all() if item.id]
    assert sandbox.clock_offset == 0


def test_a_wrong_password_opens_nothing(lila: Browser) -> None:
    answer = lila.enter("autre")
    assert (answer.status_code, "Ce n&#39;est pas le mot de passe" in answer.text) == (422, True)
    assert "Mot de passe de l&#39;animation" in lila.get(BOARD).text


def test_it_tells_where_each_is(trainer: Browser, lila: Browser) -> None:
    assert "Personne n'a encore pris place." in text_of(trainer.get(BOARD).text)
    seat = lila.take_seat("Lila")
    lila.get(f"{seat}creation")
    lila.get(f"{seat}conditions")
    board = text_of(trainer.get(BOARD).text)
    assert "Lila" in board
    lila.send(f"{seat}activation", f"{seat}activation", address="lila@cabinet.example", code="x1")
    board = text_of(trainer.get(f"{BOARD}places").text)
    assert "4ème étape : activation" in board
    assert "L'adresse électronique ou le code d'activation est incorrect." in board
    assert "lila@cabinet.example" not in board


def test_what_did_not_change_is_not_sent_again(trainer: Browser, lila: Browser) -> None:
    seat = lila.take_seat("Lila")
    lila.get(seat)
    tag = trainer.get(f"{BOARD}places").headers["ETag"]
    again = trainer.client.get(f"{BOARD}places", headers={"If-None-Match": tag})
    assert (again.status_code, again.text) == (304, "")
    lila.get(f"{seat}activation")
    other = trainer.client.get(f"{BOARD}places", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_what_the_trainer_looks_at_is_not_the_trainees_doing(
    trainer: Browser, lila: Browser
) -> None:
    seat = lila.take_seat("Lila")
    assert trainer.get(f"{seat}activation").status_code == 200
    assert "Vient d'arriver" in text_of(trainer.get(BOARD).text)


def test_a_setting_is_for_the_ticked_seats_alone(
    trainer: Browser, lila: Browser, open_browser: Open, app: Flask
) -> None:
    seat, other = lila.take_seat("Lila"), open_browser().take_seat("Malo")
    trainer.act("+49 h", seat)
    ahead = {
        item.id: round((item.now() - datetime.now(UTC)).total_seconds() / 3600)
        for item in app.extensions["simulation"].sandboxes.all()
    }
    assert (ahead[seat.split("/")[2]], ahead[other.split("/")[2]]) == (49, 0)
    assert "Horloge : +49 h" in text_of(trainer.get(BOARD).text)
    trainer.act("Heure réelle", seat, other)
    assert "Horloge" not in text_of(trainer.get(f"{BOARD}places").text)


@pytest.mark.parametrize(
    "action, undo, told",
    [
        ("Retenir les courriels", "Laisser partir les courriels", "Courriels retenus"),
        ("Bloquer la fenêtre", "Débloquer la fenêtre", "Fenêtre sans clic"),
        ("+24 h", "Heure réelle", "Horloge : +24 h"),
        ("+1 h", "Heure réelle", "Horloge : +1 h"),
    ],
)
def test_each_setting_is_told_and_undone(
    trainer: Browser, lila: Browser, action: str, undo: str, told: str
) -> None:
    seat = lila.take_seat("Lila")
    trainer.act(action, seat)
    assert told in text_of(trainer.get(f"{BOARD}places").text)
    trainer.act(undo, seat)
    assert told not in text_of(trainer.get(f"{BOARD}places").text)


def test_every_button_of_the_settings_is_on_the_board(trainer: Browser) -> None:
    shown = re.findall(r'name="action" value="([^"]+)"', trainer.get(BOARD).text)
    assert {action.replace("&#39;", "'") for action in shown} >= SETTINGS.keys()


@pytest.mark.parametrize("incident", INCIDENTS)
def test_each_incident_is_put_in_told_and_taken_out(
    trainer: Browser, lila: Browser, incident: str
) -> None:
    seat = lila.take_seat("Lila")
    assert trainer.act("Mettre en place", seat, incident=incident).status_code == 303
    assert INCIDENTS[incident] in text_of(trainer.get(f"{BOARD}places").text)
    trainer.act("Retirer l'incident", seat)
    assert INCIDENTS[incident] not in text_of(trainer.get(f"{BOARD}places").text)


def test_a_message_is_on_the_seats_screens_until_it_is_taken_away(
    trainer: Browser, lila: Browser
) -> None:
    seat = lila.take_seat("Lila")
    trainer.act("Afficher ce message", seat, message="Lisez <b>l'étape 2</b>")
    assert "Lisez &lt;b&gt;l&#39;étape 2&lt;/b&gt;" in lila.get(seat).text
    trainer.act("Afficher ce message", seat, message="")
    assert "seat__message" not in lila.get(seat).text


def test_a_reset_seat_is_as_new_and_keeps_who_is_at_it(
    trainer: Browser, lila: Browser, app: Flask
) -> None:
    seat = lila.take_seat("Lila")
    lila.get(f"{seat}activation")
    trainer.act("+49 h", seat)
    trainer.act("Remettre à zéro", seat)
    board = text_of(trainer.get(f"{BOARD}places").text)
    assert ("Horloge" in board, "Vient d'arriver" in board) == (False, True)
    assert "Place de <strong>Lila" in lila.get(seat).text
    assert len(app.extensions["simulation"].seats.all()) == 1


@pytest.mark.parametrize(
    "action, typed, told",
    [
        ("Mettre en place", {"incident": "inconnu"}, "Choisissez d'abord un incident."),
        ("Mettre en place", {}, "Choisissez d'abord un incident."),
        ("Danser", {}, "Ce bouton n'existe pas."),
    ],
)
def test_what_cannot_be_done_is_told(
    trainer: Browser, lila: Browser, action: str, typed: dict[str, str], told: str
) -> None:
    answer = trainer.act(action, lila.take_seat("Lila"), **typed)
    assert (answer.status_code, told in text_of(answer.text)) == (422, True)


@pytest.mark.parametrize("seats", [(), ("/b/0123456789abcdef/",)])
def test_without_a_seat_nothing_is_done(trainer: Browser, seats: tuple[str, ...]) -> None:
    answer = trainer.act("+1 h", *seats)
    assert "Cochez d'abord une place au moins." in text_of(answer.text)
