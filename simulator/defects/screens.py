"""What screens say: labels, titles, lists, links."""

from simulator.defects.changes import with_page, with_registry
from simulator.defects.model import Defect

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
