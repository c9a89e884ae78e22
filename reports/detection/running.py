"""Which scenarios are run with which defects, in one process."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from reports.detection.attempts import attempt
from reports.detection.experience import Experience
from reports.detection.grouping import Attempt, Grouping
from reports.detection.memory import Memory
from reports.detection.model import Baseline, KnownDefect, Scope, Try
from reports.detection.places import PLACE, Place, place
from reports.judging.register import STATEMENT_ID

PROPERTY = "detection"
"""Name of a run with a defect among the ``user_properties`` of its report."""

BASELINE_PROPERTY = "baseline"
"""The same of a run without; then comes of how many this process knew none when it began."""

MEMORY_NAME = "results.jsonl"


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
        place(items, self.root)
        placed = [item.stash[PLACE] for item in items if self.has(item)]
        self._steps = {item.scenario: item.steps for item in placed}

    def arrange(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Give the items that need a run, in the order of what they are run for."""
        placed = [(item, item.stash[PLACE]) for item in items if self.has(item)]
        due = [(item, place) for item, place in placed if self._is_due(place)]
        scenarios = {place.scenario for _, place in due}
        self._unobserved = len(scenarios - self._baselines.keys())
        # Scenarios in no order of subject, so that the first speak for those that are left.
        due.sort(key=lambda pair: pair[1].statement or _mixed(pair[1].scenario))
        return [item for item, _ in due]

    def _is_due(self, place: Place) -> bool:
        baseline = self._baselines.get(place.scenario)
        return baseline is None or bool(self._due(baseline, place))

    def _due(self, baseline: Baseline, place: Place) -> list[KnownDefect]:
        """Give the defects whose run could differ, and is not known."""
        return [
            defect
            for defect in self._left(place)
            if baseline.needs(defect.id) and (defect.id, place.scenario) not in self._known
        ]

    def _left(self, place: Place) -> list[KnownDefect]:
        """Give the defects that an item is there for; a statement's own only until detected."""
        if place.statement is None:
            return list(self.defects)
        own = (defect for defect in self.defects if defect.breaks == place.statement)
        return [defect for defect in own if defect.id not in self._detected]

    def has(self, item: pytest.Item) -> bool:
        """Tell whether an item is a run that is made here."""
        return PLACE in item.stash

    def run(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        """Run it with each defect that could matter and is not known.

        The first run of a scenario is one without any defect, which tells which matter there. A
        statement's own defects are no more run once detected, nor is what else could see them.
        """
        place = item.stash[PLACE]
        if self._left(place):
            self._run(item, place)
        item.session._setupstate.teardown_exact(nextitem)  # noqa: SLF001 - what runtestprotocol does

    def _run(self, item: pytest.Item, place: Place) -> None:
        if place.scenario not in self._baselines:
            baseline = self._baselines[place.scenario] = self._run_baseline(item)
            _tell(item, BASELINE_PROPERTY, (asdict(baseline), self._unobserved))
        baseline = self._baselines[place.scenario]
        due = self._due(baseline, place)
        if self.scope is Scope.ALL:
            self._run_together(item, baseline, due)
        else:
            for defect in due:
                self._settle(item, baseline, defect.id, attempt(item, (defect.id,)))

    def _run_together(
        self, item: pytest.Item, baseline: Baseline, due: Iterable[KnownDefect]
    ) -> None:
        experience = Experience(self.memory.recall()[1], self._steps)  # of all processes
        chances = {
            defect.id: 1.0
            if defect.is_declared_to_touch(baseline.tags)
            else experience.chance(defect.id, baseline.scenario)
            for defect in due
        }
        grouping = Grouping(partial(attempt, item), chances, experience.chance_at)
        for defect, run in grouping.settle():
            self._settle(item, baseline, defect, run)

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
        place, run = item.stash[PLACE], attempt(item, ())
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
