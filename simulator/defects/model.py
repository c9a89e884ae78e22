"""What a defect is, and how it comes to be known that it made a difference."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.services import Services

Note = Callable[[], None]
"""Says that the fault has just made a difference: only then was the defect exercised."""

Change = Callable[[Services, Note], Services]


@dataclass(frozen=True)
class Defect:
    """A fault put in on purpose, such as a real team would leave.

    Attributes:
        id: French, in kebab-case.
        breaks: The id of the statement that no longer holds.
        sentence: What goes wrong, in French, for a tester or a trainer.
        change: Makes faulty services of sound ones; made by the helpers of `changes`.
        theme: The module that it stands in.
    """

    id: str
    breaks: str
    sentence: str
    change: Change = field(repr=False)
    theme: str = ""


class Exercised:
    """Which defects made a difference, sandbox by sandbox, since this process began."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, set[str]] = defaultdict(set)

    def note(self, sandbox: str, defect: str) -> None:
        """Remember that a defect made a difference."""
        self._ids[sandbox].add(defect)

    def of(self, sandbox: str) -> frozenset[str]:
        """Return the ids of those that did."""
        return frozenset(self._ids[sandbox])

    def forget(self, sandbox: str) -> None:
        """Begin again, for a sandbox that was changed or erased."""
        self._ids.pop(sandbox, None)
