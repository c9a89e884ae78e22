"""A planted project with planted defects, which pytest is run on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.reports.conftest import Run

# A site that keeps one sentence, and what each defect makes of it; None breaks it. « slow » and
# « late » break it only as long as waits are short.
_SITE = """
pytest_plugins = ["reports.plugin", "reports.detection.plugin"]
SAID = {"mute": "", "lies": "faux", "breaks": None, "idle": "vrai", "noise": "faux",
        "slow": "faux", "late": "vrai", "void": "rien"}
KNOWN = {known}

def pytest_known_defects():
    broken = {"void": "R-1.005"}
    return [
        {"id": name, "breaks": broken.get(name, "R-1.001"), "sentence": f"Il {name}."}
        for name in KNOWN or SAID
    ]

@pytest.fixture(autouse=True)
def site(defects, note_exercised, is_hurried):
    name = "".join(defects)
    with open("runs.txt", "a") as runs:
        print(name or "None", "" if is_hurried or not name else "again", file=runs)
    yield None if is_hurried and name in ("slow", "late") else SAID.get(name, "vrai")
    note_exercised([] if name in ("idle", "noise") else defects)

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


def knowing(*defects: str) -> str:
    """Give a project whose site knows these defects only, all where none is named."""
    return _SITE.replace("{known}", repr(defects))


CONFTEST = knowing()


@pytest.fixture
def detect(run: Run) -> Detect:
    def start(
        scenarios: str,
        *options: str,
        status: int,
        conftest: str = CONFTEST,
        files: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        ended = run(scenarios, "--detect", *options, conftest=conftest, register=OTHER, files=files)
        assert ended.status == status, ended.text
        folder = ended.folder.parent / "detection"
        page = (folder / "index.html").read_text(encoding="utf-8")
        assert "Chaque défaut, et les scénarios qui l’ont vu" in page
        matrix: dict[str, Any] = json.loads((folder / "detection.json").read_text("utf-8"))
        told = {"text": ended.text, "page": page, "has_report": ended.folder.exists()}
        return matrix | told

    return start


@pytest.fixture
def runs(pytester: pytest.Pytester) -> Callable[[], list[str]]:
    """Give what was run since it was last asked for."""

    def read() -> list[str]:
        file = pytester.path / "runs.txt"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return [line.strip() for line in lines]

    return read


def only(matrix: dict[str, Any]) -> dict[str, Any]:
    [finding] = matrix["findings"]
    found: dict[str, Any] = finding
    return found
