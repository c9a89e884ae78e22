"""A conformance run as plain values, the one source of every format of the report.

Durations are in seconds, instants in UTC, paths relative with ``/``.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reports.judging.register import Statement

SCHEMA_VERSION = 3
"""Raised by one whenever a reader of the older form would misread the newer."""


class Verdict(StrEnum):
    """What a run says of a statement."""

    CONFORMING = "conforme"
    NONCONFORMING = "non conforme"
    UNVERIFIED = "non vérifié"
    OUT_OF_SCOPE = "hors périmètre"


class ScenarioOutcome(StrEnum):
    """What became of a scenario.

    ``FAILED`` says something of the target: an « Alors » saw what must not be. ``BROKEN`` says
    something of the run: no step could judge (set-up in error, undefined step, lost process, lost
    browser, passed when run again only). ``UNVERIFIED`` was not carried out: the target lacks
    something, or does not show what a step needs. ``OUT_OF_SCOPE`` was not to be run: it is about
    choices that the target has not made.
    """

    PASSED = "passed"
    FAILED = "failed"
    BROKEN = "broken"
    UNVERIFIED = "unverified"
    NOT_RUN = "not_run"
    OUT_OF_SCOPE = "out_of_scope"


class StepOutcome(StrEnum):
    """What became of a step."""

    PASSED = "passed"
    FAILED = "failed"
    BROKEN = "broken"
    UNDEFINED = "undefined"
    UNVERIFIED = "unverified"
    NOT_RUN = "not_run"


class Phase(StrEnum):
    """When a failure happened."""

    SETUP = "setup"
    CALL = "call"
    TEARDOWN = "teardown"
    PROCESS = "process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file kept during a scenario.

    Attributes:
        name: What it shows, in French.
        path: Relative to the report's folder.
        media_type: Such as ``image/png``.
        step: Index of the step it was taken at, None before the first.
        sha256: Of the file's bytes, in hexadecimal, computed when it was kept.
        size: In bytes.
    """

    name: str
    path: str
    media_type: str
    step: int | None
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step as declared, and what became of it.

    Attributes:
        keyword: As written (``Étant donné``).
        text: With the values of the row put in.
        table: Rows of its data table.
        text_block: Its block of text.
        outcome: What became of it.
        duration: Its own time, what it waited for included.
        assertions: ``assert`` and ``expect(…)`` in its function's source; 0 if it did not run.
    """

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()
    text_block: str = ""
    outcome: StepOutcome
    duration: float
    assertions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a scenario did not go on: expected and seen in ``message``, the whole in ``trace``."""

    phase: Phase
    message: str
    trace: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the examples of an outline; ``number`` counts from 1 over all its tables."""

    number: int
    values: tuple[tuple[str, str], ...]


def scenario_key(path: str, line: int, row: int) -> str:
    """Name a scenario by its place: file, line, and row of the outline (0 for none)."""
    return f"{path}:{line}:{row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One declared scenario (or row of an outline) and its run, if it had one.

    Attributes:
        id: File, title and row; unique in a report, the same from one run to the next.
        path: The feature file, relative to the project.
        line: Where the scenario stands in it.
        feature: Title of the feature.
        rule: Title of its rule, empty outside any.
        title: With the values of the row put in.
        row: The row of the outline, None for a plain scenario.
        tags: Those of feature, rule, scenario and examples, without ``@``.
        outcome: What became of it.
        reason: Why it is not passed, in French; empty if it is.
        remedy: The key of the target's profile that would have it verified; empty for none.
        started: When its set-up began, None if it did not run.
        duration: Set-up, steps and teardown.
        steps: All declared ones, background included.
        failure: Only when an error ended it: failed, broken, or unverified for want of an element.
        evidence: The files kept.
    """

    id: str
    path: str
    line: int
    feature: str
    rule: str
    title: str
    row: Row | None
    tags: tuple[str, ...]
    outcome: ScenarioOutcome
    reason: str
    remedy: str
    started: datetime | None
    duration: float
    steps: tuple[Step, ...]
    failure: Failure | None
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        """What it is declared and collected under."""
        return scenario_key(self.path, self.line, self.row.number if self.row else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementResult:
    """A statement and what a run says of it.

    Attributes:
        statement: As registered.
        verdict: What the run says.
        reason: Why, in French; empty for ``CONFORMING``.
        remedies: The keys of the target's profile that would have it verified.
        scenarios: The ids of those that carry it.
    """

    statement: Statement
    verdict: Verdict
    reason: str
    remedies: tuple[str, ...]
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the target's makers read an equivocal passage, by the id of our own reading of it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was judged.

    Attributes:
        name: What it is called.
        addresses: Several where each test process had a server of its own.
        is_another: Not the reference simulator: its choices (U) are not ours unless it adopts them.
        adopted: The ids of our choices that its profile adopts.
        readings: Those that its profile declares in the place of ours.
    """

    name: str
    addresses: tuple[str, ...]
    is_another: bool = False
    adopted: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What it was judged with; each value measured, empty if the run never came to know it."""

    python: str
    platform: str
    browser: str
    browser_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Scenarios declared in the feature files, then collected and executed by pytest."""

    declared: int
    collected: int
    executed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """A fault that was put into the target on purpose, with its French sentence."""

    id: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Which part of the declared scenarios was asked for; ``index`` counts from 1."""

    index: int
    total: int


class KnownFailureState(StrEnum):
    """What this run makes of a failure that was known; only ``TOLERATED`` is let through."""

    TOLERATED = "en cours"
    EXPIRED = "expirée"
    GONE = "ne se produit plus"
    UNKNOWN = "inconnue"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFailure:
    """A failure that somebody answers for, until a day.

    Attributes:
        statement: Id of the statement that fails.
        owner: Who answers for it.
        reason: Why it is let through, in French.
        until: Last day on which it is.
        state: What this run makes of it.
    """

    statement: str
    owner: str
    reason: str
    until: date
    state: KnownFailureState


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole run, or a shard of one.

    Attributes:
        schema_version: See ``SCHEMA_VERSION``.
        tool_version: Of this project.
        commit: Of this project, short; ends with ``+`` if its files were changed, empty if unknown.
        target: What was judged.
        defects: Put into the target on purpose.
        environment: With what.
        shard: Which part was asked for, None for all.
        started: Before collection.
        finished: After the last teardown.
        counts: Declared, collected, executed.
        problems: French sentences; what is wrong with the run itself, never empty when it may lie.
        statements: The whole register, in its order.
        scenarios: Every declared one, in the order of files and lines.
        known_failures: Those that the run was told of, in the order of their file.
    """

    schema_version: int
    tool_version: str
    commit: str
    target: Target
    defects: tuple[Defect, ...]
    environment: Environment
    shard: Shard | None
    started: datetime
    finished: datetime
    counts: Counts
    problems: tuple[str, ...]
    statements: tuple[StatementResult, ...]
    scenarios: tuple[Scenario, ...]
    known_failures: tuple[KnownFailure, ...]

    @property
    def is_partial(self) -> bool:
        """Whether fewer scenarios were run than there were to run for this target."""
        left_out = sum(item.outcome is ScenarioOutcome.OUT_OF_SCOPE for item in self.scenarios)
        return self.counts.executed < self.counts.declared - left_out
