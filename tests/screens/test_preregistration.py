"""S08, the end of the pre-registration."""

from collections.abc import Callable

from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, Visitor, credentials

TITLE = "Activation de votre espace abonné"


def test_its_words_are_those_of_the_fiche(visitor: Visitor) -> None:
    page = visitor.reach_preregistration()
    assert page.title == f"{TITLE} — SIMULATEUR"
    assert page.headings == [TITLE]
    assert (
        "Activation de votre espace abonné Madame Rosemonde Lila "
        "Vous allez recevoir le code d'activation dans votre messagerie. "
        "Si vous ne le recevez pas, vérifiez que l'adresse que vous avez saisie "
        "(lila.rosemonde@hotmail.fr) est correcte, et consultez la rubrique "
        '"Courrier indésirable" ou "Spam" de votre messagerie personnelle. '
        "Remarque : Ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois "
        "pour activer votre espace abonné. "
        "Après réception de ce code, vous devez cliquer sur le lien ci-dessous : "
        "Activez votre espace abonné "
        "Vous pouvez retrouver ce lien sur le site impots.gouv.fr, en cliquant sur "
        '"Professionnel" dans le pavé "Mon espace" situé en haut à droite de votre écran, puis sur '
        '"Je crée mon espace professionnel" et enfin sur "2ème étape : Activez votre espace" du '
        "mode expert. "
        "Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus, pour activer "
        "votre espace abonné. OK" in page.main
    )
    assert page.buttons == ["OK"]


def test_the_code_is_only_in_the_e_mail(visitor: Visitor) -> None:
    page = visitor.reach_preregistration()
    assert visitor.receive_code() not in page.html


def test_the_link_leads_to_the_activation(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    visitor.follow("Activez votre espace abonné")
    assert visitor.url == "/activation"


def test_the_address_is_shown_as_it_was_typed(visitor: Visitor) -> None:
    page = visitor.reach_preregistration("Lila.ROSEMONDE@Exemple.test")
    assert "(Lila.ROSEMONDE@Exemple.test)" in page.main


def test_a_long_name_is_not_cut(visitor: Visitor) -> None:
    page = visitor.reach_preregistration(Nom="N" * 50, Prénom="P" * 50)
    assert f"Madame {'N' * 50} {'P' * 50} Vous allez" in page.main


def test_it_is_shown_again_at_a_reload_and_sends_nothing_more(visitor: Visitor) -> None:
    first = visitor.reach_preregistration()
    again = visitor.reload()
    assert visitor.statuses == [200]
    assert again.main == first.main
    assert len(visitor.mails()) == 1


def test_ok_leads_home_and_the_code_still_works(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    screen = visitor.url
    visitor.press("OK")
    assert visitor.statuses == [303, 303, 200]
    assert visitor.url == "/"
    visitor.open(screen)
    assert visitor.page.headings[0] == "Création de votre espace abonné"
    visitor.enter_code(visitor.receive_code())
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_quitter_leads_home_and_the_code_still_works(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    visitor.follow("Quitter")
    assert visitor.url == "/"
    visitor.enter_code(visitor.receive_code())
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_after_leaving_confirmer_again_sends_nothing_more(visitor: Visitor) -> None:
    summary = visitor.reach_summary()
    visitor.press("Confirmer")
    visitor.press("OK")
    visitor.press("Confirmer", on=summary)
    assert visitor.page.headings[0] == "Création de votre espace abonné"
    assert len(visitor.mails()) == 1


def test_it_cannot_be_reached_before_confirmer(visitor: Visitor) -> None:
    visitor.reach_summary()
    visitor.open(visitor.url.replace("recapitulatif", "pre-inscription"))
    assert visitor.statuses == [303, 200]
    assert visitor.page.headings[0] == "Votre inscription"


def test_a_form_without_its_token_leads_back_to_the_first_step(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    page = visitor.post(visitor.url, {"action": "ok"})
    assert visitor.statuses == [400]
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]


def test_nobody_else_can_open_it(visitor: Visitor, new_visitor: Callable[..., Visitor]) -> None:
    visitor.reach_preregistration()
    page = new_visitor().open(visitor.url)
    assert page.headings[0] == "Création de votre espace abonné"
    assert ADDRESS not in page.html


def test_no_second_code_for_the_address_until_the_delay_is_over(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    first_code = visitor.receive_code()
    clock.advance(hours=48)
    visitor.reach_credentials()
    assert visitor.press("Valider", credentials()).errors
    clock.advance(seconds=1)
    page = visitor.press("Valider", credentials())
    assert page.values["Nom"] == ""
    visitor.reach_preregistration()
    assert visitor.receive_code() != first_code
    assert len(visitor.mails()) == 2
