"""What is left of a class: a table, then nothing."""

import csv
from collections.abc import Callable
from io import StringIO

from flask import Flask

from simulator.classroom.results import _plain
from tests.classroom.conftest import Browser

TABLE = "/classe/resultats/classe.csv"


def table(trainer: Browser) -> list[list[str]]:
    text = trainer.get(TABLE).get_data().decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_it_has_a_line_for_each_seat(
    trainer: Browser, lila: Browser, open_browser: Callable[[], Browser]
) -> None:
    seat = lila.take_seat("Lila")
    open_browser().take_seat("Malo")
    trainer.act("Donner l'exercice", seat, exercise="08-quarante-huit-heures.toml")
    for code in ("x1", "x2"):
        lila.send(f"{seat}activation", f"{seat}activation", address="a@b.example", code=code)
    heads, first, second = table(trainer)
    assert heads[0] == "Prénom"
    assert first == [
        "Lila",
        "7",
        "non",
        "Les 48 heures sont passées : 1/2",
        "2",
        "L'adresse électronique ou le code d'activation est incorrect.",
        "0",
    ]
    assert second == ["Malo", "0", "non", "", "0", "", "0"]


def test_a_name_is_never_a_formula(trainer: Browser, lila: Browser) -> None:
    lila.take_seat("-Lila")
    assert table(trainer)[1][0] == "'-Lila"
    assert [_plain(cell) for cell in ("=1", "+1", "@a", "Lila", "")] == [
        "'=1",
        "'+1",
        "'@a",
        "Lila",
        "",
    ]


def test_nobody_else_gets_it_or_erases_anything(lila: Browser, app: Flask) -> None:
    lila.take_seat("Lila")
    assert lila.get(TABLE).status_code == 403
    assert lila.send("/classe/", "/classe/resultats/effacer").status_code == 403
    assert len(app.extensions["simulation"].seats.all()) == 1


def test_all_is_erased_at_once(trainer: Browser, lila: Browser, app: Flask) -> None:
    seat = lila.take_seat("Lila")
    lila.get(seat)
    trainer.send("/classe/tableau/", "/classe/resultats/effacer")
    simulation = app.extensions["simulation"]
    assert simulation.seats.all() == []
    assert simulation.seats.events() == {}
    assert [sandbox.id for sandbox in simulation.sandboxes.all()] == [""]
    assert lila.get(seat).status_code == 404
