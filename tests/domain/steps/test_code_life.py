from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from simulator.domain.policy import Policy
from simulator.domain.steps.registration import code_is_alive, registration_is_pending
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import activated, confirmed

PARIS = ZoneInfo("Europe/Paris")
SENT = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "age, is_alive",
    [
        pytest.param(timedelta(0), True, id="à l'envoi"),
        pytest.param(timedelta(hours=47, minutes=59, seconds=59), True, id="47:59:59"),
        pytest.param(timedelta(hours=48), True, id="48:00:00 exactement, U-68"),
        pytest.param(timedelta(hours=48, microseconds=1), False, id="une microseconde de trop"),
        pytest.param(timedelta(hours=48, seconds=1), False, id="48:00:01"),
        pytest.param(timedelta(days=365), False, id="un an"),
        pytest.param(-timedelta(hours=1), True, id="horloge retardée d'une heure"),
    ],
)
def test_a_code_lives_48_hours_from_its_sending(age: timedelta, is_alive: bool) -> None:  # noqa: FBT001 - a column of the table
    assert code_is_alive(SENT, SENT + age, Policy()) is is_alive


def test_a_code_that_is_not_sent_does_not_age() -> None:
    assert code_is_alive(None, datetime(2099, 1, 1, tzinfo=UTC), Policy())  # U-42


def test_the_lifetime_is_the_policys() -> None:
    policy = replace(Policy(), code_lifetime=timedelta(hours=1))
    assert code_is_alive(SENT, SENT + timedelta(hours=1), policy)
    assert not code_is_alive(SENT, SENT + timedelta(hours=1, microseconds=1), policy)


def in_paris(wall_clock: str, *, fold: int = 0) -> datetime:
    """Return the instant that a clock on a wall in Paris shows; `fold` 1 is the second time."""
    return datetime.fromisoformat(wall_clock).replace(tzinfo=PARIS, fold=fold).astimezone(UTC)


@pytest.mark.parametrize("zone", [pytest.param(UTC, id="UTC"), pytest.param(PARIS, id="Paris")])
@pytest.mark.parametrize(
    "sent_at, last",
    [
        pytest.param(
            in_paris("2026-03-28 16:00"), in_paris("2026-03-30 17:00"), id="heure d'été de mars"
        ),
        pytest.param(
            in_paris("2026-03-29 01:59:59"),
            in_paris("2026-03-31 02:59:59"),
            id="envoi une seconde avant l'heure d'été",
        ),
        pytest.param(
            in_paris("2026-03-29 03:00"),
            in_paris("2026-03-31 03:00"),
            id="envoi à l'instant de l'heure d'été",
        ),
        pytest.param(
            in_paris("2026-10-24 16:00"),
            in_paris("2026-10-26 15:00"),
            id="heure d'hiver d'octobre",
        ),
        pytest.param(
            in_paris("2026-10-25 02:30", fold=0),
            in_paris("2026-10-27 01:30"),
            id="envoi au premier 2 h 30 de la nuit d'hiver",
        ),
        pytest.param(
            in_paris("2026-10-25 02:30", fold=1),
            in_paris("2026-10-27 02:30"),
            id="envoi au second 2 h 30 de la nuit d'hiver",
        ),
        pytest.param(in_paris("2026-12-30 18:00"), in_paris("2027-01-01 18:00"), id="nouvel an"),
        pytest.param(in_paris("2028-02-28 09:00"), in_paris("2028-03-01 09:00"), id="29 février"),
    ],
)
def test_48_hours_are_elapsed_hours_whatever_the_wall_clock_says(
    sent_at: datetime, last: datetime, zone: tzinfo
) -> None:
    """The instants may be given in either zone (A-08, U-65)."""
    too_late = last + timedelta(microseconds=1)
    assert code_is_alive(sent_at.astimezone(zone), last.astimezone(zone), Policy())
    assert not code_is_alive(sent_at.astimezone(zone), too_late.astimezone(zone), Policy())


@pytest.mark.parametrize(
    "age, is_pending",
    [
        pytest.param(timedelta(hours=48), True, id="48 h exactement"),
        pytest.param(timedelta(hours=48, microseconds=1), False, id="au-delà"),
    ],
)
def test_a_registration_is_pending_while_its_code_lives(
    desk: KnownDesk,
    registry: MemoryRegistry,
    age: timedelta,
    is_pending: bool,  # noqa: FBT001 - a column of the table
) -> None:
    registration = replace(confirmed(desk, registry), sent_at=desk.clock.now())
    desk.clock.advance(age)
    assert registration_is_pending(desk, registration) is is_pending


def test_a_registration_that_has_become_a_space_is_not_pending(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = activated(desk, registry)
    registration = registry.registration(space.address_key)
    assert registration
    assert not registration_is_pending(desk, registration)
