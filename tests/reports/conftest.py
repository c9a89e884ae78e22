"""A small report with one of everything, and pytest run on a small planted project."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import reports
from reports.formats import json_stream
from reports.judging.model import (
    Counts,
    Environment,
    Evidence,
    Failure,
    Phase,
    Report,
    Row,
    Scenario,
    ScenarioOutcome,
    Step,
    StepOutcome,
    Target,
    Verdict,
)
from reports.judging.register import Kind, Statement, Verification
from reports.judging.verdicts import judge_statement

STARTED = datetime(2026, 7, 14, 22, 30, tzinfo=UTC)
MARKUP = "<script>alert('&\"')</script>"


def make_statement(
    statement_id: str, verification: Verification = Verification.AUTOMATED
) -> Statement:
    kinds = {"R": Kind.FICHE, "A": Kind.READING, "U": Kind.CHOICE, "RGAA": Kind.RGAA}
    return Statement(
        id=statement_id,
        chapter="2 (48h)",
        lines="24 537",
        quotation=f"texte de {statement_id} {MARKUP}",
        kind=kinds[statement_id.partition("-")[0]],
        verification=verification,
        reason="" if verification is Verification.AUTOMATED else "Aucun écran ne le montre.",
    )


def make_scenario(title: str, tags: tuple[str, ...], outcome: ScenarioOutcome) -> Scenario:
    is_failed = outcome is ScenarioOutcome.FAILED
    return Scenario(
        id=f"features/a.feature::{title}",
        path="features/a.feature",
        line=12,
        feature="Le code d’activation",
        rule="Le code vit 48 heures",
        title=title,
        row=Row(number=2, values=(("raison", "trop tard"),)),
        tags=tags,
        outcome=outcome,
        reason="" if outcome is ScenarioOutcome.PASSED else f"Raison de {title}.",
        remedy="",
        started=STARTED,
        duration=1.25,
        steps=(
            Step(
                keyword="Étant donné",
                text="un code",
                table=(("a", MARKUP),),
                text_block="deux\nlignes",
                outcome=StepOutcome.PASSED,
                duration=0.05,
                assertions=0,
            ),
            Step(
                keyword="Alors",
                text=f"la page dit {MARKUP}",
                outcome=StepOutcome.FAILED if is_failed else StepOutcome.PASSED,
                duration=1.2,
                assertions=1,
            ),
        ),
        failure=Failure(phase=Phase.CALL, message=f"attendu {MARKUP}", trace="trace")
        if is_failed
        else None,
        evidence=(
            Evidence(
                name="l’écran",
                path="evidence/a/01.png",
                media_type="image/png",
                step=1,
                sha256=hashlib.sha256(b"").hexdigest(),
                size=0,
            ),
        ),
    )


def make_report(statements: tuple[Statement, ...], scenarios: tuple[Scenario, ...]) -> Report:
    target = Target(name="simulateur embarqué", addresses=("http://127.0.0.1:4242",))
    return Report(
        schema_version=3,
        tool_version="0.1.0",
        commit="0a1b2c3",
        target=target,
        defects=(),
        environment=Environment(
            python="3.11.7", platform="Linux x86_64", browser="chromium", browser_version="156.0"
        ),
        shard=None,
        started=STARTED,
        finished=STARTED + timedelta(seconds=75),
        counts=Counts(declared=len(scenarios), collected=len(scenarios), executed=len(scenarios)),
        problems=(),
        statements=tuple(judge_statement(item, scenarios, target) for item in statements),
        scenarios=scenarios,
        known_failures=(),
    )


@pytest.fixture
def failing_report() -> Report:
    return make_report(
        (
            make_statement("R-1.001"),
            make_statement("R-1.002"),
            make_statement("R-1.003", Verification.DOCUMENTARY),
            make_statement("R-1.004", Verification.MANUAL),
            make_statement("R-1.005"),
            make_statement("A-06"),
            make_statement("U-11"),
            make_statement("RGAA-10.11"),
        ),
        (
            make_scenario("bon", ("R-1.001", "A-06"), ScenarioOutcome.PASSED),
            make_scenario("mauvais", ("R-1.002", "U-11", "RGAA-10.11"), ScenarioOutcome.FAILED),
            make_scenario("orphelin", (), ScenarioOutcome.PASSED),
        ),
    )


@pytest.fixture
def green_report() -> Report:
    return make_report(
        (make_statement("R-1.001"),),
        (make_scenario("bon", ("R-1.001",), ScenarioOutcome.PASSED),),
    )


REGISTER = """
[[statement]]
id = "R-1.001"
chapter = "1.1"
lines = "35"
quote = "deux procédures"
kind = "fiche"
verified = "automated"
"""
CONFTEST = """
import pytest
pytest_plugins = ["reports.plugin"]
@pytest.fixture(autouse=True)
def scene(request):
    assert "panne_avant" not in request.keywords, "la scène ne se monte pas"
    yield
    assert "panne_apres" not in request.keywords, "la scène ne se démonte pas"
