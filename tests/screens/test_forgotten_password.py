"""S14, the forgotten password (U-63)."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor

REFUSED = "Les informations saisies sont incorrectes."
NEW = "Nouveau456"
ADDRESS_LABEL = "Votre adresse électronique"
NUMBER_LABEL = "Votre numéro d'abonné"
NEW_LABEL = "Votre nouveau mot de passe"
AGAIN_LABEL = "Confirmer votre nouveau mot de passe"


@pytest.fixture
def space(add_space: Callable[..., Space]) -> Space:
    return add_space()


@pytest.fixture
def asked(visitor: Visitor, space: Space) -> Visitor:
    """A visitor in front of the question."""
    visitor.open("/mot-de-passe-oublie")
    visitor.press("Valider", {ADDRESS_LABEL: ADDRESS, NUMBER_LABEL: space.number})
    return visitor


def answered(answer: str = "Lili", password: str = NEW, again: str = NEW) -> dict[str, str]:
    return {"Réponse": answer, NEW_LABEL: password, AGAIN_LABEL: again}


def test_it_is_reached_from_the_login(visitor: Visitor) -> None:
    visitor.open("/connexion")
    page = visitor.follow("Mot de passe oublié ?")
    assert page.headings == ["Mot de passe oublié"]
    assert page.labels == ["Votre adresse électronique :", "Votre numéro d'abonné :"]
    assert page.buttons == ["Valider"]


def test_address_and_number_lead_to_the_registered_question(asked: Visitor) -> None:
    assert asked.statuses == [303, 200]
    page = asked.page
    assert "Question : Le nom de votre animal de compagnie ?" in page.main
    assert page.labels == [
        "Réponse :",
        "Votre nouveau mot de passe :",
        "Confirmer votre nouveau mot de passe :",
    ]
    assert [entry.kind for entry in page.form.fields] == ["text", "password", "password"]
    assert set(page.values.values()) == {""}
    assert "Lili" not in page.html


def test_outer_blanks_and_case_of_the_address_do_not_matter(visitor: Visitor, space: Space) -> None:
    visitor.open("/mot-de-passe-oublie")
    typed = {ADDRESS_LABEL: f" {ADDRESS.upper()}", NUMBER_LABEL: f"{space.number} "}
    assert visitor.press("Valider", typed).labels[0] == "Réponse :"


@pytest.mark.parametrize("answer", ["Lili", " lILI\u00a0"])
def test_the_right_answer_gives_a_new_password(asked: Visitor, answer: str) -> None:
    page = asked.press("Valider", answered(answer))
    assert asked.statuses == [303, 200]
    assert asked.url == "/connexion"
    assert "Votre nouveau mot de passe est enregistré." in page.main
    assert asked.log_in(password=PASSWORD).alerts == [
        "Adresse électronique ou mot de passe incorrect."
    ]
    assert asked.log_in(password=NEW).headings[0] == "Votre espace abonné"


def test_the_answer_serves_once(asked: Visitor) -> None:
    question = asked.url
    asked.press("Valider", answered())
    asked.open(question)
    assert asked.url == "/mot-de-passe-oublie"


@pytest.mark.parametrize("wrong", ["address", "number", "both", "certificate"])
def test_one_text_refuses_whatever_was_wrong(
    visitor: Visitor, space: Space, add_space: Callable[..., Space], wrong: str
) -> None:
    certified = add_space("certifiee@exemple.test", has_certificate=True)
    address, number = {
        "address": ("autre@exemple.test", space.number),
        "number": (ADDRESS, "20260000000000"),
        "both": ("é\U0001f600", "漢"),
        "certificate": (certified.address, certified.number),
    }[wrong]
    visitor.open("/mot-de-passe-oublie")
    page = visitor.press("Valider", {ADDRESS_LABEL: address, NUMBER_LABEL: number})
    assert visitor.statuses == [422]
    assert page.alerts == [REFUSED]
    assert page.values == {ADDRESS_LABEL: address, NUMBER_LABEL: number}
    visitor.open("/mot-de-passe-oublie/question")
    assert visitor.url == "/mot-de-passe-oublie"


def test_a_wrong_answer_is_refused_with_the_same_text(asked: Visitor) -> None:
    page = asked.press("Valider", answered("Médor"))
    assert asked.statuses == [422]
    assert page.alerts == [REFUSED]
    assert page.values == answered("Médor", "", "")
    assert NEW not in page.html
    assert asked.log_in(password=PASSWORD).headings[0] == "Votre espace abonné"


def test_missing_fields_are_said_at_once(asked: Visitor) -> None:
    page = asked.press("Valider")
    assert page.errors == {label: f"Le champ « {label} » est obligatoire." for label in answered()}
    assert page.alerts == list(page.errors.values())
    asked.open("/mot-de-passe-oublie")
    page = asked.press("Valider")
    assert page.errors == {
        label: f"Le champ « {label} » est obligatoire." for label in (ADDRESS_LABEL, NUMBER_LABEL)
    }


def test_the_new_password_follows_the_same_rules(asked: Visitor) -> None:
    page = asked.press("Valider", answered(password="court", again="autre"))
    assert page.errors == {
        NEW_LABEL: (
            "Le mot de passe doit comporter de 8 à 20 caractères, chiffres et lettres uniquement, "
            "sans espaces ni caractères accentués."
        ),
        AGAIN_LABEL: "Les deux mots de passe saisis ne sont pas identiques.",
    }
    assert page.values["Réponse"] == "Lili"


def test_faults_of_form_tell_nothing_of_the_answer(asked: Visitor) -> None:
    wrong = asked.press("Valider", answered("Médor", password="court", again="court"))
    right = asked.press("Valider", answered("Lili", password="court", again="court"))
    assert wrong.alerts == right.alerts


def test_the_question_cannot_be_reached_without_the_number(visitor: Visitor) -> None:
    visitor.open("/mot-de-passe-oublie/question")
    assert visitor.statuses == [303, 200]
    assert visitor.url == "/mot-de-passe-oublie"


def test_the_question_waits_10_minutes(visitor: Visitor, space: Space, clock: SandboxClock) -> None:
    visitor.open("/mot-de-passe-oublie")
    visitor.press("Valider", {ADDRESS_LABEL: ADDRESS, NUMBER_LABEL: space.number})
    clock.advance(minutes=10, seconds=1)
    visitor.press("Valider", answered())
    assert visitor.url == "/mot-de-passe-oublie"
    assert visitor.log_in(password=PASSWORD).headings[0] == "Votre espace abonné"


@pytest.mark.parametrize("path", ["/mot-de-passe-oublie", "/mot-de-passe-oublie/question"])
def test_a_form_without_its_token_changes_nothing(asked: Visitor, path: str) -> None:
    page = asked.post(path, {"answer": "Lili", "password": NEW, "password_again": NEW})
    assert asked.statuses == [400]
    assert "Votre session a expiré, veuillez recommencer." in page.main
    assert asked.log_in(password=PASSWORD).headings[0] == "Votre espace abonné"
