"""A page, an e-mail or a document of the simulator is never mistaken for the real site's."""

import re
from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from importlib.resources import files
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from simulator.app import create_app
from simulator.domain.values.spaces import Space
from simulator.services import Services
from simulator.simulation import Settings
from tests.screens.page import Page
from tests.screens.visitor import Visitor, credentials

BANNER = (
    "SIMULATEUR Ceci est un simulateur de formation, et non le site de l'administration fiscale. "
    "N'y saisissez aucune donnée réelle."
)
NO_PAGES = {"static", "record.show", "wizard_exit.leave"}  # a file, a PDF, a way out


@pytest.fixture
def walked(visitor: Visitor, add_space: Callable[..., Space]) -> Visitor:
    """A visitor who has seen every screen that needs a state."""
    add_space("certifiee@exemple.test", has_certificate=True)
    visitor.reach_credentials()
    visitor.press("Valider", credentials("certifiee@exemple.test"))
    visitor.follow("Optez pour l'accès sans certificat")
    visitor.reach_confirmation()
    number = visitor.page.texts("strong")[-1]
    visitor.receive_code()
    visitor.open("/messagerie")
    visitor.follow("ESPACE ABONNE DES PROFESSIONNELS")
    visitor.follow("Voir l'entête complet")
    visitor.open("/mot-de-passe-oublie")
    visitor.press(
        "Valider",
        {
            "Votre adresse électronique": "lila.rosemonde@hotmail.fr",
            "Votre numéro d'abonné": number,
        },
    )
    visitor.log_in()
    visitor.open("/espace/services")
    visitor.open("/espace/coordonnees")
    return visitor


def page_rules(app: Flask) -> list[Rule]:
    return [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES
    ]


def test_every_page_is_marked(app: Flask, walked: Visitor) -> None:
    with walked.client.session_transaction() as session:
        session["has_opted"] = True  # else the page that says so is not shown
    for rule in page_rules(app):
        if not rule.arguments:
            walked.open(rule.rule)
    routes = app.url_map.bind("localhost")
    shown = set()
    for response in walked.responses:
        assert response.status_code == 200
        assert response.mimetype == "text/html"
        path = Page(response.text, response.request.path).url
        shown.add(routes.match(path)[0])
        assert_is_marked(Page(response.text, path))
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert shown == {rule.endpoint for rule in page_rules(app)}


def assert_is_marked(page: Page) -> None:
    assert page.title.endswith(" — SIMULATEUR")
    assert page.text.startswith(f"Aller au contenu {BANNER}")
    robots = [
        node.attributes["content"]
        for node in page.root.all("meta")
        if node.attributes.get("name") == "robots"
    ]
    assert robots == ["noindex, nofollow"]
    assert "Simulateur de formation, sans lien avec l'administration fiscale." in page.text


@pytest.mark.parametrize("path", ["/nulle-part", "/inscription", "/b/inconnu/"])
def test_every_error_is_marked(visitor: Visitor, path: str) -> None:
    assert_is_marked(visitor.open(path))


def test_a_stale_form_is_marked(visitor: Visitor) -> None:
    assert_is_marked(visitor.post("/connexion", {}))
    assert_is_marked(visitor.post("/creation", {}))


def test_the_page_for_an_unknown_host_is_marked(visitor: Visitor) -> None:
    response = visitor.client.get("/", base_url="http://ailleurs.exemple.test")
    page = Page(response.text, "/")
    assert page.headings == ["SIMULATEUR"]
    assert page.title.endswith(" — SIMULATEUR")
    assert 'name="robots" content="noindex, nofollow"' in page.html
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_e_mail_says_what_it_comes_from(visitor: Visitor, services: Services) -> None:
    visitor.reach_preregistration()
    visitor.receive_code()
    [mail] = services.mailbox.all()
    header = message_from_bytes(mail.raw, policy=default)["X-Simulateur"]
    assert header == (
        "Courriel d'un simulateur, sans valeur. Il ne vient pas de l'administration fiscale."
    )


def sources() -> list[str]:
    screens = files("simulator").joinpath("screens")
    return [
        f"{folder}/{path.name}"
        for folder in ("templates", "static")
        for path in screens.joinpath(folder).iterdir()
    ]


@pytest.mark.parametrize("source", sorted(sources()))
def test_no_template_or_style_borrows_the_state_s_look(source: str) -> None:
    text = files("simulator").joinpath("screens", source).read_text("utf-8").casefold()
    assert not re.search(
        r"marianne|dsfr|système de design|bloc-marque|république|liberté|spectral|"
        r"class=\"[^\"]*\bfr-|\.fr-[a-z]|#000091|#e1000f",
        text,
    )


@pytest.mark.parametrize(
    "retention, said",
    [
        (timedelta(days=30), "effacées au bout de 30 jours."),
        (timedelta(days=1), "effacées au bout de 1 jour."),
    ],
)
def test_every_page_says_when_the_data_are_erased(
    start_app: Callable[[Settings], Flask], retention: timedelta, said: str
) -> None:
    client = start_app(Settings(retention=retention)).test_client()
    for path in ("/", "/creation", "/activation"):
        assert f"Les données saisies ici sont {said}" in Page(client.get(path).text, path).text
    notes = Page(client.get("/simulateur").text, "/simulateur").main
    assert f"Tout ce que vous saisissez est {said}".replace("effacées", "effacé") in notes


@pytest.mark.parametrize("is_kept", [True, False])
def test_data_that_no_file_keeps_are_said_to_go_with_the_simulator(
    tmp_path: Path, *, is_kept: bool
) -> None:
    file = f"sqlite:///{tmp_path / 'kept.sqlite'}" if is_kept else None
    app = create_app(Settings(database_url=file))
    text = Page(app.test_client().get("/").text, "/").text
    app.extensions["simulation"].stop()
    assert ("Elles le sont aussi à l'arrêt du simulateur." in text) is not is_kept


def test_the_notes_ask_for_no_real_data(visitor: Visitor) -> None:
    visitor.open("/")
    page = visitor.follow("À propos de ce simulateur")
    assert "Employez des noms et des adresses inventés" in page.main
