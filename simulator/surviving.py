"""Background threads that go on whatever fails, and say where it did."""

from collections.abc import Iterator
from contextlib import contextmanager
from logging import Logger
from pathlib import Path
from traceback import extract_tb


@contextmanager
def survived(log: Logger, what: str) -> Iterator[None]:
    """Log whatever fails, and go on."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever fails, the thread goes on
        log.error("%s failed (%s)", what, place(error))  # noqa: TRY400 - its text may hold an address


def place(error: Exception) -> str:
    """Return the class of an error and where it was raised, never its text."""
    frame = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
