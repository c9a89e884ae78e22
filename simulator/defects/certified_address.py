"""The 2nd step blocked by a space with certificate: what is said of it, and the ways on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MethodType
from typing import Any

from simulator.defects.changes import (
    all_of,
    instead_of,
    with_answer,
    with_page,
    with_redirection,
    with_registry,
    with_rule,
    with_service,
)
from simulator.defects.model import Defect, Note
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.wizard import Wizard
from simulator.services import Page, Services
from simulator.storage.registry import SqlRegistry

_OPTION = re.compile(r'/creation/[^"]*/option-sans-certificat')
_ADDRESS = re.compile(r'(name="address"[^>]*value=")[^"]*')


def _leading_to(path: str, page: Page) -> Page:
    return replace(page, html=_OPTION.sub(path, page.html))


def _filled_in(page: Page) -> Page:
    return replace(page, html=_ADDRESS.sub(r"\1lila.rosemonde@hotmail.fr", page.html))


def _judged_once(services: Services, note: Note) -> Services:
    """Look addresses up, except on the screen that says so of an earlier one."""
    read: list[str] = []

    def read_form(
        sound: Callable[..., Mapping[str, str]], screen: str, typed: Mapping[str, str]
    ) -> Mapping[str, str]:
        read.append(screen)
        return sound(screen, typed)

    def address_state(sound: Callable[..., AddressState], *arguments: Any) -> AddressState:  # noqa: ANN401 - those of the rule
        return AddressState.FREE if "certified_address" in read else sound(*arguments)

    changed = all_of(
        with_service("read_form", read_form), with_rule("address_state", address_state)
    )
    return changed(services, note)


def _still_accessible(sound: MethodType, wizard: Wizard) -> None:
    registry: Any = sound.__self__
    kept = registry.wizard(wizard.id, wizard.session)
    if wizard.certified_address and kept and kept.address:
        wizard = replace(wizard, address=kept.address, password_hash=kept.password_hash)
    sound(wizard)


def _found_if_alone(
    sound: Callable[..., AddressState], services: Services, registry: SqlRegistry, address: str
) -> AddressState:
    spaces = registry.certified_spaces(services.rules.address_key(address))
    if len(spaces) > 1:
        return services.rules.identifier_state(services, registry, address)
    return sound(services, registry, address)


def _identifier_first(
    sound: Callable[..., AddressState], services: Services, registry: SqlRegistry, address: str
) -> AddressState:
    state = services.rules.identifier_state(services, registry, address)
    return sound(services, registry, address) if state is AddressState.FREE else state


DEFECTS = (
    Defect(
        "bloquee-titre-a-l-imperatif",
        "R-2.049",
        "L'écran de l'adresse bloquée a le titre de celui des identifiants.",
        with_page(
            "certified_address",
            "2ème étape : créer vos identifiants",
            "2ème étape&nbsp;: créez vos identifiants",
        ),
    ),
    Defect(
        "bloquee-sans-les-collaborateurs",
        "R-2.050",
        "Le blocage ne parle que de l'usager, et non de ses collaborateurs.",
        with_page(
            "certified_address",
            "Vous, ou l'un de vos collaborateurs, disposez déjà",
            "Vous disposez déjà",
        ),
    ),
    Defect(
        "bloquee-sans-autre-adresse",
        "R-2.051",
        "Le blocage dit d'attendre au lieu de donner une autre adresse électronique.",
        with_page(
            "certified_address",
            "vous devez utiliser une autre adresse électronique",
            "veuillez renouveler votre demande ultérieurement",
        ),
    ),
    Defect(
        "bloquee-sans-le-titulaire",
        "R-2.052",
        "L'option est proposée à tous, sans dire que le titulaire seul peut opter.",
        with_page(
            "certified_address",
            "Si vous êtes titulaire de cet espace abonné avec certificat, vous pouvez",
            "Vous pouvez",
        ),
    ),
    Defect(
        "bloquee-lien-hors-du-perimetre",
        "R-2.053",
        "Le lien « Optez pour l'accès sans certificat » mène à une page sans rapport.",
        with_answer("certified_address", partial(_leading_to, "/hors-perimetre")),
    ),
    Defect(
        "bloquee-pour-un-espace-sans-certificat",
        "R-2.054",
        "L'option est proposée aussi pour l'adresse d'un espace qui n'a pas de certificat.",
        with_rule("address_state", instead_of(AddressState.ACTIVE, AddressState.CERTIFIED)),
    ),
    Defect(
        "bloquee-sans-nouvelle",
        "R-2.055",
        "Le second champ de l'écran bloqué demande « votre adresse », sans dire « nouvelle ».",
        with_page(
            "certified_address",
            "Confirmer votre nouvelle adresse électronique :",
            "Confirmer votre adresse électronique&nbsp;:",
        ),
    ),
    Defect(
        "bloquee-sans-avertissement",
        "R-2.056",
        "L'avertissement sur l'adresse n'est pas repris sur l'écran bloqué.",
        with_page(
            "certified_address",
            "Important : cette adresse électronique ne pourra être utilisée que pour un seul et"
            " unique espace.",
            "",
        ),
    ),
    Defect(
        "bloquee-detour-par-l-accueil",
        "R-2.057",
        "De l'écran bloqué, l'option n'est pas directe : le lien ramène à la page d'accueil.",
        with_answer("certified_address", partial(_leading_to, "/")),
    ),
    Defect(
        "bloquee-adresse-de-l-exemple",
        "A-32",
        "L'écran bloqué propose l'adresse de l'exemple de la fiche, restée dans le programme.",
        with_answer("certified_address", _filled_in),
    ),
    Defect(
        "bloquee-renvoi-aux-conditions",
        "R-2.065",
        "Après une adresse bloquée, en choisir une autre ramène aux conditions générales.",
        with_redirection("certified_address", r"/creation/.*/formulaire", "/creation"),
    ),
    Defect(
        "bloquee-une-fois-seulement",
        "R-2.066",
        "Sur l'écran bloqué, une seconde adresse d'espace avec certificat est acceptée.",
        _judged_once,
    ),
    Defect(
        "bloquee-formulaire-ouvert",
        "R-2.093",
        "Qui revient choisir une adresse bloquée peut poursuivre avec celle d'avant.",
        with_registry("save_wizard", _still_accessible),
    ),
    Defect(
        "bloquee-si-un-seul-espace",
        "R-2.070",
        "L'adresse commune de plusieurs collaborateurs n'est pas vue comme prise.",
        with_rule("address_state", _found_if_alone),
    ),
    Defect(
        "bloquee-jusqu-a-la-premiere-option",
        "U-12",
        "Dès qu'un collaborateur a opté, l'adresse commune n'est plus vue comme celle des autres.",
        with_rule("address_state", _identifier_first),
    ),
)
