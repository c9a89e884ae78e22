"""The activation e-mail: its envelope, headers, words and parts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from simulator.defects.changes import with_mail, with_mail_text, with_page
from simulator.defects.model import Change, Defect, Note
from simulator.mail.outbox import Mail

if TYPE_CHECKING:
    from simulator.services import Services


def _in_html(mail: Mail) -> Iterator[Mail]:
    lines = mail.message.get_content().splitlines()
    body = "".join(f"<p>{line}</p>" for line in lines)
    mail.message.add_alternative(
        f'<html><body>{body}<a href="http://www.impots.gouv.fr/">impots.gouv.fr</a></body></html>',
        subtype="html",
    )
    yield mail


def _in_two_forms(mail: Mail) -> Iterator[Mail]:
    lines = mail.message.get_content().splitlines()
    mail.message.add_alternative("".join(f"<p>{line}</p>" for line in lines), subtype="html")
    yield mail


def _to_a_fixed_address(mail: Mail) -> Iterator[Mail]:
    yield replace(mail, recipient="lila.rosemonde@hotmail.fr")


def _from_the_machine(mail: Mail) -> Iterator[Mail]:
    yield replace(mail, sender="www-data@serveur.invalid")


def _dated_as_universal(mail: Mail) -> Iterator[Mail]:
    date = mail.message["Date"].datetime
    mail.message.replace_header("Date", date.replace(tzinfo=UTC))
    yield mail


def _with_reply_address(mail: Mail) -> Iterator[Mail]:
    mail.message["Reply-To"] = "assistance@dgfip.invalid"
    yield mail


def _twice(mail: Mail) -> Iterator[Mail]:
    yield mail
    yield mail


def _with_the_answer(services: "Services", note: Note) -> "Services":
    def reminding(mail: Mail) -> Iterator[Mail]:
        with services.storage.reading() as registry:
            registration = registry.registration(services.rules.address_key(mail.recipient))
        if registration and registration.enrolment:
            reminder = f"Votre réponse de confiance : {registration.enrolment.answer}"
            text = f"{mail.message.get_content()}\n{reminder}\n"
            mail.message.set_content(text, cte="quoted-printable")
        yield mail

    return with_mail(reminding)(services, note)


def _reading(before: str, after: str) -> Change:
    return with_mail_text(body=lambda body: body.replace(before, after))


DEFECTS = (
    Defect(
        "courriel-d-un-compte-technique",
        "R-2.147",
        "L'enveloppe du courriel vient du compte technique du serveur.",
        with_mail(_from_the_machine),
    ),
    Defect(
        "courriel-au-domaine-corrige",
        "A-04",
        "L'expéditeur est du domaine « dgfip », corrigé de lui-même.",
        with_mail_text(sender=lambda sender: sender.replace("dofip", "dgfip")),
    ),
    Defect(
        "courriel-a-l-adresse-de-l-exemple",
        "R-2.148",
        "Le courriel part à l'adresse de l'exemple de la fiche, restée dans le programme.",
        with_mail(_to_a_fixed_address),
    ),
    Defect(
        "courriel-mauvais-objet",
        "R-2.149",
        "L'objet du courriel n'est pas celui de la fiche.",
        with_mail_text(subject=lambda _: "Votre code d'activation"),
    ),
    Defect(
        "courriel-date-mal-etiquetee",
        "R-2.150",
        "L'en-tête Date donne l'heure de Paris pour du temps universel.",
        with_mail(_dated_as_universal),
    ),
    Defect(
        "courriel-demande-en-cours",
        "R-2.151",
        "Le courriel dit la demande en cours de traitement, et non prise en compte.",
        _reading("a bien été prise en compte", "est en cours de traitement"),
    ),
    Defect(
        "courriel-pour-une-creation-seulement",
        "A-36",
        "La formule générale du courriel a perdu « ou vous y avez apporté une modification ».",
        _reading(" ou vous y avez apporté une modification", ""),
    ),
    Defect(
        "courriel-code-dans-la-phrase",
        "R-2.152",
        "Le code suit la phrase sur la même ligne, au lieu d'être seul sur la sienne.",
        _reading("le code suivant :\n\n", "le code suivant : "),
    ),
    Defect(
        "courriel-sans-remarque",
        "R-2.154",
        "Le courriel ne dit plus que le code ne sert qu'une seule fois.",
        _reading(
            " Il ne doit être utilisé qu'une seule fois pour activer votre espace abonné.", ""
        ),
    ),
    Defect(
        "courriel-etapes-en-un-paragraphe",
        "R-2.155",
        "Les quatre étapes du courriel s'enchaînent en un seul paragraphe.",
        with_mail_text(
            body=lambda body: (
                body.replace("\n2.", " 2.").replace("\n3.", " 3.").replace("\n4.", " 4.")
            )
        ),
    ),
    Defect(
        "courriel-vers-votre-espace",
        "R-2.156",
        "La première étape du courriel envoie à l'espace, qui n'existe pas encore.",
        _reading(
            "1. connectez-vous sur le site impots.gouv.fr", "1. connectez-vous à votre espace"
        ),
    ),
    Defect(
        "courriel-au-nouveau-nom-du-lien",
        "R-2.157",
        "La deuxième étape du courriel nomme un lien qui n'est pas sur cette page.",
        _reading("Créez mon Espace abonné", "Je crée mon espace professionnel"),
    ),
    Defect(
        "courriel-vers-la-premiere-partie",
        "R-2.158",
        "La troisième étape du courriel envoie à la 1ère partie, celle de la création.",
        _reading("2ème partie : activation", "1ère partie : création"),
    ),
    Defect(
        "courriel-demande-le-mot-de-passe",
        "R-2.159",
        "La dernière étape du courriel fait saisir le mot de passe à la place du code.",
        _reading(
            "le code d'activation reçu ci-dessus, et validez", "votre mot de passe, et validez"
        ),
    ),
    Defect(
        "courriel-sans-delai",
        "R-2.160",
        "Le courriel ne dit plus qu'il faut activer l'espace dans les 48 heures.",
        _reading(
            "Vous disposez d'un délai de 48h pour activer votre espace abonné à compter de l'envoi "
            "de ce message.",
            "Pensez à activer votre espace abonné.",
        ),
    ),
    Defect(
        "courriel-signe-de-la-direction",
        "R-2.161",
        "Ce n'est plus l'Administration Fiscale qui remercie, mais sa direction générale.",
        _reading("L'Administration Fiscale", "La Direction générale des Finances publiques"),
    ),
    Defect(
        "courriel-appelle-une-reponse",
        "R-2.162",
        "Le courriel porte une adresse de réponse, celle de l'assistance.",
        with_mail(_with_reply_address),
    ),
    Defect(
        "courriel-en-html",
        "R-2.163",
        "Le courriel a une version HTML, avec un lien vers le site.",
        with_mail(_in_html),
    ),
    Defect(
        "courriel-en-deux-formes",
        "U-77",
        "Le courriel a aussi une forme en HTML, sans lien ni image.",
        with_mail(_in_two_forms),
    ),
    Defect(
        "courriel-avec-lien-d-activation",
        "A-10",
        "Le courriel, en texte simple, donne un lien qui mène droit à l'activation.",
        _reading("{code}\n", "{code}\n\nhttps://www.impots.gouv.fr/activation\n"),
    ),
    Defect(
        "courriel-sans-mise-en-garde",
        "R-2.164",
        "Le courriel ne dit plus de ne pas utiliser un lien reçu dans un tel message.",
        _reading(" Si vous recevez un tel message, merci de ne pas utiliser ce lien.", ""),
    ),
    Defect(
        "courriel-rappelle-la-reponse",
        "R-2.165",
        "Le courriel rappelle la réponse à la question de confiance.",
        _with_the_answer,
    ),
    Defect(
        "courriel-en-double",
        "R-2.166",
        "Le courriel part deux fois.",
        with_mail(_twice),
    ),
    Defect(
        "courriel-aux-accents-perdus",
        "R-2.168",
        "Le texte du courriel, codé deux fois, a perdu ses accents.",
        with_mail_text(body=lambda body: body.encode().decode("latin-1")),
    ),
    Defect(
        "courriel-dit-deja-recu",
        "R-2.120",
        "La fin de pré-inscription dit le code déjà reçu, même si la messagerie tarde.",
        with_page("preregistration", "Vous allez recevoir le code", "Vous avez reçu le code"),
    ),
)
