"""The space: how it is opened, what it holds."""

from typing import TYPE_CHECKING

from simulator.defects.changes import with_page, with_registry, with_rule
from simulator.defects.model import Defect

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.spaces import Space
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry


def _first_of_the_company(
    sound: "Callable[..., Space | None]", services: "Services", registry: "SqlRegistry", *typed: str
) -> "Space | None":
    found = sound(services, registry, *typed)
    if found is None:
        return None
    spaces = registry.spaces()  # oldest first
    return next(space for space in spaces if space.enrolment.siren == found.enrolment.siren)


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
        "coordonnees-sans-formulaire",
        "R-4.010",
        "« Gérer vos coordonnées » n'a plus de lien vers le formulaire en PDF.",
        with_page("contact_details", "Sauvegardez ou imprimez votre formulaire", "Imprimer"),
    ),
    Defect(
        "espace-cherche-par-siren",
        "R-1.013",
        "L'espace est retrouvé par le SIREN : de deux collègues, le second ouvre celui du premier.",
        with_rule("log_in", _first_of_the_company),
    ),
)
