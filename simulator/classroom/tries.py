"""Wrong codes, keys and passwords, counted over a minute, whoever tries."""

from collections import deque
from threading import Lock
from time import monotonic

_WINDOW = 60  # seconds
LIMIT = 60
"""Wrong tries a minute: of 25 ** 6 codes, a tenth takes a decade and more."""


class Tries:
    """The wrong tries of one server. A room shares one network address: nobody is told apart."""

    def __init__(self) -> None:
        self._wrong: deque[float] = deque()
        self._counting = Lock()

    def note(self) -> None:
        """Count a wrong try."""
        with self._counting:
            self._wrong.append(monotonic())

    def are_too_many(self) -> bool:
        """Tell whether nothing is to be tried until some of the minute is over."""
        with self._counting:
            while self._wrong and self._wrong[0] < monotonic() - _WINDOW:
                self._wrong.popleft()
            return len(self._wrong) >= LIMIT
