"""The access to the space, and what it is like when it opens for the first time."""

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import with_page, with_registry, with_rule
from simulator.defects.model import Defect
from simulator.domain.values.spaces import PARIS

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.values.spaces import Space
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry


def _not_before_tomorrow(
    sound: "Callable[..., Space | None]", services: "Services", registry: "SqlRegistry", *typed: str
) -> "Space | None":
    space = sound(services, registry, *typed)
    today = services.clock.now().astimezone(PARIS).date()
    return space if space and space.registered_on < today else None


DEFECTS = (
    Defect(
        "acces-demande-le-numero",
        "R-0.001",
        "L'accès à l'espace demande aussi le numéro d'abonné.",
        with_page(
            "login",
            '<div class="buttons">',
            '<div class="field"><label for="number">Votre numéro d\'abonné :</label> '
            '<input id="number" name="number"></div><div class="buttons">',
        ),
    ),
    Defect(
        "confirmation-sans-impression",
        "R-1.027",
        "La confirmation propose de sauvegarder le formulaire, et ne parle plus de l'imprimer.",
        with_page(
            "confirmation",
            "Sauvegardez ou imprimez votre formulaire",
            "Sauvegardez votre formulaire",
        ),
    ),
    Defect(
        "espace-deja-rempli",
        "R-1.020",
        "L'espace créé contient déjà le dossier de l'entreprise d'appartenance.",
        with_registry(
            "add_space",
            lambda sound, space: sound(replace(space, dossiers=(space.enrolment.company_name,))),
        ),
    ),
    Defect(
        "espace-ouvert-le-lendemain",
        "R-1.026",
        "L'espace activé ne s'ouvre qu'à partir du lendemain.",
        with_rule("log_in", _not_before_tomorrow),
    ),
)
