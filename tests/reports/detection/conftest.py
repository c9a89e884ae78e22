"""A planted project with planted defects, which pytest is run on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.reports.conftest import Run

# A site that keeps one sentence, and what each defect makes of it.
CONFTEST = """
pytest_plugins = ["reports.plugin", "reports.detection.plugin"]
SAID = {"mute": "", "lies": "faux", "breaks": None, "idle": "vrai", "noise": "faux"}

def pytest_known_defects():
    return [
        {"id": name, "theme": "t", "breaks": "R-1.001",
         "sentence": f"Le site {name}.", "blast_radius": (), "source": "steps/defects.py"}
        for name in SAID
    ]

@pytest.fixture(autouse=True)
def site(defects, note_exercised):
    with open("runs.txt", "a") as runs:
        print("+".join(defects) or "None", file=runs)
    yield next((SAID[name] for name in defects if SAID[name] != "vrai"), "vrai")
    told = [name for name in SAID if not defects or name in defects]
    note_exercised([name for name in told if name not in ("idle", "noise")])

from pytest_bdd import given, then, when

@given("le site parle")
def _(site):
    assert site != "", "muet"

@when("on l’écoute")
def _(site):
    pass

@then("il dit vrai")
def _(site):
    if site is None:
        raise OSError("panne")
    assert site == "vrai"

@pytest.fixture
def voice():
    return "neuve"

@given("une voix neuve")
def _(voice):
    assert voice == "neuve"

@given("une voix usée", target_fixture="voice")
def _():
    return "usée"

@pytest.fixture
def echo(site):
    assert site, "aucun écho"
    return site

@then("son écho dit vrai")
def _(echo):
    assert echo == "vrai"

@then("il dit quelque chose")
def _(site):
    pass
"""
JUDGED = "  @R-1.001\n  Scénario: Il parle\n    Alors il dit vrai\n"
WEAK = "  @R-1.001\n  Scénario: Il bruisse\n    Alors il dit quelque chose\n"
_OF_TWO = CONFTEST.replace('"R-1.001"', '"R-1.005" if name == "void" else "R-1.001"')
PARTED = _OF_TWO.replace('"idle"', '"void": "rien", "idle"', 1)
OTHER = """
[[statement]]
id = "R-1.005"
chapter = "1.1"
lines = "36"
quote = "autre"
kind = "fiche"
verified = "automated"
"""
Detect = Callable[..., dict[str, Any]]


@pytest.fixture
def detect(run: Run) -> Detect:
    def start(
        scenarios: str,
        *options: str,
        status: int,
        scope: str = "own",
        conftest: str = CONFTEST,
        files: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        ended = run(
            scenarios,
            "--detect",
            scope,
            *options,
            conftest=conftest,
            register=OTHER,
            files={"steps/defects.py": ""} | (files or {}),
        )
        assert ended.status == status, ended.text
        folder = ended.folder.parent / "detection"
        page = (folder / "index.html").read_text(encoding="utf-8")
        assert "Chaque défaut, et le scénario qui l’a vu" in page
        matrix: dict[str, Any] = json.loads((folder / "detection.json").read_text("utf-8"))
        told = {"text": ended.text, "page": page, "has_report": ended.folder.exists()}
        return matrix | told

    return start


def only(matrix: dict[str, Any]) -> dict[str, Any]:
    [finding] = matrix["findings"]
    found: dict[str, Any] = finding
    return found
