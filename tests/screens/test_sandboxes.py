"""U-80: nothing leaks from one sandbox to another."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from simulator.simulation import Settings, Simulation
from simulator.storage.sandboxes import Sandboxes
from tests.screens.conftest import Post, SandboxClock
from tests.screens.page import Page
from tests.screens.visitor import ADDRESS, Visitor, credentials

TABLES = ("mails", "outbox", "registrations", "sessions", "spaces", "tickets", "views", "wizards")
FIRST_STEP = "Création de votre espace abonné"
EXPIRED = "Votre session a expiré, veuillez recommencer."


@pytest.fixture(autouse=True)
def seats(simulation: Simulation) -> None:
    for sandbox_id in ("une", "deux"):
        assert simulation.sandboxes.create(sandbox_id)


@pytest.fixture
def une(new_visitor: Callable[..., Visitor]) -> Visitor:
    return new_visitor("une")


@pytest.fixture
def deux(une: Visitor, new_visitor: Callable[..., Visitor]) -> Visitor:
    """The other sandbox, in the same browser."""
    visitor = new_visitor("deux")
    visitor.client = une.client
    return visitor


@pytest.fixture
def common(une: Visitor, visitor: Visitor) -> Visitor:
    """The common sandbox, in the same browser."""
    visitor.client = une.client
    return visitor


def test_the_whole_procedure_stays_in_its_sandbox(une: Visitor) -> None:
    une.reach_confirmation()
    une.follow("Accédez à votre espace abonné")
    une.log_in()
    une.follow("Gérer mes services")
    une.follow("Gérer vos coordonnées")
    for response in une.responses:
        path = response.request.root_path + response.request.path
        assert path.startswith("/b/une/")
        hrefs = {link.href for link in Page(response.text, path).links}
        assert {href for href in hrefs if not href.startswith(("#", "/b/une/"))} <= {f"{path}#main"}
        actions = {form.action for form in Page(response.text, path).forms}
        assert all(action.startswith("/b/une/") for action in actions)
        files = [node.attributes["href"] for node in Page(response.text, path).root.all("link")]
        assert all(href.startswith("/b/une/static/") for href in files)


def test_one_address_may_have_a_space_in_each(une: Visitor, deux: Visitor, common: Visitor) -> None:
    numbers = set()
    for visitor in (une, deux, common):
        visitor.reach_confirmation()
        assert visitor.page.headings[0] == "Votre inscription"
        numbers.add(visitor.page.texts("strong")[-1])
    assert len(numbers) == 3


def test_mails_are_read_where_they_were_asked_for(
    une: Visitor, deux: Visitor, common: Visitor
) -> None:
    une.reach_preregistration()
    assert len(une.mails()) == 1
    assert deux.mails() == []
    assert common.mails() == []
    une.open("/messagerie")
    une.follow("ESPACE ABONNE DES PROFESSIONNELS")
    mail = une.url.removeprefix("/b/une")
    for other in (deux, common):
        other.open(mail)
        assert other.statuses == [404]


def test_a_code_works_only_where_it_was_asked_for(une: Visitor, deux: Visitor) -> None:
    une.reach_preregistration()
    page = deux.enter_code(une.receive_code())
    assert page.alerts == ["L'adresse électronique ou le code d'activation est incorrect."]


def test_a_space_opens_only_where_it_was_made(une: Visitor, deux: Visitor, common: Visitor) -> None:
    une.reach_confirmation()
    confirmation = une.url.removeprefix("/b/une")
    une.log_in()
    for other in (deux, common):
        other.open("/espace")
        assert other.url == f"{other.prefix}/connexion"
        assert other.log_in().alerts
        other.open(confirmation)
        assert other.statuses == [403]
    une.open("/espace")
    assert une.url == "/b/une/espace"


def test_a_wizard_is_unknown_elsewhere(une: Visitor, deux: Visitor, common: Visitor) -> None:
    une.reach_enrolment()
    for other in (deux, common):
        other.open("/creation")
        page = other.open(une.url.removeprefix("/b/une"))
        assert page.headings[0] == FIRST_STEP
        assert ADDRESS not in page.html


def test_a_form_of_one_is_stale_in_another(une: Visitor, deux: Visitor, common: Visitor) -> None:
    token = une.open("/creation").form.hidden
    for other in (deux, common):
        other.open("/creation")
        page = other.post("/creation", token | {"are_accepted": "y"})
        assert other.statuses == [400]
        assert page.alerts == [EXPIRED]


def test_a_stale_form_s_way_out_stays_in_the_sandbox(une: Visitor) -> None:
    une.post("/connexion", {})
    une.follow("Recommencer")
    assert une.url == "/b/une/connexion"


def test_the_cookie_is_the_sandbox_s_own(une: Visitor) -> None:
    response = une.client.get("/b/une/creation")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("seance_une=")
    assert cookie.endswith("; HttpOnly; Path=/b/une/; SameSite=Lax")


def test_the_cookie_of_one_is_worth_nothing_in_another(
    une: Visitor, new_visitor: Callable[..., Visitor], add_space: Callable[..., object]
) -> None:
    del add_space
    une.reach_confirmation()
    une.log_in()
    cookie = une.client.get_cookie("seance_une", path="/b/une/")
    assert cookie
    thief = new_visitor("deux")
    thief.client.set_cookie("seance_deux", cookie.value, path="/b/deux/")
    thief.open("/espace")
    assert thief.url == "/b/deux/connexion"


def test_clocks_are_set_apart(une: Visitor, deux: Visitor, simulation: Simulation) -> None:
    clock = SandboxClock(simulation, "une")
    clock.set(datetime(2030, 1, 1, 12, 0, tzinfo=UTC))
    une.reach_confirmation()
    assert "le 1er janvier 2030 sous" in une.page.main
    deux.reach_preregistration()
    clock.advance(hours=49)
    deux.enter_code(deux.receive_code())
    page = deux.open_window()
    assert page.headings[0] == "Votre inscription"
    assert "2030" not in page.main


def test_a_held_mail_of_one_does_not_hold_another_s(
    une: Visitor, deux: Visitor, simulation: Simulation
) -> None:
    sandbox = simulation.sandboxes.find("une")
    assert sandbox
    simulation.sandboxes.save(replace(sandbox, is_mail_held=True))
    une.reach_preregistration()
    deux.reach_preregistration()
    assert len(deux.mails()) == 1
    assert simulation.sandboxes.counts("une").queued_mails == 1
    simulation.sandboxes.save(replace(sandbox, is_mail_held=False))
    simulation.send_now()
    assert len(une.mails()) == 1


def test_wrong_codes_are_counted_apart(une: Visitor, deux: Visitor) -> None:
    deux.reach_preregistration()
    for _ in range(20):
        une.enter_code("A" * 12)
    une.enter_code("A" * 12)
    assert une.statuses == [429]
    deux.enter_code(deux.receive_code())
    assert deux.statuses == [200]


def test_a_sandbox_s_address_needs_no_final_slash(une: Visitor) -> None:
    une.open("")
    assert une.statuses[-1] == 200
    assert une.page.link("Créer / Activer mon espace").href == "/b/une/procedure"


@pytest.mark.parametrize("path", ["/b/une/b/deux/", "/b/une/b/une/creation"])
def test_a_sandbox_holds_no_other(common: Visitor, path: str) -> None:
    common.open(path)
    assert common.statuses == [404]


def rows_of(database: Path, sandbox_id: str) -> dict[str, int]:
    with sqlite3.connect(database) as connection:
        counts = {
            table: connection.execute(
                f"SELECT count(*) FROM {table} WHERE sandbox = ?",  # noqa: S608 - names above
                (sandbox_id,),
            ).fetchone()[0]
            for table in TABLES
        }
    connection.close()
    return counts


def test_an_erased_sandbox_leaves_nothing_and_the_others_all(
    une: Visitor, deux: Visitor, simulation: Simulation, database: Path
) -> None:
    for visitor in (une, deux):
        visitor.reach_confirmation()
    assert set(rows_of(database, "une").values()) != {0}
    before = rows_of(database, "deux")
    simulation.sandboxes.erase("une")
    assert set(rows_of(database, "une").values()) == {0}
    assert rows_of(database, "deux") == before
    une.open("/")
    assert une.statuses == [404]
    deux.reload()
    assert deux.page.headings[0] == "Votre inscription"


def test_a_sandbox_made_again_knows_nothing_of_the_first(
    une: Visitor, simulation: Simulation
) -> None:
    une.reach_confirmation()
    une.log_in()
    simulation.sandboxes.erase("une")
    simulation.sandboxes.create("une")
    une.open("/espace")
    assert une.url == "/b/une/connexion"
    assert une.log_in().alerts
    une.reach_credentials()
    assert une.press("Valider", credentials()).headings[0].startswith("3ème étape")


def test_sandboxes_are_erased_when_their_time_is_over(
    start_app: Callable[[Settings], Flask],
    simulation: Simulation,
    une: Visitor,
    common: Visitor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    une.reach_preregistration()
    common.reach_preregistration()
    assert une.mails()
    assert common.mails()
    now = datetime.now(UTC)
    for sandbox_id, age in (("", 31), ("une", 30.1), ("deux", 29.9)):
        sandbox = simulation.sandboxes.find(sandbox_id)
        assert sandbox
        simulation.sandboxes.save(replace(sandbox, created_at=now - timedelta(days=age)))

    housekeeping = Post()
    erase = Sandboxes.erase_older_than
    monkeypatch.setattr(Sandboxes, "erase_older_than", housekeeping.watch(erase))
    with housekeeping.changed:
        simulation.stop()  # one server for one file
        start_app(Settings())  # keeps house as it begins
        is_erased = housekeeping.changed.wait_for(
            lambda: simulation.sandboxes.find("une") is None, 20
        )

    assert is_erased
    assert {sandbox.id for sandbox in simulation.sandboxes.all()} == {"", "deux"}
    assert simulation.sandboxes.counts("").pending_registrations == 0
    assert common.mails() == []
    common.open("/")
    assert common.statuses == [200]
