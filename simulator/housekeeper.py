"""A thread that keeps house now and then, a sandbox at a time."""

import logging
from collections.abc import Callable, Iterable
from threading import Event, Thread

from simulator.surviving import survived

_PAUSE = 0.01  # seconds between two sandboxes, for whoever waits for the database

_log = logging.getLogger(__name__)


class Housekeeper:
    """Calls what `chores` gives one by one, again after `interval` seconds, whatever fails."""

    def __init__(
        self, chores: Callable[[], Iterable[Callable[[], None]]], *, interval: float = 60
    ) -> None:
        self._chores = chores
        self._interval = interval
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="housekeeper", daemon=True)

    def start(self) -> None:
        """Begin at once."""
        self._thread.start()

    def stop(self) -> None:
        """Return after the chore in hand."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with survived(_log, "housekeeping"):
                self._do_all()
            if self._stopping.wait(self._interval):
                return

    def _do_all(self) -> None:
        for chore in self._chores():
            with survived(_log, "housekeeping"):
                chore()
            if self._stopping.wait(_PAUSE):
                return
