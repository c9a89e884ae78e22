"""The activation e-mail: its envelope, headers, words and parts."""

from collections.abc import Iterator
from dataclasses import replace

from simulator.defects.changes import with_mail, with_mail_text
from simulator.defects.model import Defect
from simulator.mail.outbox import Mail


def _in_html(mail: Mail) -> Iterator[Mail]:
    lines = mail.message.get_content().splitlines()
    body = "".join(f"<p>{line}</p>" for line in lines)
    mail.message.add_alternative(
        f'<html><body>{body}<a href="http://www.impots.gouv.fr/">impots.gouv.fr</a></body></html>',
        subtype="html",
    )
    yield mail


def _to_a_fixed_address(mail: Mail) -> Iterator[Mail]:
    yield replace(mail, recipient="lila.rosemonde@hotmail.fr")


DEFECTS = (
    Defect(
        "courriel-en-html",
        "R-2.163",
        "Le courriel a une version HTML, avec un lien vers le site.",
        with_mail(_in_html),
    ),
    Defect(
        "courriel-sans-delai",
        "R-2.160",
        "Le courriel ne dit plus qu'il faut activer l'espace dans les 48 heures.",
        with_mail_text(body=lambda body: body.replace("Vous disposez d'un délai de 48h", "Pensez")),
    ),
    Defect(
        "courriel-mauvais-objet",
        "R-2.149",
        "L'objet du courriel n'est pas celui de la fiche.",
        with_mail_text(subject=lambda _: "Votre code d'activation"),
    ),
    Defect(
        "courriel-a-l-adresse-de-l-exemple",
        "R-2.148",
        "Le courriel part à l'adresse de l'exemple de la fiche, restée dans le programme.",
        with_mail(_to_a_fixed_address),
    ),
)
