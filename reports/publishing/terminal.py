"""The run in the terminal: totals, each chapter's statements, then every failure in full."""

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from reports import wording
from reports.formats.bearings import describe
from reports.judging.model import (
    Report,
    Scenario,
    ScenarioOutcome,
    StatementResult,
    StepOutcome,
    Verdict,
)
from reports.judging.reach import measure
from reports.judging.register import Kind, Statement
from reports.judging.verdicts import totals_by_kind

_WIDTH = 100
_QUOTATION_LENGTH = 70
_MARGIN = "  "


def render(report: Report, folder: str) -> str:
    """Sum up a run for a person who reads a terminal.

    Args:
        report: The run.
        folder: Where the report is, as it is to be named.
    """
    parts = [_render_head(report), *_render_reach(report), *_render_chapters(report)]
    parts += [
        _render_failure(report, scenario, folder)
        for scenario in report.scenarios
        if scenario.outcome in {ScenarioOutcome.FAILED, ScenarioOutcome.BROKEN}
    ]
    if report.known_failures:
        known = (
            f"Échec connu de {item.statement}, {describe(item)}." for item in report.known_failures
        )
        parts.append("\n".join(known))
    if report.problems:
        parts.append("\n".join(["Anomalies de l’exécution", *map(_indent, report.problems)]))
    parts.append(f"Rapport : {folder}/index.html")
    return "\n\n".join(parts)


def conclude(report: Report, *, is_whole: bool) -> str:
    """Say in one sentence how it ends; a run of some scenarios does not judge the register."""
    if is_whole:
        return wording.headline(report)
    return "Exécution sans --conformance : le registre entier n’est pas jugé."


def _render_head(report: Report) -> str:
    addresses = ", ".join(report.target.addresses)
    browser = f"{report.environment.browser} {report.environment.browser_version}".strip()
    elapsed = (report.finished - report.started).total_seconds()
    lines = [
        f"Cible : {report.target.name or 'inconnue'}" + (f" ({addresses})" if addresses else ""),
        f"Navigateur : {browser or 'aucun'}. Durée : {wording.duration(elapsed)}.",
        f"Scénarios : {wording.coverage(report)}.",
        "",
        " " * 22 + "".join(f"{verdict:>16}" for verdict in Verdict),
    ]
    for kind, totals in totals_by_kind(report).items():
        if totals:
            cells = "".join(f"{totals[verdict]:>16}" for verdict in Verdict)
            lines.append(f"{wording.KINDS[kind]:<22}{cells}")
    return "\n".join(lines)


def _render_reach(report: Report) -> Iterator[str]:
    found = measure(report)
    if found is None:
        return
    lines = [f"Sur ce site : {wording.reach(found)}"]
    for gap in found.gaps:
        told = f"{len(gap.statements)} non vérifiés : {gap.reason} {wording.remedy(gap)}".rstrip()
        lines += textwrap.wrap(told, _WIDTH, initial_indent=_MARGIN, subsequent_indent=_MARGIN * 2)
    lines += [
        f"{_MARGIN}Lecture {item.id} du profil : {item.text}" for item in report.target.readings
    ]
    yield "\n".join(lines)


def _render_chapters(report: Report) -> Iterator[str]:
    run_ids = {item.id for item in report.scenarios if item.outcome is not ScenarioOutcome.NOT_RUN}
    is_partial = report.is_partial and not report.problems
    # Of a run of some scenarios, only what they carry is worth a line.
    results = [
        result
        for result in report.statements
        if not is_partial or run_ids.intersection(result.scenarios)
    ]
    for chapter in dict.fromkeys(wording.chapter(result.statement) for result in results):
        lines = [chapter]
        for verdict in Verdict:
            found = [
                result
                for result in results
                if wording.chapter(result.statement) == chapter and result.verdict is verdict
            ]
            lines += _render_verdict(verdict, found)
        yield "\n".join(lines)


def _render_verdict(verdict: Verdict, results: list[StatementResult]) -> list[str]:
    head = f"{_MARGIN}{verdict:<16}"
    if verdict in {Verdict.CONFORMING, Verdict.OUT_OF_SCOPE}:
        names = ", ".join(_short_name(result) for result in results)
        return textwrap.wrap(names, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
    return [
        f"{head}{_short_name(result)} {_short_quotation(result.statement)}"
        f"\n{' ' * len(head)}{result.reason}"
        for result in results
    ]


def _render_failure(report: Report, scenario: Scenario, folder: str) -> str:
    outcome = wording.SCENARIO_OUTCOMES[scenario.outcome].upper()
    lines = [f"{outcome} : {scenario.title} ({scenario.path}:{scenario.line})"]
    for result in report.statements:
        if scenario.id in result.scenarios:
            statement = result.statement
            origin = wording.origin(statement)
            lines.append(f"  {statement.id} ({origin}) : {wording.quotation(statement)}")
    if scenario.row:
        values = ", ".join(f"{name} = {value}" for name, value in scenario.row.values)
        lines.append(f"  Exemple {scenario.row.number} : {values}")
    lines += [
        f"  {step.keyword} {step.text} ({wording.STEP_OUTCOMES[step.outcome]})"
        for step in scenario.steps
        if step.outcome not in {StepOutcome.PASSED, StepOutcome.NOT_RUN}
    ]
    lines.append(_indent(scenario.reason))
    if scenario.failure:
        lines.append(textwrap.indent(scenario.failure.message, _MARGIN * 2))
    lines += [f"  Pièce : {item.name}, {folder}/{item.path}" for item in scenario.evidence]
    return "\n".join(lines)


def _short_name(result: StatementResult) -> str:
    statement = result.statement
    if statement.kind is Kind.FICHE:
        return statement.id
    return f"{statement.id} ({statement.kind})"


def _short_quotation(statement: Statement) -> str:
    words = textwrap.shorten(statement.quotation, _QUOTATION_LENGTH, placeholder=" […]")
    return wording.quotation(replace(statement, quotation=words))


def _indent(text: str) -> str:
    return textwrap.indent(text, _MARGIN)
