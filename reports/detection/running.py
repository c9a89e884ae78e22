"""Running scenarios with a defect and without, in one process."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time

import pytest
from _pytest.runner import runtestprotocol
from pytest_bdd.parser import ScenarioTemplate

from reports.collector import template_of
from reports.detection.memory import digests, recall
from reports.detection.model import KnownDefect, Scope, Try, TryOutcome
from reports.model import scenario_key
from reports.outcomes import read_phase, read_record
from reports.register import STATEMENT_ID

PROPERTY = "detection"
"""Name of a run among the ``user_properties`` of its report."""

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
_PLACE = pytest.StashKey[tuple[str, str]]()


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
        self.digests = digests(root, defects)
        self.titles: dict[str, str] = {}
        self._rows: dict[tuple[str, int], list[object]] = {}
        self._baselines: dict[str, pytest.Item] = {}
        self._baseline_faults: dict[str, str] = {}
        self._detected: set[str] = set()

    @property
    def memory(self) -> Path:
        """The file of what is known already."""
        return self.folder / MEMORY_NAME

    def known_tries(self) -> list[Try]:
        """Give the runs of before that still hold; none where all are made again."""
        return [] if self.scope is Scope.OWN else list(recall(self.memory, self.digests))

    def tried_with(self, tags: Collection[str]) -> list[KnownDefect]:
        """Give the defects that a scenario with these tags is tried with."""
        return [item for item in self.defects if self.scope is Scope.ALL or item.breaks in tags]

    def arrange(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Give the runs with a defect that are not known yet, defect by defect."""
        known = {(item.defect, item.scenario) for item in self.known_tries()}
        unknown = [item for item, place in self._place(items) if place not in known]
        # What `-k` kept of a scenario without its run without defect cannot be judged.
        judged = (item for item in unknown if item.stash[_PLACE][1] in self._baselines)
        return sorted(judged, key=lambda item: item.stash[_PLACE][0])

    def _place(self, items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, tuple[str, str]]]:
        for item in items:
            template, callspec = template_of(item), getattr(item, "callspec", None)
            if template is None or callspec is None or "defect" not in callspec.params:
                continue
            key, defect = self._key_of(template, callspec.params), callspec.params["defect"]
            row = f" (exemple {key.rpartition(':')[2]})" if not key.endswith(":0") else ""
            self.titles[key] = f"« {template.name} »{row}"
            if defect is None:
                self._baselines[key] = item
            else:
                item.stash[_PLACE] = defect, key
                yield item, (defect, key)

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
        """Tell whether an item is a run with a defect."""
        return _PLACE in item.stash

    def run(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        """Run it, unless its defect is detected already and no more is asked for."""
        defect, key = item.stash[_PLACE]
        if self.scope is Scope.OWN and defect in self._detected:
            return
        if key not in self._baseline_faults:
            outcome, step, message = _run(self._baselines[key], item)
            fault = f"{step} : {message}" if step else message
            self._baseline_faults[key] = "" if outcome is TryOutcome.GREEN else fault
        started = time()
        outcome, step, message = _run(item, nextitem)
        done = Try(
            defect=defect,
            scenario=key,
            title=self.titles[key],
            tags=tuple(
                mark.name for mark in item.iter_markers() if STATEMENT_ID.fullmatch(mark.name)
            ),
            baseline=self._baseline_faults[key],
            outcome=outcome,
            is_exercised=defect in item.stash.get(NOTED, frozenset()),
            step=step,
            message=message,
            seconds=time() - started,
        )
        if done.is_red:
            self._detected.add(defect)
        item.ihook.pytest_runtest_logreport(report=_report(item, done, started))


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


def _report(item: pytest.Item, done: Try, started: float) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords={},
        outcome="passed",  # of the run: what the scenario did is in the property
        longrepr=None,
        when="call",
        duration=done.seconds,
        start=started,
        stop=started + done.seconds,
        user_properties=[(PROPERTY, done.written())],
    )
