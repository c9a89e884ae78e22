"""The 4th step: the code, the window, and what makes the space."""

from typing import TYPE_CHECKING, Any

from simulator.defects.changes import instead_of, with_rule
from simulator.defects.model import Defect
from simulator.domain.activation import CodeRefusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry


def _activated_at_once(
    sound: "Callable[..., str]",
    services: "Services",
    registry: "SqlRegistry",
    registration: Any,  # noqa: ANN401 - what the sound one takes
    session: str,
) -> str:
    secret = sound(services, registry, registration, session)
    services.rules.activate(services, registry, secret, session)
    return secret


DEFECTS = (
    Defect(
        "activation-avant-la-fenetre",
        "R-3.015",
        "« Valider » crée l'espace avant que la nouvelle fenêtre ne s'ouvre, même bloquée.",
        with_rule("open_window", _activated_at_once),
    ),
    Defect(
        "code-deja-utilise-dit-faux",
        "U-49",
        "Un code déjà utilisé est refusé par le message d'un code faux.",
        with_rule("activation_refusal", instead_of(CodeRefusal.ALREADY_ACTIVE, CodeRefusal.WRONG)),
    ),
)
