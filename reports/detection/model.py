"""A detection as plain values; durations in seconds, instants in UTC."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

SCHEMA_VERSION = 4


class Outcome(StrEnum):
    """What a scenario did: only ``RED``, an « Alors » that judged so, speaks of the target."""

    GREEN = "vert"
    RED = "rouge"
    BROKEN = "en erreur"


class State(StrEnum):
    """What became of a defect."""

    DETECTED = "détecté"
    SURVIVOR = "survivant"
    UNDELIVERED = "non exercé"
    UNJUDGED = "non éprouvé"
    UNFINISHED = "inachevé"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDefect:
    """A defect as the target's catalogue has it; ``breaks`` is the id of its statement."""

    id: str
    breaks: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario as declared.

    Attributes:
        key: File, line and row, as ``reports.judging.model.scenario_key`` names it.
        title: With its row.
        tags: The ids of its statements among them.
    """

    key: str
    title: str
    tags: tuple[str, ...]


Key = tuple[str, str]
"""A scenario's key and a defect's id, empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A scenario, run once on a site of its own.

    Attributes:
        scenario: Its key.
        title: With its row.
        defect: What was put in, empty for nothing.
        outcome: What the scenario did.
        is_exercised: Whether the target says that the defect made a difference.
        is_hurried: Whether waits were short, so that an error may be the machine's.
        step: The step that did not pass.
        message: Its assertion, or what went wrong.
        seconds: Of the run.
    """

    scenario: str
    title: str
    defect: str
    outcome: Outcome
    is_exercised: bool
    is_hurried: bool
    step: str
    message: str
    seconds: float

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.scenario, self.defect

    @property
    def error(self) -> str:
        """What went wrong, and where, in one line."""
        message = self.message.partition("\n")[0]
        return f"« {self.step} » : {message}" if self.step else message

    def written(self) -> dict[str, Any]:
        """Give it as plain values, which cross to another process and into JSON."""
        return asdict(self) | {"outcome": str(self.outcome)}

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Make it again from what `written` gave."""
        return cls(**{**values, "outcome": Outcome(values["outcome"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What became of one defect; ``reason`` says in French why it is not detected."""

    defect: KnownDefect
    state: State
    reason: str
    caught: Trial | None
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmoved:
    """A scenario that no defect turned red.

    Attributes:
        scenario: Its key.
        title: With its row.
        error: Of a run that ended in one, empty where all were green.
        explanation: Why none can, as ``features/undetectable.toml`` has it; else empty.
    """

    scenario: str
    title: str
    error: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A whole detection.

    Attributes:
        schema_version: See ``SCHEMA_VERSION``.
        commit: Of this project.
        started: Of the run that ended it.
        finished: The same.
        problems: French sentences; the run is red where there is one.
        findings: One for each defect asked for, in the catalogue's order.
        unmoved: Empty unless all defects were asked for.
    """

    schema_version: int
    commit: str
    started: datetime
    finished: datetime
    problems: tuple[str, ...]
    findings: tuple[Finding, ...]
    unmoved: tuple[Unmoved, ...]


def title_of(name: str, row: int) -> str:
    """Name a scenario for a person; ``row`` is 0 outside of an outline."""
    return f"« {name} » (exemple {row})" if row else f"« {name} »"
