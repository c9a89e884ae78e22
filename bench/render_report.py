"""Measure how long each format takes for a large report, and what memory all of them need.

``.venv/bin/python -m bench.render_report`` makes a report of as many scenarios as the project has,
then one of 5,000, both about the real register, and renders each in every format. The two sizes are
compared in one run, on the same machine. Times are told, not judged.
"""

import hashlib
import resource
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reports.formats import FORMATS
from reports.judging.model import (
    SCHEMA_VERSION,
    Counts,
    Environment,
    Evidence,
    Failure,
    Phase,
    Report,
    Scenario,
    ScenarioOutcome,
    Step,
    StepOutcome,
    Target,
)
from reports.judging.register import Statement, Verification, load_register
from reports.judging.verdicts import judge_statement

_REGISTER = Path(__file__).parents[1] / "features" / "fiche.toml"
_SIZES = (250, 5_000)
_STEPS = 6
_EVERY = 50  # one scenario of so many fails
_STARTED = datetime(2026, 7, 14, 22, 30, tzinfo=UTC)
_MIB = 1 << 20


def make_report(statements: Sequence[Statement], size: int) -> Report:
    """Make a report of ``size`` scenarios: three statements and three files of evidence in each."""
    automated = [item.id for item in statements if item.verification is Verification.AUTOMATED]
    scenarios = tuple(_make_scenario(number, automated) for number in range(size))
    target = Target(name="simulateur embarqué", addresses=("http://127.0.0.1:4242",))
    return Report(
        schema_version=SCHEMA_VERSION,
        tool_version="0.1.0",
        commit="0a1b2c3",
        target=target,
        defects=(),
        environment=Environment(
            python="3.11", platform="Linux x86_64", browser="chromium", browser_version="156.0"
        ),
        shard=None,
        started=_STARTED,
        finished=_STARTED + timedelta(seconds=size),
        counts=Counts(declared=size, collected=size, executed=size),
        problems=(),
        statements=tuple(judge_statement(item, scenarios, target) for item in statements),
        scenarios=scenarios,
        known_failures=(),
    )


def _make_scenario(number: int, statements: Sequence[str]) -> Scenario:
    is_failed = number % _EVERY == 0
    title = f"Le code numéro {number} ouvre l’espace de la personne qui l’a reçu"
    path = f"features/thème-{number // 25}/sujet.feature"
    steps = tuple(_make_step(index, is_failed=is_failed) for index in range(_STEPS))
    return Scenario(
        id=f"{path}::{title}",
        path=path,
        line=10 + number % 25 * 10,
        feature=f"Sujet {number // 25}",
        rule=f"La règle {number // 5} tient",
        title=title,
        row=None,
        tags=tuple(statements[(number * 3 + index) % len(statements)] for index in range(3)),
        outcome=ScenarioOutcome.FAILED if is_failed else ScenarioOutcome.PASSED,
        reason="Une étape a échoué." if is_failed else "",
        remedy="",
        started=_STARTED + timedelta(seconds=number),
        duration=1.5,
        steps=steps,
        failure=Failure(phase=Phase.CALL, message="attendu : 48\nvu : 49", trace="ligne\n" * 40)
        if is_failed
        else None,
        evidence=tuple(
            Evidence(
                name=f"l’écran à l’étape {step}",
                path=f"evidence/{number}/{step:02d}-ecran.png",
                media_type="image/png",
                step=step,
                sha256=hashlib.sha256(f"{number} {step}".encode()).hexdigest(),
                size=40_000,
            )
            for step in range(_STEPS - 3, _STEPS)
        ),
    )


def _make_step(index: int, *, is_failed: bool) -> Step:
    is_last = index == _STEPS - 1
    return Step(
        keyword="Alors" if is_last else "Étant donné",
        text=f"la personne lit à l’écran la phrase numéro {index} de la fiche",
        table=(("champ", "valeur"), ("nom", "Durand")) if index == 0 else (),
        outcome=StepOutcome.FAILED if is_failed and is_last else StepOutcome.PASSED,
        duration=0.25,
        assertions=int(is_last),
    )


def main() -> None:
    """Print the seconds of each format for both sizes, and the highest memory so far."""
    statements = load_register(_REGISTER)
    reports = [make_report(statements, size) for size in _SIZES]
    _say("", *(f"{size} scénarios" for size in _SIZES), "taille")
    totals = [0.0 for _ in reports]
    for name, render in FORMATS.items():
        cells = []
        length = 0
        for index, report in enumerate(reports):
            begun = time.perf_counter()
            content = render(report)
            seconds = time.perf_counter() - begun
            length = len(content.encode() if isinstance(content, str) else content)
            totals[index] += seconds
            cells.append(f"{seconds:.2f} s")
        _say(name, *cells, f"{length / _MIB:.1f} Mio")
    _say("ensemble", *(f"{seconds:.2f} s" for seconds in totals))
    # Counts what is not Python's own too, such as typst; kibibytes on Linux.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    _say("mémoire au plus", f"{peak / _MIB:.0f} Mio")


def _say(name: str, *cells: str) -> None:
    sys.stdout.write(f"{name:28}{''.join(f'{cell:>18}' for cell in cells)}\n")


if __name__ == "__main__":
    main()
