"""How far a detection run is, and how long what is left may take."""

from collections.abc import Iterable, Sequence
from time import monotonic

from reports import wording
from reports.detection.model import Baseline, KnownDefect, Scope, Try


class Progress:
    """Counts what was run since it was made.

    Args:
        defects: Those that are tried.
        baselines: Known already.
        tries: The same.
    """

    def __init__(
        self, defects: Sequence[KnownDefect], baselines: Iterable[Baseline], tries: Iterable[Try]
    ) -> None:
        self._ids = [defect.id for defect in defects]
        self._known = {(item.defect, item.scenario) for item in tries}
        self._needed: dict[str, int] = {}
        self._due = 0
        for item in baselines:
            self._count(item)
        self._begun = monotonic()
        self._observed = 0
        self._unobserved = 0
        self._tries: list[Try] = []

    def observed(self, baseline: Baseline, number: int) -> None:
        """Count the first run of a scenario, without defect; ``number`` had none at the start."""
        self._observed += 1
        self._unobserved = number - self._observed
        self._count(baseline)

    def tried(self, done: Try) -> None:
        """Count a run with a defect."""
        self._tries.append(done)

    def told(self, scope: Scope) -> str:
        """Say it in one French line; there is one run with a defect at least."""
        elapsed = monotonic() - self._begun
        if scope is Scope.ALL:
            typical = sum(self._needed.values()) / len(self._needed)
            total = self._due + typical * self._unobserved
            left = elapsed / len(self._tries) * (total - len(self._tries))
            counted = f"Essais : {len(self._tries)} sur {round(total)} environ"
        else:
            tried = {item.defect for item in self._tries}
            detected = len({item.defect for item in self._tries if item.is_red})
            left = elapsed / len(tried) * (len(self._ids) - len(tried))
            counted = f"Défauts essayés : {len(tried)} sur {len(self._ids)}, détectés : {detected}"
        return f"{counted} ; reste environ {wording.duration(left)}."

    def _count(self, baseline: Baseline) -> None:
        needed = [defect for defect in self._ids if baseline.needs(defect)]
        self._needed[baseline.scenario] = len(needed)
        self._due += sum((defect, baseline.scenario) not in self._known for defect in needed)
