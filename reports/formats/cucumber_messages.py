"""The report as Cucumber Messages, one JSON envelope a line, for the tools of the Cucumber family.

A file of evidence is attached as a link (``text/uri-list``, which Cucumber's own ``link`` writes
and its HTML formatter shows), so that the stream stays small.

Cucumber has no word for an error outside of any step's judgement: it is a failed hook here, and its
exception's type says « en erreur ».
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from urllib.parse import quote

from reports import wording
from reports.formats.bearings import remarks
from reports.formats.characters import writable
from reports.formats.cucumber_gherkin import Message, document, pickle
from reports.judging.endings import shortfalls
from reports.judging.model import Evidence, Phase, Report, Scenario, ScenarioOutcome, StepOutcome

# Ends of lines to some readers, though not to JSON.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_PROTOCOL = "34.2.1"
_RUN = "run"
_SEVERITY = ("PASSED", "SKIPPED", "UNDEFINED", "FAILED")
_STEP_STATUSES = {
    StepOutcome.PASSED: "PASSED",
    StepOutcome.FAILED: "FAILED",
    StepOutcome.BROKEN: "FAILED",
    StepOutcome.UNDEFINED: "UNDEFINED",
    StepOutcome.UNVERIFIED: "SKIPPED",
    StepOutcome.NOT_RUN: "SKIPPED",
}
_LEAST_STATUSES = {
    ScenarioOutcome.PASSED: "PASSED",
    ScenarioOutcome.FAILED: "FAILED",
    ScenarioOutcome.BROKEN: "UNDEFINED",
    ScenarioOutcome.UNVERIFIED: "SKIPPED",
    ScenarioOutcome.NOT_RUN: "SKIPPED",
    ScenarioOutcome.OUT_OF_SCOPE: "SKIPPED",
}
_HOOKS = {
    "before": ("BEFORE_TEST_CASE", "Préparation"),
    "after": ("AFTER_TEST_CASE", "Fin du scénario"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _TestStep:
    """A step or hook as it will be told; ``seconds`` from the scenario's start to its own."""

    id: str
    source: Message
    status: str
    seconds: float
    duration: float
    evidence: tuple[Evidence, ...]


