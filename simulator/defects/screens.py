"""What screens say: labels, titles, lists, links."""

from simulator.defects.changes import with_page
from simulator.defects.model import Defect

DEFECTS = (
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
