"""Codes, numbers and identifiers from the system's source of randomness."""

import secrets
from uuid import UUID


class SystemSecrets:
    """`simulator.domain.ports.Secrets` of the system."""

    def choose(self, alphabet: str, length: int) -> str:
        """See `Secrets.choose`."""
        return "".join(secrets.choice(alphabet) for _ in range(length))

    def identifier(self) -> str:
        """See `Secrets.identifier`."""
        return str(UUID(bytes=secrets.token_bytes(16), version=4))
