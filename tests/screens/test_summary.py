"""S07, « Votre inscription », to be confirmed."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, ENROLMENT, PASSWORD, Visitor, credentials

SAMPLE = [
    ("Civilité :", "Madame"),
    ("Nom :", "Rosemonde"),
    ("Prénom :", "Lila"),
    ("Entreprise étrangère :", "non"),
    ("S.I.R.E.N. ou équivalent :", "987 654 321"),
    ("Raison sociale :", "SARLALERIS"),
    ("Numéro de téléphone :", "01 24 57 88 77"),
    ("Adresse électronique :", "lila.rosemonde@hotmail.fr"),
    ("Numéro de la voie :", ""),
    ("Nature de la voie :", ""),
    ("Libellé de la voie :", ""),
    ("Complément d'adresse :", ""),
    ("Code postal :", ""),
    ("Ville :", "PARIS"),
    ("Pays :", "FRANCE"),
    ("Question :", "Le nom de votre animal de compagnie ?"),
    ("Réponse :", "Lili"),
]


def test_it_shows_every_value_of_the_sample(visitor: Visitor) -> None:
    page = visitor.reach_summary()
    assert page.title == "Votre inscription — SIMULATEUR"
    assert page.headings == [
        "Votre inscription",
        "Usager",
        "Entreprise d'appartenance",
        "Contact",
        "Question de confiance",
    ]
    assert page.recap == SAMPLE
    assert (
        "Raison sociale : SARLALERIS Si la raison sociale affichée est erronée, veuillez prendre "
        "contact avec votre Service des Impôts des Entreprises. Contact" in page.main
    )
    assert page.buttons == ["Étape précédente", "Confirmer"]


def test_it_has_no_line_for_the_password(visitor: Visitor) -> None:
    page = visitor.reach_summary()
    assert "mot de passe" not in page.main.casefold()
    assert PASSWORD not in page.html


def test_the_name_of_the_company_comes_from_its_siren(visitor: Visitor) -> None:
    page = visitor.reach_summary(**{"S.I.R.E.N ou équivalent": "123456782"})
    assert dict(page.recap)["Raison sociale :"] == "CABINET DES TILLEULS"


def test_all_five_parts_of_a_postal_address_are_shown(visitor: Visitor) -> None:
    postal = {
        "Numéro de la voie": "12 bis",
        "Nature de la voie": "rue",
        "Libellé de la voie": "de l'Été",
        "Complément d'adresse": "Bât. A",
        "Code postal": "01000",
    }
    recap = dict(visitor.reach_summary(**postal).recap)
    assert {label: recap[f"{label} :"] for label in postal} == postal


def test_etape_precedente_leads_back_to_the_filled_form(visitor: Visitor) -> None:
    visitor.reach_summary()
    page = visitor.press("Étape précédente")
    assert visitor.statuses == [303, 200]
    assert page.headings[0] == "3ème étape : remplissez votre formulaire d'inscription"
    assert page.values["Nom"] == "Rosemonde"
    assert page.values["Question"] == "pet_name"
    page = visitor.press("Valider", {"Ville": "LYON"})
    assert dict(page.recap)["Ville :"] == "LYON"


def test_confirmer_leads_to_the_end_of_the_pre_registration(visitor: Visitor) -> None:
    visitor.reach_summary()
    page = visitor.press("Confirmer")
    assert visitor.statuses == [303, 200]
    assert page.headings == ["Activation de votre espace abonné"]
    assert len(visitor.mails()) == 1


def test_nothing_is_sent_before_confirmer(visitor: Visitor) -> None:
    visitor.reach_summary()
    assert visitor.mails() == []


def test_confirmer_again_from_the_screen_gone_back_to_sends_nothing_more(visitor: Visitor) -> None:
    summary = visitor.reach_summary()
    visitor.press("Confirmer")
    page = visitor.press("Confirmer", on=summary)
    assert page.headings == ["Activation de votre espace abonné"]
    assert len(visitor.mails()) == 1


def test_once_confirmed_the_earlier_screens_lead_to_its_end(visitor: Visitor) -> None:
    visitor.reach_summary()
    summary = visitor.url
    visitor.press("Confirmer")
    end = visitor.url
    for screen in ("identifiants", "formulaire", "recapitulatif", "adresse-avec-certificat"):
        visitor.open(summary.replace("recapitulatif", screen))
        assert visitor.url == end


@pytest.mark.parametrize("button", ["Valider", "Étape précédente", "Effacer"])
def test_once_confirmed_the_form_gone_back_to_changes_nothing(
    visitor: Visitor, button: str
) -> None:
    form = visitor.reach_enrolment()
    visitor.press("Valider", ENROLMENT)
    visitor.press("Confirmer")
    visitor.press(button, on=form)
    assert visitor.page.headings == ["Activation de votre espace abonné"]
    assert "Madame Rosemonde Lila" in visitor.page.main


def test_of_two_browsers_the_second_to_confirm_an_address_goes_back_to_the_second_step(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    other = new_visitor()
    other.reach_summary(ADDRESS.upper())
    visitor.reach_preregistration()
    page = other.press("Confirmer")
    assert other.statuses == [422]
    assert page.headings == ["2ème étape : créez vos identifiants"]
    assert page.errors == {
        "Votre adresse électronique": (
            "Une demande de création est déjà en cours pour cette adresse électronique. Pendant le "
            "délai de 48h, il est impossible de redemander un code d'activation avec la même "
            "adresse électronique."
        )
    }
    assert len(visitor.mails()) == 1
    page = other.press("Valider", credentials("autre@exemple.test"))
    assert page.values["Nom"] == "Rosemonde"


def test_an_address_that_got_a_certificate_space_meanwhile_is_blocked(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    visitor.reach_summary()
    add_space(has_certificate=True)
    page = visitor.press("Confirmer")
    assert page.headings == ["2ème étape : créer vos identifiants"]
    assert visitor.mails() == []


def test_an_address_whose_delay_ended_meanwhile_is_free(
    visitor: Visitor, new_visitor: Callable[..., Visitor], clock: SandboxClock
) -> None:
    other = new_visitor()
    other.reach_summary()
    visitor.reach_preregistration()
    old_code = visitor.receive_code()
    for _ in range(100):  # the other one stays at the screen, without going away for long
        clock.advance(minutes=29)
        other.reload()
    page = other.press("Confirmer")
    assert page.headings == ["Activation de votre espace abonné"]
    assert other.receive_code() != old_code


def test_two_tabs_do_not_mix(visitor: Visitor) -> None:
    first = visitor.reach_summary("une@exemple.test", Nom="Une")
    second = visitor.reach_summary("deux@exemple.test", Nom="Deux")
    assert visitor.open(first.url).recap == first.recap
    assert visitor.open(second.url).recap == second.recap
    visitor.press("Confirmer", on=first)
    assert "Madame Une Lila" in visitor.page.main
    assert "(une@exemple.test)" in visitor.page.main
    visitor.press("Confirmer", on=second)
    assert "Madame Deux Lila" in visitor.page.main
    assert "(deux@exemple.test)" in visitor.page.main


def test_it_cannot_be_reached_before_the_third_step(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    visitor.open(visitor.url.replace("formulaire", "recapitulatif"))
    assert visitor.statuses == [303, 200]
    assert visitor.page.headings[0] == "3ème étape : remplissez votre formulaire d'inscription"


def test_it_cannot_be_confirmed_before_the_third_step(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    visitor.post(
        visitor.url.replace("formulaire", "recapitulatif"),
        visitor.page.form.hidden | {"action": "confirm"},
    )
    assert visitor.page.headings[0] == "3ème étape : remplissez votre formulaire d'inscription"
    assert visitor.mails() == []


def test_a_form_without_its_token_confirms_nothing(visitor: Visitor) -> None:
    visitor.reach_summary()
    page = visitor.post(visitor.url, {"action": "confirm"})
    assert visitor.statuses == [400]
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]
    assert visitor.mails() == []


def test_nobody_else_can_read_or_confirm_it(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_summary()
    stranger = new_visitor()
    stranger.open("/creation")
    token = stranger.page.form.hidden
    for page in (
        stranger.open(visitor.url),
        stranger.post(visitor.url, token | {"action": "confirm"}),
    ):
        assert page.headings[0] == "Création de votre espace abonné"
        assert "Rosemonde" not in page.html
    assert visitor.mails() == []


def test_quitter_drops_everything_and_sends_nothing(visitor: Visitor) -> None:
    summary = visitor.reach_summary()
    summary_url = visitor.url
    visitor.follow("Quitter")
    assert visitor.url == "/"
    visitor.open(summary_url)
    assert visitor.page.headings[0] == "Création de votre espace abonné"
    visitor.press("Confirmer", on=summary)
    assert visitor.page.headings[0] == "Création de votre espace abonné"
    assert visitor.mails() == []
    visitor.reach_credentials()
    visitor.press("Valider", credentials())
    assert visitor.page.values["Nom"] == ""
