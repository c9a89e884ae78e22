"""One server for an SQLite file: a lock of the system, which a process that dies lets go."""

import sys
from pathlib import Path

from sqlalchemy import Engine

from simulator.storage.database import DatabaseUnreachableError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class SendingLock:
    """A lock file beside a database, held until `release`.

    Raises DatabaseUnreachableError where another process has it, or where it cannot be made.
    """

    def __init__(self, path: Path) -> None:
        try:
            # The file stays: to erase it would let two processes lock two files of one name.
            self._file = path.open("ab")
        except OSError as error:
            raise DatabaseUnreachableError(f"« {path} » ne peut être écrit") from error
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise DatabaseUnreachableError("un autre serveur s'en sert déjà") from error

    def release(self) -> None:
        """Let another have it."""
        self._file.close()


def lock_file_of(engine: Engine) -> SendingLock | None:
    """Lock the file of an SQLite database; None for any other, where claims are enough."""
    name = engine.url.database
    if engine.url.get_backend_name() != "sqlite" or not name or name == ":memory:":
        return None
    return SendingLock(Path(f"{name}.lock"))
