"""S03, 1ère étape: the general conditions."""

import pytest

from tests.screens.visitor import Visitor

SENTENCE = (
    "Je reconnais avoir pris connaissance des conditions générales et les accepte "
    "sans restriction. *"
)
REFUSAL = "Vous devez accepter les conditions générales pour poursuivre."


def test_it_names_the_four_steps_and_asks_for_the_first(visitor: Visitor) -> None:
    page = visitor.open("/creation")
    assert page.title == "Création de votre espace abonné — SIMULATEUR"
    assert page.headings == [
        "Création de votre espace abonné",
        "1ère étape : acceptez les conditions générales",
    ]
    assert (
        "Pour créer votre espace, vous devez : 1ère étape : accepter les conditions générales "
        "2ème étape : créer vos identifiants 3ème étape : remplir le formulaire d'inscription "
        "4ème étape : activer votre espace abonné Quitter "
        "1ère étape : acceptez les conditions générales *Champ obligatoire "
        f"Lire les conditions générales {SENTENCE} Valider" in page.main
    )
    assert not page.alerts


def test_its_only_field_is_a_box_that_is_not_ticked(visitor: Visitor) -> None:
    [box] = visitor.open("/creation").form.fields
    assert (box.label, box.kind, box.is_ticked) == (SENTENCE, "checkbox", False)
    assert visitor.page.buttons == ["Valider"]


def test_the_conditions_are_read_in_a_window_of_their_own(visitor: Visitor) -> None:
    link = visitor.open("/creation").link("Lire les conditions générales")
    assert (link.href, link.opens_window) == ("/conditions-generales", True)


def test_an_unticked_box_is_refused_beside_it(visitor: Visitor) -> None:
    visitor.open("/creation")
    page = visitor.press("Valider")
    assert visitor.statuses == [422]
    assert page.alerts == [REFUSAL]
    [box] = page.form.fields
    assert (box.errors, box.is_ticked, box.attributes["aria-invalid"]) == (REFUSAL, False, "true")


def test_once_refused_it_can_still_be_accepted(visitor: Visitor) -> None:
    visitor.open("/creation")
    visitor.press("Valider")
    page = visitor.press("Valider", ticked=True)
    assert page.headings == ["2ème étape : créez vos identifiants"]


def test_a_ticked_box_leads_to_the_second_step(visitor: Visitor) -> None:
    visitor.open("/creation")
    page = visitor.press("Valider", ticked=True)
    assert visitor.statuses == [303, 200]
    assert page.headings == ["2ème étape : créez vos identifiants"]


def test_each_acceptance_begins_a_wizard_of_its_own(visitor: Visitor) -> None:
    visitor.reach_credentials()
    first = visitor.url
    visitor.reach_credentials()
    assert visitor.url != first


def test_quitter_leads_home(visitor: Visitor) -> None:
    visitor.open("/creation")
    visitor.follow("Quitter")
    assert visitor.url == "/"


def test_fields_that_the_form_has_not_accept_nothing(visitor: Visitor) -> None:
    token = visitor.open("/creation").form.hidden["csrf_token"]
    visitor.post("/creation", {"csrf_token": token, "conditions": "y", "action": "validate"})
    assert visitor.statuses == [422]
    assert visitor.page.alerts == [REFUSAL]


@pytest.mark.parametrize("token", [{}, {"csrf_token": ""}, {"csrf_token": "made-up"}])
def test_a_form_without_its_token_is_refused(visitor: Visitor, token: dict[str, str]) -> None:
    visitor.open("/creation")
    page = visitor.post("/creation", token | {"are_accepted": "y"})
    assert visitor.statuses == [400]
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]


def test_after_such_a_refusal_the_screen_works(visitor: Visitor) -> None:
    visitor.post("/creation", {"are_accepted": "y"})
    page = visitor.press("Valider", ticked=True)
    assert page.headings == ["2ème étape : créez vos identifiants"]


def test_it_is_empty_again_after_going_through_it(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    [box] = visitor.open("/creation").form.fields
    assert not box.is_ticked
