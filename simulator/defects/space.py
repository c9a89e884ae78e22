"""The space: how it is opened, what it holds."""

from simulator.defects.changes import with_page, with_registry, with_rule
from simulator.defects.model import Defect

DEFECTS = (
    Defect(
        "reponse-avec-sa-casse",
        "U-29",
        "La réponse de confiance n'est reconnue qu'avec ses majuscules.",
        with_rule("answer_is_right", lambda _, space, answer: space.enrolment.answer == answer),
    ),
    Defect(
        "mot-de-passe-sans-casse",
        "R-2.043",
        "Un mot de passe ouvre l'espace même sans ses majuscules.",
        with_rule(
            "log_in",
            lambda sound, desk, registry, address, password: (
                sound(desk, registry, address, password)
                or sound(desk, registry, address, password.capitalize())
            ),
        ),
    ),
    Defect(
        "pdf-de-n-importe-qui",
        "R-4.011",
        "Qui connaît l'adresse d'un récapitulatif peut l'ouvrir, sans s'être identifié.",
        with_registry("may_see", lambda *_: True),
    ),
    Defect(
        "espace-sans-coordonnees",
        "R-4.010",
        "L'espace n'a plus de lien « Gérer vos coordonnées ».",
        with_page("my_services", "Gérer vos coordonnées", "Paramètres"),
    ),
)
