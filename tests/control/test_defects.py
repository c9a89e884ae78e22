import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.app import create_app
from simulator.defects import CATALOGUE
from simulator.simulation import Settings, Simulation

Ask = Callable[..., TestResponse]
WITHOUT_TVA = "accueil-sans-tva"


def defects(ask: Ask, sandbox: str) -> object:
    return (ask("GET", sandbox).json or {})["defects"]


def test_the_catalogue_is_listed(ask: Ask) -> None:
    listed = (ask("GET", "/defects").json or {})["defects"]
    assert [item["id"] for item in listed] == list(CATALOGUE)
    assert listed[0].keys() == {"id", "theme", "breaks", "sentence"}


def test_a_sandbox_is_made_with_defects_that_no_other_has(control_app: Flask, ask: Ask) -> None:
    made = ask("POST", "/sandboxes", {"id": "incident", "defects": [WITHOUT_TVA, WITHOUT_TVA]})
    assert made.status_code == 201
    client = control_app.test_client()
    assert "ma TVA" not in client.get("/b/incident/").text
    assert "ma TVA" in client.get("/").text


def test_a_defect_is_exercised_once_it_made_a_difference(
    control_app: Flask, ask: Ask, sandbox: str
) -> None:
    state = ask("PUT", f"{sandbox}/defects", {"defects": [WITHOUT_TVA]}).json or {}
    sentence = CATALOGUE[WITHOUT_TVA].sentence
    unexercised = {"id": WITHOUT_TVA, "sentence": sentence, "is_exercised": False}
    assert state["defects"] == [unexercised]
    client = control_app.test_client()
    client.get("/b/essai/connexion")
    assert defects(ask, sandbox) == [unexercised]
    client.get("/b/essai/")
    assert defects(ask, sandbox) == [unexercised | {"is_exercised": True}]
    ask("PUT", f"{sandbox}/defects", {"defects": [WITHOUT_TVA]})
    assert defects(ask, sandbox) == [unexercised]


def test_defects_are_taken_away(control_app: Flask, ask: Ask, sandbox: str) -> None:
    ask("PUT", f"{sandbox}/defects", {"defects": [WITHOUT_TVA]})
    assert ask("PUT", f"{sandbox}/defects", {"defects": []}).status_code == 200
    assert "ma TVA" in control_app.test_client().get("/b/essai/").text


def test_an_erased_sandbox_takes_its_defects_along(ask: Ask, sandbox: str) -> None:
    ask("PUT", f"{sandbox}/defects", {"defects": [WITHOUT_TVA]})
    ask("DELETE", sandbox)
    ask("POST", "/sandboxes", {"id": "essai"})
    assert defects(ask, sandbox) == []


@pytest.mark.parametrize("path", ["/sandboxes", "/sandboxes/common/defects"])
def test_an_unknown_defect_is_refused_by_name(ask: Ask, path: str) -> None:
    method = "POST" if path == "/sandboxes" else "PUT"
    answer = ask(method, path, {"defects": ["delai-49h", "delai-50h"]})
    assert answer.status_code == 400
    [error] = (answer.json or {})["errors"]
    assert error["field"] == "defects.1"
    assert re.search("« delai-50h » n'existe pas.*delai-49h", error["message"])


def test_what_the_simulator_is_started_with_is_in_force_unless_a_sandbox_says_otherwise() -> None:
    app = create_app(Settings(control_token="jeton-de-test", defects=(WITHOUT_TVA,)))
    headers = {"Authorization": "Bearer jeton-de-test"}
    client = app.test_client()
    for made in ({"id": "comme-lui"}, {"id": "sain", "defects": []}):
        client.post("/_control/sandboxes", json=made, headers=headers)
    homes = {path: client.get(path).text for path in ("/", "/b/comme-lui/", "/b/sain/")}
    app.extensions["simulation"].stop()
    assert [path for path, html in homes.items() if "ma TVA" in html] == ["/b/sain/"]


def test_no_page_of_the_site_tells_a_trainee_of_the_defect(control_app: Flask, ask: Ask) -> None:
    ask("PUT", "/sandboxes/common/defects", {"defects": [WITHOUT_TVA]})
    client = control_app.test_client()
    for path in ("/", "/simulateur", "/connexion", "/nulle-part"):
        assert WITHOUT_TVA not in client.get(path).text


@pytest.mark.parametrize("hours, is_noted", [(23, False), (25, True), (49, False)])
def test_housekeeping_tells_what_lapses_otherwise(
    ask: Ask, simulation: Simulation, hours: int, *, is_noted: bool
) -> None:
    made = {"id": "menage", "defects": ["delai-un-jour"]}
    ask("POST", "/sandboxes", made)
    sandbox = "/sandboxes/menage"
    ask("PUT", f"{sandbox}/mail", {"is_held": True})
    ask("POST", f"{sandbox}/registrations", {"address": "a@b.example", "password": "Secret123"})
    found = simulation.sandboxes.find("menage")
    assert found is not None
    with simulation.services(found).storage.writing() as registry:
        registration = registry.registration("a@b.example")
        assert registration is not None
        registry.put_registration(replace(registration, sent_at=found.now()))
    simulation.exercised.forget("menage")  # what the registration itself exercised
    state = ask("PUT", f"{sandbox}/clock", {"advance_seconds": hours * 3600, "is_frozen": True})
    [defect] = (state.json or {})["defects"]
    assert defect["is_exercised"] is is_noted


def test_housekeeping_exercises_nothing(ask: Ask, sandbox: str) -> None:
    ask("PUT", f"{sandbox}/defects", {"defects": ["delai-49h"]})
    ask("GET", sandbox)
    assert [item["is_exercised"] for item in (ask("GET", sandbox).json or {})["defects"]] == [False]
