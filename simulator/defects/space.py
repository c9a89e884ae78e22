"""The space: how it is opened, what it holds."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from simulator.defects.changes import (
    instead_of,
    with_page,
    with_pattern,
    with_registry,
    with_rule,
    with_wording,
)
from simulator.defects.model import Defect
from simulator.domain.values.addresses import AddressState
from simulator.storage import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.values.spaces import Space
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


def _seen_by_the_company(sound: Any, session: str, space_id: str) -> bool:  # noqa: ANN401 - a bound method
    registry, c = sound.__self__, tables.sessions.c
    contents = select(c.content).where(c.sandbox == registry.sandbox, c.id == session)
    content = registry.connection.scalars(contents).first() or {}
    own, asked = registry.space(content.get("space_id", "")), registry.space(space_id)
    is_of_the_company = own and asked and own.enrolment.siren == asked.enrolment.siren
    return bool(is_of_the_company or sound(session, space_id))


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
    Defect(
        "espace-actif-dit-en-attente",
        "R-3.033",
        "L'espace créé, une nouvelle demande à son adresse répond qu'il en est une en cours.",
        with_rule("identifier_state", instead_of(AddressState.ACTIVE, AddressState.PENDING)),
    ),
    Defect(
        "espace-sans-adhesion",
        "R-3.034",
        "L'espace ouvert ne permet pas de demander une adhésion.",
        with_pattern("space", "<p><a [^>]*>Demander une adhésion.*?</p>", ""),
    ),
    Defect(
        "espace-en-attente-de-validation",
        "A-37",
        "L'espace s'ouvre en attente de validation, au lieu d'être prêt.",
        with_page("space", "Aucun service.", "Services en attente de validation."),
    ),
    Defect(
        "coordonnees-sans-numero",
        "A-47",
        "« Gérer vos coordonnées » ne donne plus le numéro d'abonné.",
        with_pattern("contact_details", r"\s+sous le numéro\s+<strong>.*?</strong>", ""),
    ),
    Defect(
        "formulaire-vu-par-l-entreprise",
        "U-71",
        "Les titulaires d'une même entreprise peuvent voir le formulaire les uns des autres.",
        with_registry("may_see", _seen_by_the_company),
    ),
    Defect(
        "refus-dit-en-attente",
        "U-61",
        "L'accès refusé révèle que l'adresse a un espace, en attente d'activation.",
        with_wording(login_refused="Votre espace n'est pas encore activé."),
    ),
    Defect(
        "oubli-sans-verifier-le-numero",
        "U-63",
        "Qui a oublié son mot de passe n'a pas besoin du bon numéro d'abonné.",
        with_rule(
            "space_to_recover",
            lambda _, services, registry, address, _number: registry.password_space(
                services.rules.address_key(address)
            ),
        ),
    ),
    Defect(
        "oubli-demande-l-identifiant",
        "U-63",
        "Le mot de passe oublié demande « Votre identifiant », et non le numéro d'abonné.",
        with_page("forgotten_password", "Votre numéro d'abonné :", "Votre identifiant :"),
    ),
    Defect(
        "oubli-dit-si-l-espace-existe",
        "U-63",
        "Le refus du mot de passe oublié révèle qu'aucun espace n'a cette adresse.",
        with_wording(recovery_refused="Aucun espace abonné n'est associé à cette adresse."),
    ),
)
