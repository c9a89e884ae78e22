"""What is known of the judged site before any scenario, asked of whoever serves it."""

from collections.abc import Collection, Mapping
from typing import TypedDict

import pytest

from reports.judging.model import Reading, Target


class SiteFacts(TypedDict):
    """Another site than the reference simulator, as the hook ``pytest_judged_site`` tells it."""

    adopts: Collection[str]
    readings: Mapping[str, str]


def read_site(config: pytest.Config) -> Target:
    """Give what is known of the target; its name and addresses come with the scenarios."""
    told: SiteFacts | None = config.hook.pytest_judged_site(config=config)
    if told is None:
        return Target(name="", addresses=())
    return Target(
        name="",
        addresses=(),
        is_another=True,
        adopted=tuple(sorted(told["adopts"])),
        readings=tuple(
            Reading(id=reading, text=text) for reading, text in sorted(told["readings"].items())
        ),
    )
