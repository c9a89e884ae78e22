"""The new window of the activation, and the browser that may block it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from simulator.defects.changes import with_page, with_pattern, with_rule
from simulator.defects.model import Defect
from simulator.storage import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.values.registration import Registration
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

    OpenWindow = Callable[[Services, SqlRegistry, Registration, str], str]


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


def _code_spent(
    sound: "OpenWindow",
    services: "Services",
    registry: "SqlRegistry",
    registration: "Registration",
    session: str,
) -> str:
    secret = sound(services, registry, registration, session)
    registry.put_registration(replace(registration, code_hash=""))
    return secret


def _delay_suspended(
    sound: "OpenWindow",
    services: "Services",
    registry: "SqlRegistry",
    registration: "Registration",
    session: str,
) -> str:
    secret = sound(services, registry, registration, session)
    registry.put_registration(replace(registration, sent_at=None))
    return secret


def _one_window_at_a_time(
    sound: "OpenWindow",
    services: "Services",
    registry: "SqlRegistry",
    registration: "Registration",
    session: str,
) -> str:
    c = tables.tickets.c
    waiting = select(c.digest).where(
        c.sandbox == registry.sandbox,
        c.registration_id == registration.id,
        c.expires_at > services.clock.now(),
    )
    if registry.connection.scalars(waiting).first() is not None:
        return services.secrets.identifier()  # of no ticket
    return sound(services, registry, registration, session)


DEFECTS = (
    Defect(
        "confirmation-dans-la-meme-fenetre",
        "R-3.013",
        "La confirmation prend la place de l'écran d'activation, sans nouvelle fenêtre.",
        with_page(
            "activation",
            'if (window.open("", form.target)) {',
            'form.target = "_self";\n  if (form.target) {',
        ),
    ),
    Defect(
        "activation-quittee-par-la-fenetre",
        "R-3.021",
        "Quand la confirmation s'ouvre, la première fenêtre revient à la page d'accueil.",
        with_page("activation", "form.submit();", 'form.submit();\n    location.assign("./");'),
    ),
    Defect(
        "activation-avant-la-fenetre",
        "R-3.015",
        "« Valider » crée l'espace avant que la nouvelle fenêtre ne s'ouvre, même bloquée.",
        with_rule("open_window", _activated_at_once),
    ),
    Defect(
        "fenetre-bloquee-sans-conseil",
        "R-3.016",
        "La fenêtre bloquée, le site invite à réessayer sans parler du navigateur.",
        with_page(
            "activation",
            'veuillez vérifier si l\'option "Bloquer les fenêtres publicitaires intempestives" de '
            "votre navigateur internet est activée :",
            "veuillez réessayer plus tard.",
        ),
    ),
    Defect(
        "fenetre-bloquee-ancien-domaine",
        "R-3.017",
        "Le conseil fait autoriser un ancien domaine, où le site n'est plus.",
        with_page("activation", "*.impots.gouv.fr", "*.finances.gouv.fr"),
    ),
    Defect(
        "fenetre-sans-clic",
        "U-50",
        "La fenêtre de la confirmation ne s'ouvre plus dans le clic, mais une fois la page venue.",
        with_pattern("activation", ' id="opens-in-click"', ""),
    ),
    Defect(
        "fenetre-bloquee-use-le-code",
        "R-3.018",
        "Le code est usé dès que la fenêtre est demandée, même si elle est bloquée.",
        with_rule("open_window", _code_spent),
    ),
    Defect(
        "fenetre-bloquee-une-a-la-fois",
        "A-07",
        "Après une fenêtre bloquée, aucune autre n'est admise avant dix minutes.",
        with_rule("open_window", _one_window_at_a_time),
    ),
    Defect(
        "fenetre-bloquee-suspend-le-delai",
        "R-3.019",
        "Une activation bloquée suspend le délai : le code marche ensuite sans fin.",
        with_rule("open_window", _delay_suspended),
    ),
    Defect(
        "fenetre-bloquee-sans-assistance",
        "R-3.020",
        "Le conseil de la fenêtre bloquée a perdu les mots de son lien vers l'assistance.",
        with_page("activation", "contactez l'assistance", ""),
    ),
)
