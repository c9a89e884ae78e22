"""Housekeeping: a thread of its own, which goes on whatever fails."""

from collections.abc import Callable, Iterator
from itertools import repeat
from queue import Queue
from threading import Event

from simulator.housekeeper import Housekeeper

PATIENCE = 10.0  # seconds after which what a test waits for will not come any more


def test_a_chore_that_fails_stops_neither_the_others_nor_the_next_round() -> None:
    done: Queue[str] = Queue()

    def fail() -> None:
        done.put("failed")
        raise OSError("the disk is full")

    def chores() -> Iterator[Callable[[], None]]:
        yield fail
        yield lambda: done.put("done")

    housekeeper = Housekeeper(chores, interval=0.01)
    housekeeper.start()
    assert [done.get(timeout=PATIENCE) for _ in range(4)] == ["failed", "done"] * 2
    housekeeper.stop()


def test_it_stops_after_the_chore_in_hand() -> None:
    first = Event()
    count = 0

    def chore() -> None:
        nonlocal count
        count += 1
        first.set()

    housekeeper = Housekeeper(lambda: repeat(chore, 1_000_000))
    housekeeper.start()
    assert first.wait(PATIENCE)
    housekeeper.stop()
    assert count < 1_000_000