"""
STEPS = """
import os
import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from reports.collecting.recording import unverified
scenarios("{bound}")
@pytest.fixture
def printer(): raise OSError("imprimante absente")
@given("une personne")
def _(run_facts):
    run_facts.describe_target("site d’essai", "http://127.0.0.1:1")
    run_facts.describe_browser("chromium", "156.0")
@given("une panne")
def _(): assert "site" == "en panne"
@when("elle imprime")
def _(printer): pass
@when("elle casse le site")
def _(run_facts): run_facts.describe_defects({"late": "Le code meurt tôt."})
@when("elle attend l’horloge")
def _(): unverified("La cible n’offre pas l’horloge.")
@when("le test est sauté")
def _(): pytest.skip("plus tard")
@when("le processus meurt")
def _(): os._exit(1)
@when("la personne interrompt")
def _(): raise KeyboardInterrupt
@when(parsers.parse('elle montre "{name}" : {text}'))
def _(evidence, name, text): evidence.attach(name, text.encode(), "text/plain")
@then("cela tient")
def _(): pass
@then("cela ne tient pas")
def _(): assert "vu" == "attendu"
"""
FEATURE = "# language: fr\nFonctionnalité: F\n  Contexte:\n    Étant donné une personne\n"
INI = """
[pytest]
addopts = --import-mode=importlib --strict-markers
bdd_features_base_dir = features/
filterwarnings = error
markers =
    panne_avant: la préparation échoue
    panne_apres: le nettoyage échoue
"""


@dataclass(frozen=True)
class Ended:
    """How a planted run ended."""

    status: int
    text: str
    folder: Path

    @property
    def report(self) -> Report:
        return json_stream.load((self.folder / "conformance.json").read_text(encoding="utf-8"))

    @property
    def verdict(self) -> Verdict:
        return self.report.statements[0].verdict

    def scenario(self, title: str) -> Scenario:
        [found] = [item for item in self.report.scenarios if item.title == title]
        return found


Run = Callable[..., Ended]
WHOLE = ("--conformance", "build/conformance")


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PYTHONPATH", str(Path(reports.__file__).parents[1]))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)

    def start(
        scenarios: str,
        *options: str,
        register: str = "",
        conftest: str = "",
        bound: str = ".",
        files: dict[str, str] | None = None,
    ) -> Ended:
        planted = {
            "pytest.ini": INI,
            "conftest.py": CONFTEST + conftest,
            "features/fiche.toml": REGISTER + register,
            "features/a.feature": FEATURE + scenarios,
            "features/test_features.py": STEPS.replace("{bound}", bound),
        }
        for name, content in (planted | (files or {})).items():
            path = pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        plugins = ("-p", "pytest_bdd.plugin", "-p", "xdist.plugin")
        result = pytester.runpytest_subprocess(*plugins, *(options or WHOLE), timeout=120)
        text = "\n".join((*result.outlines, *result.errlines))
        return Ended(int(result.ret), text, pytester.path / "build" / "conformance")

    return start
