"""From the register, the feature files and pytest's reports to one report; pure."""

import platform
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import metadata

from reports.collecting.declared import Declaration, DeclaredScenario
from reports.collecting.outcomes import Execution, build_scenario
from reports.collecting.scope import Scope
from reports.judging.known_failures import judge_exemptions
from reports.judging.model import (
    SCHEMA_VERSION,
    Counts,
    Defect,
    Environment,
    Report,
    Scenario,
    ScenarioOutcome,
    Target,
)
from reports.judging.register import STATEMENT_ID, Statement, Verification
from reports.judging.shards import deal
from reports.judging.verdicts import judge_statement, reason_to_leave_out

_NAMES_SHOWN = 5  # in one sentence; the scenarios themselves are all in the report


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of pytest gave.

    Attributes:
        started: In UTC.
        finished: In UTC.
        collected: Keys of the scenarios that pytest was going to run, once per test.
        executions: What came back, by key of scenario.
        problems: French sentences of what went wrong with the run itself.
        commit: Of this project.
        scope: What it was asked to answer for.
        site: What is known of the target without any scenario.
    """

    started: datetime
    finished: datetime
    collected: Collection[str]
    executions: Mapping[str, Sequence[Execution]]
    problems: tuple[str, ...]
    commit: str
    scope: Scope
    site: Target


def assemble(statements: Sequence[Statement], declaration: Declaration, run: Run) -> Report:
    """Make the report: every declared scenario is in it, run or not."""
    left_out = _find_left_out(statements, declaration, run.site)
    scenarios = tuple(_build_scenarios(declaration, run, left_out))
    results = tuple(judge_statement(item, scenarios, run.site) for item in statements)
    declared = {scenario.key for scenario in declaration.scenarios}
    records = [
        execution.record["run"]
        for executions in run.executions.values()
        for execution in executions
        if execution.record
    ]
    return Report(
        schema_version=SCHEMA_VERSION,
        tool_version=_tool_version(),
        commit=run.commit,
        target=replace(
            run.site,
            name=_join(record.get("target", "") for record in records),
            addresses=tuple(
                sorted({address for record in records for address in record.get("addresses", ())})
            ),
        ),
        defects=tuple(
            Defect(id=defect_id, sentence=sentence)
            for defect_id, sentence in sorted(
                {pair for record in records for pair in record.get("defects", {}).items()}
            )
        ),
        environment=Environment(
            python=platform.python_version(),
            platform=f"{platform.system()} {platform.machine()}",
            browser=_join(record.get("browser", "") for record in records),
            browser_version=_join(record.get("browser_version", "") for record in records),
        ),
        shard=run.scope.shard,
        started=run.started,
        finished=run.finished,
        counts=Counts(
            declared=len(declared),
            collected=len(declared.intersection(run.collected)),
            executed=len(declared.intersection(run.executions)),
        ),
        problems=(*run.problems, *_find_problems(statements, declaration, run, left_out)),
        statements=results,
        scenarios=scenarios,
        known_failures=judge_exemptions(run.scope.exemptions, results, run.finished),
    )


def _find_left_out(
    statements: Sequence[Statement], declaration: Declaration, site: Target
) -> dict[str, str]:
    """Give, by key, why each scenario that is not for this target is left out."""
    by_id = {statement.id: statement for statement in statements}
    reasons = {
        item.key: reason_to_leave_out(item.tags, by_id, site) for item in declaration.scenarios
    }
    return {key: reason for key, reason in reasons.items() if reason}


def _build_scenarios(
    declaration: Declaration, run: Run, left_out: Mapping[str, str]
) -> Iterator[Scenario]:
    names = Counter(_name(declared) for declared in declaration.scenarios)
    part = deal((declared.key for declared in declaration.scenarios), run.scope.shard)
    for declared in declaration.scenarios:
        place = f" (ligne {declared.line})" if names[_name(declared)] > 1 else ""
        executions = sorted(run.executions.get(declared.key, ()), key=lambda item: item.nodeid)
        if not executions:
            is_collected = declared.key in run.collected
            reason = (
                "Scénario retenu, mais non exécuté."
                if is_collected
                else "Scénario non retenu dans cette exécution."
                if declared.key in part
                else "Scénario d’une autre part de l’exécution."
            )
            unrun = ScenarioOutcome.NOT_RUN, reason
            if not is_collected and declared.key in left_out:
                unrun = ScenarioOutcome.OUT_OF_SCOPE, left_out[declared.key]
            yield build_scenario(declared, None, unrun, place)
        for number, execution in enumerate(executions, start=1):
            suffix = f"{place} ({number})" if len(executions) > 1 else place
            yield build_scenario(declared, execution, (ScenarioOutcome.NOT_RUN, ""), suffix)


def _find_problems(
    statements: Sequence[Statement],
    declaration: Declaration,
    run: Run,
    left_out: Collection[str],
) -> Iterator[str]:
    by_key = {scenario.key: scenario for scenario in declaration.scenarios}
    asked = [by_key[key] for key in run.collected if key in by_key]
    # Whoever runs one scenario is not stopped by an unfinished file elsewhere.
    files = {scenario.path for scenario in asked}
    for flaw in declaration.flaws:
        if run.scope.is_whole or flaw.path in files:
            yield flaw.sentence
    strangers = sorted(set(run.collected) - set(by_key))
    if strangers:
        yield f"Collecté, mais déclaré nulle part : {_list(strangers)}"
    expected = deal(by_key, run.scope.shard) - set(left_out)
    uncollected = [by_key[key] for key in by_key if key in expected - set(run.collected)]
    if run.scope.is_whole and uncollected:
        yield f"Déclaré, mais pas collecté : {_list([_name(item) for item in uncollected])}"
    unexecuted = [item for item in asked if item.key not in run.executions]
    if unexecuted:
        yield f"Collecté, mais pas exécuté : {_list([_name(item) for item in unexecuted])}"
    yield from _find_tag_problems(
        statements,
        [item for item in declaration.scenarios if run.scope.is_whole or item.path in files],
    )


def _find_tag_problems(
    statements: Sequence[Statement], scenarios: Sequence[DeclaredScenario]
) -> Iterator[str]:
    by_id = {statement.id: statement for statement in statements}
    tags = dict.fromkeys((tag, item.path) for item in scenarios for tag in item.tags)
    for tag, path in tags:
        statement = by_id.get(tag)
        if statement is None and STATEMENT_ID.fullmatch(tag):
            yield f"{path} : l’étiquette @{tag} n’est pas au registre."
        if statement and statement.verification is not Verification.AUTOMATED:
            yield f"{path} : @{tag} n’est pas un énoncé automatisé selon le registre."


def _name(scenario: DeclaredScenario) -> str:
    row = f" (exemple {scenario.row.number})" if scenario.row else ""
    return f"{scenario.path} : « {scenario.title} »{row}"


def _list(names: Sequence[str]) -> str:
    rest = len(names) - _NAMES_SHOWN
    return " ; ".join(names[:_NAMES_SHOWN]) + (f" ; et {rest} de plus." if rest > 0 else ".")


def _join(values: Iterator[str]) -> str:
    return ", ".join(sorted({value for value in values if value}))


def _tool_version() -> str:
    try:
        return metadata.version("espace-expert")
    except metadata.PackageNotFoundError:
        return ""
