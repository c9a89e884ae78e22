from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.domain.steps.addresses import address_state, identifier_state
from simulator.domain.values.addresses import AddressState
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import LILA, activated, certified, confirmed, sent

LIFETIME = timedelta(hours=48)
INSTANT = timedelta(microseconds=1)


def occupy(desk: KnownDesk, registry: MemoryRegistry, holders: str) -> None:
    """Give the address its holders, « certificat », « actif », « en attente » or « échu »."""
    if "actif" in holders:
        activated(desk, registry)
    if "en attente" in holders:
        sent(desk, registry)
    if "échu" in holders:
        sent(desk, registry)
        desk.clock.advance(LIFETIME + INSTANT)
    for rank in range(holders.count("certificat")):
        certified(desk, registry, f"2020000000000{rank}")


STATES = [
    pytest.param("", AddressState.FREE, AddressState.FREE, id="jamais vue"),
    pytest.param("certificat", AddressState.CERTIFIED, AddressState.FREE, id="un certificat"),
    pytest.param(
        "certificat certificat certificat",
        AddressState.CERTIFIED,
        AddressState.FREE,
        id="cabinet de trois, R-1.018",
    ),
    pytest.param("actif", AddressState.ACTIVE, AddressState.ACTIVE, id="espace actif, R-1.017"),
    pytest.param(
        "en attente", AddressState.PENDING, AddressState.PENDING, id="code en attente, R-2.141"
    ),
    pytest.param("échu", AddressState.FREE, AddressState.FREE, id="code échu, R-2.138"),
    pytest.param(
        "actif certificat",
        AddressState.CERTIFIED,
        AddressState.ACTIVE,
        id="les deux sortes : le certificat d'abord, U-12",
    ),
    pytest.param(
        "en attente certificat",
        AddressState.CERTIFIED,
        AddressState.PENDING,
        id="certificat arrivé pendant l'attente : le certificat d'abord, U-09",
    ),
    pytest.param(
        "échu certificat",
        AddressState.CERTIFIED,
        AddressState.FREE,
        id="certificat sur un code échu",
    ),
]


@pytest.mark.parametrize("holders, state, as_identifier", STATES)
@pytest.mark.parametrize(
    "written",
    [
        pytest.param(LILA, id="telle quelle"),
        pytest.param(LILA.upper(), id="autre casse, U-13"),
        pytest.param(f" {LILA}\u00a0", id="blancs autour, U-13"),
    ],
)
def test_the_state_of_an_address(
    desk: KnownDesk,
    registry: MemoryRegistry,
    holders: str,
    state: AddressState,
    as_identifier: AddressState,
    written: str,
) -> None:
    occupy(desk, registry, holders)
    assert address_state(desk, registry, written) is state
    assert identifier_state(desk, registry, written) is as_identifier


@pytest.mark.parametrize("holders", ["certificat", "actif", "en attente", "échu"])
def test_the_state_of_an_address_is_nobody_elses(
    desk: KnownDesk, registry: MemoryRegistry, holders: str
) -> None:
    occupy(desk, registry, holders)
    assert address_state(desk, registry, "lila.rosemonde+2@hotmail.fr") is AddressState.FREE


def test_an_active_space_counts_before_a_registration_still_pending(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = activated(desk, registry)
    registration = registry.registration(space.address_key)
    assert registration
    registry.put_registration(
        replace(registration, space_id=None, enrolment=space.enrolment, password_hash="empreinte")
    )
    assert address_state(desk, registry, LILA) is AddressState.ACTIVE


@pytest.mark.parametrize(
    "waited, state",
    [
        pytest.param(timedelta(0), AddressState.PENDING, id="à l'envoi"),
        pytest.param(LIFETIME - INSTANT, AddressState.PENDING, id="juste avant 48 h"),
        pytest.param(LIFETIME, AddressState.PENDING, id="48 h exactement, A-08"),
        pytest.param(LIFETIME + INSTANT, AddressState.FREE, id="juste après 48 h"),
    ],
)
def test_an_address_is_blocked_exactly_as_long_as_its_code_lives(
    desk: KnownDesk, registry: MemoryRegistry, waited: timedelta, state: AddressState
) -> None:
    sent(desk, registry)
    desk.clock.advance(waited)
    assert address_state(desk, registry, LILA) is state


def test_an_address_stays_blocked_while_its_letter_is_held(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    confirmed(desk, registry)
    desk.clock.advance(timedelta(days=365))
    assert address_state(desk, registry, LILA) is AddressState.PENDING  # U-42


def test_an_erased_registration_stays_lapsed_when_the_clock_is_set_back(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    """A trainer may show the end of the 48 hours, and then come back to today (A-39, U-67)."""
    sent(desk, registry)
    kept = registry.registration(LILA)
    assert kept
    desk.clock.advance(LIFETIME + INSTANT)
    registry.put_registration(replace(kept, enrolment=None, password_hash=None))
    desk.clock.advance(-LIFETIME)
    assert address_state(desk, registry, LILA) is AddressState.FREE
