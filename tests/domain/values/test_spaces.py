import re
from collections import deque
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from simulator.domain.steps.numbers import new_number
from simulator.domain.values.spaces import Access
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import LILA, activated, certified


@pytest.mark.parametrize(
    "instant, day",
    [
        pytest.param("2026-06-10T14:00:00Z", date(2026, 6, 10), id="en journée"),
        pytest.param("2026-06-10T21:59:59Z", date(2026, 6, 10), id="avant minuit, heure d'été"),
        pytest.param("2026-06-10T22:00:00Z", date(2026, 6, 11), id="minuit à Paris, heure d'été"),
        pytest.param(
            "2026-12-31T22:59:59Z", date(2026, 12, 31), id="une seconde avant l'année neuve"
        ),
        pytest.param("2026-12-31T23:00:00Z", date(2027, 1, 1), id="minuit à Paris, U-73"),
        pytest.param("2026-12-31T23:30:00Z", date(2027, 1, 1), id="23 h 30 UTC, U-73"),
        pytest.param("2027-01-01T00:30:00Z", date(2027, 1, 1), id="nouvel an partout"),
    ],
)
def test_the_day_and_the_year_of_a_space_are_those_of_paris(
    desk: KnownDesk, registry: MemoryRegistry, instant: str, day: date
) -> None:
    desk.clock.instant = datetime.fromisoformat(instant)
    space = activated(desk, registry)
    assert space.registered_on == day
    assert space.number[:4] == str(day.year)


def test_a_number_is_a_year_and_ten_digits(desk: KnownDesk, registry: MemoryRegistry) -> None:
    number = new_number(desk, registry, datetime(2026, 6, 10, tzinfo=UTC))
    assert re.fullmatch(r"2026[0-9]{10}", number)
    assert desk.secrets.choices == [("0123456789", 10)]
    assert number.endswith("1234567890")


def test_a_number_in_use_is_never_given_again(desk: KnownDesk, registry: MemoryRegistry) -> None:
    certified(desk, registry, "20260000000001", "a@exemple.fr")
    certified(desk, registry, "20260000000002", "b@exemple.fr")
    desk.secrets.next_choices = deque(["0000000001", "0000000002", "0000000003"])
    number = new_number(desk, registry, datetime(2026, 6, 10, tzinfo=UTC))
    assert number == "20260000000003"  # U-72


def test_the_same_digits_may_serve_another_year(desk: KnownDesk, registry: MemoryRegistry) -> None:
    certified(desk, registry, "20250000000001")
    desk.secrets.next_choices = deque(["0000000001"])
    number = new_number(desk, registry, datetime(2026, 6, 10, tzinfo=UTC))
    assert number == "20260000000001"


def test_the_number_of_digits_is_the_policys(desk: KnownDesk, registry: MemoryRegistry) -> None:
    desk.policy = replace(desk.policy, number_random_digits=3)
    assert re.fullmatch(r"2026[0-9]{3}", new_number(desk, registry, desk.clock.now()))


def test_a_space_with_certificate_becomes_one_without_and_keeps_the_rest(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = certified(desk, registry, "20200000000001")
    opened = space.opened_by_password("Autre@Exemple.fr", "autre@exemple.fr", "empreinte")
    assert opened == replace(
        space,
        access=Access.PASSWORD,
        address="Autre@Exemple.fr",
        address_key="autre@exemple.fr",
        password_hash="empreinte",
    )


def test_a_new_password_changes_nothing_else(desk: KnownDesk, registry: MemoryRegistry) -> None:
    space = activated(desk, registry, LILA)
    assert space.with_password("nouvelle") == replace(space, password_hash="nouvelle")
