"""Opening a space, and the forgotten password."""

from hmac import compare_digest

from simulator.domain.desk import Desk
from simulator.domain.ports import Registry
from simulator.domain.texts import same_text, tidy
from simulator.domain.values.spaces import Space


def log_in(desk: Desk, registry: Registry, address: str, password: str) -> Space | None:
    """Return the space of an address and its password, None for any refusal (R-0.001, U-61).

    An unknown address takes the time of a known one.
    """
    space = registry.password_space(desk.rules.address_key(address))
    is_right = desk.passwords.verify(space.password_hash if space else None, password)
    return space if is_right else None


def space_to_recover(desk: Desk, registry: Registry, address: str, number: str) -> Space | None:
    """Return the space whose question may be asked, None where address or number differ (U-63)."""
    space = registry.password_space(desk.rules.address_key(address))
    is_right = space is not None and compare_digest(space.number.encode(), tidy(number).encode())
    return space if is_right else None


def answer_is_right(space: Space, answer: str) -> bool:
    """Compare a confidence answer, outer blanks and case apart (R-2.102, U-29)."""
    return same_text(space.enrolment.answer, answer)
