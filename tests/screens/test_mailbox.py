"""The simulator's own mailbox, where M01 is read as the fiche shows it."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask

from simulator.mail.relay import Relay
from simulator.services import Services
from simulator.simulation import Settings
from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, Visitor

BODY = (
    "Vous avez demandé la création d'un espace abonné professionnel ou vous y avez apporté une "
    "modification. Cette demande a bien été prise en compte. Votre espace abonné sera actif "
    "lorsque vous aurez saisi le code suivant : {code} "
    "Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour "
    "activer votre espace abonné. "
    "Pour activer votre espace abonné, veuillez suivre la procédure suivante : "
    "1. connectez-vous sur le site impots.gouv.fr "
    '2. cliquez sur "Professionnels" puis sur "Créez mon Espace abonné" '
    '3. cliquez sur le lien "Activez votre espace abonné" de la rubrique "2ème partie : activation '
    "de l'espace abonné\" "
    "4. puis saisissez l'adresse électronique, et le code d'activation reçu ci-dessus, et validez "
    "Vous disposez d'un délai de 48h pour activer votre espace abonné à compter de l'envoi de ce "
    "message. "
    "L'Administration Fiscale vous remercie de l'intérêt que vous portez à ses services. "
    "Si vous avez une question particulière, nous vous invitons à ne pas répondre à l'adresse "
    "électronique de ce message mais à vous connecter sur notre site impots.gouv.fr où vous "
    "trouverez les réponses aux questions les plus fréquentes. "
    "Pour votre sécurité, l'administration fiscale ne vous adresse jamais de messages contenant "
    "un logo ou un lien renvoyant sur un site Internet. Si vous recevez un tel message, merci de "
    "ne pas utiliser ce lien."
)


def test_an_empty_mailbox_says_so(visitor: Visitor) -> None:
    page = visitor.open("/messagerie")
    assert page.headings == ["Boîte de réception"]
    assert "Aucun message." in page.main


def test_it_is_one_link_away_from_every_page(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    visitor.follow("Messagerie du simulateur")
    assert visitor.url == "/messagerie"


def test_the_e_mail_reads_as_the_fiche_shows_it(visitor: Visitor, clock: SandboxClock) -> None:
    clock.set(datetime(2013, 6, 14, 14, 0, tzinfo=UTC))
    visitor.reach_preregistration()
    code = visitor.receive_code()
    page = visitor.open("/messagerie")
    assert "Destinataire : lila.rosemonde@hotmail.fr 14/06/13 16:00" in page.main
    page = visitor.follow("ESPACE ABONNE DES PROFESSIONNELS")
    assert page.recap == [
        ("Expéditeur :", "ne.pas_repondre@dofip.finances.gouv.fr"),
        ("Destinataire :", "lila.rosemonde@hotmail.fr"),
        ("Date :", "14/06/13 16:00"),
        ("Objet :", "ESPACE ABONNE DES PROFESSIONNELS"),
    ]
    assert page.main.endswith(BODY.format(code=code))
    [text] = [node for node in page.nodes if node.attributes.get("class") == "mail-text"]
    assert not list(text.all("a", "img"))


def test_the_code_stands_on_a_line_of_its_own(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    visitor.open("/messagerie")
    page = visitor.follow("ESPACE ABONNE DES PROFESSIONNELS")
    assert f"\n{code}\n" in page.html


def test_the_full_header_is_shown_as_received(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    visitor.receive_code()
    visitor.open("/messagerie")
    visitor.follow("ESPACE ABONNE DES PROFESSIONNELS")
    page = visitor.follow("Voir l'entête complet")
    assert visitor.statuses == [200]
    assert f" To: {ADDRESS} " in page.main
    assert " Auto-Submitted: auto-generated " in page.main


def test_the_newest_e_mail_comes_first(visitor: Visitor) -> None:
    for address in ("une@exemple.test", "deux@exemple.test"):
        visitor.reach_preregistration(address)
        visitor.receive_code()
    main = visitor.open("/messagerie").main
    assert main.index("deux@exemple.test") < main.index("une@exemple.test")


def test_an_e_mail_that_is_not_there_is_a_page_not_found(visitor: Visitor) -> None:
    visitor.open("/messagerie/00000000-0000-4000-8000-000000000000")
    assert visitor.statuses == [404]
    assert visitor.page.headings == ["Page introuvable"]


def test_a_hostile_e_mail_is_shown_as_text(visitor: Visitor, services: Services) -> None:
    services.mailbox.keep(
        b'From: <script>alert(1)</script>\r\nTo: "><img src=x>\r\n'
        b"Subject: =?utf-8?q?=3Cb=3Egras=3C/b=3E?=\r\nDate: never\r\n"
        b"Content-Type: text/html; charset=utf-8\r\n\r\n<script>alert(2)</script>\xff\x00\r\n"
    )
    visitor.open("/messagerie")
    assert visitor.statuses == [200]
    page = visitor.follow("<b>gras</b>")
    assert visitor.statuses == [200]
    assert "<script>alert(2)</script>" in page.main
    assert not list(page.root.all("script", "b"))


def test_an_unreadable_e_mail_is_shown_all_the_same(visitor: Visitor, services: Services) -> None:
    services.mailbox.keep(b"Content-Type: text/plain; charset=no-such\r\n\r\n\xff\x00 bonjour")
    page = visitor.open("/messagerie")
    assert visitor.statuses == [200]
    [link] = [link for link in page.links if link.href.startswith("/messagerie/")]
    page = visitor.open(link.href)
    assert visitor.statuses == [200]
    assert page.headings == ["Lire un message"]
    assert "bonjour" in page.main


def test_an_e_mail_without_subject_can_be_opened(visitor: Visitor, services: Services) -> None:
    services.mailbox.keep(b"To: lila@exemple.test\r\n\r\nbonjour\r\n")
    page = visitor.open("/messagerie")
    [link] = [link for link in page.links if link.href.startswith("/messagerie/")]
    assert link.text


def test_there_is_none_where_a_mail_server_was_chosen(
    start_app: Callable[[Settings], Flask],
) -> None:
    app = start_app(Settings(relay=Relay("127.0.0.1", 9)))
    client = app.test_client()
    assert client.get("/messagerie").status_code == 404
    assert "Messagerie du simulateur" not in client.get("/procedure").text
