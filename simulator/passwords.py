"""Passwords as argon2id hashes (R-2.031)."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

# 19 MiB and two passes each; the semaphore bounds the memory when a whole class logs in at once.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_AT_ONCE = BoundedSemaphore(4)


class Argon2Passwords:
    """`simulator.domain.ports.Passwords` with argon2id."""

    def __init__(self) -> None:
        """Prepare the hash that no password has, for addresses that no space has."""
        self._nobody = self.hash("")

    def hash(self, password: str) -> str:
        """See `Passwords.hash`."""
        with _AT_ONCE:
            return _HASHER.hash(password)

    def verify(self, password_hash: str | None, password: str) -> bool:
        """See `Passwords.verify`."""
        with _AT_ONCE:
            try:
                _HASHER.verify(password_hash or self._nobody, password)
            except VerifyMismatchError:
                return False
        return password_hash is not None
