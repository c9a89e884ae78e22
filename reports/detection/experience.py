"""How likely a defect is to turn a scenario from green, by what it did to others; pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import prod

from reports.detection.model import Try, TryOutcome

_UNKNOWN = 0.02
"""The chance of a defect at a step that it has never been tried on."""

_WEIGHT = 0.3
"""Of how many runs that chance counts for: a first run says nearly all."""

_VALUE = re.compile(r'"[^"]*"|\d+')


class Experience:
    """What has been seen so far.

    Args:
        tries: Of any defects on any scenarios.
        steps: Those of each scenario, in order, as a person reads them.
    """

    def __init__(self, tries: Iterable[Try], steps: Mapping[str, Sequence[str]]) -> None:
        self._steps = {scenario: list(map(_kind, texts)) for scenario, texts in steps.items()}
        self._runs: Counter[tuple[str, str]] = Counter()
        self._stops: Counter[tuple[str, str]] = Counter()
        for done in tries:
            self._add(done)

    def _add(self, done: Try) -> None:
        stopped_at = _kind(done.step)
        for step in self._steps.get(done.scenario, ()):
            self._runs[done.defect, step] += 1
            if done.outcome is not TryOutcome.GREEN and step == stopped_at:
                self._stops[done.defect, step] += 1
                return

    def chance(self, defect: str, scenario: str) -> float:
        """Give a number between 0 and 1."""
        return 1 - prod(1 - self._at_kind(defect, step) for step in set(self._steps[scenario]))

    def chance_at(self, defect: str, step: str) -> float:
        """Give the same for one step alone."""
        return self._at_kind(defect, _kind(step))

    def _at_kind(self, defect: str, step: str) -> float:
        stops = self._stops[defect, step] + _UNKNOWN * _WEIGHT
        return stops / (self._runs[defect, step] + _WEIGHT)


def _kind(step: str) -> str:
    """Give what steps that differ by a value have in common."""
    return _VALUE.sub("…", step)
