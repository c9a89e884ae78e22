"""What frames every page: the warning, the fiche's own header, and a way past them."""

import re

import pytest
from flask.testing import FlaskClient

from tests.screens.page import Page

HELP = "/aide"
NOTES = "/simulateur"
OF_THE_PROCEDURE = (
    "/professionnel",
    "/professionnels",
    "/procedure",
    "/hors-perimetre",
    "/conditions-generales",
    HELP,
    "/assistance",
)
PAGES = ("/", *OF_THE_PROCEDURE, NOTES)


def page_at(client: FlaskClient, path: str) -> Page:
    response = client.get(path)
    assert response.status_code == 200
    return Page(response.get_data(as_text=True), path)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_mistaken_for_the_real_site(client: FlaskClient, path: str) -> None:
    page = page_at(client, path)
    assert page.title.endswith("— SIMULATEUR")
    assert {"name": "robots", "content": "noindex, nofollow"} in [
        node.attributes for node in page.root.all("meta")
    ]
    assert (
        "SIMULATEUR Ceci est un simulateur de formation, et non le site de l'administration "
        "fiscale. N'y saisissez aucune donnée réelle." in page.text
    )
    assert re.search(r"effacées au bout de \d+ jours?\.", page.text)
    assert page.link("À propos de ce simulateur").href == NOTES


@pytest.mark.parametrize("path", OF_THE_PROCEDURE)
def test_the_frame_is_the_fiche_s(client: FlaskClient, path: str) -> None:
    page = page_at(client, path)
    assert "impots.gouv.fr AIDE" in page.text
    assert "PROFESSIONNELS Professionnels" in page.text
    helps = [link for link in page.links if link.text == "AIDE"]
    assert [(link.href, link.opens_window) for link in helps] == [(HELP, True)]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: FlaskClient, path: str) -> None:
    page = page_at(client, path)
    files = {node.attributes["href"] for node in page.root.all("link")}
    targets = {link.href for link in page.links} | files
    answers = {target: client.get(target, buffered=True).status_code for target in targets}
    assert set(answers.values()) == {200}, answers


@pytest.mark.parametrize("path", PAGES)
def test_a_strict_content_policy_suits_every_page(client: FlaskClient, path: str) -> None:
    for node in page_at(client, path).nodes:
        assert node.tag != "style"
        assert not {name for name in node.attributes if name == "style" or name.startswith("on")}
        assert not node.attributes.get("src", "").startswith("http")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_main_title_and_a_way_past_the_frame(client: FlaskClient, path: str) -> None:
    page = page_at(client, path)
    assert len(list(page.root.all("h1"))) == 1
    first, *_ = page.root.all("a")
    assert first.attributes["href"] == "#main"
    assert [node.attributes["id"] for node in page.root.all("main")] == ["main"]
    assert [node.attributes for node in page.root.all("html")] == [{"lang": "fr"}]
