"""The subscriber number."""

from datetime import datetime
from string import digits

from simulator.domain.desk import Desk
from simulator.domain.ports import Registry
from simulator.domain.values.spaces import PARIS


def new_number(desk: Desk, registry: Registry, registered_at: datetime) -> str:
    """Return a subscriber number: the year in Paris, then random digits (A-24, U-72, U-73)."""
    year = registered_at.astimezone(PARIS).year
    while True:
        number = f"{year:04}{desk.secrets.choose(digits, desk.policy.number_random_digits)}"
        if not registry.has_number(number):
            return number
