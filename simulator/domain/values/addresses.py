"""What is known of an e-mail address."""

from enum import StrEnum, auto


class AddressState(StrEnum):
    """Whether an address can become the identifier of a new space (A-12)."""

    FREE = auto()
    CERTIFIED = auto()  # at least one space with certificate uses it
    ACTIVE = auto()  # a space without certificate has it
    PENDING = auto()  # a pre-registration waits for its activation
