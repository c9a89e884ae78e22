"""How a whole run ends, and what keeps it from ending well: the only place where that is judged."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from enum import IntEnum

from reports.french import count
from reports.judging.model import (
    KnownFailureState,
    Report,
    Scenario,
    ScenarioOutcome,
    StatementResult,
    Verdict,
)
from reports.judging.register import Kind, Verification
from reports.judging.shards import deal


class Ending(IntEnum):
    """How a judged run ends; the numbers are the exit status of ``espace-expert report gate``."""

    HOLDS = 0
    FAILS = 1
    UNVERIFIED = 3
    BROKEN = 4


_GRAVEST_FIRST = (Ending.BROKEN, Ending.FAILS, Ending.UNVERIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """Something that keeps « everything declared was run and holds » from being true.

    Attributes:
        sentence: How much of what, in French.
        ending: What it makes of the run.
        is_stated: Unverified for a reason that stands in the report (a lack of the target, a
            person's check, a word that the profile could say): only a strict judgement refuses it.
    """

    sentence: str
    ending: Ending
    is_stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How a run ends, what it is refused for, and what was seen and let through."""

    ending: Ending
    refused: tuple[str, ...]
    let_through: tuple[str, ...]


def judge_run(report: Report, *, is_strict: bool) -> Judgement:
    """Judge a whole run, or a shard for its own part.

    Args:
        report: The run.
        is_strict: Refuse « non vérifié » whatever its reason.
    """
    found = tuple(_find_shortfalls(report))
    refused = [item for item in found if is_strict or not item.is_stated]
    endings = {item.ending for item in refused}
    tolerated = sum(item.state is KnownFailureState.TOLERATED for item in report.known_failures)
    let_through = [item.sentence for item in found if item not in refused]
    if tolerated:
        let_through.append(count(tolerated, "échec connu", "échecs connus"))
    return Judgement(
        ending=next((ending for ending in _GRAVEST_FIRST if ending in endings), Ending.HOLDS),
        refused=tuple(item.sentence for item in refused),
        let_through=tuple(let_through),
    )


def shortfalls(report: Report) -> tuple[str, ...]:
    """Say what keeps « everything declared was run and holds » from being true.

    Returns:
        French sentences, none when it is true but for known failures.
    """
    return judge_run(report, is_strict=True).refused


def _find_shortfalls(report: Report) -> Iterator[Shortfall]:
    part = deal({item.key for item in report.scenarios}, report.shard)
    scenarios = [item for item in report.scenarios if item.key in part]
    yield from _find_failed(report, scenarios)
    yield from _find_broken(report, scenarios)
    yield from _find_unverified(report, scenarios)


def _find_broken(report: Report, scenarios: Sequence[Scenario]) -> Iterator[Shortfall]:
    verifications = {result.statement.verification for result in report.statements}
    if Verification.AUTOMATED not in verifications:
        yield Shortfall(sentence="aucun énoncé automatisé", ending=Ending.BROKEN)
    yield from _count(
        [item for item in scenarios if item.outcome is ScenarioOutcome.BROKEN],
        ("scénario en erreur", "scénarios en erreur"),
        Ending.BROKEN,
    )
    yield from _count(
        report.problems,
        ("anomalie de l’exécution", "anomalies de l’exécution"),
        Ending.BROKEN,
    )


def _find_failed(report: Report, scenarios: Sequence[Scenario]) -> Iterator[Shortfall]:
    states = {item.statement: item.state for item in report.known_failures}
    is_tolerated = KnownFailureState.TOLERATED in states.values()
    beyond = " hors échecs connus" if is_tolerated else ""
    nonconforming = {
        result.statement.id: result
        for result in report.statements
        if result.verdict is Verdict.NONCONFORMING
    }
    yield from _count_results(
        [
            result
            for statement, result in nonconforming.items()
            if states.get(statement) is not KnownFailureState.TOLERATED
        ],
        (f"non conforme{beyond}", f"non conformes{beyond}"),
        Ending.FAILS,
    )
    yield from _count(
        [
            item
            for item in scenarios
            if item.outcome is ScenarioOutcome.FAILED and nonconforming.keys().isdisjoint(item.tags)
        ],
        ("scénario sans énoncé en échec", "scénarios sans énoncé en échec"),
        Ending.FAILS,
    )
    for state, nouns in (
        (KnownFailureState.EXPIRED, ("échec connu expiré", "échecs connus expirés")),
        (
            KnownFailureState.GONE,
            ("échec connu qui ne se produit plus", "échecs connus qui ne se produisent plus"),
        ),
        (
            KnownFailureState.UNKNOWN,
            ("échec connu d’un énoncé inconnu", "échecs connus d’énoncés inconnus"),
        ),
    ):
        yield from _count([item for item in states.values() if item is state], nouns, Ending.FAILS)


def _find_unverified(report: Report, scenarios: Sequence[Scenario]) -> Iterator[Shortfall]:
    outcomes = {item.id: item.outcome for item in scenarios}
    stated = {item.id for item in scenarios if _is_stated(item)}
    judged = {ScenarioOutcome.PASSED, ScenarioOutcome.FAILED}
    if scenarios and not judged.intersection(outcomes.values()):
        yield Shortfall(sentence="rien n’a pu être vérifié", ending=Ending.UNVERIFIED)
    manual: list[StatementResult] = []
    lacking: list[StatementResult] = []
    others: list[StatementResult] = []
    for result in report.statements:
        if result.verdict is not Verdict.UNVERIFIED:
            continue
        if result.statement.verification is Verification.MANUAL:
            manual.append(result)
            continue
        # Of a shard, only its own scenarios say whether something is missing.
        mine = [item for item in result.scenarios if item in outcomes]
        unproved = {item for item in mine if outcomes[item] is not ScenarioOutcome.PASSED}
        if unproved and unproved <= stated:
            lacking.append(result)
        elif unproved or not result.scenarios:
            others.append(result)
    told = ("automatisé non vérifié", "automatisés non vérifiés")
    why = ", pour une raison dite"
    yield from _count_results(others, told, Ending.UNVERIFIED)
    yield from _count_results(
        lacking, (told[0] + why, told[1] + why), Ending.UNVERIFIED, is_stated=True
    )
    by_hand = "à vérifier par une personne"
    yield from _count_results(manual, (by_hand, by_hand), Ending.UNVERIFIED, is_stated=True)
    # What a statement already tells is not told again of its scenarios.
    named = {
        result.statement.id
        for result in report.statements
        if result.verdict in {Verdict.UNVERIFIED, Verdict.NONCONFORMING}
    }
    silent = [item for item in scenarios if not named.intersection(item.tags)]
    yield from _count(
        [item for item in silent if item.outcome is ScenarioOutcome.NOT_RUN],
        ("scénario sans énoncé non exécuté", "scénarios sans énoncé non exécutés"),
        Ending.UNVERIFIED,
    )
    for is_stated in (False, True):
        yield from _count(
            [
                item
                for item in silent
                if item.outcome is ScenarioOutcome.UNVERIFIED and _is_stated(item) is is_stated
            ],
            ("scénario sans énoncé non vérifié", "scénarios sans énoncé non vérifiés"),
            Ending.UNVERIFIED,
            is_stated=is_stated,
        )


def _is_stated(scenario: Scenario) -> bool:
    """Tell whether a scenario was left for a reason that is no fault of the target's.

    Where what the guide itself attests is missing, none is: a site without it is never let through.
    """
    if scenario.outcome is ScenarioOutcome.OUT_OF_SCOPE:
        return True
    is_unverified = scenario.outcome is ScenarioOutcome.UNVERIFIED
    return is_unverified and (scenario.failure is None or bool(scenario.remedy))


def _count_results(
    results: Iterable[StatementResult],
    told: tuple[str, str],
    ending: Ending,
    *,
    is_stated: bool = False,
) -> Iterator[Shortfall]:
    """Count what is told of statements, the criteria of the RGAA apart."""
    criteria = [item for item in results if item.statement.kind is Kind.RGAA]
    statements = [item for item in results if item.statement.kind is not Kind.RGAA]
    for found, noun, nouns in (
        (statements, "énoncé", "énoncés"),
        (criteria, "critère RGAA", "critères RGAA"),
    ):
        both = (f"{noun} {told[0]}", f"{nouns} {told[1]}")
        yield from _count(found, both, ending, is_stated=is_stated)


def _count(
    items: Sized, nouns: tuple[str, str], ending: Ending, *, is_stated: bool = False
) -> Iterator[Shortfall]:
    if len(items):
        yield Shortfall(sentence=count(len(items), *nouns), ending=ending, is_stated=is_stated)
