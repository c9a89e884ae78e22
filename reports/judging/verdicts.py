"""Who decides: from steps to a scenario's outcome, from scenarios to a statement's verdict.

« Non vérifié » is decided here and nowhere else.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reports.french import count
from reports.judging.model import (
    Phase,
    Report,
    Scenario,
    ScenarioOutcome,
    StatementResult,
    Step,
    StepOutcome,
    Target,
    Verdict,
)
from reports.judging.register import Kind, Statement, Verification

_BROKEN_PHASES = {
    Phase.SETUP: "La préparation du scénario est en erreur.",
    Phase.TEARDOWN: "Le nettoyage après le scénario est en erreur.",
    Phase.PROCESS: "Le processus de test s’est arrêté pendant le scénario.",
}


_NOT_ADOPTED = "Choix du simulateur, que le profil de ce site n’adopte pas."
_READ_OTHERWISE = "Ce site lit la fiche autrement, d’après son profil."


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a scenario went that was run.

    Attributes:
        steps: All that were declared, each with what became of it.
        failed: The phases of its test that failed.
        ended: The phases that came to an end, failed or not.
        lacks: What the target or the run lacks for it, in French: it was left unverified.
        trouble: What kept its steps from judging; empty for nothing.
        are_declared: As many steps were run as were declared.
        is_rerun: It had been run before, and not passed.
    """

    steps: Sequence[Step]
    failed: Collection[Phase]
    ended: Collection[Phase]
    lacks: Sequence[str]
    trouble: str
    are_declared: bool
    is_rerun: bool


def judge_scenario(course: Course) -> tuple[ScenarioOutcome, str]:
    """Say what became of a scenario that was run.

    Only an « Alors » judges: a test that failed without one that did so says nothing of the target.

    Returns:
        The outcome and its French reason, which is empty only for ``PASSED``.
    """
    failed, lacks, again = course.failed, course.lacks, " À la reprise aussi." * course.is_rerun
    unfinished = {Phase.SETUP, Phase.CALL, Phase.TEARDOWN} - set(course.ended)
    outcomes = {step.outcome for step in course.steps}
    is_judged = Phase.CALL in failed and StepOutcome.FAILED in outcomes
    is_unjudged = Phase.CALL in failed and not (is_judged or lacks)
    as_declared = outcomes <= {StepOutcome.PASSED} and course.are_declared
    broken_phase = next((phase for phase in _BROKEN_PHASES if phase in failed), None)
    broken, passed = ScenarioOutcome.BROKEN, ScenarioOutcome.PASSED
    # From what weighs most to what weighs least: a later line never hides an earlier one.
    causes = (
        (bool(course.trouble), broken, course.trouble),
        (is_judged, ScenarioOutcome.FAILED, f"Une étape a échoué.{again}"),
        (broken_phase is not None, broken, _BROKEN_PHASES.get(broken_phase or Phase.CALL, "")),
        (is_unjudged, broken, "Le test est en échec sans qu’une étape ait jugé."),
        (bool(lacks), ScenarioOutcome.UNVERIFIED, " ".join(lacks)),
        (bool(unfinished), broken, "Le scénario n’est pas allé à son terme."),
        (not as_declared, broken, "Les étapes jouées ne sont pas les déclarées."),
        (course.is_rerun, broken, "Instable : réussi à la reprise seulement."),
        (True, passed, ""),
    )
    return next((outcome, reason) for applies, outcome, reason in causes if applies)


def judge(statement: Statement, scenarios: Sequence[Scenario]) -> tuple[Verdict, str]:
    """Say whether a statement holds, given every scenario that carries it.

    Returns:
        The verdict and its French reason, which is empty only for ``CONFORMING``.
    """
    if statement.verification is Verification.DOCUMENTARY:
        return Verdict.OUT_OF_SCOPE, statement.reason
    failed = [scenario for scenario in scenarios if scenario.outcome is ScenarioOutcome.FAILED]
    if failed:
        return Verdict.NONCONFORMING, f"{count(len(failed), 'scénario')} en échec."
    if statement.verification is Verification.MANUAL:
        return Verdict.UNVERIFIED, f"À vérifier par une personne : {statement.reason}"
    if not scenarios:
        return Verdict.UNVERIFIED, "Aucun scénario ne porte cet énoncé."
    unproved = [item for item in scenarios if item.outcome is not ScenarioOutcome.PASSED]
    if unproved:
        return Verdict.UNVERIFIED, " ".join(dict.fromkeys(item.reason for item in unproved))
    return Verdict.CONFORMING, ""


def judge_statement(
    statement: Statement, scenarios: Sequence[Scenario], target: Target
) -> StatementResult:
    """Give a statement's verdict by all of a run's scenarios."""
    carriers = [scenario for scenario in scenarios if statement.id in scenario.tags]
    verdict, reason = judge(statement, carriers)
    if verdict is not Verdict.OUT_OF_SCOPE and _is_foreign(statement, target):
        verdict = Verdict.OUT_OF_SCOPE
        reason = _NOT_ADOPTED if statement.kind is Kind.CHOICE else _READ_OTHERWISE
    remedies = dict.fromkeys(item.remedy for item in carriers if item.remedy)
    return StatementResult(
        statement=statement,
        verdict=verdict,
        reason=reason,
        remedies=tuple(remedies) if verdict is Verdict.UNVERIFIED else (),
        scenarios=tuple(scenario.id for scenario in carriers),
    )


def reason_to_leave_out(
    tags: Collection[str], statements: Mapping[str, Statement], target: Target
) -> str:
    """Say why a scenario with these tags is not for a target: it is about nothing of the target's.

    A choice of ours is none of its own, and of a reading that it declares another for, none.

    Args:
        tags: The scenario's.
        statements: The register, by id.
        target: What is judged.

    Returns:
        A French sentence, empty for a scenario that is to be run.
    """
    if {reading.id for reading in target.readings}.intersection(tags):
        return _READ_OTHERWISE
    carried = [statements[tag] for tag in tags if tag in statements]
    is_foreign = bool(carried) and all(_is_foreign(item, target) for item in carried)
    return _NOT_ADOPTED if is_foreign else ""


def _is_foreign(statement: Statement, target: Target) -> bool:
    """Tell whether it is a choice that the target has not made its own, or a reading it has not."""
    if statement.id in {reading.id for reading in target.readings}:
        return True
    is_ours = not target.is_another or statement.id in target.adopted
    return statement.kind is Kind.CHOICE and not is_ours


def totals_by_kind(report: Report) -> dict[Kind, Counter[Verdict]]:
    """Count verdicts, each kind of statement on its own."""
    totals: dict[Kind, Counter[Verdict]] = {kind: Counter() for kind in Kind}
    for result in report.statements:
        totals[result.statement.kind][result.verdict] += 1
    return totals
