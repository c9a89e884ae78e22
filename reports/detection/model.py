"""A detection run as plain values; durations in seconds, instants in UTC."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

SCHEMA_VERSION = 3


class Scope(StrEnum):
    """What each defect is tried on."""

    OWN = "own"
    ALL = "all"


class TryOutcome(StrEnum):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDefect:
    """A defect as the target's catalogue has it; ``source`` is the file that it stands in."""

    id: str
    theme: str
    breaks: str
    sentence: str
    blast_radius: tuple[str, ...]
    source: str

    def is_declared_to_touch(self, tags: Collection[str]) -> bool:
        """Tell whether a scenario that carries these statements should not stay green."""
        return not {self.breaks, *self.blast_radius}.isdisjoint(tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A scenario run without any defect, on a target that told which would have mattered.

    Attributes:
        scenario: File, line and row, as ``reports.judging.model.scenario_key`` names it.
        title: Of the scenario, with its row.
        tags: The ids of the statements that it carries.
        fault: Why it is not green, and so can judge nothing; empty if it is.
        noted: Ids of the defects that would have made a difference: no other can change it.
    """

    scenario: str
    title: str
    tags: tuple[str, ...]
    fault: str
    noted: tuple[str, ...]

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Make it again from its plain values, which crossed from another process or JSON."""
        kept = dict(values)
        kept["tags"], kept["noted"] = tuple(kept["tags"]), tuple(kept["noted"])
        return cls(**kept)

    def needs(self, defect: str) -> bool:
        """Tell whether a run with a defect can differ from this one, and be judged."""
        return not self.fault and defect in self.noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A scenario, green without defects, run against a target with one.

    Where it stayed green, others may have been in force in the same run.

    Attributes:
        defect: Its id.
        scenario: As its ``Baseline`` has it; ``title`` and ``tags`` too.
        outcome: What it did with the defect.
        is_exercised: Whether the target says that the defect made a difference.
        step: The step that did not pass.
        message: Its assertion, or what went wrong.
        seconds: Of this run, or this defect's part of it.
        others: How many other defects were in force.
    """

    defect: str
    scenario: str
    title: str
    tags: tuple[str, ...]
    outcome: TryOutcome
    is_exercised: bool
    step: str
    message: str
    seconds: float
    others: int

    @property
    def is_red(self) -> bool:
        """The scenario turned red for the defect and for nothing else."""
        return self.is_exercised and self.outcome is TryOutcome.RED

    def written(self) -> dict[str, Any]:
        """Give it as plain values, which cross to another process and into JSON."""
        return asdict(self) | {"outcome": str(self.outcome)}

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Make it again from what `written` gave."""
        kept = dict(values)
        kept["tags"] = tuple(kept["tags"])
        kept["outcome"] = TryOutcome(kept["outcome"])
        return cls(**kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What became of one defect.

    Attributes:
        defect: As declared.
        state: The verdict.
        reason: Why it is not detected, in French; empty if it is.
        caught: The run that detected it.
        tries: Every run, in order.
        also_red: Ids of the other statements that a red scenario carries.
        seconds: Of all its runs.
    """

    defect: KnownDefect
    state: State
    reason: str
    caught: Try | None
    tries: tuple[Try, ...]
    also_red: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A whole detection run.

    Attributes:
        schema_version: See ``SCHEMA_VERSION``.
        commit: Of this project.
        scope: Own scenarios only, or all.
        started: Before collection.
        finished: After the last run.
        problems: French sentences; the run is red where there is one.
        findings: One for each defect asked for, in the catalogue's order.
        is_whole: Every scenario was tried with each of these defects, to the end.
        never_red: Titles of the scenarios that no defect turned red; empty unless all were tried.
    """

    schema_version: int
    commit: str
    scope: Scope
    started: datetime
    finished: datetime
    problems: tuple[str, ...]
    findings: tuple[Finding, ...]
    is_whole: bool
    never_red: tuple[str, ...]
