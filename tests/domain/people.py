"""Who the tests are about: the fiche's own sample and a few made-up others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from simulator.domain.steps.activation import open_window
from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.registration import Registration
from simulator.domain.values.spaces import Access, Space
from simulator.domain.values.wizard import Wizard
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry

LILA = "lila.rosemonde@hotmail.fr"
PASSWORD = "Secret123"
SESSION = "la session de Lila"
CLIENT = "le poste de Lila"

ENTRY = EnrolmentEntry(
    courtesy_title="madame",
    last_name="Rosemonde",
    first_name="Lila",
    siren="987 654 321",
    phone="01 24 57 88 77",
    city="PARIS",
    question="pet_name",
    answer="Lili",
)
CREDENTIALS = CredentialsEntry(LILA, LILA, PASSWORD, PASSWORD)


def named(faults: Sequence[FieldFault]) -> list[tuple[str, Fault]]:
    """Return the fields and what is wrong with them, without the limits that go with a text."""
    return [(fault.field, fault.fault) for fault in faults]


def entry_with(changes: Mapping[str, Any]) -> EnrolmentEntry:
    """Return the sample's form with other values in some fields."""
    return replace(ENTRY, **changes)


def wizard_at_summary(desk: KnownDesk, address: str = LILA, wizard_id: str = "w1") -> Wizard:
    return Wizard(
        id=wizard_id,
        session=SESSION,
        accepted_at=desk.clock.now(),
        address=address,
        password_hash=desk.passwords.hash(PASSWORD),
        entry=ENTRY,
        enrolment=desk.rules.read_enrolment(desk, ENTRY),
    )


def confirmed(desk: KnownDesk, registry: MemoryRegistry, address: str = LILA) -> Registration:
    """Pre-register; the letter waits in the outbox, so the 48 hours have not begun (U-42)."""
    wizard = wizard_at_summary(desk, address, f"le parcours de {address}")
    outcome = desk.rules.confirm(desk, registry, wizard)
    assert isinstance(outcome, Registration)
    return outcome


def sent(desk: KnownDesk, registry: MemoryRegistry, address: str = LILA) -> tuple[str, str]:
    """Pre-register and send the letter now; return the address and its code."""
    registration = confirmed(desk, registry, address)
    registry.put_registration(replace(registration, sent_at=desk.clock.now()))
    return address, registry.letters[-1].code


def window_of(desk: KnownDesk, registry: MemoryRegistry, address: str, code: str) -> str:
    """Type a right code; return the secret that the new window brings back."""
    outcome = desk.rules.check_code(desk, registry, address, code, CLIENT)
    assert isinstance(outcome, Registration)
    return open_window(desk, registry, outcome, SESSION)


def activated(desk: KnownDesk, registry: MemoryRegistry, address: str = LILA) -> Space:
    """Go the whole way to an active space."""
    secret = window_of(desk, registry, *sent(desk, registry, address))
    outcome = desk.rules.activate(desk, registry, secret, SESSION)
    assert not isinstance(outcome, CodeRefusal)
    return outcome


def certified(desk: KnownDesk, registry: MemoryRegistry, number: str, address: str = LILA) -> Space:
    """Seed a space with certificate, and its dossiers."""
    space = Space(
        id=f"espace {number}",
        number=number,
        access=Access.CERTIFICATE,
        address=address,
        address_key=desk.rules.address_key(address),
        password_hash=None,
        registered_at=desk.clock.now() - timedelta(days=400),
        enrolment=desk.rules.read_enrolment(desk, ENTRY),
        dossiers=(f"dossier {number}-1", f"dossier {number}-2"),
        services=("Payer", "Déclarer"),
    )
    registry.add_space(space)
    return space


def state_of(desk: KnownDesk, registry: MemoryRegistry, address: str) -> AddressState:
    return desk.rules.address_state(desk, registry, address)
