"""The access code of a simulator that others than this machine can reach."""

from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask

from simulator.simulation import Settings
from tests.screens.conftest import Post
from tests.screens.visitor import Visitor

CODE = "tilleul-42"


@pytest.fixture
def app(start_app: Callable[[Settings], Flask]) -> Flask:
    return start_app(Settings(access_code=CODE, trusted_hosts=None))


@pytest.fixture
def enter(visitor: Visitor) -> Callable[[str], None]:
    """Return what gives a code."""

    def enter(code: str) -> None:
        visitor.open("/")
        visitor.press("Valider", {"Code d'accès": code})

    return enter


@pytest.mark.parametrize(
    "path", ["/", "/creation", "/activation", "/connexion", "/messagerie", "/nulle-part"]
)
def test_every_page_leads_to_the_gate(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert visitor.statuses == [303, 200]
    assert page.headings == ["Accès au simulateur"]
    assert page.labels == ["Code d'accès :"]
    assert page.form.fields[0].kind == "password"


@pytest.mark.parametrize("path", ["/creation", "/activation", "/connexion", "/espace/deconnexion"])
def test_no_form_passes_it_by(visitor: Visitor, path: str) -> None:
    page = visitor.post(path, {"are_accepted": "y"})
    assert page.headings == ["Accès au simulateur"]


def test_the_right_code_opens_the_site_for_the_session(
    visitor: Visitor, enter: Callable[[str], None]
) -> None:
    enter(CODE)
    assert visitor.statuses == [303, 200]
    assert visitor.url == "/"
    visitor.reach_confirmation()
    assert visitor.page.headings[0] == "Votre inscription"


@pytest.mark.parametrize("code", ["", "tilleul", CODE.upper(), f"{CODE}\u00e9", "x" * 10_000])
def test_a_wrong_code_is_refused_beside_the_field(
    visitor: Visitor, enter: Callable[[str], None], code: str
) -> None:
    enter(code)
    assert visitor.statuses == [422]
    assert visitor.page.errors == {"Code d'accès": "Ce code d'accès est incorrect."}
    assert visitor.page.alerts == ["Ce code d'accès est incorrect."]
    assert visitor.page.values == {"Code d'accès": ""}
    visitor.open("/creation")
    assert visitor.url == "/acces"


def test_a_form_without_its_token_opens_nothing(visitor: Visitor) -> None:
    visitor.open("/acces")
    visitor.post("/acces", {"code": CODE})
    assert visitor.statuses == [400]
    visitor.open("/creation")
    assert visitor.url == "/acces"


def test_another_browser_gives_its_own(
    new_visitor: Callable[..., Visitor], enter: Callable[[str], None]
) -> None:
    enter(CODE)
    stranger = new_visitor()
    stranger.open("/creation")
    assert stranger.url == "/acces"


def test_the_files_of_the_look_need_no_code(visitor: Visitor) -> None:
    page = visitor.open("/")
    files = [node.attributes["href"] for node in page.root.all("link")]
    assert files
    assert {visitor.client.get(href, buffered=True).status_code for href in files} == {200}


def test_a_host_that_is_not_trusted_gets_a_page_all_the_same(
    start_app: Callable[[Settings], Flask], post: Post
) -> None:
    app = start_app(Settings(access_code=CODE))
    visitor = Visitor(app.test_client(), partial(post.mails, app.extensions["simulation"]))
    response = visitor.client.get("/", base_url="http://ailleurs.exemple.test")
    assert response.status_code == 400
    assert "SIMULATEUR" in response.text


def test_without_a_code_there_is_no_gate(start_app: Callable[[Settings], Flask]) -> None:
    assert start_app(Settings()).test_client().get("/").status_code == 200
