"""The ways to the activation, from the home page and from the end of the pre-registration."""

from typing import TYPE_CHECKING

from simulator.defects.changes import all_of, with_page, with_pattern, with_rule, with_service
from simulator.defects.model import Defect
from simulator.domain.values.activation import CodeRefusal, ticket_digest
from simulator.domain.values.registration import Registration

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.values.addresses import AddressState
    from simulator.domain.values.spaces import Space
    from simulator.domain.values.wizard import Wizard
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry


def _confirmed_by_a_browser(
    sound: "Callable[..., Registration | AddressState]",
    services: "Services",
    registry: "SqlRegistry",
    wizard: "Wizard",
) -> "Registration | AddressState":
    outcome = sound(services, registry, wizard)
    if isinstance(outcome, Registration):
        registry.let_see(wizard.session, outcome.id)
    return outcome


def _activated_by_that_browser(
    sound: "Callable[..., Space | CodeRefusal]",
    services: "Services",
    registry: "SqlRegistry",
    secret: str,
    session: str,
) -> "Space | CodeRefusal":
    ticket = registry.ticket(ticket_digest(secret))
    if ticket is None or not registry.may_see(session, ticket.registration_id):
        return CodeRefusal.STALE_WINDOW
    return sound(services, registry, secret, session)


DEFECTS = (
    Defect(
        "activation-dans-le-meme-navigateur",
        "R-3.001",
        "Le code n'active l'espace que dans le navigateur où il a été demandé.",
        all_of(
            with_rule("confirm", _confirmed_by_a_browser),
            with_rule("activate", _activated_by_that_browser),
        ),
    ),
    Defect(
        "accueil-mene-a-l-acces",
        "R-3.002",
        "« Créer / Activer mon espace » mène à l'accès d'un espace déjà créé.",
        with_page("home", '/procedure">Créer / Activer mon', '/connexion">Créer / Activer mon'),
    ),
    Defect(
        "simplifie-sans-activation",
        "R-3.003",
        "Le mode simplifié n'a pas de lien vers sa 2ème étape.",
        with_pattern(
            "procedure_choice",
            r'(id="simplified".*?)<li><a [^>]*>2ème étape.*?</li>',
            r"\1",
        ),
    ),
    Defect(
        "etapes-en-partie-des-liens",
        "A-33",
        "De « 2ème étape : Activez votre espace », seuls les derniers mots sont un lien.",
        with_pattern("procedure_choice", r"(<a [^>]*>)(2ème étape\s*:\s*)(Activez)", r"\2\1\3"),
    ),
    Defect(
        "expert-active-en-simplifie",
        "R-3.004",
        "La 2ème étape du mode expert mène à celle du mode simplifié.",
        with_page("procedure_choice", '/activation"', '/hors-perimetre"'),
    ),
    Defect(
        "accueil-sans-lire-la-suite",
        "R-3.005",
        "La mise en garde contre les courriels frauduleux ne mène plus à la suite.",
        with_pattern("home", "<a [^>]*>Lire la suite</a>", ""),
    ),
    Defect(
        "fin-mene-au-mode-simplifie",
        "R-3.006",
        "Le lien de la fin de pré-inscription mène à l'activation du mode simplifié.",
        with_page("preregistration", '/activation"', '/hors-perimetre"'),
    ),
    Defect(
        "fin-revient-a-l-accueil",
        "R-3.007",
        "Le lien de la fin de pré-inscription ramène à la page d'accueil.",
        with_page("preregistration", '/activation"', '/"'),
    ),
    Defect(
        "professionnels-au-nouveau-nom",
        "A-02",
        "La page « Professionnels » n'a plus le lien que le courriel dit d'y suivre.",
        with_page("professionals", "Créez mon Espace abonné", "Créer mon espace professionnel"),
    ),
    Defect(
        "fin-sans-civilite",
        "A-03",
        "La fin de pré-inscription donne le nom et le prénom, sans la civilité.",
        with_service(
            "name_last_first",
            lambda _, enrolment, *_wording: f"{enrolment.last_name} {enrolment.first_name}",
        ),
    ),
)
