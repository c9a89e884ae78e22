"""Who decides: from steps to a scenario's outcome, from scenarios to a statement's verdict.

« Non vérifié » is decided here and nowhere else.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from reports.french import count
from reports.judging.model import (
    Phase,
    Report,
    Scenario,
    ScenarioOutcome,
    StatementResult,
    Step,
    StepOutcome,
    Verdict,
)
from reports.judging.register import Kind, Statement, Verification

_BROKEN_PHASES = {
    Phase.SETUP: "La préparation du scénario est en erreur.",
    Phase.TEARDOWN: "Le nettoyage après le scénario est en erreur.",
    Phase.PROCESS: "Le processus de test s’est arrêté pendant le scénario.",
}


def judge_scenario(
    steps: Sequence[Step],
    *,
    failed: Collection[Phase],
    ended: Collection[Phase],
    lacks: Sequence[str],
    trouble: str,
    are_declared: bool,
) -> tuple[ScenarioOutcome, str]:
    """Say what became of a scenario that was run.

    Args:
        steps: All that were declared, each with what became of it.
        failed: The phases of its test that failed.
        ended: The phases that came to an end, failed or not.
        lacks: What the target or the run lacks for it, in French: it was left unverified.
        trouble: What kept its steps from being run at all; empty for nothing.
        are_declared: As many steps were run as were declared.

    Returns:
        The outcome and its French reason, which is empty only for ``PASSED``.
    """
    unfinished = {Phase.SETUP, Phase.CALL, Phase.TEARDOWN} - set(ended)
    is_passed = all(step.outcome is StepOutcome.PASSED for step in steps)
    broken_phase = next((phase for phase in _BROKEN_PHASES if phase in failed), None)
    broken, passed = ScenarioOutcome.BROKEN, ScenarioOutcome.PASSED
    # From what weighs most to what weighs least: a later line never hides an earlier one.
    causes = (
        (bool(trouble), broken, trouble),
        (Phase.CALL in failed, ScenarioOutcome.FAILED, "Une étape a échoué."),
        (broken_phase is not None, broken, _BROKEN_PHASES.get(broken_phase or Phase.CALL, "")),
        (bool(lacks), ScenarioOutcome.UNVERIFIED, " ".join(lacks)),
        (bool(unfinished), broken, "Le scénario n’est pas allé à son terme."),
        (not (is_passed and are_declared), broken, "Les étapes jouées ne sont pas les déclarées."),
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


def judge_statement(statement: Statement, scenarios: Sequence[Scenario]) -> StatementResult:
    """Give a statement's verdict by all of a run's scenarios."""
    carriers = [scenario for scenario in scenarios if statement.id in scenario.tags]
    verdict, reason = judge(statement, carriers)
    return StatementResult(
        statement=statement,
        verdict=verdict,
        reason=reason,
        scenarios=tuple(scenario.id for scenario in carriers),
    )


def totals_by_kind(report: Report) -> dict[Kind, Counter[Verdict]]:
    """Count verdicts, each kind of statement on its own."""
    totals: dict[Kind, Counter[Verdict]] = {kind: Counter() for kind in Kind}
    for result in report.statements:
        totals[result.statement.kind][result.verdict] += 1
    return totals
