"""S05b, the option for access without certificate (U-59)."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor, credentials

TITLE = "Optez pour l'accès sans certificat"
CERTIFICATE_LABEL = "Votre certificat (simulé)"
OTHER = "lila@exemple.test"


@pytest.fixture
def reach_option(visitor: Visitor, add_space: Callable[..., Space]) -> Callable[..., Visitor]:
    """Return what leads to the screen the holders, by name, of spaces with one address."""

    def reach(*last_names: str) -> Visitor:
        for last_name in last_names:
            add_space(has_certificate=True, last_name=last_name)
        visitor.reach_credentials()
        visitor.press("Valider", credentials())
        visitor.follow("Optez pour l'accès sans certificat")
        return visitor

    return reach


def test_that_the_option_is_taken_is_told_to_nobody_who_did_not(visitor: Visitor) -> None:
    answer = visitor.client.get("/option-sans-certificat")
    assert (answer.status_code, answer.location) == (303, "/")


def test_a_sole_holder_may_keep_the_usual_address(reach_option: Callable[..., Visitor]) -> None:
    page = reach_option("Rosemonde").page
    assert page.headings == [TITLE]
    assert "vous pouvez conserver votre adresse électronique habituelle" in page.main
    assert page.values == {
        CERTIFICATE_LABEL: page.field(CERTIFICATE_LABEL).options[0][0],
        "Votre adresse électronique": ADDRESS,
        "Confirmer votre adresse électronique": ADDRESS,
        "Votre mot de passe": "",
        "Confirmer votre mot de passe": "",
    }
    assert "relève de deux autres fiches" in page.main


def test_one_of_several_holders_is_told_to_choose_another(
    reach_option: Callable[..., Visitor],
) -> None:
    page = reach_option("Alba", "Berthe", "Cléa").page
    assert "vous devez choisir une autre adresse électronique que l'habituelle" in page.main
    assert (
        "Seul un collaborateur peut opter pour l'accès sans certificat en conservant cette "
        "adresse électronique" in page.main
    )
    holders = [choice.split(" (")[0] for choice in page.field(CERTIFICATE_LABEL).choices]
    assert sorted(holders) == ["Madame Lila Alba", "Madame Lila Berthe", "Madame Lila Cléa"]


def test_the_space_keeps_its_number_its_dossiers_and_its_services(
    reach_option: Callable[..., Visitor],
) -> None:
    visitor = reach_option("Rosemonde")
    [choice] = visitor.page.field(CERTIFICATE_LABEL).choices
    number = choice[-15:-1]
    page = visitor.press("Valider", credentials())
    assert visitor.statuses == [303, 200]
    assert "Votre espace abonné est désormais accessible sans certificat" in page.main
    visitor.follow("Accédez à votre espace abonné")
    page = visitor.log_in()
    for content in ("Dossier TVA", "Dossier CFE", "Déclarer la TVA", "Payer la CFE"):
        assert content in page.main
    assert number in visitor.open("/espace/coordonnees").main


def test_no_e_mail_is_sent(reach_option: Callable[..., Visitor]) -> None:
    visitor = reach_option("Rosemonde")
    visitor.press("Valider", credentials())
    assert visitor.mails() == []


def test_the_address_may_be_replaced(reach_option: Callable[..., Visitor]) -> None:
    visitor = reach_option("Rosemonde")
    visitor.press("Valider", credentials(OTHER))
    assert visitor.log_in(OTHER).headings[0] == "Votre espace abonné"


def test_the_first_of_several_keeps_the_address_and_the_next_cannot(
    reach_option: Callable[..., Visitor],
) -> None:
    visitor = reach_option("Alba", "Berthe")
    visitor.press("Valider", credentials())
    assert visitor.statuses == [303, 200]
    reach_option()
    page = visitor.press("Valider", credentials())
    assert visitor.statuses == [422]
    assert page.errors == {
        "Votre adresse électronique": (
            "Cette adresse électronique est déjà associée à un espace abonné sans certificat. "
            "Vous devez utiliser une autre adresse électronique."
        )
    }
    visitor.press("Valider", credentials(OTHER))
    assert visitor.statuses == [303, 200]


def test_faults_are_said_beside_the_fields(reach_option: Callable[..., Visitor]) -> None:
    visitor = reach_option("Rosemonde")
    page = visitor.press("Valider", dict.fromkeys(credentials(), ""))
    assert visitor.statuses == [422]
    assert page.errors == {
        label: f"Le champ « {label} » est obligatoire." for label in credentials()
    }
    assert page.alerts == list(page.errors.values())


def test_passwords_are_never_given_back(reach_option: Callable[..., Visitor]) -> None:
    visitor = reach_option("Rosemonde")
    page = visitor.press(
        "Valider", credentials(OTHER) | {"Confirmer votre mot de passe": "Secret124"}
    )
    assert page.values["Votre adresse électronique"] == OTHER
    assert PASSWORD not in page.html
    assert "Secret124" not in page.html


@pytest.mark.parametrize("certificate", [{}, {"certificate": "9"}, {"certificate": "<b>x</b>"}])
def test_a_certificate_out_of_the_list_is_refused(
    reach_option: Callable[..., Visitor], certificate: dict[str, str]
) -> None:
    visitor = reach_option("Rosemonde")
    fields = {
        "address": OTHER,
        "address_again": OTHER,
        "password": PASSWORD,
        "password_again": PASSWORD,
    }
    page = visitor.post(visitor.url, visitor.page.form.hidden | fields | certificate)
    assert visitor.statuses == [422]
    assert page.errors == {
        CERTIFICATE_LABEL: "Le champ « Votre certificat (simulé) » doit être choisi dans la liste."
    }


def test_another_holder_s_space_is_out_of_the_list(
    reach_option: Callable[..., Visitor], add_space: Callable[..., Space]
) -> None:
    other = add_space(OTHER, has_certificate=True)
    visitor = reach_option("Rosemonde")
    fields = {
        "address": ADDRESS,
        "address_again": ADDRESS,
        "password": PASSWORD,
        "password_again": PASSWORD,
        "certificate": other.id,
    }
    page = visitor.post(visitor.url, visitor.page.form.hidden | fields)
    assert list(page.errors) == [CERTIFICATE_LABEL]


def test_a_form_without_its_token_leads_back_to_the_first_step(
    reach_option: Callable[..., Visitor],
) -> None:
    visitor = reach_option("Rosemonde")
    page = visitor.post(visitor.url, {"address": OTHER})
    assert visitor.statuses == [400]
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]


def test_it_is_no_screen_for_who_is_not_blocked(visitor: Visitor) -> None:
    visitor.reach_credentials()
    own = visitor.url
    visitor.open(own.replace("identifiants", "option-sans-certificat"))
    assert visitor.statuses == [303, 200]
    assert visitor.url == own
