"""S11, the access to the space."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor

REFUSED = "Adresse électronique ou mot de passe incorrect."
ADDRESS_LABEL = "Votre adresse électronique"
PASSWORD_LABEL = "Votre mot de passe"


@pytest.fixture
def space(add_space: Callable[..., Space]) -> Space:
    return add_space()


def test_it_asks_for_the_identifiers(visitor: Visitor) -> None:
    page = visitor.open("/connexion")
    assert page.headings == ["Accès à votre espace abonné"]
    assert page.labels == ["Votre adresse électronique :", "Votre mot de passe :"]
    assert [entry.kind for entry in page.form.fields] == ["text", "password"]
    assert "aisissez vos identifiants pour accéder à votre espace abonné." in page.main
    assert page.buttons == ["Valider"]


@pytest.mark.usefixtures("space")
@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.upper(), f" {ADDRESS}\u00a0"])
def test_a_right_pair_opens_the_space(visitor: Visitor, address: str) -> None:
    page = visitor.log_in(address)
    assert visitor.statuses == [303, 200]
    assert page.headings[0] == "Votre espace abonné"


@pytest.mark.usefixtures("space")
@pytest.mark.parametrize(
    "address, password",
    [
        (ADDRESS, "Secret124"),
        (ADDRESS, PASSWORD.lower()),
        (ADDRESS, f"{PASSWORD} "),
        (ADDRESS, " "),
        ("autre@exemple.test", PASSWORD),
        ("é\U0001f600", "漢"),
    ],
)
def test_one_text_refuses_whatever_was_wrong(visitor: Visitor, address: str, password: str) -> None:
    page = visitor.log_in(address, password)
    assert visitor.statuses == [422]
    assert page.alerts == [REFUSED]
    assert page.values == {ADDRESS_LABEL: address, PASSWORD_LABEL: ""}
    visitor.open("/espace")
    assert visitor.url == "/connexion"


def test_the_number_is_no_identifier(visitor: Visitor, space: Space) -> None:
    assert visitor.log_in(space.number).alerts == [REFUSED]


def test_a_certificate_space_has_no_password(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space(has_certificate=True)
    assert visitor.log_in().alerts == [REFUSED]


def test_a_pending_or_expired_pre_registration_opens_nothing(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    assert visitor.log_in().alerts == [REFUSED]
    visitor.receive_code()
    clock.advance(hours=49)
    assert visitor.log_in().alerts == [REFUSED]


def test_missing_fields_are_said_at_once(visitor: Visitor) -> None:
    page = visitor.log_in("", "")
    assert visitor.statuses == [422]
    assert page.errors == {
        ADDRESS_LABEL: "Le champ « Votre adresse électronique » est obligatoire.",
        PASSWORD_LABEL: "Le champ « Votre mot de passe » est obligatoire.",
    }
    assert page.alerts == list(page.errors.values())


@pytest.mark.usefixtures("space")
def test_opening_a_space_changes_the_cookie(visitor: Visitor) -> None:
    visitor.open("/connexion")
    before = visitor.client.get_cookie("seance")
    visitor.log_in()
    after = visitor.client.get_cookie("seance")
    assert before
    assert after
    assert before.value != after.value


@pytest.mark.usefixtures("space")
def test_a_form_without_its_token_opens_nothing(visitor: Visitor) -> None:
    visitor.open("/connexion")
    page = visitor.post("/connexion", {"address": ADDRESS, "password": PASSWORD})
    assert visitor.statuses == [400]
    assert "Votre session a expiré, veuillez recommencer." in page.main
    visitor.follow("Recommencer")
    assert visitor.url == "/connexion"


def test_a_form_with_nothing_but_its_token_is_an_empty_one(visitor: Visitor) -> None:
    token = visitor.open("/connexion").form.hidden
    page = visitor.post("/connexion", token | {"identifiant": ADDRESS})
    assert list(page.errors) == [ADDRESS_LABEL, PASSWORD_LABEL]


def test_no_number_of_refusals_locks_the_space(visitor: Visitor, space: Space) -> None:
    for _ in range(21):
        visitor.log_in(password="Secret124")
    assert visitor.log_in(space.address).headings[0] == "Votre espace abonné"
