"""From the shards of a run to one report, the same as without shards but for times."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from reports.judging.known_failures import exemptions_of, judge_exemptions
from reports.judging.model import Counts, Environment, Report, Scenario
from reports.judging.shards import deal
from reports.judging.verdicts import judge_statement
from reports.wording import shard


class MergeError(Exception):
    """These are not all the shards of one run; the message is one French sentence."""


def merge(parts: Sequence[tuple[str, Report]]) -> Report:
    """Put the shards of a run together.

    Args:
        parts: Each with a name to call it by.

    Raises:
        MergeError: One is missing, there twice, or of another run.
    """
    _check_numbers(parts)
    _check_origin(parts)
    reports = [report for _, report in sorted(parts, key=lambda part: _index(part[1]))]
    first = reports[0]
    scenarios = tuple(_gather_scenarios(reports))
    results = tuple(
        judge_statement(item.statement, scenarios, first.target) for item in first.statements
    )
    finished = max(report.finished for report in reports)
    return replace(
        first,
        target=replace(
            first.target,
            name=first.target.name or reports[-1].target.name,
            addresses=tuple(
                sorted({address for report in reports for address in report.target.addresses})
            ),
        ),
        environment=_join_environments(reports),
        shard=None,
        started=min(report.started for report in reports),
        finished=finished,
        counts=Counts(
            declared=first.counts.declared,
            collected=sum(report.counts.collected for report in reports),
            executed=sum(report.counts.executed for report in reports),
        ),
        problems=tuple(dict.fromkeys(text for report in reports for text in report.problems)),
        statements=results,
        scenarios=scenarios,
        known_failures=judge_exemptions(exemptions_of(first.known_failures), results, finished),
    )


def _check_numbers(parts: Sequence[tuple[str, Report]]) -> None:
    if not parts:
        raise MergeError("Aucune part à réunir.")
    seen: dict[int, str] = {}
    total = 0
    for name, report in parts:
        if report.shard is None:
            raise MergeError(f"{name} n’est pas une part d’une exécution.")
        total = total or report.shard.total
        if report.shard.total != total:
            raise MergeError(
                f"{name} est la part {shard(report.shard)}, {parts[0][0]} est sur {total}."
            )
        if report.shard.index in seen:
            other = seen[report.shard.index]
            raise MergeError(f"La part {shard(report.shard)} est là deux fois : {other} et {name}.")
        seen[report.shard.index] = name
    missing = [f"{index}/{total}" for index in range(1, total + 1) if index not in seen]
    if missing:
        raise MergeError(f"Il manque {', '.join(missing)}.")


def _check_origin(parts: Sequence[tuple[str, Report]]) -> None:
    (name, first), *others = parts
    for other, report in others:
        for what, same in (
            ("du même état du projet", _code(first) == _code(report)),
            ("de la même cible", _target(first) == _target(report)),
            ("du même registre", _register(first) == _register(report)),
            ("des mêmes scénarios", _declared(first) == _declared(report)),
            (
                "des mêmes échecs connus",
                exemptions_of(first.known_failures) == exemptions_of(report.known_failures),
            ),
        ):
            if not same:
                raise MergeError(f"{name} et {other} ne sont pas {what}.")


def _index(report: Report) -> int:
    return report.shard.index if report.shard else 0


def _code(report: Report) -> tuple[str, str]:
    return report.tool_version, report.commit


def _target(report: Report) -> tuple[object, ...]:
    target = report.target
    return target.name, target.is_another, target.adopted, target.readings, report.defects


def _register(report: Report) -> list[object]:
    return [item.statement for item in report.statements]


def _declared(report: Report) -> dict[str, object]:
    return {
        item.key: (
            item.feature,
            item.rule,
            item.title,
            item.row,
            item.tags,
            [(step.keyword, step.text, step.table, step.text_block) for step in item.steps],
        )
        for item in report.scenarios
    }


def _gather_scenarios(reports: Sequence[Report]) -> Iterator[Scenario]:
    """Take each scenario from the shard that had to run it, in the order of the whole."""
    keys = list(dict.fromkeys(item.key for item in reports[0].scenarios))
    owners = {key: report for report in reports for key in deal(keys, report.shard)}
    runs: dict[str, list[Scenario]] = {key: [] for key in keys}
    for report in reports:
        for item in report.scenarios:
            if owners[item.key] is report:
                runs[item.key].append(item)
    for key in keys:
        yield from runs[key]


def _join_environments(reports: Sequence[Report]) -> Environment:
    return Environment(
        **{
            field.name: ", ".join(
                sorted({getattr(report.environment, field.name) for report in reports} - {""})
            )
            for field in fields(Environment)
        }
    )
