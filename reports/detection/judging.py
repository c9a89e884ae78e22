"""From the runs to what became of each defect; pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from statistics import median

from reports.detection.model import (
    Baseline,
    Finding,
    KnownDefect,
    Matrix,
    Scope,
    State,
    Try,
    TryOutcome,
)


def judge(
    defects: Sequence[KnownDefect], tries: Iterable[Try], baselines: Collection[Baseline]
) -> tuple[Finding, ...]:
    """Say what became of each defect, from the runs with it and those without any."""
    by_defect: defaultdict[str, list[Try]] = defaultdict(list)
    for item in tries:
        by_defect[item.defect].append(item)
    return tuple(_judge(defect, tuple(by_defect[defect.id]), baselines) for defect in defects)


def _judge(defect: KnownDefect, tries: tuple[Try, ...], baselines: Collection[Baseline]) -> Finding:
    own = [item for item in tries if defect.breaks in item.tags]
    caught = next((item for item in own if item.is_red), None)
    judging = [item for item in baselines if defect.breaks in item.tags]
    state, reason = _state_of(defect, judging, own, caught)
    also_red = {tag for item in tries if item.is_red for tag in item.tags if tag != defect.breaks}
    return Finding(
        defect=defect,
        state=state,
        reason=reason,
        caught=caught,
        tries=tries,
        also_red=tuple(sorted(also_red)),
        seconds=sum(item.seconds for item in tries),
    )


def _state_of(
    defect: KnownDefect, judging: Sequence[Baseline], own: Sequence[Try], caught: Try | None
) -> tuple[State, str]:
    if caught:
        return State.DETECTED, ""
    if not judging:
        return State.UNJUDGED, f"Aucun scénario joué ne porte {defect.breaks}."
    if all(item.fault for item in judging):
        return State.UNJUDGED, f"Sans défaut déjà, rien n’est vert : {judging[0].fault}"
    exercised = [item for item in own if item.is_exercised]
    if not exercised:
        return State.UNDELIVERED, "Le simulateur dit que le défaut n’y a rien changé."
    broken = next((item for item in exercised if item.outcome is TryOutcome.BROKEN), None)
    if broken:
        place = f"« {broken.step} » : " if broken.step else ""
        return State.SURVIVOR, f"Une erreur, et non un « Alors », l’a vu : {place}{broken.message}"
    return State.SURVIVOR, f"Les scénarios de {defect.breaks} restent verts."


def find_problems(
    findings: Sequence[Finding],
    baselines: Iterable[Baseline],
    scope: Scope,
    unexplained: Collection[str],
) -> Iterator[str]:
    """Say in French what makes the run red.

    Args:
        findings: What became of each defect.
        baselines: The runs without any.
        scope: The blast radius is known only once all scenarios were tried.
        unexplained: Titles of scenarios that no defect turns red, and that nothing explains.
    """
    for baseline in baselines:
        if baseline.fault:
            yield f"{baseline.title} n’est pas vert sans défaut : {baseline.fault}"
    for finding in findings:
        name = finding.defect.id
        if finding.state is not State.DETECTED:
            yield f"{name} ({finding.defect.breaks}) : {finding.state}. {finding.reason}"
        undeclared = sorted(set(finding.also_red) - set(finding.defect.blast_radius))
        if scope is Scope.ALL and undeclared:
            yield f"{name} fait aussi rougir, sans le déclarer : {', '.join(undeclared)}."
    for title in unexplained:
        yield f"Aucun défaut ne fait rougir, et rien ne l’explique : {title}."


def never_red(baselines: Iterable[Baseline], tries: Iterable[Try]) -> tuple[str, ...]:
    """Give the titles of the scenarios that are green and that no defect turned red."""
    red = {item.scenario for item in tries if item.is_red}
    return tuple(item.title for item in baselines if not (item.fault or item.scenario in red))


def summarise(matrix: Matrix) -> str:
    """Count in one French line."""
    counts = dict.fromkeys(State, 0)
    for finding in matrix.findings:
        counts[finding.state] += 1
    times = [finding.seconds for finding in matrix.findings if finding.tries]
    typical = f" ; {median(times):.1f} s par défaut (médiane)".replace(".", ",") if times else ""
    told = ", ".join(f"{number} {_agreed(state, number)}" for state, number in counts.items())
    total = len(matrix.findings)
    return f"{total} {_agreed('défaut', total)} : {told}{typical}."


def _agreed(words: str, number: int) -> str:
    is_plural = number > 1
    return " ".join(f"{word}s" if is_plural and word != "non" else word for word in words.split())
