"""What several formats say of a run: which statements a scenario serves, what bears on it all."""

from collections.abc import Iterator

from reports.judging.model import KnownFailure, Report, StatementResult
from reports.wording import SCENARIO_OUTCOMES, day


def statements_by_scenario(report: Report) -> dict[str, list[StatementResult]]:
    """Give, by id of scenario, the statements that it carries, in the order of the register.

    The first of them is where a scenario is counted, once, wherever counts are by chapter.
    """
    found: dict[str, list[StatementResult]] = {item.id: [] for item in report.scenarios}
    for result in report.statements:
        for scenario_id in result.scenarios:
            found.setdefault(scenario_id, []).append(result)
    return found


def outcomes(report: Report) -> str:
    """Count the scenarios by what became of them: « réussi : 8, échec : 1, … »."""
    found = [scenario.outcome for scenario in report.scenarios]
    return ", ".join(
        f"{words} : {found.count(outcome)}" for outcome, words in SCENARIO_OUTCOMES.items()
    )


def remarks(report: Report) -> Iterator[str]:
    """Say in French sentences what a reader must know before the verdicts: none for most runs."""
    for problem in report.problems:
        yield f"Anomalie de l’exécution : {problem}"
    if report.shard:
        yield f"Partie {report.shard.index} sur {report.shard.total} de l’exécution seulement."
    if report.is_partial:
        yield (
            f"Exécution partielle : {report.counts.executed} sur {report.counts.declared} "
            "scénarios déclarés."
        )
    for defect in report.defects:
        yield f"Défaut mis exprès dans la cible ({defect.id}) : {defect.sentence}"
    for failure in report.known_failures:
        yield f"Échec connu de {failure.statement}, {describe(failure)}."


def describe(failure: KnownFailure) -> str:
    """Say who answers for a known failure, why, until when, and what this run makes of it."""
    return f"{failure.state} : {failure.reason} ({failure.owner}, jusqu’au {day(failure.until)})"
