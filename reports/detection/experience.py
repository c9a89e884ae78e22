"""How likely a defect is to turn a scenario from green, by what it did to others; pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import prod

from reports.detection.model import Try, TryOutcome

_UNKNOWN = 0.12
"""The chance that a scenario sees a defect of which nothing is known: so it was, measured."""

_RARE = 0.02
"""The chance that a defect stops a scenario at a step that it has let pass."""

_VALUE = re.compile(r'"[^"]*"|\d+')


class Experience:
    """What has been seen so far.

    Args:
        tries: Of any defects on any scenarios.
        steps: Those of each scenario, in order, as a person reads them.
    """

    def __init__(self, tries: Iterable[Try], steps: Mapping[str, Sequence[str]]) -> None:
        self._steps = {scenario: list(map(_kind, texts)) for scenario, texts in steps.items()}
        self._runs: Counter[str | tuple[str, str]] = Counter()
        self._stops: Counter[str | tuple[str, str]] = Counter()
        for done in tries:
            self._add(done)

    def _add(self, done: Try) -> None:
        is_stopped = done.outcome is not TryOutcome.GREEN
        self._runs[done.defect] += 1
        self._stops[done.defect] += is_stopped
        stopped_at = _kind(done.step)
        for step in self._steps.get(done.scenario, ()):
            self._runs[done.defect, step] += 1
            if is_stopped and step == stopped_at:
                self._stops[done.defect, step] += 1
                return

    def chance(self, defect: str, scenario: str) -> float:
        """Give a number between 0 and 1."""
        steps = set(self._steps[scenario])
        met = {step for step in steps if (defect, step) in self._runs}
        stops = [self._at_met(defect, step) for step in met]
        if met != steps:
            stops.append(self._anywhere(defect))
        return 1 - prod(1 - chance for chance in stops)

    def chance_at(self, defect: str, step: str) -> float:
        """Give the same for one step alone."""
        kind = _kind(step)
        is_met = (defect, kind) in self._runs
        return self._at_met(defect, kind) if is_met else self._anywhere(defect)

    def _at_met(self, defect: str, step: str) -> float:
        # The last digit says how little a first run leaves open.
        return (self._stops[defect, step] + _RARE * 0.3) / (self._runs[defect, step] + 0.3)

    def _anywhere(self, defect: str) -> float:
        return (self._stops[defect] + _UNKNOWN) / (self._runs[defect] + 1)


def _kind(step: str) -> str:
    """Give what steps that differ by a value have in common."""
    return _VALUE.sub("…", step)
