"""The registry of these tests keeps `ports.Registry`'s promises, and refuses what tables would."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import LILA, SESSION, activated, certified, wizard_at_summary


def test_a_wizard_is_its_sessions_own(desk: KnownDesk, registry: MemoryRegistry) -> None:
    wizard = wizard_at_summary(desk)
    registry.save_wizard(wizard)
    assert registry.wizard(wizard.id, SESSION) == wizard
    assert registry.wizard(wizard.id, "une autre session") is None
    registry.drop_wizard(wizard.id, "une autre session")
    assert registry.wizard(wizard.id, SESSION) == wizard
    registry.drop_wizard(wizard.id, SESSION)
    assert registry.wizard(wizard.id, SESSION) is None


def test_spaces_with_certificate_come_oldest_first(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    newer = certified(desk, registry, "20200000000001")
    desk.clock.advance(timedelta(days=-1))
    older = certified(desk, registry, "20200000000002")
    assert registry.certified_spaces(LILA) == [older, newer]


def test_two_spaces_never_share_a_number(desk: KnownDesk, registry: MemoryRegistry) -> None:
    space = certified(desk, registry, "20200000000001")
    with pytest.raises(ValueError, match="number"):
        registry.add_space(replace(space, id="autre espace"))


def test_two_spaces_without_certificate_never_share_an_address(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = activated(desk, registry)
    with pytest.raises(ValueError, match="address"):
        registry.add_space(replace(space, id="autre espace", number="20260000000009"))
