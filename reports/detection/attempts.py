"""Running one scenario with some defects in force, or with none."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import time
from typing import cast

import pytest
from _pytest.runner import runtestprotocol

from reports.collecting.outcomes import read_phase, read_record
from reports.detection.grouping import Attempt
from reports.detection.model import TryOutcome

_MESSAGE_LENGTH = 600

IN_FORCE = pytest.StashKey[tuple[str, ...]]()
"""The defects that an item's run is made with, none for its run without any."""

NOTED = pytest.StashKey[frozenset[str]]()
"""Those that made a difference in it, or would have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepError:
    """What a step raised; ``is_judgement`` for an « Alors »."""

    is_judgement: bool
    text: str
    exception: Exception


STEP_ERROR = pytest.StashKey[StepError | None]()


def attempt(item: pytest.Item, defects: Sequence[str]) -> Attempt:
    """Run a scenario quietly, with defects or without."""
    item.stash[IN_FORCE] = tuple(defects)
    item.stash[NOTED], item.stash[STEP_ERROR] = frozenset(), None
    started = time()
    # With its parent for the next item, only what is the scenario's own is torn down.
    within = cast("pytest.Item", item.parent)
    with _fixtures_kept(item):
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


@contextmanager
def _fixtures_kept(item: pytest.Item) -> Iterator[None]:
    """Have the next run find the fixtures that this one did.

    What a step gives under a fixture's name, pytest-bdd registers for the test, and for good:
    https://github.com/pytest-dev/pytest-bdd/blob/9.0.0/src/pytest_bdd/compat.py
    """
    info = cast("pytest.Function", item)._fixtureinfo  # noqa: SLF001 - there is no public way
    found = dict(info.name2fixturedefs)
    yield
    info.name2fixturedefs.clear()
    info.name2fixturedefs.update(found)
    registered = item.session._fixturemanager._arg2node2fixturedefs  # noqa: SLF001 - the same
    for by_node in registered.values():
        by_node.pop(item, None)


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
    # Of a step whose fixtures could not be made, the « Alors » itself has judged nothing.
    record = read_record(report)
    is_judged = error.is_judgement and record is not None and not record["broken"]
    is_red = is_judged and isinstance(error.exception, AssertionError)
    # Playwright ends with its log of the wait, which says nothing more.
    message = (str(error.exception) or phase.message).partition("\nCall log:")[0].strip()
    outcome = TryOutcome.RED if is_red else TryOutcome.BROKEN
    return outcome, error.text, message[:_MESSAGE_LENGTH]
