"""What screens say: labels, titles, lists, links."""

from simulator.defects.changes import with_page
from simulator.defects.model import Defect

DEFECTS = (
    Defect(
        "accueil-sans-activer",
        "R-2.002",
        "La page d'accueil n'a plus de lien « Créer / Activer mon espace ».",
        with_page("home", "Créer / Activer mon espace", "Créer mon espace"),
    ),
    Defect(
        "identifiants-sans-conseil",
        "R-2.030",
        "Le conseil de noter le mot de passe a disparu.",
        with_page("credentials", "Notez votre mot de passe car pour", "Pour"),
    ),
)
