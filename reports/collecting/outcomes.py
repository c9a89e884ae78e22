"""From pytest's reports of one test to what became of its scenario."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

import pytest

from reports.collecting.declared import DeclaredScenario
from reports.collecting.recording import PROPERTY, ScenarioRecord
from reports.judging.model import (
    Evidence,
    Failure,
    Phase,
    Scenario,
    ScenarioOutcome,
    Step,
    StepOutcome,
)
from reports.judging.verdicts import Course, judge_scenario

_CONTROL_CHARACTERS = re.compile(r"\x1b\[[0-9;]*m|[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseResult:
    """One of pytest's reports of a test, as far as a scenario needs it.

    ``is_skipped`` and ``is_failed`` exclude each other; an expected failure is a failure.
    """

    phase: Phase
    is_failed: bool
    is_skipped: bool
    message: str
    trace: str
    started: datetime | None
    duration: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """All that came back of one test's last run.

    Attributes:
        nodeid: Of the test.
        phases: In order.
        record: None if it did not get that far.
        is_rerun: The test had been run before, and not passed.
    """

    nodeid: str
    phases: tuple[PhaseResult, ...]
    record: ScenarioRecord | None
    is_rerun: bool = False


def read_phase(report: pytest.TestReport) -> PhaseResult:
    """Take from a report of pytest what is needed; a lost process has a phase of its own."""
    # pytest-xdist reports a test whose process died with "???" for its phase.
    phase = Phase(report.when) if report.when in set(Phase) else Phase.PROCESS
    is_expected = hasattr(report, "wasxfail")
    return PhaseResult(
        phase=phase,
        is_failed=is_expected or report.outcome not in {"passed", "skipped"},
        is_skipped=report.skipped and not is_expected,
        message=_clean(_message_of(report)),
        trace=_clean(report.longreprtext),
        started=datetime.fromtimestamp(report.start, UTC) if report.start else None,
        duration=report.duration,
    )


def read_record(report: pytest.TestReport) -> ScenarioRecord | None:
    """Find the record that travelled with a report, None where there is none."""
    for name, value in report.user_properties:
        if name == PROPERTY:
            return cast("ScenarioRecord", value)
    return None


def build_scenario(
    declared: DeclaredScenario,
    execution: Execution | None,
    unrun: tuple[ScenarioOutcome, str],
    suffix: str = "",
) -> Scenario:
    """Put together what was declared and what came of it.

    Args:
        declared: As the feature file has it.
        execution: None if it was not run.
        unrun: What to say, and why, if it was not.
        suffix: Tells apart several runs of one scenario.
    """
    record = execution.record if execution else None
    phases = execution.phases if execution else ()
    steps = _build_steps(declared, record, is_skipped=any(item.is_skipped for item in phases))
    outcome, reason = unrun
    if execution and phases:
        lacks = [item.message for item in phases if item.is_skipped]
        outcome, reason = judge_scenario(
            Course(
                steps=steps,
                failed={item.phase for item in phases if item.is_failed},
                ended={item.phase for item in phases},
                lacks=[*lacks, record["hindered"]] if record and record["hindered"] else lacks,
                trouble=_trouble_of(declared, record),
                are_declared=record is not None and len(record["steps"]) == len(declared.steps),
                is_rerun=execution.is_rerun,
            )
        )
    is_unverified = outcome is ScenarioOutcome.UNVERIFIED
    row = f" [{declared.row.number}]" if declared.row else ""
    return Scenario(
        id=f"{declared.path}::{declared.name}{row}{suffix}",
        path=declared.path,
        line=declared.line,
        feature=declared.feature,
        rule=declared.rule,
        title=declared.title,
        row=declared.row,
        tags=declared.tags,
        outcome=outcome,
        reason=reason,
        remedy=record["remedy"] if record and is_unverified else "",
        started=min((item.started for item in phases if item.started), default=None),
        duration=sum(item.duration for item in phases),
        steps=steps,
        failure=_first_failure(phases),
        evidence=tuple(Evidence(**item) for item in record["evidence"]) if record else (),
    )


def _trouble_of(declared: DeclaredScenario, record: ScenarioRecord | None) -> str:
    """Say what kept the steps from being run at all, empty where nothing did."""
    if not declared.steps:
        return "Le scénario n’a aucune étape."
    return record["broken"] if record else ""


def _build_steps(
    declared: DeclaredScenario, record: ScenarioRecord | None, *, is_skipped: bool
) -> tuple[Step, ...]:
    # A step that began and never ended was left by a skip, or by the end of the run.
    unended = StepOutcome.UNVERIFIED if is_skipped else StepOutcome.BROKEN
    ran = [
        (
            unended if item["outcome"] == "started" else StepOutcome(item["outcome"]),
            item["duration"],
            item["assertions"],
        )
        for item in (record["steps"] if record else ())
    ]
    ran += [(StepOutcome.NOT_RUN, 0.0, 0)] * (len(declared.steps) - len(ran))
    return tuple(
        Step(
            keyword=step.keyword,
            text=step.text,
            table=step.table,
            text_block=step.text_block,
            outcome=outcome,
            duration=duration,
            assertions=assertions,
        )
        for step, (outcome, duration, assertions) in zip(declared.steps, ran, strict=False)
    )


def _first_failure(phases: tuple[PhaseResult, ...]) -> Failure | None:
    for item in phases:
        if item.is_failed:
            return Failure(phase=item.phase, message=item.message, trace=item.trace)
    return None


def _message_of(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple | list):  # a skip: file, line, « Skipped: reason »
        return report.longrepr[2].partition(": ")[2] or report.longrepr[2]
    crash = getattr(report.longrepr, "reprcrash", None)
    return crash.message if crash else report.longreprtext.strip()


def _clean(text: str) -> str:
    """Drop what no JSON or page can carry: colour codes, control characters, half characters."""
    return _CONTROL_CHARACTERS.sub("", text).encode("utf-8", "replace").decode("utf-8")
