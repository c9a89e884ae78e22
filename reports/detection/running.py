"""Running scenarios with defects and without, in one process."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import time
from typing import cast

import pytest
from _pytest.runner import runtestprotocol
from pytest_bdd.parser import ScenarioTemplate, Step

from reports.collector import template_of
from reports.detection.experience import Experience
from reports.detection.grouping import Attempt, Grouping
from reports.detection.memory import Memory
from reports.detection.model import Baseline, KnownDefect, Scope, Try, TryOutcome
from reports.model import scenario_key
from reports.outcomes import read_phase
from reports.register import STATEMENT_ID

PROPERTY = "detection"
"""Name of a run with a defect among the ``user_properties`` of its report."""

BASELINE_PROPERTY = "baseline"
"""The same of a run without; then comes of how many this process knew none when it began."""

MEMORY_NAME = "results.jsonl"
_MESSAGE_LENGTH = 600

IN_FORCE = pytest.StashKey[tuple[str, ...]]()
"""The defects that an item's run is made with, none for its run without any."""

NOTED = pytest.StashKey[frozenset[str]]()
"""Those that made a difference in it, or would have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepError:
    """What a step raised; ``is_judgement`` for an « Alors » that was come to."""

    is_judgement: bool
    text: str
    exception: Exception


STEP_ERROR = pytest.StashKey[StepError | None]()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    statement: str | None
    scenario: str
    title: str
    steps: tuple[str, ...]


_PLACE = pytest.StashKey[_Place]()


class Runner:
    """Runs what pytest collected.

    Args:
        defects: Those to be tried.
        scope: On what.
        root: Of the project.
        folder: Of the matrix, and of what runs of all defects on all scenarios have given so far.
    """

    def __init__(
        self, defects: Sequence[KnownDefect], scope: Scope, root: Path, folder: Path
    ) -> None:
        self.defects = defects
        self.scope = scope
        self.root = root
        self.folder = folder
        self.memory = Memory(folder / MEMORY_NAME, root, defects)
        self.known_baselines, self.known_tries = (
            ([], []) if scope is Scope.OWN else self.memory.recall()
        )
        self._rows: dict[tuple[str, int], list[object]] = {}
        self._baselines = {item.scenario: item for item in self.known_baselines}
        self._known = {(item.defect, item.scenario) for item in self.known_tries}
        self._steps: dict[str, Sequence[str]] = {}
        self._detected: set[str] = set()
        self._unobserved = 0

    def tried_with(self, tags: Collection[str]) -> list[KnownDefect]:
        """Give the defects that a scenario with these tags is tried with."""
        return [item for item in self.defects if self.scope is Scope.ALL or item.breaks in tags]

    def judged(self, tags: Collection[str]) -> list[str | None]:
        """Give the statements for which a scenario with these tags is run; None for all at once."""
        if self.scope is Scope.ALL:
            return [None]
        return list(dict.fromkeys(item.breaks for item in self.tried_with(tags)))

    def place(self, items: Sequence[pytest.Item]) -> None:
        """Note what each item is."""
        for item in items:
            template, callspec = template_of(item), getattr(item, "callspec", None)
            if template is None or callspec is None or "defects" not in callspec.params:
                continue
            key = self._key_of(template, callspec.params)
            row = f" (exemple {key.rpartition(':')[2]})" if not key.endswith(":0") else ""
            played = template.render(callspec.params.get("_pytest_bdd_example", {}))
            item.stash[_PLACE] = _Place(
                statement=callspec.params["defects"],
                scenario=key,
                title=f"« {template.name} »{row}",
                steps=tuple(map(step_text, played.steps)),
            )
            self._steps[key] = item.stash[_PLACE].steps

    def arrange(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Give the items that need a run, in the order of what they are run for."""
        placed = [(item, item.stash[_PLACE]) for item in items if self.has(item)]
        due = [(item, place) for item, place in placed if self._is_due(place)]
        scenarios = {place.scenario for _, place in due}
        self._unobserved = len(scenarios - self._baselines.keys())
        # Scenarios in no order of subject, so that the first speak for those that are left.
        due.sort(key=lambda pair: pair[1].statement or _mixed(pair[1].scenario))
        return [item for item, _ in due]

    def _is_due(self, place: "_Place") -> bool:
        baseline = self._baselines.get(place.scenario)
        return baseline is None or bool(self._due(baseline, place))

    def _due(self, baseline: Baseline, place: "_Place") -> list[KnownDefect]:
        """Give the defects whose run could differ, and is not known."""
        return [
            defect
            for defect in self.defects
            if place.statement in {None, defect.breaks} and baseline.needs(defect.id)
            if (defect.id, place.scenario) not in self._known
        ]

    def _key_of(self, template: ScenarioTemplate, parameters: Mapping[str, object]) -> str:
        # pytest numbers the combinations of rows and statements, so rows are told apart by what
        # they hold: the same object in each combination, first met in the order of the examples.
        path = Path(template.feature.filename).relative_to(self.root).as_posix()
        rows = self._rows.setdefault((path, template.line_number), [])
        row = parameters.get("_pytest_bdd_example")
        if row is not None and not any(row is known for known in rows):
            rows.append(row)
        ranks = [rank for rank, known in enumerate(rows, start=1) if known is row]
        return scenario_key(path, template.line_number, ranks[0] if ranks else 0)

    def has(self, item: pytest.Item) -> bool:
        """Tell whether an item is a run that is made here."""
        return _PLACE in item.stash

    def run(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        """Run it with each defect that could matter and is not known.

        The first run of a scenario is one without any defect, which tells which matter there. A
        statement's own defects are no more run once detected.
        """
        place = item.stash[_PLACE]
        if place.scenario not in self._baselines:
            baseline = self._baselines[place.scenario] = self._run_baseline(item)
            _tell(item, BASELINE_PROPERTY, (asdict(baseline), self._unobserved))
        baseline = self._baselines[place.scenario]
        due = self._due(baseline, place)
        if self.scope is Scope.ALL:
            self._run_together(item, baseline, due)
        else:
            self._run_each(item, baseline, due)
        item.session._setupstate.teardown_exact(nextitem)  # noqa: SLF001 - what runtestprotocol does

    def _run_each(self, item: pytest.Item, baseline: Baseline, due: Iterable[KnownDefect]) -> None:
        for defect in due:
            if defect.id not in self._detected:
                self._settle(item, baseline, defect.id, _run(item, (defect.id,)))

    def _run_together(
        self, item: pytest.Item, baseline: Baseline, due: Iterable[KnownDefect]
    ) -> None:
        experience = Experience(self.memory.recall()[1], self._steps)  # of all processes
        chances = {
            defect.id: 1.0
            if defect.breaks in baseline.tags
            else experience.chance(defect.id, baseline.scenario)
            for defect in due
        }
        grouping = Grouping(partial(_run, item), chances, experience.chance_at)
        for defect, attempt in grouping.settle():
            self._settle(item, baseline, defect, attempt)

    def _settle(self, item: pytest.Item, baseline: Baseline, defect: str, run: Attempt) -> None:
        done = Try(
            defect=defect,
            scenario=baseline.scenario,
            title=baseline.title,
            tags=baseline.tags,
            outcome=run.outcome,
            is_exercised=defect in run.exercised,
            step=run.step,
            message=run.message,
            seconds=run.seconds / len(run.defects),
            others=len(run.defects) - 1,
        )
        if done.is_red:
            self._detected.add(done.defect)
        _tell(item, PROPERTY, done.written())

    def _run_baseline(self, item: pytest.Item) -> Baseline:
        place, run = item.stash[_PLACE], _run(item, ())
        fault = f"{run.step} : {run.message}" if run.step else run.message
        marks = (mark.name for mark in item.iter_markers())
        return Baseline(
            scenario=place.scenario,
            title=place.title,
            tags=tuple(name for name in marks if STATEMENT_ID.fullmatch(name)),
            fault=fault,
            noted=tuple(sorted(run.exercised)),
        )


def _mixed(scenario: str) -> str:
    return sha256(scenario.encode()).hexdigest()


def step_text(step: Step) -> str:
    """Give a step as a person reads it."""
    return f"{step.keyword.capitalize()} {step.name}"


def _run(item: pytest.Item, defects: Sequence[str]) -> Attempt:
    """Run a scenario quietly, with defects or without."""
    item.stash[IN_FORCE] = tuple(defects)
    item.stash[NOTED], item.stash[STEP_ERROR] = frozenset(), None
    started = time()
    # With its parent for the next item, only what is the scenario's own is torn down.
    within = cast("pytest.Item", item.parent)
    reports = runtestprotocol(item, log=False, nextitem=within)
    outcome, step, message = _outcome_of(reports, item.stash[STEP_ERROR])
    return Attempt(
        defects=tuple(defects),
        exercised=item.stash[NOTED],
        outcome=outcome,
        step=step,
        message=message,
        seconds=time() - started,
    )


def _outcome_of(
    reports: Sequence[pytest.TestReport], error: StepError | None
) -> tuple[TryOutcome, str, str]:
    """Give the outcome, the step that did not pass, and why."""
    if all(report.passed for report in reports):
        return TryOutcome.GREEN, "", ""
    report = next(report for report in reports if not report.passed)
    phase = read_phase(report)
    if error is None or report.when != "call":
        return TryOutcome.BROKEN, "", phase.message[:_MESSAGE_LENGTH]
    is_red = error.is_judgement and isinstance(error.exception, AssertionError)
    # Playwright ends with its log of the wait, which says nothing more.
    message = (str(error.exception) or phase.message).partition("\nCall log:")[0].strip()
    outcome = TryOutcome.RED if is_red else TryOutcome.BROKEN
    return outcome, error.text, message[:_MESSAGE_LENGTH]


def _tell(item: pytest.Item, name: str, told: object) -> None:
    report = pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={},
        outcome="passed",  # of the run: what the scenario did is in the property
        longrepr=None,
        when="call",
        user_properties=[(name, told)],
    )
    item.ihook.pytest_runtest_logreport(report=report)
