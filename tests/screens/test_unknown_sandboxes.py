"""U-80: what is asked of a sandbox that does not exist reaches nobody's."""

from collections.abc import Callable

import pytest

from tests.screens.visitor import Visitor


@pytest.mark.parametrize("path", ["/", "/creation", "/activation", "/espace"])
def test_an_unknown_sandbox_is_not_found(new_visitor: Callable[..., Visitor], path: str) -> None:
    visitor = new_visitor("trois")
    page = visitor.open(path)
    assert visitor.statuses == [404]
    assert page.headings == ["Page introuvable"]


@pytest.mark.parametrize("path", ["/creation", "/activation", "/connexion", "/inscription"])
def test_no_form_reaches_an_unknown_sandbox(new_visitor: Callable[..., Visitor], path: str) -> None:
    visitor = new_visitor("trois")
    page = visitor.post(path, {"are_accepted": "y"})
    assert visitor.statuses == [404]
    assert page.headings == ["Page introuvable"]
    assert "Set-Cookie" not in visitor.responses[-1].headers


def test_the_page_of_an_unknown_sandbox_leads_somewhere(
    new_visitor: Callable[..., Visitor],
) -> None:
    visitor = new_visitor("trois")
    page = visitor.open("/")
    visitor.follow("Revenir à la page d'accueil")
    assert visitor.statuses == [200]
    files = [node.attributes["href"] for node in page.root.all("link")]
    assert {visitor.client.get(href, buffered=True).status_code for href in files} == {200}
