from datetime import UTC, datetime

import pytest

from tests.domain.desk import KnownDesk, SettableClock
from tests.domain.memory import MemoryRegistry
from tests.domain.people import sent, window_of


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 6, 10, 14, 0, tzinfo=UTC))


@pytest.fixture
def desk(clock: SettableClock) -> KnownDesk:
    return KnownDesk(clock)


@pytest.fixture
def registry() -> MemoryRegistry:
    return MemoryRegistry()


@pytest.fixture
def secret(desk: KnownDesk, registry: MemoryRegistry) -> str:
    """The secret of a window that Lila has just opened."""
    return window_of(desk, registry, *sent(desk, registry))
