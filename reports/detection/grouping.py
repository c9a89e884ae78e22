"""Trying many defects on one scenario in few runs; pure.

Most defects that make a difference in a scenario leave it green: it looks at something else. They
are put in together, and what was exercised in a green run has left it green. Where it is not green,
they are parted until the one that did it is alone: only a run with one defect speaks against it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.detection.model import TryOutcome

_EVEN = 0.5
"""A run teaches most where it is as likely to be green as not."""

_MOST = 32
"""Defects in a run: more would hide one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A run of a scenario with some defects in force.

    Attributes:
        defects: Their ids.
        exercised: Those that made a difference.
        outcome: What the scenario did.
        step: The step that did not pass.
        message: Its assertion, or what went wrong.
        seconds: Of the run.
    """

    defects: tuple[str, ...]
    exercised: frozenset[str]
    outcome: TryOutcome
    step: str
    message: str
    seconds: float

    @property
    def is_green(self) -> bool:
        """The scenario saw nothing."""
        return self.outcome is TryOutcome.GREEN


Run = Callable[[Sequence[str]], Attempt]
Settled = Iterator[tuple[str, Attempt]]


class Grouping:
    """Settles what each defect does to a scenario.

    Args:
        run: Runs the scenario with some defects.
        chances: How likely each is to turn it from green, between 0 and 1.
        chance_at: The same of a defect at a step.
    """

    def __init__(
        self,
        run: Run,
        chances: Mapping[str, float],
        chance_at: Callable[[str, str], float],
    ) -> None:
        self._run = run
        self._chances = chances
        self._chance_at = chance_at

    def settle(self) -> Settled:
        """Give each defect with the run that settles it, each once, in any order."""
        waiting = sorted(self._chances, key=lambda defect: self._chances[defect])
        while waiting:
            number = self._fitting(waiting)
            yield from self._try(waiting[:number])
            del waiting[:number]

    def _fitting(self, defects: Sequence[str]) -> int:
        """Give how many of the first defects are best tried together."""
        is_green = 1.0
        for number, defect in enumerate(defects[:_MOST]):
            is_green *= 1 - self._chances[defect]
            if is_green < _EVEN:
                return max(number, 1)
        return min(len(defects), _MOST)

    def _try(self, defects: Sequence[str]) -> Settled:
        done = self._run(defects)
        if len(defects) == 1:
            yield defects[0], done
            return
        exercised = [defect for defect in defects if defect in done.exercised]
        others = [defect for defect in defects if defect not in done.exercised]
        if not exercised:
            yield from self._part(dict.fromkeys(others, 1.0))
            return
        if done.is_green:
            yield from ((defect, done) for defect in exercised)
        else:
            chances = {defect: self._chance_at(defect, done.step) for defect in exercised}
            likeliest = sorted(exercised, key=lambda defect: -chances[defect])
            yield from self._part(
                {defect: chances[defect] for defect in likeliest}, is_suspect=True
            )
        if others:  # another hid them, or the scenario did not come to them
            yield from self._try(others)

    def _part(self, chances: Mapping[str, float], *, is_suspect: bool = False) -> Settled:
        """Try two parts of like chances; of the suspect, one defect at least does something."""
        defects = list(chances)
        if len(defects) == 1:
            yield from self._try(defects)
            return
        middle = _middle(list(chances.values()))
        is_left_green = True
        for defect, done in self._try(defects[:middle]):
            is_left_green = is_left_green and done.is_green
            yield defect, done
        if is_suspect and is_left_green:
            right = {defect: chances[defect] for defect in defects[middle:]}
            yield from self._part(right, is_suspect=True)
        else:
            yield from self._try(defects[middle:])


def _middle(chances: Sequence[float]) -> int:
    """Give how many of the first chances are half of all; at least one is left."""
    reached = 0.0
    for number, chance in enumerate(chances[:-1], start=1):
        reached += chance
        if reached >= sum(chances) / 2:
            return number
    return len(chances) - 1
