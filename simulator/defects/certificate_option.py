"""The option for access without certificate, and what its holder finds again."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import with_answer, with_pattern, with_registry, with_rule
from simulator.defects.model import Defect
from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.spaces import Access, Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import MethodType
    from typing import Any

    from simulator.services import Page, Services
    from simulator.storage.registry import SqlRegistry

_ADDRESS = re.compile(r'(<input[^>]*name="address(?:_again)?"[^>]*value=")[^"]*')


def _kept_by_nobody(
    sound: "Callable[..., AddressState]",
    services: "Services",
    registry: "SqlRegistry",
    space: Space,
    address: str,
) -> AddressState:
    is_usual = services.rules.address_key(address) == space.address_key
    if is_usual and len(registry.certified_spaces(space.address_key)) > 1:
        return AddressState.CERTIFIED
    return sound(services, registry, space, address)


def _with_usual_address(
    sound: "Callable[..., Any]",
    services: "Services",
    registry: "SqlRegistry",
    space: Space,
    address: str,
    password_hash: str,
) -> object:
    del address
    return sound(services, registry, space, space.address, password_hash)


def _with_another_s_space(
    sound: "Callable[..., Any]",
    services: "Services",
    registry: "SqlRegistry",
    space: Space,
    *chosen: str,
) -> object:
    return sound(services, registry, registry.certified_spaces(space.address_key)[0], *chosen)


def _evicting_the_first(
    sound: "Callable[..., Any]",
    services: "Services",
    registry: "SqlRegistry",
    space: Space,
    *chosen: str,
) -> object:
    first = registry.password_space(services.rules.address_key(chosen[0]))
    if first and first.address_key == space.address_key:
        registry.replace_space(replace(first, address_key=first.id))
    return sound(services, registry, space, *chosen)


def _keeping_the_old_one(
    sound: "Callable[..., Any]",
    services: "Services",
    registry: "SqlRegistry",
    space: Space,
    *chosen: str,
) -> object:
    outcome = sound(services, registry, space, *chosen)
    if isinstance(outcome, Space):
        number = services.rules.new_number(services, registry, space.registered_at)
        registry.add_space(replace(space, id=services.secrets.identifier(), number=number))
    return outcome


def _with_former_dossiers(sound: "MethodType", space: Space) -> None:
    registry: Any = sound.__self__
    for former in registry.spaces():
        if former.access is Access.CERTIFICATE and former.enrolment.siren == space.enrolment.siren:
            space = replace(space, dossiers=former.dossiers, services=former.services)
    sound(space)


def _known_by_name(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", *typed: str
) -> object:
    found = sound(services, registry, *typed)
    if isinstance(found, CodeRefusal) or found.enrolment is None:
        return found
    names = {(space.enrolment.last_name, space.enrolment.siren) for space in registry.spaces()}
    is_known = (found.enrolment.last_name, found.enrolment.siren) in names
    return CodeRefusal.ALREADY_ACTIVE if is_known else found


def _without_address(page: "Page") -> "Page":
    return replace(page, html=_ADDRESS.sub(r"\1", page.html))


DEFECTS = (
    Defect(
        "option-espace-neuf-deja-rempli",
        "R-2.058",
        "Un espace créé à une autre adresse reprend les dossiers de l'espace avec certificat.",
        with_registry("add_space", _with_former_dossiers),
    ),
    Defect(
        "option-adresse-non-proposee",
        "R-2.059",
        "L'option laisse vide l'adresse que le seul détenteur peut conserver.",
        with_answer("certificate_option", _without_address),
    ),
    Defect(
        "option-adresse-habituelle-refusee",
        "R-2.060",
        "Le seul détenteur ne peut pas conserver son adresse habituelle.",
        with_rule(
            "option_address_state",
            lambda _, desk, registry, __, address: desk.rules.address_state(
                desk, registry, address
            ),
        ),
    ),
    Defect(
        "option-collaborateurs-ignores",
        "R-2.061",
        "Un collaborateur est pris pour le seul détenteur : un seul espace est cherché.",
        with_registry("certified_spaces", lambda sound, key: sound(key)[:1]),
    ),
    Defect(
        "option-autre-adresse-ignoree",
        "R-2.062",
        "L'autre adresse saisie à l'option est ignorée, au profit de l'adresse commune.",
        with_rule("opt_for_password", _with_usual_address),
    ),
    Defect(
        "option-services-perdus",
        "R-2.063",
        "L'espace transformé garde ses dossiers, mais perd ses services.",
        with_registry("replace_space", lambda sound, space: sound(replace(space, services=()))),
    ),
    Defect(
        "option-ancien-espace-subsiste",
        "R-2.064",
        "L'espace avec certificat subsiste à côté de l'espace transformé.",
        with_rule("opt_for_password", _keeping_the_old_one),
    ),
    Defect(
        "option-adresse-au-dernier-qui-la-prend",
        "R-2.068",
        "Plusieurs collaborateurs peuvent conserver l'adresse : le suivant évince le premier.",
        with_rule("opt_for_password", _evicting_the_first),
    ),
    Defect(
        "option-espace-d-un-autre",
        "R-2.069",
        "L'option transforme le premier espace de l'adresse, et non celui du certificat présenté.",
        with_rule("opt_for_password", _with_another_s_space),
    ),
    Defect(
        "option-adresse-commune-a-personne",
        "A-09",
        "Tant que plusieurs collaborateurs partagent une adresse, aucun ne peut la conserver.",
        with_rule("option_address_state", _kept_by_nobody),
    ),
    Defect(
        "option-personne-bloquee",
        "A-52",
        "Le titulaire d'un espace avec certificat ne peut plus en activer un autre.",
        with_rule("check_code", _known_by_name),
    ),
    Defect(
        "option-sans-adresse-proposee",
        "U-59",
        "L'option ne propose plus l'adresse habituelle : le champ est vide.",
        with_pattern("certificate_option", r'(<input[^>]*name="address"[^>]*value=")[^"]*', r"\1"),
    ),
)
