"""The 4th step: the address, the code, and what is answered."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from simulator.defects.changes import (
    all_of,
    instead_of,
    with_form,
    with_page,
    with_policy,
    with_registry,
    with_rule,
    with_wording,
)
from simulator.defects.model import Defect
from simulator.domain.values.activation import CodeRefusal, ticket_digest
from simulator.domain.values.registration import Registration, code_is_right
from simulator.storage import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from simulator.domain.values.spaces import Space
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

    CheckCode = Callable[[Services, SqlRegistry, str, str, str], Registration | CodeRefusal]


def _found_by_a_part(sound: "Any", key: str) -> Registration | None:  # noqa: ANN401 - a bound method
    registry, c = sound.__self__, tables.registrations.c
    found = sound(key)
    if found is not None:
        return found  # type: ignore[no-any-return]  # a bound method has no type
    keys = select(c.address_key).where(c.sandbox == registry.sandbox, c.address_key.contains(key))
    return next((sound(whole) for whole in registry.connection.scalars(keys)), None)


def _registrations(registry: "SqlRegistry") -> "Iterator[Registration]":
    c = tables.registrations.c
    for key in registry.connection.scalars(
        select(c.address_key).where(c.sandbox == registry.sandbox)
    ):
        registration = registry.registration(key)
        if registration is not None:
            yield registration


def _with_any_code(
    sound: "CheckCode",
    services: "Services",
    registry: "SqlRegistry",
    *typed: str,
) -> Registration | CodeRefusal:
    address, code, _ = typed
    asked = registry.registration(services.rules.address_key(address))
    is_known = any(code_is_right(registration, code) for registration in _registrations(registry))
    if asked is None or not is_known:
        return sound(services, registry, *typed)
    return services.rules.activation_refusal(services, asked) or asked


def _with_the_password(
    sound: "CheckCode",
    services: "Services",
    registry: "SqlRegistry",
    *typed: str,
) -> Registration | CodeRefusal:
    address, code, _ = typed
    asked = registry.registration(services.rules.address_key(address))
    if asked is None or not services.passwords.verify(asked.password_hash, code):
        return sound(services, registry, *typed)
    return services.rules.activation_refusal(services, asked) or asked


def _spent_by_a_mistake(
    sound: "CheckCode",
    services: "Services",
    registry: "SqlRegistry",
    *typed: str,
) -> Registration | CodeRefusal:
    outcome = sound(services, registry, *typed)
    asked = registry.registration(services.rules.address_key(typed[0]))
    if outcome is CodeRefusal.WRONG and asked is not None:
        registry.put_registration(replace(asked, code_hash=""))
    return outcome


def _activated_again(
    sound: "Callable[..., Space | CodeRefusal]",
    services: "Services",
    registry: "SqlRegistry",
    secret: str,
    session: str,
) -> "Space | CodeRefusal":
    ticket = registry.ticket(ticket_digest(secret))
    registration = registry.registration_by_id(ticket.registration_id) if ticket else None
    made = registry.space(registration.space_id or "") if registration else None
    if made is None:
        return sound(services, registry, secret, session)
    again = replace(made, registered_at=services.clock.now())
    registry.replace_space(again)
    registry.let_see(session, again.id)
    return again


DEFECTS = (
    Defect(
        "activation-adresse-approchante",
        "R-3.008",
        "L'adresse est cherchée par « contient » : une partie de l'adresse suffit.",
        with_registry("registration", _found_by_a_part),
    ),
    Defect(
        "code-coupe-a-12",
        "R-3.009",
        "Ce qui suit le douzième caractère du code est coupé sans rien dire.",
        with_form("activation", lambda typed: {**typed, "code": typed.get("code", "")[:12]}),
    ),
    Defect(
        "mot-de-passe-tient-lieu-de-code",
        "R-3.010",
        "Le mot de passe choisi active l'espace à la place du code.",
        with_rule("check_code", _with_the_password),
    ),
    Defect(
        "code-d-un-autre-accepte",
        "R-3.011",
        "Le code n'est pas rapproché de l'adresse : celui d'un autre usager active l'espace.",
        with_rule("check_code", _with_any_code),
    ),
    Defect(
        "code-vide-dit-faux",
        "R-3.012",
        "Un code laissé vide est refusé par le message d'un code faux.",
        with_form(
            "activation", lambda typed: {**typed, "code": typed.get("code", "").strip() or "-"}
        ),
    ),
    Defect(
        "code-bloque-au-premier-essai",
        "R-3.014",
        "Un seul code incorrect bloque l'activation pour un quart d'heure.",
        with_policy(wrong_code_limit=1),
    ),
    Defect(
        "code-use-par-un-essai-manque",
        "A-41",
        "Un code incorrect annule le bon, qui ne marche plus ensuite.",
        with_rule("check_code", _spent_by_a_mistake),
    ),
    Defect(
        "code-ressert",
        "R-3.039",
        "Le code d'un espace déjà créé ressert : l'inscription est datée de nouveau.",
        all_of(
            with_rule("activation_refusal", instead_of(CodeRefusal.ALREADY_ACTIVE, None)),
            with_rule("activate", _activated_again),
        ),
    ),
    Defect(
        "code-deja-utilise-dit-faux",
        "U-49",
        "Un code déjà utilisé est refusé par le message d'un code faux.",
        with_rule("activation_refusal", instead_of(CodeRefusal.ALREADY_ACTIVE, CodeRefusal.WRONG)),
    ),
    Defect(
        "refus-dit-lequel-est-faux",
        "U-45",
        "Le refus de l'activation ne parle que du code, même pour une adresse inconnue.",
        with_wording(code_refusals={CodeRefusal.WRONG: "Le code d'activation est incorrect."}),
    ),
    Defect(
        "refus-pris-pour-un-blocage",
        "A-46",
        "Un code refusé affiche le conseil donné pour une fenêtre bloquée.",
        with_wording(
            code_refusals={
                CodeRefusal.WRONG: (
                    "La création de votre espace n'a pas abouti : veuillez vérifier si l'option "
                    '"Bloquer les fenêtres publicitaires intempestives" est activée.'
                )
            }
        ),
    ),
    Defect(
        "activation-demande-un-identifiant",
        "A-13",
        "L'écran d'activation demande « Votre identifiant » et non l'adresse électronique.",
        with_page("activation", "Votre adresse électronique :", "Votre identifiant&nbsp;:"),
    ),
)
