"""The 2nd step's screen: what it asks for, says and leads to."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import (
    with_answer,
    with_page,
    with_redirection,
    with_rule,
    with_wording,
)
from simulator.defects.model import Change, Defect
from simulator.domain.values.faults import Fault, FieldFault

if TYPE_CHECKING:
    from simulator.services import Page

_NOTES = re.compile(r"<aside.*?</aside>", re.DOTALL)


def _without_fault(*forgotten: FieldFault) -> Change:
    return with_rule(
        "credentials_faults",
        lambda sound, desk, entry: tuple(
            fault for fault in sound(desk, entry) if fault not in forgotten
        ),
    )


def _with_notes_first(page: "Page") -> "Page":
    notes = "".join(_NOTES.findall(page.html))
    rest = _NOTES.sub("", page.html)
    return replace(page, html=rest.replace("<form", f"{notes}<form", 1))


DEFECTS = (
    Defect(
        "identifiants-titre-a-l-infinitif",
        "R-2.023",
        "L'écran des identifiants a le titre de la liste des étapes, « créer vos identifiants ».",
        with_page(
            "credentials",
            "2ème étape : créez vos identifiants",
            "2ème étape&nbsp;: créer vos identifiants",
        ),
    ),
    Defect(
        "identifiants-numero-de-telephone",
        "R-2.024",
        "L'écran des identifiants demande aussi un numéro de téléphone.",
        with_page(
            "credentials",
            '<div class="buttons">',
            '<div class="field"><label for="phone">Votre numéro de téléphone :</label>'
            '<input id="phone" name="phone" type="text"></div><div class="buttons">',
        ),
    ),
    Defect(
        "identifiants-nom-d-utilisateur",
        "R-2.025",
        "Le champ de l'adresse électronique a pour libellé « Votre identifiant : ».",
        with_page("credentials", "Votre adresse électronique :", "Votre identifiant :"),
    ),
    Defect(
        "identifiants-sans-avertissement",
        "R-2.026",
        "Rien ne dit plus qu'une adresse ne peut servir qu'à un seul espace.",
        with_page(
            "credentials",
            "Important : cette adresse électronique ne pourra être utilisée que pour un seul et"
            " unique espace.",
            "",
        ),
    ),
    Defect(
        "identifiants-ancienne-longueur",
        "R-2.027",
        "L'aide du mot de passe annonce une ancienne règle, 6 caractères au minimum.",
        with_page("credentials", "8 caractères minimum", "6 caractères minimum"),
    ),
    Defect(
        "identifiants-sans-pense-bete",
        "R-2.028",
        "« Pensez à noter votre mot de passe » n'est plus dit sous le champ.",
        with_page("credentials", "Pensez à noter votre mot de passe.", ""),
    ),
    Defect(
        "identifiants-rappel-trop-large",
        "R-2.029",
        "Le rappel dit qu'une adresse ne sert qu'à un espace, au lieu d'un espace sans certificat.",
        with_page("credentials", "un seul espace abonné sans certificat", "un seul espace abonné"),
    ),
    Defect(
        "identifiants-adresses-non-comparees",
        "R-2.032",
        "La seconde saisie de l'adresse électronique n'est pas comparée à la première.",
        _without_fault(FieldFault("address_again", Fault.ADDRESS_PAIR_DIFFERS)),
    ),
    Defect(
        "identifiants-sans-seconde-saisie",
        "R-2.044",
        "Le second mot de passe peut rester vide : il n'est vérifié que s'il est saisi.",
        _without_fault(FieldFault("password_again", Fault.REQUIRED)),
    ),
    Defect(
        "identifiants-retour-aux-conditions",
        "R-2.046",
        "Les identifiants validés, l'usager est ramené aux conditions générales.",
        with_redirection("credentials", r"/creation/.*/formulaire", "/creation"),
    ),
    Defect(
        "identifiants-adresses-message-des-mots-de-passe",
        "U-05",
        "Deux adresses différentes sont refusées par le message des mots de passe différents.",
        with_wording(
            faults={
                Fault.ADDRESS_PAIR_DIFFERS: "Les deux mots de passe saisis ne sont pas identiques."
            }
        ),
    ),
    Defect(
        "identifiants-mot-de-passe-incorrect",
        "U-07",
        "Deux mots de passe différents sont refusés par le message de l'accès à l'espace.",
        with_wording(
            faults={Fault.PASSWORD_PAIR_DIFFERS: "Adresse électronique ou mot de passe incorrect."}
        ),
    ),
    Defect(
        "identifiants-une-erreur-a-la-fois",
        "U-08",
        "De toutes les erreurs des identifiants, seule la première est dite.",
        with_rule(
            "credentials_faults",
            lambda sound, desk, entry: sound(desk, entry)[:1],
        ),
    ),
    Defect(
        "identifiants-rappel-au-dessus",
        "A-20",
        "Le rappel et le conseil sont au-dessus du formulaire, qu'ils repoussent.",
        with_answer("credentials", _with_notes_first),
    ),
    Defect(
        "identifiants-avec-etoiles",
        "A-31",
        "L'écran des identifiants met une étoile devant le mot de passe.",
        with_page("credentials", ">Votre mot de passe :", ">* Votre mot de passe :"),
    ),
)
