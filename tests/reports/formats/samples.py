"""Reports that hold one of everything, or something nasty in every field."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar, cast

from reports.judging.model import (
    Counts,
    Defect,
    Failure,
    KnownFailure,
    KnownFailureState,
    Phase,
    Report,
    Scenario,
    ScenarioOutcome,
    Shard,
    Step,
    StepOutcome,
)
from reports.judging.verdicts import judge_statement

_Any = TypeVar("_Any")

NASTY_TEXTS = {
    "balises": "<b>gras</b> & <script>alert(1)</script> &amp;",
    "cdata": "]]> <![CDATA[ -->",
    "tableau": "| a | b |",
    "markdown": "``` `x` ``` **b** _i_ [x](y) ![i](j) ~~s~~ $m$ \\",
    "typst": '#set page() #eval("1+1") $x$ @ref *b* _i_ = titre',
    "liens": "https://a.example www.a.example moi@a.example :smile: #12 @personne",
    "lignes": "a\r\nb\n\n# titre\n- point\n> cite\ttab",
    "contrôle": "\x00\x01\x1b[31m\x7f\x85",
    "droite à gauche": "שלום \u202eabc\u202c",
    "images": "🙈 漢 \ue000 \ufffe",
    "moitiés": "\ud800 \udfff",
    "blancs": " \u00a0\u202f\u200b\u2028",
    "long": "x" * 10_000,
}


def vary(report: Report) -> Report:
    """Make of the small failing report one with every outcome, verdict, chapter and remark."""
    good, bad, orphan = report.scenarios
    undone = [replace(step, outcome=StepOutcome.NOT_RUN, duration=0.0) for step in good.steps]
    undefined = [replace(undone[0], outcome=StepOutcome.UNDEFINED), undone[1]]
    left = [replace(good.steps[0], outcome=StepOutcome.UNVERIFIED), undone[1]]
    broken = replace(
        _another(good, "panne", ScenarioOutcome.BROKEN, "La préparation est en erreur.", undone),
        tags=("R-1.005",),
        failure=Failure(phase=Phase.SETUP, message="OSError: disque", trace="ligne 1\nligne 2"),
    )
    early = replace(good.evidence[0], name="la page d’accueil", step=None)
    scenarios = (
        good,
        bad,
        replace(orphan, row=None, evidence=(early, *orphan.evidence)),
        broken,
        _another(good, "muet", ScenarioOutcome.BROKEN, "Étape non définie.", undefined),
        _another(good, "sans horloge", ScenarioOutcome.UNVERIFIED, "Pas d’horloge.", left),
        replace(
            _another(good, "jamais", ScenarioOutcome.NOT_RUN, "Non retenu.", undone), started=None
        ),
        _another(bad, "vide", ScenarioOutcome.BROKEN, "Aucune étape.", []),
    )
    statements = [
        replace(result.statement, chapter=f"{number % 3 + 1}.1")
        for number, result in enumerate(report.statements)
    ]
    return replace(
        report,
        scenarios=scenarios,
        statements=tuple(judge_statement(item, scenarios, report.target) for item in statements),
        counts=Counts(declared=len(scenarios), collected=7, executed=7),
        shard=Shard(index=1, total=3),
        defects=(Defect(id="late-code", sentence="Le code meurt après 47 heures."),),
        known_failures=(
            KnownFailure(
                statement="U-11",
                owner="Lila",
                reason="attend la version 2",
                until=date(2026, 12, 31),
                state=KnownFailureState.TOLERATED,
            ),
        ),
        problems=("Un processus de test s’est arrêté en cours d’exécution.",),
    )


def _another(
    scenario: Scenario, title: str, outcome: ScenarioOutcome, reason: str, steps: list[Step]
) -> Scenario:
    return replace(
        scenario,
        id=f"{scenario.path}::{title}",
        rule="",
        title=title,
        row=None,
        tags=(),
        outcome=outcome,
        reason=reason,
        steps=tuple(steps),
        failure=None,
        evidence=(),
    )


def poison(value: _Any, text: str) -> _Any:
    """Put ``text`` behind each text of a report, ids included, so that it still hangs together."""
    return cast("_Any", _poison(value, text))


def _poison(value: Any, text: str) -> Any:  # noqa: ANN401 - whatever a report is made of
    if isinstance(value, str) and not isinstance(value, Enum):
        return value + text
    if isinstance(value, tuple):
        return tuple(_poison(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _poison(part, text) for name, part in parts.items()})
    return value
