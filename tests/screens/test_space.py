"""S12, the space, and « Gérer mes services »."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.conftest import SandboxClock
from tests.screens.visitor import Visitor


def test_a_new_space_is_empty(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    page = visitor.log_in()
    assert page.title == "Votre espace abonné — SIMULATEUR"
    assert "Madame Lila Rosemonde" in page.main
    assert "Vos dossiers Aucun dossier." in page.main
    assert "Vos services Aucun service." in page.main
    assert page.link("Demander une adhésion aux services en ligne").href == "/hors-perimetre"


def test_its_services_lead_to_the_contact_details(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    visitor.log_in()
    page = visitor.follow("Gérer mes services")
    assert page.headings[0] == "Gérer mes services"
    assert "Aucun service." in page.main
    page = visitor.follow("Gérer vos coordonnées")
    assert page.headings[0] == "Gérer vos coordonnées"
    page = visitor.follow("Retour à votre espace abonné")
    assert page.headings[0] == "Votre espace abonné"


@pytest.mark.parametrize("path", ["/espace", "/espace/services", "/espace/coordonnees"])
def test_it_is_closed_to_who_is_not_logged_in(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    assert visitor.statuses == [303, 200]
    assert visitor.url == "/connexion"


def test_the_session_that_activated_is_not_logged_in(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    visitor.open("/espace")
    assert visitor.url == "/connexion"


@pytest.mark.parametrize("minutes, url", [(30, "/espace"), (30.1, "/connexion")])
def test_it_closes_after_30_minutes(
    visitor: Visitor,
    add_space: Callable[..., Space],
    clock: SandboxClock,
    minutes: float,
    url: str,
) -> None:
    add_space()
    visitor.log_in()
    clock.advance(minutes=minutes)
    visitor.open("/espace")
    assert visitor.url == url


def test_it_stays_open_to_who_uses_it(
    visitor: Visitor, add_space: Callable[..., Space], clock: SandboxClock
) -> None:
    add_space()
    visitor.log_in()
    for _ in range(3):
        clock.advance(minutes=20)
        visitor.open("/espace/coordonnees")
    assert visitor.url == "/espace/coordonnees"


def test_se_deconnecter_closes_it_in_this_browser_only(
    visitor: Visitor, new_visitor: Callable[..., Visitor], add_space: Callable[..., Space]
) -> None:
    add_space()
    other = new_visitor()
    other.log_in()
    visitor.log_in()
    visitor.press("Se déconnecter")
    assert visitor.url == "/"
    visitor.open("/espace")
    assert visitor.url == "/connexion"
    other.open("/espace")
    assert other.url == "/espace"


def test_a_stale_se_deconnecter_gets_a_page_with_a_way_out(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space()
    visitor.log_in()
    page = visitor.post("/espace/deconnexion", {"csrf_token": "stale"})
    assert visitor.statuses == [400]
    assert "Votre session a expiré, veuillez recommencer." in page.main
    visitor.follow("Recommencer")
    assert visitor.statuses[-1] == 200


def test_two_people_of_one_company_have_a_space_each(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_confirmation("une@exemple.test", Prénom="Une")
    other = new_visitor()
    other.reach_confirmation("deux@exemple.test", Prénom="Deux")
    assert "Madame Une Rosemonde" in visitor.log_in("une@exemple.test").main
    assert "Madame Deux Rosemonde" in other.log_in("deux@exemple.test").main
