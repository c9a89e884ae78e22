"""S05, 2ème étape blocked by a space with certificate."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor, credentials

TITLE = "2ème étape : créer vos identifiants"
FREE = "lila@exemple.test"
AGAIN_LABEL = "Confirmer votre nouvelle adresse électronique"
PENDING = (
    "Une demande de création est déjà en cours pour cette adresse électronique. Pendant le délai "
    "de 48h, il est impossible de redemander un code d'activation avec la même adresse "
    "électronique."
)


def other_credentials(address: str = FREE, password: str = PASSWORD) -> dict[str, str]:
    return {
        "Votre adresse électronique": address,
        AGAIN_LABEL: address,
        "Votre mot de passe": password,
        "Confirmer votre mot de passe": password,
    }


@pytest.fixture
def blocked(visitor: Visitor, add_space: Callable[..., Space]) -> Visitor:
    """A visitor whose address belongs to a space with certificate."""
    add_space(has_certificate=True)
    visitor.reach_credentials()
    visitor.press("Valider", credentials())
    return visitor


def test_it_says_why_and_offers_two_ways(blocked: Visitor) -> None:
    page = blocked.page
    assert page.title == f"{TITLE} — SIMULATEUR"
    assert page.headings == [TITLE]
    assert (
        "Vous, ou l'un de vos collaborateurs, disposez déjà d'un espace abonné avec certificat "
        "utilisant cette adresse électronique. Si vous voulez créer un espace sans certificat, "
        "vous devez utiliser une autre adresse électronique. Si vous êtes titulaire de cet espace "
        "abonné avec certificat, vous pouvez opter pour l'accès sans certificat en cliquant sur le "
        "lien suivant : Optez pour l'accès sans certificat" in page.main
    )


def test_its_form_is_complete_and_empty(blocked: Visitor) -> None:
    page = blocked.page
    assert page.labels == [
        "Votre adresse électronique :",
        "Confirmer votre nouvelle adresse électronique :",
        "Votre mot de passe :",
        "Confirmer votre mot de passe:",
    ]
    assert page.form.fields[0].help == (
        "Important : cette adresse électronique ne pourra être utilisée que pour un seul et "
        "unique espace."
    )
    assert set(page.values.values()) == {""}
    assert page.buttons == ["Valider"]


def test_another_free_address_goes_on(blocked: Visitor) -> None:
    page = blocked.press("Valider", other_credentials())
    assert blocked.statuses == [303, 200]
    assert page.headings[0] == "3ème étape : remplissez votre formulaire d'inscription"
    assert f"* Adresse électronique : {FREE}" in page.main


def test_the_certificate_space_stays_as_it_is_for_who_goes_on(blocked: Visitor) -> None:
    blocked.press("Valider", other_credentials())
    blocked.reach_credentials()
    page = blocked.press("Valider", credentials())
    assert page.headings == [TITLE]


def test_another_certificate_address_is_blocked_too(
    blocked: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space("autre@exemple.test", has_certificate=True)
    page = blocked.press("Valider", other_credentials("autre@exemple.test"))
    assert page.headings == [TITLE]
    assert set(page.values.values()) == {""}


def test_the_same_address_is_blocked_again(blocked: Visitor) -> None:
    page = blocked.press("Valider", other_credentials(ADDRESS.upper()))
    assert page.headings == [TITLE]


def test_faults_are_said_beside_the_fields_of_this_screen(blocked: Visitor) -> None:
    typed = other_credentials("lila") | {AGAIN_LABEL: "", "Votre mot de passe": "court"}
    page = blocked.press("Valider", typed)
    assert blocked.statuses == [422]
    assert page.headings == [TITLE]
    assert page.errors == {
        "Votre adresse électronique": "L'adresse électronique saisie n'est pas valide.",
        AGAIN_LABEL: (
            "Le champ « Confirmer votre nouvelle adresse électronique » est obligatoire."
        ),
        "Votre mot de passe": (
            "Le mot de passe doit comporter de 8 à 20 caractères, chiffres et lettres uniquement, "
            "sans espaces ni caractères accentués."
        ),
        "Confirmer votre mot de passe": ("Les deux mots de passe saisis ne sont pas identiques."),
    }
    assert page.alerts == list(page.errors.values())
    assert page.values["Votre adresse électronique"] == "lila"
    assert page.values["Votre mot de passe"] == ""


def test_a_pending_address_is_refused_with_the_way_to_its_activation(
    blocked: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    new_visitor().reach_preregistration(FREE)
    page = blocked.press("Valider", other_credentials())
    assert blocked.statuses == [422]
    assert page.errors == {"Votre adresse électronique": PENDING}
    blocked.follow("Activez votre espace abonné")
    assert blocked.url == "/activation"


def test_the_address_of_a_space_without_certificate_is_refused(
    blocked: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space(FREE)
    page = blocked.press("Valider", other_credentials())
    assert page.errors == {
        "Votre adresse électronique": (
            "Cette adresse électronique est déjà associée à un espace abonné sans certificat. "
            "Vous devez utiliser une autre adresse électronique."
        )
    }


def test_a_certificate_space_comes_before_one_without(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space()
    add_space(has_certificate=True)
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials())
    assert page.headings == [TITLE]


def test_it_is_no_screen_for_who_is_not_blocked(visitor: Visitor) -> None:
    visitor.reach_credentials()
    own = visitor.url
    visitor.open(own.replace("identifiants", "adresse-avec-certificat"))
    assert visitor.statuses == [303, 200]
    assert visitor.url == own


def test_a_form_without_its_token_leads_back_to_the_first_step(blocked: Visitor) -> None:
    page = blocked.post(blocked.url, {"address": FREE})
    assert blocked.statuses == [400]
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]


def test_quitter_leads_home(blocked: Visitor) -> None:
    blocked.follow("Quitter")
    assert blocked.url == "/"
