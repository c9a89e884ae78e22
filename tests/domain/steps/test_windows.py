from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.domain.steps.activation import activate, open_window
from simulator.domain.values.activation import CodeRefusal, Ticket, ticket_digest
from simulator.domain.values.spaces import Space
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import SESSION, confirmed, sent, window_of

TEN_MINUTES = timedelta(minutes=10)
INSTANT = timedelta(microseconds=1)


def test_opening_a_window_keeps_a_ticket_and_only_a_digest_of_its_secret(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    registration = confirmed(desk, registry)
    secret = open_window(desk, registry, registration, SESSION)
    assert list(registry.tickets.values()) == [
        Ticket(
            digest=ticket_digest(secret),
            registration_id=registration.id,
            session=SESSION,
            expires_at=desk.clock.now() + TEN_MINUTES,
            is_used=False,
        )
    ]
    assert secret not in repr(registry.tickets)
    assert registry.spaces == {}


def test_two_windows_have_two_secrets(desk: KnownDesk, registry: MemoryRegistry) -> None:
    registration = confirmed(desk, registry)
    secrets = {open_window(desk, registry, registration, SESSION) for _ in range(2)}
    assert len(secrets) == len(registry.tickets) == 2  # U-52


@pytest.mark.parametrize(
    "waited, is_made",
    [
        pytest.param(timedelta(0), True, id="aussitôt"),
        pytest.param(TEN_MINUTES - INSTANT, True, id="juste avant 10 minutes"),
        pytest.param(TEN_MINUTES, True, id="10 minutes exactement, U-51"),
        pytest.param(TEN_MINUTES + INSTANT, False, id="juste après 10 minutes"),
    ],
)
def test_a_window_works_for_10_minutes(
    desk: KnownDesk,
    registry: MemoryRegistry,
    secret: str,
    waited: timedelta,
    is_made: bool,  # noqa: FBT001 - a column of the table
) -> None:
    desk.clock.advance(waited)
    outcome = activate(desk, registry, secret, SESSION)
    assert isinstance(outcome, Space) is is_made
    assert len(registry.spaces) == is_made
    if not is_made:
        assert outcome is CodeRefusal.STALE_WINDOW
        assert isinstance(
            activate(desk, registry, window_of(desk, registry, *known(registry)), SESSION), Space
        )  # nothing was spent by it


def known(registry: MemoryRegistry) -> tuple[str, str]:
    """Return the address and the code of the last letter."""
    return registry.letters[-1].recipient, registry.letters[-1].code


def unknown_secret(_registry: MemoryRegistry, secret: str) -> tuple[str, str]:
    return f"{secret}x", SESSION


def empty_secret(_registry: MemoryRegistry, _secret: str) -> tuple[str, str]:
    return "", SESSION


def stored_digest(_registry: MemoryRegistry, secret: str) -> tuple[str, str]:
    return ticket_digest(secret), SESSION


def other_session(_registry: MemoryRegistry, secret: str) -> tuple[str, str]:
    return secret, f"{SESSION} bis"


def session_before(_registry: MemoryRegistry, secret: str) -> tuple[str, str]:
    return secret, "autre session"


def no_session(_registry: MemoryRegistry, secret: str) -> tuple[str, str]:
    return secret, ""


def registration_gone(registry: MemoryRegistry, secret: str) -> tuple[str, str]:
    registry.registrations.clear()
    return secret, SESSION


@pytest.mark.parametrize(
    "circumstance",
    [
        pytest.param(unknown_secret, id="secret inconnu"),
        pytest.param(empty_secret, id="secret vide"),
        pytest.param(stored_digest, id="l'empreinte gardée, au lieu du secret"),
        pytest.param(other_session, id="autre session, U-51"),
        pytest.param(session_before, id="autre session, qui précède dans l'alphabet"),
        pytest.param(no_session, id="sans session"),
        pytest.param(registration_gone, id="pré-inscription disparue"),
    ],
)
def test_a_window_that_is_not_the_sessions_own_makes_nothing(
    desk: KnownDesk,
    registry: MemoryRegistry,
    secret: str,
    circumstance: Callable[[MemoryRegistry, str], tuple[str, str]],
) -> None:
    brought, session = circumstance(registry, secret)
    assert activate(desk, registry, brought, session) is CodeRefusal.STALE_WINDOW
    assert (registry.spaces, registry.views) == ({}, set())


def test_a_window_of_a_lapsed_registration_does_not_serve_the_next_one(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    address, code = sent(desk, registry)
    desk.clock.advance(timedelta(hours=47, minutes=59))
    secret = window_of(desk, registry, address, code)
    desk.clock.advance(timedelta(minutes=2))
    sent(desk, registry)
    assert activate(desk, registry, secret, SESSION) is CodeRefusal.STALE_WINDOW
    assert registry.spaces == {}


def test_the_lifetime_of_a_window_is_the_policys(desk: KnownDesk, registry: MemoryRegistry) -> None:
    desk.policy = replace(desk.policy, ticket_lifetime=timedelta(seconds=1))
    secret = window_of(desk, registry, *sent(desk, registry))
    desk.clock.advance(timedelta(seconds=1) + INSTANT)
    assert activate(desk, registry, secret, SESSION) is CodeRefusal.STALE_WINDOW