def render(report: Report) -> str:
    """Write the messages in the order in which Cucumber itself would."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    text = "".join(f"{encode(envelope)}\n" for envelope in _envelopes(report))
    return writable(_LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", text))


def _envelopes(report: Report) -> Iterator[Message]:
    yield {"meta": _meta(report)}
    numbered = list(enumerate(report.scenarios, start=1))
    for path, group in groupby(numbered, key=lambda item: item[1].path):
        scenarios = list(group)
        yield {"gherkinDocument": document(path, scenarios)}
        for number, scenario in scenarios:
            yield {"pickle": pickle(number, scenario)}
    for name, (kind, title) in _HOOKS.items():
        yield {"hook": {"id": name, "name": title, "type": kind, "sourceReference": {}}}
    yield {"testRunStarted": {"id": _RUN, "timestamp": _timestamp(report.started)}}
    for number, scenario in numbered:
        yield from _run(number, scenario, scenario.started or report.started)
    yield {
        "testRunFinished": {
            "testRunStartedId": _RUN,
            "timestamp": _timestamp(report.finished),
            "success": not shortfalls(report),
            "message": "\n".join((wording.headline(report), *remarks(report))),
        }
    }


def _meta(report: Report) -> Message:
    system, _, processor = report.environment.platform.rpartition(" ")
    return {
        "protocolVersion": _PROTOCOL,
        "implementation": {"name": "espace-expert", "version": report.tool_version},
        "runtime": {"name": "Python", "version": report.environment.python},
        "os": {"name": system},
        "cpu": {"name": processor},
    }


def _run(number: int, scenario: Scenario, started: datetime) -> Iterator[Message]:
    case = f"case-{number}"
    attempt = f"attempt-{number}"
    steps = _test_steps(number, scenario)
    yield {
        "testCase": {
            "id": case,
            "testRunStartedId": _RUN,
            "pickleId": f"pickle-{number}",
            "testSteps": [{"id": step.id} | step.source for step in steps],
        }
    }
    started_at = {"timestamp": _timestamp(started)}
    yield {"testCaseStarted": {"id": attempt, "testCaseId": case, "attempt": 0} | started_at}
    worst = max(steps, key=lambda step: _SEVERITY.index(step.status), default=None)
    for step in steps:
        place = {"testCaseStartedId": attempt, "testStepId": step.id}
        begun = _timestamp(started + timedelta(seconds=step.seconds))
        ended = _timestamp(started + timedelta(seconds=step.seconds + step.duration))
        result = {"status": step.status, "duration": _duration(step.duration)}
        if step is worst:
            result |= _reason(scenario)
        yield {"testStepStarted": place | {"timestamp": begun}}
        for item in step.evidence:
            yield {"attachment": _attachment(item) | place | {"timestamp": ended}}
        yield {"testStepFinished": place | {"testStepResult": result, "timestamp": ended}}
    yield {
        "testCaseFinished": {
            "testCaseStartedId": attempt,
            "timestamp": _timestamp(started + timedelta(seconds=scenario.duration)),
            "willBeRetried": False,
        }
    }


def _test_steps(number: int, scenario: Scenario) -> list[_TestStep]:
    steps = []
    seconds = 0.0
    for index, step in enumerate(scenario.steps):
        steps.append(
            _TestStep(
                id=f"case-{number}-step-{index}",
                source={
                    "pickleStepId": f"pickle-{number}-step-{index}",
                    "stepDefinitionIds": [],
                    "stepMatchArgumentsLists": [],
                },
                status=_STEP_STATUSES[step.outcome],
                seconds=seconds,
                duration=step.duration,
                evidence=tuple(item for item in scenario.evidence if item.step == index),
            )
        )
        seconds += step.duration
    told = max((_SEVERITY.index(step.status) for step in steps), default=0)
    is_told = told >= _SEVERITY.index(_LEAST_STATUSES[scenario.outcome])
    fault = "SKIPPED" if _LEAST_STATUSES[scenario.outcome] == "SKIPPED" else "FAILED"
    is_early = scenario.failure is not None and scenario.failure.phase is Phase.SETUP
    early = tuple(item for item in scenario.evidence if item.step is None)
    if early or (is_early and not is_told):
        status = fault if is_early and not is_told else "PASSED"
        steps.insert(0, _hook(number, "before", status, 0.0, early))
    if not (is_told or is_early):
        steps.append(_hook(number, "after", fault, seconds))
    return steps


def _hook(
    number: int, name: str, status: str, seconds: float, evidence: tuple[Evidence, ...] = ()
) -> _TestStep:
    return _TestStep(
        id=f"case-{number}-{name}",
        source={"hookId": name},
        status=status,
        seconds=seconds,
        duration=0.0,
        evidence=evidence,
    )


def _reason(scenario: Scenario) -> Message:
    if not scenario.reason:
        return {}
    if scenario.failure is None:
        return {"message": scenario.reason}
    failure = scenario.failure
    # A stack trace begins with its message: that is all the HTML formatter shows.
    whole = f"{failure.message}\n\n{failure.trace}"
    kind = wording.SCENARIO_OUTCOMES[scenario.outcome]
    exception = {"type": kind, "message": failure.message, "stackTrace": whole}
    return {"message": f"{scenario.reason}\n{whole}", "exception": exception}


def _attachment(item: Evidence) -> Message:
    return {
        "mediaType": "text/uri-list",
        "contentEncoding": "IDENTITY",
        "body": quote(item.path, errors="replace"),
        "fileName": item.name,
    }


def _timestamp(instant: datetime) -> Message:
    return {"seconds": int(instant.timestamp()), "nanos": instant.microsecond * 1000}


def _duration(seconds: float) -> Message:
    whole, rest = divmod(round(seconds * 1_000_000), 1_000_000)
    return {"seconds": whole, "nanos": rest * 1000}
