"""How much of the guide a run against another site could judge, and what kept it from the rest."""

from dataclasses import dataclass

from reports.judging.model import Report, Verdict
from reports.judging.register import Kind, Verification

_JUDGED = {Verdict.CONFORMING, Verdict.NONCONFORMING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Statements that were not judged for one reason; some lack more than one thing.

    Attributes:
        reason: In French.
        remedy: The key of the site's profile that would help; empty where it can't.
        statements: Their ids.
    """

    reason: str
    remedy: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What of the guide was judged.

    Attributes:
        judged: How many of its statements.
        total: Of how many that can be judged by scenarios.
        gaps: The rest, the widest gap first.
    """

    judged: int
    total: int
    gaps: tuple[Gap, ...]


def measure(report: Report) -> Reach | None:
    """Measure a run against another site; None for the simulator, which lacks nothing."""
    if not report.target.is_another:
        return None
    of_guide = [
        result
        for result in report.statements
        if result.statement.kind is Kind.FICHE
        and result.statement.verification is Verification.AUTOMATED
    ]
    scenarios = {scenario.id: scenario for scenario in report.scenarios}
    left: dict[tuple[str, str], list[str]] = {}
    for result in of_guide:
        if result.verdict not in _JUDGED:
            carriers = [scenarios[item] for item in result.scenarios]
            reasons = {(item.reason, item.remedy): None for item in carriers if item.reason}
            for reason in reasons or {(result.reason, ""): None}:
                left.setdefault(reason, []).append(result.statement.id)
    gaps = [
        Gap(reason=reason, remedy=remedy, statements=tuple(ids))
        for (reason, remedy), ids in left.items()
    ]
    return Reach(
        judged=sum(result.verdict in _JUDGED for result in of_guide),
        total=len(of_guide),
        gaps=tuple(sorted(gaps, key=lambda gap: -len(gap.statements))),
    )
