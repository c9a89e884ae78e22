"""The report as CTRF, the Common Test Report Format (``ctrf.io``): scenarios are its tests.

What CTRF has no place for, the statements with their verdicts above all, is under ``extra``.
"""

import json
from collections import Counter
from datetime import datetime
from typing import Any

from reports import wording
from reports.formats.bearings import remarks, statements_by_scenario
from reports.formats.characters import writable
from reports.judging.endings import shortfalls
from reports.judging.model import Report, Scenario, ScenarioOutcome, StatementResult, StepOutcome
from reports.judging.verdicts import totals_by_kind

_SPECIFICATION = "0.0.0"
_STATUSES = {
    ScenarioOutcome.PASSED: "passed",
    ScenarioOutcome.FAILED: "failed",
    ScenarioOutcome.BROKEN: "other",  # says something of the run, not of what was tested
    ScenarioOutcome.UNVERIFIED: "skipped",
    ScenarioOutcome.NOT_RUN: "pending",
    ScenarioOutcome.OUT_OF_SCOPE: "skipped",
}
_STEP_STATUSES = {
    StepOutcome.PASSED: "passed",
    StepOutcome.FAILED: "failed",
    StepOutcome.BROKEN: "other",
    StepOutcome.UNDEFINED: "other",
    StepOutcome.UNVERIFIED: "skipped",
    StepOutcome.NOT_RUN: "pending",
}

_Document = dict[str, Any]


def render(report: Report) -> str:
    """Write the report as one line of JSON."""
    carried = statements_by_scenario(report)
    document = {
        "reportFormat": "CTRF",
        "specVersion": _SPECIFICATION,
        "timestamp": report.finished.isoformat(),
        "generatedBy": f"espace-expert {report.tool_version}".strip(),
        "results": {
            "tool": {"name": "espace-expert", "version": report.tool_version},
            "summary": _summary(report),
            "tests": [_test(report, item, carried[item.id]) for item in report.scenarios],
            "environment": _environment(report),
        },
        "extra": _extra(report),
    }
    return writable(json.dumps(document, ensure_ascii=False)) + "\n"


def _summary(report: Report) -> _Document:
    statuses = Counter(_STATUSES[scenario.outcome] for scenario in report.scenarios)
    return {
        "tests": len(report.scenarios),
        **{status: statuses[status] for status in _STATUSES.values()},
        "suites": len({scenario.path for scenario in report.scenarios}),
        "start": _milliseconds(report.started),
        "stop": _milliseconds(report.finished),
        "duration": _milliseconds(report.finished) - _milliseconds(report.started),
    }


def _test(report: Report, scenario: Scenario, results: list[StatementResult]) -> _Document:
    duration = round(scenario.duration * 1000)
    test = {
        "testId": scenario.id or "?",
        "name": scenario.title or "?",
        "status": _STATUSES[scenario.outcome],
        "rawStatus": scenario.outcome,
        "duration": duration,
        "suite": [part for part in (scenario.feature, scenario.rule) if part] or [scenario.path],
        "filePath": scenario.path,
        "line": scenario.line,
        "tags": scenario.tags,
        "type": "e2e",
        "browser": f"{report.environment.browser} {report.environment.browser_version}".strip(),
        "parameters": dict(scenario.row.values) if scenario.row else {},
        "steps": [
            {"name": f"{step.keyword} {step.text}", "status": _STEP_STATUSES[step.outcome]}
            for step in scenario.steps
        ],
        "attachments": [
            {
                "name": item.name,
                "contentType": item.media_type,
                "path": item.path,
                "extra": {"sha256": item.sha256, "size": item.size, "step": item.step},
            }
            for item in scenario.evidence
        ],
        "extra": {"statements": [result.statement.id for result in results]},
    }
    if scenario.started:
        start = _milliseconds(scenario.started)
        test |= {"start": start, "stop": start + duration}
    if scenario.reason:
        test["message"] = scenario.reason
    if scenario.failure:
        test["message"] = f"{scenario.reason}\n{scenario.failure.message}"
        test["trace"] = scenario.failure.trace
    return test


def _environment(report: Report) -> _Document:
    environment = {
        "appName": report.target.name,
        "commit": report.commit,
        "osPlatform": report.environment.platform,
        "healthy": not shortfalls(report),
        "extra": {
            "addresses": report.target.addresses,
            "python": report.environment.python,
            "browser": report.environment.browser,
            "browserVersion": report.environment.browser_version,
        },
    }
    if report.shard:
        environment["shardId"] = f"{report.shard.index}/{report.shard.total}"
    return environment


def _extra(report: Report) -> _Document:
    return {
        "conclusion": wording.headline(report),
        "remarks": list(remarks(report)),
        "totals": totals_by_kind(report),
        "defects": [{"id": item.id, "sentence": item.sentence} for item in report.defects],
        "knownFailures": [
            {
                "statement": item.statement,
                "owner": item.owner,
                "reason": item.reason,
                "until": item.until.isoformat(),
                "state": item.state,
            }
            for item in report.known_failures
        ],
        "statements": [
            {
                "id": result.statement.id,
                "chapter": result.statement.chapter,
                "lines": result.statement.lines,
                "kind": result.statement.kind,
                "text": result.statement.quotation,
                "verdict": result.verdict,
                "reason": result.reason,
            }
            for result in report.statements
        ],
    }


def _milliseconds(instant: datetime) -> int:
    return round(instant.timestamp() * 1000)
