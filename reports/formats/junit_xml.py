"""The report as JUnit XML, for Jenkins, GitLab and whatever else reads it.

The elements and attributes are those that the schema of Jenkins' xUnit plugin and GitLab share. One
suite is a chapter; a scenario is in that of its first statement only, so that totals are true. A
suite's properties are the run's facts, then its statements with their verdicts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC
from xml.etree import ElementTree as ET

from reports import wording
from reports.formats.bearings import remarks, statements_by_scenario
from reports.formats.characters import writable
from reports.judging.model import Report, Scenario, ScenarioOutcome, StatementResult

WITHOUT_STATEMENT = "Scénarios sans énoncé"
_ELEMENTS = {
    ScenarioOutcome.FAILED: "failure",
    ScenarioOutcome.BROKEN: "error",
    ScenarioOutcome.UNVERIFIED: "skipped",
    ScenarioOutcome.NOT_RUN: "skipped",
    ScenarioOutcome.OUT_OF_SCOPE: "skipped",
}


def render(report: Report) -> str:
    """Write the report; what XML cannot carry is shown as U+FFFD."""
    carried = statements_by_scenario(report)
    chapters: dict[str, tuple[list[StatementResult], list[Scenario]]] = {}
    for result in report.statements:
        chapters.setdefault(wording.chapter(result.statement), ([], []))[0].append(result)
    for scenario in report.scenarios:
        results = carried[scenario.id]
        name = wording.chapter(results[0].statement) if results else WITHOUT_STATEMENT
        chapters.setdefault(name, ([], []))[1].append(scenario)
    root = ET.Element("testsuites", name=f"Conformité : {report.target.name}")
    root.attrib |= _totals(report.scenarios)
    del root.attrib["skipped"]  # a total that the schema has for suites only
    facts = tuple(_facts(report))
    for name, (results, scenarios) in chapters.items():
        timestamp = report.started.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        suite = ET.SubElement(root, "testsuite", name=name, timestamp=timestamp)
        suite.attrib |= _totals(scenarios)
        properties = ET.SubElement(suite, "properties")
        for key, value in (*facts, *((item.statement.id, item.verdict) for item in results)):
            ET.SubElement(properties, "property", name=key, value=value)
        names = Counter(_case_name(item) for item in scenarios)
        for scenario in scenarios:
            suite.append(_case(name, scenario, carried[scenario.id], names))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + writable(
        ET.tostring(root, encoding="unicode") + "\n"
    )


def _totals(scenarios: Sequence[Scenario]) -> dict[str, str]:
    elements = Counter(_ELEMENTS.get(item.outcome) for item in scenarios)
    return {
        "tests": str(len(scenarios)),
        "failures": str(elements["failure"]),
        "errors": str(elements["error"]),
        "skipped": str(elements["skipped"]),
        "time": f"{sum(item.duration for item in scenarios):.3f}",
    }


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "cible", report.target.name
    yield from (("adresse", address) for address in report.target.addresses)
    yield "navigateur", f"{report.environment.browser} {report.environment.browser_version}"
    yield "version", report.tool_version
    yield "commit", report.commit
    yield "conclusion", wording.headline(report)
    yield from (("remarque", sentence) for sentence in remarks(report))


def _case_name(scenario: Scenario) -> tuple[str, str]:
    return scenario.feature, scenario.id.removeprefix(f"{scenario.path}::")


def _case(
    suite: str,
    scenario: Scenario,
    results: Sequence[StatementResult],
    names: Counter[tuple[str, str]],
) -> ET.Element:
    feature, name = _case_name(scenario)
    if names[feature, name] > 1:  # GitLab keeps one of two cases of one name
        name = f"{name} ({scenario.path})"
    case = ET.Element(
        "testcase",
        name=name,
        # Jenkins takes what is before the last dot for a package, GitLab the whole for the suite.
        classname=f"{suite}.{feature}",
        time=f"{scenario.duration:.3f}",
    )
    element = _ELEMENTS.get(scenario.outcome)
    if element == "skipped":
        # Older schemas and GitLab want the reason as the text.
        ET.SubElement(case, element).text = scenario.reason
    elif element:
        failure = scenario.failure
        message = failure.message if failure else scenario.reason
        kind = wording.SCENARIO_OUTCOMES[scenario.outcome]
        ET.SubElement(case, element, type=kind, message=message).text = "\n\n".join(
            (scenario.reason, failure.message, failure.trace) if failure else (scenario.reason,)
        )
    ET.SubElement(case, "system-out").text = "\n".join(_describe(scenario, results))
    return case


def _describe(scenario: Scenario, results: Sequence[StatementResult]) -> Iterator[str]:
    for result in results:
        statement = result.statement
        yield f"{statement.id} ({wording.origin(statement)}) : {wording.quotation(statement)}"
    yield f"{scenario.path}:{scenario.line}"
    if scenario.outcome in {ScenarioOutcome.FAILED, ScenarioOutcome.BROKEN}:
        for step in scenario.steps:
            yield f"{step.keyword} {step.text} ({wording.STEP_OUTCOMES[step.outcome]})"
    for item in scenario.evidence:
        yield f"Pièce : {item.name}, {item.path}"
