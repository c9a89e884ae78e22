"""Running scenarios with a defect and without, in one process."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import time

import pytest
from _pytest.runner import runtestprotocol
from pytest_bdd.parser import ScenarioTemplate

from reports.collector import template_of
from reports.detection.memory import Memory
from reports.detection.model import Baseline, KnownDefect, Scope, Try, TryOutcome
from reports.model import scenario_key
from reports.outcomes import read_phase, read_record
from reports.register import STATEMENT_ID

PROPERTY = "detection"
"""Name of a run with a defect among the ``user_properties`` of its report."""

BASELINE_PROPERTY = "baseline"
"""The same of a run without; then comes of how many this process knew none when it began."""

MEMORY_NAME = "results.jsonl"
_MESSAGE_LENGTH = 600

NOTED = pytest.StashKey[frozenset[str]]()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepError:
    """What a step raised; ``is_judgement`` for an « Alors »."""

    is_judgement: bool
    text: str
    exception: Exception


STEP_ERROR = pytest.StashKey[StepError]()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    defect: str | None
    scenario: str
    title: str


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
        self._unbroken: dict[str, pytest.Item] = {}
        self._baselines = {item.scenario: item for item in self.known_baselines}
        self._detected: set[str] = set()
        self._unobserved = 0

    def tried_with(self, tags: Collection[str]) -> list[KnownDefect]:
        """Give the defects that a scenario with these tags is tried with."""
        return [item for item in self.defects if self.scope is Scope.ALL or item.breaks in tags]

    def place(self, items: Sequence[pytest.Item]) -> None:
        """Note what each item is."""
        for item in items:
            template, callspec = template_of(item), getattr(item, "callspec", None)
            if template is None or callspec is None or "defect" not in callspec.params:
                continue
            key = self._key_of(template, callspec.params)
            row = f" (exemple {key.rpartition(':')[2]})" if not key.endswith(":0") else ""
            defect: str | None = callspec.params["defect"]
            item.stash[_PLACE] = _Place(
                defect=defect, scenario=key, title=f"« {template.name} »{row}"
            )

    def arrange(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Give the runs with a defect that are needed and not known yet.

        They are in the order of the defects, or of the scenarios where all is tried.
        """
        placed = [(item, item.stash[_PLACE]) for item in items if self.has(item)]
        self._unbroken = {place.scenario: item for item, place in placed if not place.defect}
        known = {(item.defect, item.scenario) for item in self.known_tries}
        due = [
            (item, place)
            for item, place in placed
            # What `-k` kept of a scenario without its run without defect cannot be judged.
            if place.defect and place.scenario in self._unbroken
            if (place.defect, place.scenario) not in known and self._may_need(place)
        ]
        scenarios = {place.scenario for _, place in due}
        self._unobserved = len(scenarios - self._baselines.keys())
        is_all = self.scope is Scope.ALL
        due.sort(key=lambda pair: pair[1].scenario if is_all else pair[1].defect or "")
        return [item for item, _ in due]

    def _may_need(self, place: "_Place") -> bool:
        baseline = self._baselines.get(place.scenario)
        return baseline is None or baseline.needs(place.defect or "")

    def _key_of(self, template: ScenarioTemplate, parameters: Mapping[str, object]) -> str:
        # pytest numbers the combinations of rows and defects, so rows are told apart by what they
        # hold: the same object in each combination, first met in the order of the examples.
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
        """Run it, unless it could not differ, or its defect is detected and no more is asked for.

        The first run of a scenario is one without any defect, which tells which matter there.
        """
        place = item.stash[_PLACE]
        defect = place.defect or ""
        if self.scope is Scope.OWN and defect in self._detected:
            return
        if place.scenario not in self._baselines:
            baseline = self._baselines[place.scenario] = self._run_baseline(item)
            told = (BASELINE_PROPERTY, (asdict(baseline), self._unobserved))
            item.ihook.pytest_runtest_logreport(report=_report(item, told))
        baseline = self._baselines[place.scenario]
        if not baseline.needs(defect):
            return
        started = time()
        outcome, step, message = _run(item, nextitem)
        done = Try(
            defect=defect,
            scenario=place.scenario,
            title=baseline.title,
            tags=baseline.tags,
            outcome=outcome,
            is_exercised=defect in item.stash.get(NOTED, frozenset()),
            step=step,
            message=message,
            seconds=time() - started,
        )
        if done.is_red:
            self._detected.add(defect)
        item.ihook.pytest_runtest_logreport(report=_report(item, (PROPERTY, done.written())))

    def _run_baseline(self, item: pytest.Item) -> Baseline:
        place, unbroken = item.stash[_PLACE], self._unbroken[item.stash[_PLACE].scenario]
        outcome, step, message = _run(unbroken, item)
        fault = "" if outcome is TryOutcome.GREEN else f"{step} : {message}" if step else message
        noted: frozenset[str] = unbroken.stash.get(NOTED, frozenset())
        marks = (mark.name for mark in item.iter_markers())
        return Baseline(
            scenario=place.scenario,
            title=place.title,
            tags=tuple(name for name in marks if STATEMENT_ID.fullmatch(name)),
            fault=fault,
            noted=tuple(sorted(noted)),
        )


def _run(item: pytest.Item, nextitem: pytest.Item | None) -> tuple[TryOutcome, str, str]:
    """Run a scenario quietly; give its outcome, the step that did not pass, and why."""
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if all(report.passed for report in reports):
        return TryOutcome.GREEN, "", ""
    report = next(report for report in reports if not report.passed)
    phase = read_phase(report)
    record = read_record(report)
    error = item.stash.get(STEP_ERROR, None)
    if error is None or report.when != "call":
        return TryOutcome.BROKEN, "", phase.message[:_MESSAGE_LENGTH]
    # Of a step whose fixtures could not be made, the « Alors » itself has judged nothing.
    is_judged = error.is_judgement and record is not None and not record["broken"]
    is_red = is_judged and isinstance(error.exception, AssertionError)
    # Playwright ends with its log of the wait, which says nothing more.
    message = (str(error.exception) or phase.message).partition("\nCall log:")[0].strip()
    outcome = TryOutcome.RED if is_red else TryOutcome.BROKEN
    return outcome, error.text, message[:_MESSAGE_LENGTH]


def _report(item: pytest.Item, told: tuple[str, object]) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={},
        outcome="passed",  # of the run: what the scenario did is in the property
        longrepr=None,
        when="call",
        user_properties=[told],
    )
