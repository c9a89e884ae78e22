"""What screens say: labels, titles, lists, links."""

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import with_page, with_registry, with_service
from simulator.defects.model import Defect

if TYPE_CHECKING:
    from simulator.services import Page


def _with_help_as_picture(page: "Page") -> "Page":
    return replace(page, html=page.html.replace(">AIDE</a>", '><img src="aide.png"></a>'))


DEFECTS = (
    Defect(
        "quitter-garde-la-saisie",
        "R-2.011",
        "« Quitter » garde la saisie : le retour en arrière la montre au passant suivant.",
        with_registry("drop_wizard", lambda *_: None),
    ),
    Defect(
        "en-tete-des-particuliers",
        "R-2.012",
        "Le formulaire d'inscription a l'en-tête des particuliers.",
        with_page("enrolment", "PROFESSIONNELS", "PARTICULIERS"),
    ),
    Defect(
        "aide-en-image",
        "R-2.012",
        "« AIDE » est devenu une image, que rien ne dit à qui ne la voit pas.",
        with_service("show_page", lambda sound, page: _with_help_as_picture(sound(page))),
    ),
    Defect(
        "accueil-sans-tva",
        "R-2.003",
        "La colonne « Professionnels » n'a plus de lien « Déclarer et payer ma TVA ».",
        with_page("home", "Déclarer et payer ma TVA", "Déclarer mes revenus"),
    ),
    Defect(
        "identifiants-sans-conseil",
        "R-2.030",
        "Le conseil de noter le mot de passe a disparu.",
        with_page("credentials", "Notez votre mot de passe car pour", "Pour"),
    ),
)
