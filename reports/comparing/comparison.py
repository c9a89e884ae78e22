"""What changed from one run to another, and which of it is for the worse; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.french import count
from reports.judging.model import Report, Scenario, ScenarioOutcome, StatementResult, Verdict
from reports.judging.register import Statement
from reports.wording import origin, quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    Attributes:
        subject: Id of a statement, or title and place of a scenario.
        text: What became of it, in French.
        note: The statement's words, or nothing.
        is_worse: Less holds, or less is checked.
    """

    subject: str
    text: str
    note: str
    is_worse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Differences of one sort, the worse ones first."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs, the older first, and every sort of difference between them, empty ones left out."""

    old: Report
    new: Report
    sections: tuple[Section, ...]

    @property
    def worse(self) -> int:
        """How many differences are for the worse."""
        return sum(change.is_worse for section in self.sections for change in section.changes)


def compare(old: Report, new: Report) -> Comparison:
    """Find what changed."""
    found = (
        ("Verdicts changés", _compare_verdicts(old, new)),
        ("Énoncés apparus ou disparus", _compare_statements(old, new)),
        ("Scénarios apparus ou disparus", _compare_scenarios(old, new)),
        ("Scénarios qui ne contrôlent plus la même chose", _compare_checks(old, new)),
    )
    sections = (
        Section(title=title, changes=tuple(sorted(changes, key=lambda item: not item.is_worse)))
        for title, changes in found
    )
    return Comparison(
        old=old, new=new, sections=tuple(section for section in sections if section.changes)
    )


def conclude(comparison: Comparison) -> str:
    """Say in one sentence whether anything got worse."""
    if comparison.worse:
        return f"Moins bien qu’avant : {count(comparison.worse, 'différence')}."
    return "Rien n’est moins bien qu’avant." if comparison.sections else "Aucune différence."


def _compare_verdicts(old: Report, new: Report) -> Iterator[Change]:
    before = _results(old)
    for statement_id, result in _results(new).items():
        if statement_id not in before:
            continue
        was, is_now = before[statement_id].verdict, result.verdict
        if was is not is_now:
            yield Change(
                subject=statement_id,
                text=f"{was} → {is_now}" + (f" ({result.reason})" if result.reason else ""),
                note=_words(result.statement),
                is_worse=_is_worse(was, is_now),
            )


def _is_worse(was: Verdict, is_now: Verdict) -> bool:
    # What no longer has to hold is no better than what no longer holds.
    return was is Verdict.CONFORMING or is_now in {Verdict.NONCONFORMING, Verdict.OUT_OF_SCOPE}


def _compare_statements(old: Report, new: Report) -> Iterator[Change]:
    before, after = _results(old), _results(new)
    for statement_id, result in before.items():
        if statement_id not in after:
            yield Change(
                subject=statement_id,
                text=f"disparu ({result.verdict})",
                note=_words(result.statement),
                is_worse=True,
            )
    for statement_id, result in after.items():
        if statement_id not in before:
            yield Change(
                subject=statement_id,
                text=f"apparu ({result.verdict})",
                note=_words(result.statement),
                is_worse=result.verdict is Verdict.NONCONFORMING,
            )
        elif before[statement_id].statement.quotation != result.statement.quotation:
            yield Change(
                subject=statement_id,
                text="cité autrement",
                note=f"{_words(before[statement_id].statement)} → {_words(result.statement)}",
                is_worse=False,
            )


def _compare_scenarios(old: Report, new: Report) -> Iterator[Change]:
    before, after = _scenarios(old), _scenarios(new)
    for scenario_id, scenario in before.items():
        if scenario_id not in after:
            yield Change(subject=_name(scenario), text="disparu", note="", is_worse=True)
    for scenario_id, scenario in after.items():
        if scenario_id not in before:
            yield Change(subject=_name(scenario), text="apparu", note="", is_worse=False)


def _compare_checks(old: Report, new: Report) -> Iterator[Change]:
    before = _scenarios(old)
    for scenario_id, scenario in _scenarios(new).items():
        if scenario_id in before:
            for text, is_worse in _differences(before[scenario_id], scenario):
                yield Change(subject=_name(scenario), text=text, note="", is_worse=is_worse)


def _differences(old: Scenario, new: Scenario) -> Iterator[tuple[str, bool]]:
    was, is_now = len(old.steps), len(new.steps)
    if was != is_now:
        yield f"{count(was, 'étape')} → {is_now}", is_now < was
    # Only a scenario that went to its end tells all its assertions.
    if {old.outcome, new.outcome} == {ScenarioOutcome.PASSED}:
        was, is_now = (sum(step.assertions for step in item.steps) for item in (old, new))
        if was != is_now:
            yield f"{count(was, 'assertion')} → {is_now}", is_now < was
    lost = [tag for tag in old.tags if tag not in new.tags]
    if lost:
        yield f"ne porte plus {', '.join(lost)}", True
    gained = [tag for tag in new.tags if tag not in old.tags]
    if gained:
        yield f"porte aussi {', '.join(gained)}", False


def _results(report: Report) -> dict[str, StatementResult]:
    return {result.statement.id: result for result in report.statements}


def _scenarios(report: Report) -> dict[str, Scenario]:
    return {scenario.id: scenario for scenario in report.scenarios}


def _name(scenario: Scenario) -> str:
    return f"{scenario.title} ({scenario.path}:{scenario.line})"


def _words(statement: Statement) -> str:
    return f"{quotation(statement)} ({origin(statement)})"
