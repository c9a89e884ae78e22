"""A space that waits for its activation, which must not exist yet."""

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import all_of, instead_of, with_registry, with_rule
from simulator.defects.model import Defect
from simulator.domain.values.activation import CodeRefusal, ticket_digest
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.registration import Registration, code_is_right

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.values.spaces import Space
    from simulator.domain.values.wizard import Wizard
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

    Entry = Callable[[Services, SqlRegistry, str, str], Space | None]


def _activate(
    services: "Services", registry: "SqlRegistry", registration: Registration
) -> "Space | CodeRefusal":
    secret = services.rules.open_window(services, registry, registration, "")
    return services.rules.activate(services, registry, secret, "")


def _activated_at_confirmation(
    sound: "Callable[..., Registration | AddressState]",
    services: "Services",
    registry: "SqlRegistry",
    wizard: "Wizard",
) -> Registration | AddressState:
    outcome = sound(services, registry, wizard)
    if isinstance(outcome, Registration):
        _activate(services, registry, outcome)
    return outcome


def _activated_by_first_access(
    may_open: "Callable[[Registration], bool]",
) -> "Callable[..., object]":
    def log_in(
        sound: "Entry", services: "Services", registry: "SqlRegistry", address: str, password: str
    ) -> object:
        registration = registry.registration(services.rules.address_key(address))
        space = sound(services, registry, address, password)
        if (
            space is None
            and registration is not None
            and may_open(registration)
            and services.passwords.verify(registration.password_hash, password)
        ):
            with services.storage.writing() as writing:
                return _activate(services, writing, registration)
        return space

    return log_in


def _opened_by_code(
    sound: "Entry", services: "Services", registry: "SqlRegistry", address: str, password: str
) -> "Space | None":
    key = services.rules.address_key(address)
    registration = registry.registration(key)
    if registration and code_is_right(registration, password):
        return registry.password_space(key)
    return sound(services, registry, address, password)


def _shown_again(
    sound: "Callable[..., Space | CodeRefusal]",
    services: "Services",
    registry: "SqlRegistry",
    secret: str,
    session: str,
) -> "Space | CodeRefusal":
    ticket = registry.ticket(ticket_digest(secret))
    registration = ticket and registry.registration_by_id(ticket.registration_id)
    space = registration and registration.space_id and registry.space(registration.space_id)
    if not space:
        return sound(services, registry, secret, session)
    registry.let_see(session, space.id)
    return space


def _held_before_confirmation(sound: "Callable[[Wizard], None]", wizard: "Wizard") -> None:
    if wizard.address and wizard.enrolment and wizard.registration_id is None:
        registry: SqlRegistry = sound.__self__  # type: ignore[attr-defined]  # a bound method
        registry.put_registration(
            Registration(
                id=wizard.id,
                address=wizard.address,
                address_key=wizard.address.casefold(),
                code_hash="",
                confirmed_at=wizard.accepted_at,
                enrolment=wizard.enrolment,
                password_hash=wizard.password_hash,
            )
        )
    sound(wizard)


def _confirmed_although_held(
    sound: "Callable[..., object]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    rules = replace(services.rules, address_state=lambda *_: AddressState.FREE)
    return sound(replace(services, rules=rules), registry, wizard)


def _forgotten_with_its_wizard(
    sound: "Callable[[str, str], None]", wizard_id: str, session: str
) -> None:
    registry: SqlRegistry = sound.__self__  # type: ignore[attr-defined]  # a bound method
    wizard = registry.wizard(wizard_id, session)
    registration = (
        wizard and wizard.registration_id and registry.registration_by_id(wizard.registration_id)
    )
    if registration:
        registry.put_registration(registration.without_personal_data())
    sound(wizard_id, session)


DEFECTS = (
    Defect(
        "espace-cree-par-confirmer",
        "R-2.128",
        "« Confirmer » crée déjà l'espace : les identifiants l'ouvrent sans code.",
        with_rule("confirm", _activated_at_confirmation),
    ),
    Defect(
        "premier-acces-active",
        "R-1.024",
        "Le premier accès avec les bons identifiants active l'espace, sans le code.",
        with_rule("log_in", _activated_by_first_access(lambda _: True)),
    ),
    Defect(
        "code-envoye-espace-ouvert",
        "R-2.169",
        "Dès que le code est parti, les identifiants ouvrent l'espace en attente d'activation.",
        with_rule(
            "log_in", _activated_by_first_access(lambda registration: bool(registration.sent_at))
        ),
    ),
    Defect(
        "demande-prise-pour-un-espace",
        "R-2.171",
        "L'adresse d'une demande en cours est dite déjà associée à un espace.",
        with_rule("identifier_state", instead_of(AddressState.PENDING, AddressState.ACTIVE)),
    ),
    Defect(
        "code-perime-dit-deja-utilise",
        "R-2.170",
        "Passé le délai, le code est dit déjà utilisé, comme si l'espace existait.",
        with_rule(
            "activation_refusal", instead_of(CodeRefusal.EXPIRED, CodeRefusal.ALREADY_ACTIVE)
        ),
    ),
    Defect(
        "adresse-retenue-par-le-formulaire",
        "R-2.118",
        "L'adresse est retenue dès le formulaire validé : l'abandon la laisse inutilisable.",
        all_of(
            with_registry("save_wizard", _held_before_confirmation),
            with_rule("confirm", _confirmed_although_held),
        ),
    ),
    Defect(
        "code-sert-de-mot-de-passe",
        "R-2.125",
        "Le code d'activation ouvre l'espace comme un mot de passe.",
        with_rule("log_in", _opened_by_code),
    ),
    Defect(
        "code-sert-deux-fois",
        "R-2.126",
        "Un code déjà utilisé ouvre à nouveau la fenêtre de confirmation.",
        all_of(
            with_rule("activation_refusal", instead_of(CodeRefusal.ALREADY_ACTIVE, None)),
            with_rule("activate", _shown_again),
        ),
    ),
    Defect(
        "ok-abandonne-la-demande",
        "R-2.132",
        "« OK » abandonne la demande : le code reçu est ensuite dit périmé.",
        with_registry("drop_wizard", _forgotten_with_its_wizard),
    ),
)
