"""The form of the 2nd step."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CredentialsEntry:
    """The four fields as typed; their order is that of the screen."""

    address: str
    address_again: str
    password: str
    password_again: str
