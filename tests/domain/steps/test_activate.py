from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.domain.steps.activation import activate, activation_refusal
from simulator.domain.values.activation import CodeRefusal, ticket_digest
from simulator.domain.values.spaces import Access, Space
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import (
    LILA,
    PASSWORD,
    SESSION,
    activated,
    sent,
    window_of,
)

TEN_MINUTES = timedelta(minutes=10)
INSTANT = timedelta(microseconds=1)


def test_activating_makes_an_empty_space_of_what_was_registered(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    address, code = sent(desk, registry, "Lila@Exemple.FR")
    registration = registry.registration("lila@exemple.fr")
    assert registration
    assert registration.enrolment
    desk.clock.advance(timedelta(hours=30))
    secret = window_of(desk, registry, address, code)
    space = activate(desk, registry, secret, SESSION)
    assert isinstance(space, Space)
    assert space == Space(
        id=space.id,
        number=space.number,
        access=Access.PASSWORD,
        address="Lila@Exemple.FR",
        address_key="lila@exemple.fr",
        password_hash=desk.passwords.hash(PASSWORD),
        registered_at=desk.clock.now(),
        enrolment=registration.enrolment,
        dossiers=(),
        services=(),
    )
    assert list(registry.spaces.values()) == [space]
    assert space.id not in {registration.id, secret}


def test_activating_spends_the_code_and_the_ticket_and_forgets_the_registrations_data(
    desk: KnownDesk, registry: MemoryRegistry, secret: str
) -> None:
    before = registry.registration(LILA)
    ticket = registry.ticket(ticket_digest(secret))
    assert before
    assert ticket
    space = activate(desk, registry, secret, SESSION)
    assert isinstance(space, Space)
    assert list(registry.registrations.values()) == [
        replace(before, enrolment=None, password_hash=None, space_id=space.id)
    ]
    assert list(registry.tickets.values()) == [replace(ticket, is_used=True)]


def test_only_the_session_that_activated_may_see_the_space(
    desk: KnownDesk, registry: MemoryRegistry, secret: str
) -> None:
    space = activate(desk, registry, secret, SESSION)
    assert isinstance(space, Space)
    assert registry.views == {(SESSION, space.id)}  # U-71
    assert not registry.may_see("une autre session", space.id)


@pytest.mark.parametrize(
    "age, is_made",
    [
        pytest.param(timedelta(hours=48), True, id="48 h exactement"),
        pytest.param(timedelta(hours=48, microseconds=1), False, id="au-delà, U-89"),
    ],
)
def test_the_48_hours_are_judged_when_the_new_window_asks(
    desk: KnownDesk,
    registry: MemoryRegistry,
    age: timedelta,
    is_made: bool,  # noqa: FBT001 - a column of the table
) -> None:
    address, code = sent(desk, registry)
    desk.clock.advance(timedelta(hours=47, minutes=55))
    secret = window_of(desk, registry, address, code)
    desk.clock.advance(age - timedelta(hours=47, minutes=55))
    outcome = activate(desk, registry, secret, SESSION)
    assert isinstance(outcome, Space) if is_made else outcome is CodeRefusal.EXPIRED
    assert len(registry.spaces) == is_made


@pytest.mark.parametrize(
    "waited",
    [
        pytest.param(timedelta(0), id="rechargée aussitôt"),
        pytest.param(TEN_MINUTES + INSTANT, id="rechargée après 10 minutes"),
        pytest.param(timedelta(days=3), id="rechargée après 48 h"),
    ],
)
def test_the_window_shows_its_space_again_and_makes_no_other(
    desk: KnownDesk, registry: MemoryRegistry, secret: str, waited: timedelta
) -> None:
    space = activate(desk, registry, secret, SESSION)
    desk.clock.advance(waited)
    session_of_a_cookie = "".join(list(SESSION))  # equal, but not the same object
    for _ in range(3):
        assert activate(desk, registry, secret, session_of_a_cookie) == space  # U-35, U-51
    assert list(registry.spaces.values()) == [space]


def test_another_session_does_not_see_the_space_by_a_used_window(
    desk: KnownDesk, registry: MemoryRegistry, secret: str
) -> None:
    activate(desk, registry, secret, SESSION)
    outcome = activate(desk, registry, secret, "une autre session")
    assert outcome is CodeRefusal.STALE_WINDOW


def test_a_used_window_of_a_space_that_is_gone_is_stale(
    desk: KnownDesk, registry: MemoryRegistry, secret: str
) -> None:
    activate(desk, registry, secret, SESSION)
    registry.spaces.clear()
    assert activate(desk, registry, secret, SESSION) is CodeRefusal.STALE_WINDOW


def test_two_windows_of_one_code_make_one_space(desk: KnownDesk, registry: MemoryRegistry) -> None:
    address, code = sent(desk, registry)
    first, second = (window_of(desk, registry, address, code) for _ in range(2))
    space = activate(desk, registry, second, SESSION)
    assert isinstance(space, Space)
    assert activate(desk, registry, first, SESSION) is CodeRefusal.ALREADY_ACTIVE
    assert list(registry.spaces.values()) == [space]
    assert activate(desk, registry, second, SESSION) == space


def test_windows_of_two_persons_make_two_spaces_of_two_numbers(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    spaces = [activated(desk, registry, f"{name}@exemple.fr") for name in ("a", "b")]
    assert len({space.number for space in spaces}) == len({space.id for space in spaces}) == 2


def test_an_active_space_is_told_before_an_expired_code(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    activated(desk, registry)
    desk.clock.advance(timedelta(hours=49))
    registration = registry.registration(LILA)
    assert registration
    assert activation_refusal(desk, registration) is CodeRefusal.ALREADY_ACTIVE


def test_a_registration_without_data_is_expired_not_an_error(
    desk: KnownDesk, registry: MemoryRegistry, secret: str
) -> None:
    """A trainer shows the end of the 48 hours, then comes back to today (A-39, U-67)."""
    kept = registry.registration(LILA)
    assert kept
    registry.put_registration(kept.without_personal_data())
    assert activate(desk, registry, secret, SESSION) is CodeRefusal.EXPIRED
    assert registry.spaces == {}


def test_a_space_is_never_made_without_its_data(
    desk: KnownDesk, registry: MemoryRegistry, secret: str
) -> None:
    """Not even where a rule replaced on purpose lets an erased registration through."""
    desk.rules = replace(desk.rules, activation_refusal=lambda _desk, _registration: None)
    kept = registry.registration(LILA)
    assert kept
    registry.put_registration(kept.without_personal_data())
    with pytest.raises(ValueError, match=r"^a pending registration holds its enrolment$"):
        activate(desk, registry, secret, SESSION)
    assert registry.spaces == {}
