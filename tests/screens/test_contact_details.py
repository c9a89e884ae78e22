"""S13, « Gérer vos coordonnées »."""

from tests.screens.visitor import PASSWORD, Visitor

LINK = "Sauvegardez ou imprimez votre formulaire"


def test_it_shows_what_the_summary_showed_and_the_number(visitor: Visitor) -> None:
    summary = visitor.reach_summary(**{"Code postal": "01000"})
    visitor.press("Confirmer")
    visitor.enter_code(visitor.receive_code())
    confirmation = visitor.open_window()
    visitor.log_in()
    page = visitor.open("/espace/coordonnees")
    assert page.title == "Gérer vos coordonnées — SIMULATEUR"
    assert page.recap == summary.recap
    assert page.texts("strong")[-1] == confirmation.texts("strong")[-1]
    sentence = confirmation.main.split("Madame")[1].split("Ce numéro")[0].strip()
    assert sentence in page.main


def test_it_shows_neither_password_nor_code(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    visitor.log_in()
    page = visitor.open("/espace/coordonnees")
    assert PASSWORD not in page.html
    assert visitor.receive_code() not in page.html
    assert "mot de passe" not in page.main.casefold()


def test_the_record_is_there_too(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    saved = visitor.client.get(visitor.page.link(LINK).href).headers["Content-Disposition"]
    visitor.log_in()
    link = visitor.open("/espace/coordonnees").link(LINK)
    assert link.opens_window
    assert visitor.client.get(link.href).headers["Content-Disposition"] == saved


def test_an_unsaved_confirmation_is_no_loss(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    visitor.follow("Quitter")
    visitor.log_in()
    page = visitor.open("/espace/coordonnees")
    assert visitor.client.get(page.link(LINK).href).status_code == 200
