"""The second request of an address: refused during the 48 hours, from the beginning after."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from simulator.defects.changes import all_of, with_method, with_page, with_rule
from simulator.defects.model import Change, Defect
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.registration import Registration

if TYPE_CHECKING:
    from simulator.domain.values.wizard import Wizard
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

    Confirm = Callable[[Services, SqlRegistry, Wizard], Registration | AddressState]


def _last_of(
    services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> Registration | None:
    return registry.registration(services.rules.address_key(wizard.address or ""))


def _with_the_first_code(
    sound: "Confirm", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> Registration | AddressState:
    first = _last_of(services, registry, wizard)
    outcome = sound(services, registry, wizard)
    if first is None or outcome == first or isinstance(outcome, AddressState):
        return outcome
    kept = replace(outcome, id=first.id, code_hash=first.code_hash)
    registry.put_registration(kept)
    return kept


def _dated_from_the_first(
    sound: "Confirm", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> Registration | AddressState:
    first = _last_of(services, registry, wizard)
    outcome = sound(services, registry, wizard)
    if first is not None and isinstance(outcome, Registration):
        registry.put_registration(replace(outcome, confirmed_at=first.confirmed_at))
    return outcome


def _pending_since_the_first(
    sound: Callable[..., bool], services: "Services", registration: Registration
) -> bool:
    sent_at, first = registration.sent_at, registration.confirmed_at
    is_second = sent_at is not None and sent_at - first > services.policy.code_lifetime
    return sound(services, replace(registration, sent_at=first) if is_second else registration)


def _replacing_though_refused(
    sound: "Confirm", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> Registration | AddressState:
    outcome = sound(services, registry, wizard)
    first = _last_of(services, registry, wizard)
    if outcome is AddressState.PENDING and first is not None:
        registry.put_registration(
            replace(first, enrolment=wizard.enrolment, password_hash=wizard.password_hash)
        )
    return outcome


def _free_after_a_day(
    sound: Callable[..., AddressState], services: "Services", registry: "SqlRegistry", address: str
) -> AddressState:
    state = sound(services, registry, address)
    registration = registry.registration(services.rules.address_key(address))
    if state is not AddressState.PENDING or registration is None or registration.sent_at is None:
        return state
    age = services.clock.now() - registration.sent_at
    return AddressState.FREE if age > timedelta(hours=24) else state


def _taken_for_ever(
    sound: Callable[..., AddressState], services: "Services", registry: "SqlRegistry", address: str
) -> AddressState:
    state = sound(services, registry, address)
    is_known = registry.registration(services.rules.address_key(address)) is not None
    return AddressState.PENDING if is_known and state is AddressState.FREE else state


def _with_code_made_of(seed: "Callable[[Wizard], str]") -> Change:
    def confirm(
        sound: "Confirm", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
    ) -> Registration | AddressState:
        digest = sha256(seed(wizard).encode()).digest()
        code = b64encode(digest, altchars=b"aZ").decode()[: services.policy.code_length]
        guessable = with_method("secrets", "choose", lambda *_: code)(services, lambda: None)
        return sound(guessable, registry, wizard)

    return with_rule("confirm", confirm)


DEFECTS = (
    Defect(
        "refus-perime-ramene-a-l-activation",
        "R-2.138",
        "Le refus d'un code périmé invite à recommencer, mais son lien ramène à l'activation.",
        with_page("activation", '/procedure">Créez', '/activation">Créez'),
    ),
    Defect(
        "second-code-garde-le-premier",
        "R-2.139",
        "La nouvelle demande garde l'ancien code : le premier courriel est de nouveau bon.",
        with_rule("confirm", _with_the_first_code),
    ),
    Defect(
        "second-code-sans-son-delai",
        "R-2.140",
        "Le délai du nouveau code est compté de la première demande : il est périmé d'avance.",
        all_of(
            with_rule("confirm", _dated_from_the_first),
            with_rule("registration_is_pending", _pending_since_the_first),
        ),
    ),
    Defect(
        "seconde-demande-refusee-enregistree",
        "R-2.142",
        "Une seconde demande, refusée à « Confirmer », remplace le nom et le mot de passe.",
        with_rule("confirm", _replacing_though_refused),
    ),
    Defect(
        "code-tire-du-siren",
        "R-2.143",
        "Le code est calculé du SIREN : la même personne a le même code à deux adresses.",
        _with_code_made_of(lambda wizard: wizard.enrolment.siren if wizard.enrolment else ""),
    ),
    Defect(
        "code-tire-de-l-adresse",
        "A-39",
        "Le code est calculé de l'adresse : une nouvelle demande redonne le code périmé.",
        _with_code_made_of(lambda wizard: wizard.address or ""),
    ),
    Defect(
        "renvoi-du-code-propose",
        "R-2.144",
        "L'écran d'activation propose de recevoir un nouveau code.",
        with_page(
            "activation",
            "reçu dans votre messagerie électronique.",
            'reçu dans votre messagerie électronique. <a href="">Recevoir un nouveau code</a>',
        ),
    ),
    Defect(
        "adresse-liberee-apres-un-jour",
        "R-2.145",
        "L'adresse est libérée au bout d'un jour, alors que son code vaut encore.",
        with_rule("identifier_state", _free_after_a_day),
    ),
    Defect(
        "adresse-bloquee-apres-le-delai",
        "R-2.145",
        "Le délai passé, l'adresse reste bloquée comme si la demande était en cours.",
        with_rule("identifier_state", _taken_for_ever),
    ),
    Defect(
        "refus-perime-ramene-a-l-accueil",
        "A-38",
        "Le refus d'un code périmé ramène à la page d'accueil, sans dire par où reprendre.",
        with_page("activation", '/procedure">Créez', '/">Créez'),
    ),
)
