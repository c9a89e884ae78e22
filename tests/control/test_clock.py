from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from simulator.simulation import Simulation
from simulator.storage.sandboxes import Sandbox

Ask = Callable[..., TestResponse]

EVE = "2026-03-28T16:00:00+01:00"


def stored(simulation: Simulation) -> Sandbox:
    found = simulation.sandboxes.find("essai")
    assert found is not None
    return found


def test_a_frozen_clock_stands_still(ask: Ask, sandbox: str, simulation: Simulation) -> None:
    state = ask("PUT", f"{sandbox}/clock", {"now": EVE, "is_frozen": True}).json or {}
    assert (state["now"], state["is_frozen"]) == ("2026-03-28T15:00:00Z", True)
    assert stored(simulation).now() == datetime(2026, 3, 28, 15, tzinfo=UTC)


def test_a_frozen_clock_is_advanced_to_the_microsecond(ask: Ask, sandbox: str) -> None:
    ask("PUT", f"{sandbox}/clock", {"now": EVE, "is_frozen": True})
    state = ask("PUT", f"{sandbox}/clock", {"advance_seconds": 172800.000001}).json or {}
    assert (state["now"], state["is_frozen"]) == ("2026-03-30T15:00:00.000001Z", True)


def test_a_clock_put_elsewhere_goes_on_from_there(
    ask: Ask, sandbox: str, simulation: Simulation
) -> None:
    before = datetime.now(UTC)
    state = ask("PUT", f"{sandbox}/clock", {"now": EVE}).json or {}
    shown = stored(simulation).now()
    passed = datetime.now(UTC) - before
    assert state["is_frozen"] is False
    assert timedelta(0) < shown - datetime.fromisoformat(EVE) <= passed


def test_a_running_clock_is_advanced(ask: Ask, sandbox: str, simulation: Simulation) -> None:
    before = datetime.now(UTC)
    ask("PUT", f"{sandbox}/clock", {"advance_seconds": 49 * 3600})
    ask("PUT", f"{sandbox}/clock", {"advance_seconds": 0.5})
    shown = stored(simulation).now() - timedelta(hours=49, seconds=0.5)
    assert before <= shown <= datetime.now(UTC)


def test_a_clock_frozen_where_it_is_and_released_goes_on(
    ask: Ask, sandbox: str, simulation: Simulation
) -> None:
    ask("PUT", f"{sandbox}/clock", {"now": EVE, "is_frozen": True})
    before = datetime.now(UTC)
    state = ask("PUT", f"{sandbox}/clock", {"is_frozen": False}).json or {}
    shown = stored(simulation).now()
    assert state["is_frozen"] is False
    assert timedelta(0) < shown - datetime.fromisoformat(EVE) <= datetime.now(UTC) - before


def test_a_clock_comes_back_to_real_time(ask: Ask, sandbox: str, simulation: Simulation) -> None:
    ask("PUT", f"{sandbox}/clock", {"now": EVE, "is_frozen": True})
    before = datetime.now(UTC)
    answer = ask("DELETE", f"{sandbox}/clock")
    assert answer.status_code == 200
    assert (answer.json or {})["is_frozen"] is False
    assert before <= stored(simulation).now() <= datetime.now(UTC)


def test_another_sandbox_keeps_its_own_time(ask: Ask, sandbox: str) -> None:
    before = datetime.now(UTC)
    ask("PUT", f"{sandbox}/clock", {"now": EVE, "is_frozen": True})
    state = ask("GET", "/sandboxes/common").json or {}
    assert state["is_frozen"] is False
    assert before <= datetime.fromisoformat(state["now"]) <= datetime.now(UTC)


@pytest.mark.parametrize(
    "body, field",
    [
        ({}, ""),
        ({"now": EVE, "advance_seconds": 1}, ""),
        ({"now": "2026-03-28T16:00:00"}, "now"),
        ({"now": "demain"}, "now"),
        ({"now": 1774710000}, "now"),
        ({"now": "9999-12-31T23:59:59Z"}, "now"),
        ({"now": "0001-01-01T00:00:00+14:00"}, "now"),
        ({"advance_seconds": -1}, "advance_seconds"),
        ({"advance_seconds": "60"}, "advance_seconds"),
        ({"advance_seconds": 1e300}, "advance_seconds"),
        ({"advance_seconds": 7_000_000_000}, "advance_seconds"),
        ({"is_frozen": "oui"}, "is_frozen"),
        ({"is_frozen": 1}, "is_frozen"),
        ({"frozen": True}, "frozen"),
    ],
)
def test_a_bad_setting_is_refused_by_name_and_changes_nothing(
    ask: Ask, sandbox: str, simulation: Simulation, body: dict[str, Any], field: str
) -> None:
    before = stored(simulation)
    answer = ask("PUT", f"{sandbox}/clock", body)
    assert answer.status_code == 400
    assert [error["field"] for error in (answer.json or {})["errors"]] == [field]
    assert stored(simulation) == before


def test_no_endless_number_passes(ask: Ask, sandbox: str) -> None:
    answer = ask("PUT", f"{sandbox}/clock", data=b'{"advance_seconds": Infinity}')
    assert answer.status_code == 400
