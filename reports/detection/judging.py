"""From the trials to what became of each defect, and of each scenario; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.detection.model import (
    Finding,
    Key,
    KnownDefect,
    Outcome,
    Scenario,
    State,
    Trial,
    Unmoved,
)


@dataclass(frozen=True)
class Judge:
    """Says what the trials so far tell.

    Attributes:
        defects: Those asked for.
        scenarios: All that are declared.
        known: The trials.
        explanations: Why no defect can turn some scenarios red, by title; None where not all
            defects are asked for, so that of no scenario it is known that none does.
    """

    defects: Sequence[KnownDefect]
    scenarios: Sequence[Scenario]
    known: Mapping[Key, Trial]
    explanations: Mapping[str, str] | None

    def findings(self) -> tuple[Finding, ...]:
        """Say what became of each defect."""
        return tuple(map(self._judge, self.defects))

    def faults(self) -> list[Trial]:
        """Give the runs without defect that are not green, and so can judge none."""
        tried = [item for item in self.scenarios if self._pairs(item)]
        bases = self._trials((item.key, "") for item in tried)
        return [base for base in bases if base.outcome is not Outcome.GREEN]

    def unmoved(self) -> tuple[Unmoved, ...]:
        """Give the scenarios that were tried with all of their defects and that none turned red."""
        explanations = self.explanations or {}
        errors = {
            scenario.key: [trial.error for trial in trials if trial.outcome is Outcome.BROKEN]
            for scenario, trials in self._unmoved()
        }
        return tuple(
            Unmoved(
                scenario=scenario.key,
                title=scenario.title,
                error=next(iter(errors[scenario.key]), ""),
                explanation=explanations.get(scenario.title, ""),
            )
            for scenario in self.scenarios
            if scenario.key in errors
        )

    def number_to_play(self) -> int:
        """Count the runs that there are not yet."""
        needed = [
            key
            for scenario in self.scenarios
            if (pairs := self._pairs(scenario))
            for key in ((scenario.key, ""), *pairs)
        ]
        return sum(key not in self.known for key in needed)

    def to_try_again(self) -> frozenset[Key]:
        """Give the trials that ended in an error under short waits, where a verdict rests on them.

        None does where the defect is detected and the scenario was seen to turn red.
        """
        unseen = {item.defect.id for item in self.findings() if item.state is State.UNFINISHED}
        unmoved = {item.scenario for item in self.unmoved() if not item.explanation}
        return frozenset(
            trial.key
            for trial in self.known.values()
            if trial.is_hurried
            and trial.outcome is Outcome.BROKEN
            and (trial.defect in unseen or trial.scenario in unmoved)
        )

    def _judge(self, defect: KnownDefect) -> Finding:
        scenarios = [item.key for item in self.scenarios if defect.breaks in item.tags]
        trials = self._trials((key, defect.id) for key in scenarios)
        caught = next(filter(self._is_caught, trials), None)
        state, reason = (
            (State.DETECTED, "") if caught else self._state_of(defect, scenarios, trials)
        )
        return Finding(
            defect=defect, state=state, reason=reason, caught=caught, trials=tuple(trials)
        )

    def _state_of(
        self, defect: KnownDefect, scenarios: Sequence[str], trials: Sequence[Trial]
    ) -> tuple[State, str]:
        bases = self._trials((key, "") for key in scenarios)
        faults = [base.error for base in bases if base.outcome is not Outcome.GREEN]
        sound = [trial for trial in trials if self._is_sound(trial.scenario)]
        broken = [trial for trial in sound if trial.outcome is Outcome.BROKEN]
        unjudged, unfinished = State.UNJUDGED, State.UNFINISHED
        # From what leaves most open to what leaves nothing so.
        cases = (
            (not scenarios, unjudged, f"Aucun scénario ne porte {defect.breaks}."),
            (
                len(trials) + len(bases) < 2 * len(scenarios),
                unfinished,
                "Des essais restent à jouer.",
            ),
            (not sound, unjudged, f"Sans défaut déjà, rien n’est vert : {' '.join(faults[:1])}"),
            (
                any(trial.is_hurried for trial in broken),
                unfinished,
                "Des essais en erreur sont à réessayer seuls.",
            ),
            (
                bool(broken),
                unjudged,
                f"Une erreur, et non un « Alors » : {' '.join(item.error for item in broken[:1])}",
            ),
            (
                not any(trial.is_exercised for trial in sound),
                State.UNDELIVERED,
                "Le simulateur dit que le défaut n’y a rien changé.",
            ),
            (True, State.SURVIVOR, f"Les scénarios de {defect.breaks} ne le voient pas."),
        )
        return next((state, reason) for applies, state, reason in cases if applies)

    def _unmoved(self) -> Iterator[tuple[Scenario, list[Trial]]]:
        for scenario in self.scenarios if self.explanations is not None else ():
            pairs = self._pairs(scenario)
            trials = self._trials(pairs)
            is_judging = self._is_sound(scenario.key) or not pairs
            if is_judging and len(trials) == len(pairs) and not any(map(self._is_caught, trials)):
                yield scenario, trials

    def _is_caught(self, trial: Trial) -> bool:
        """Tell whether the scenario turned red for the defect and for nothing else."""
        is_red = trial.outcome is Outcome.RED and trial.is_exercised
        return is_red and self._is_sound(trial.scenario)

    def _is_sound(self, scenario: str) -> bool:
        base = self.known.get((scenario, ""))
        return base is not None and base.outcome is Outcome.GREEN

    def _pairs(self, scenario: Scenario) -> list[Key]:
        return [(scenario.key, item.id) for item in self.defects if item.breaks in scenario.tags]

    def _trials(self, keys: Iterable[Key]) -> list[Trial]:
        return [self.known[key] for key in keys if key in self.known]


def find_problems(judge: Judge) -> Iterator[str]:
    """Say in French what makes the run red."""
    for base in judge.faults():
        yield f"{base.title} n’est pas vert sans défaut : {base.error}"
    for finding in judge.findings():
        if finding.state not in {State.DETECTED, State.UNFINISHED}:
            name, breaks = finding.defect.id, finding.defect.breaks
            yield f"{name} ({breaks}) : {finding.state}. {finding.reason}"
    again = judge.to_try_again()
    waiting = {scenario for scenario, _ in again}
    unmoved = judge.unmoved()
    for item in unmoved:
        if item.explanation or item.scenario in waiting:
            continue
        if item.error:
            yield f"Aucun défaut ne fait rougir {item.title} ; une erreur l’a arrêté : {item.error}"
        else:
            yield f"Aucun défaut ne fait rougir, et rien ne l’explique : {item.title}."
    if number := judge.number_to_play():
        yield f"Essais qui restent à jouer : {number}."
    else:
        for title in sorted((judge.explanations or {}).keys() - {item.title for item in unmoved}):
            yield f"Un défaut fait rougir, quoi qu’on en explique : {title}."
    if again:
        yield f"Essais en erreur, à réessayer seuls avec les délais ordinaires : {len(again)}."


def summarise(findings: Sequence[Finding]) -> str:
    """Count in one French line."""
    counts = dict.fromkeys(State, 0)
    for finding in findings:
        counts[finding.state] += 1
    told = ", ".join(f"{number} {_agreed(state, number)}" for state, number in counts.items())
    total = len(findings)
    return f"{total} {_agreed('défaut', total)} : {told}."


def _agreed(words: str, number: int) -> str:
    is_plural = number > 1
    return " ".join(f"{word}s" if is_plural and word != "non" else word for word in words.split())
