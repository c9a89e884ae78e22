"""How likely a defect is to turn a scenario from green, by what it did in others; pure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from reports.detection.model import Try, TryOutcome

_AGAIN = 0.85
"""Where it stopped another scenario at a step that this one has too."""

_UNKNOWN = 0.05
_WEIGHT = 6
"""Of how many runs the chance of an unknown defect counts for."""


class Experience:
    """What has been seen so far.

    Args:
        tries: Of any defects on any scenarios.
    """

    def __init__(self, tries: Iterable[Try]) -> None:
        self._runs: Counter[str] = Counter()
        self._stops: Counter[str] = Counter()
        self._steps: defaultdict[str, set[str]] = defaultdict(set)
        for done in tries:
            self._runs[done.defect] += 1
            if done.outcome is not TryOutcome.GREEN:
                self._stops[done.defect] += 1
                self._steps[done.defect].add(done.step)

    def chance(self, defect: str, steps: Collection[str]) -> float:
        """Give a number between 0 and 1 for a scenario of these steps, as a person reads them."""
        if not self._steps[defect].isdisjoint(steps):
            return _AGAIN
        stops = self._stops[defect] + _UNKNOWN * _WEIGHT
        return stops / (self._runs[defect] + _WEIGHT)
