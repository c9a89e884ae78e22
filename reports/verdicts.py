"""From scenarios to verdicts, and from verdicts to totals: the only place where either is made."""

from collections import Counter
from collections.abc import Sequence

from reports.model import Report, Scenario, ScenarioOutcome, Verdict
from reports.register import Kind, Statement, Verification


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


def totals_by_kind(report: Report) -> dict[Kind, Counter[Verdict]]:
    """Count verdicts, the fiche's statements, readings and choices each on their own."""
    totals: dict[Kind, Counter[Verdict]] = {kind: Counter() for kind in Kind}
    for result in report.statements:
        totals[result.statement.kind][result.verdict] += 1
    return totals


def shortfalls(report: Report) -> tuple[str, ...]:
    """Say what keeps « everything declared was run and holds » from being true.

    Returns:
        French sentences, none when it is true.
    """
    automated = [
        result
        for result in report.statements
        if result.statement.verification is Verification.AUTOMATED
    ]
    verdicts = Counter(result.verdict for result in automated)
    outcomes = Counter(scenario.outcome for scenario in report.scenarios)
    unproved = len(report.scenarios) - outcomes[ScenarioOutcome.PASSED]
    found = [
        (not automated, "aucun énoncé automatisé"),
        (
            verdicts[Verdict.NONCONFORMING],
            count(verdicts[Verdict.NONCONFORMING], "énoncé non conforme", "énoncés non conformes"),
        ),
        (
            verdicts[Verdict.UNVERIFIED],
            count(
                verdicts[Verdict.UNVERIFIED],
                "énoncé automatisé non vérifié",
                "énoncés automatisés non vérifiés",
            ),
        ),
        (unproved, f"{count(unproved, 'scénario')} sans réussite"),
        (report.problems, count(len(report.problems), "anomalie") + " de l’exécution"),
    ]
    return tuple(sentence for is_there, sentence in found if is_there)


def count(number: int, singular: str, plural: str = "") -> str:
    """Write a number with its French noun; zero and one take the singular."""
    return f"{number} {singular if number <= 1 else plural or singular + 's'}"
