"""A person at a terminal sees the run go on; nobody else does."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reports

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

SCENARIOS = """\
  @R-1.001
  Scénario: Bon
    Alors cela tient
  @R-1.001
  Scénario: Mauvais
    Alors cela ne tient pas
  Scénario: Orphelin
    Alors cela tient
"""


def watch(folder: Path, *options: str, **environment: str) -> str:
    """Run pytest at a terminal of its own, and give all that it showed there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pytest", "-p", "pytest_bdd.plugin", "-p", "xdist.plugin"]
    outer = {name: value for name, value in os.environ.items() if name != "CI"}
    process = subprocess.Popen(
        [*command, *options],
        cwd=folder,
        env=outer
        | {
            "PYTHONPATH": str(Path(reports.__file__).parents[1]),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "COLUMNS": "120",
            "TERM": "xterm",
        }
        | environment,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 65536):
            shown += block
    except OSError:
        pass  # how Linux says that the other end is closed
    process.wait()
    os.close(ours)
    return shown.decode("utf-8", "replace")


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_a_line_says_how_far_each_chapter_is_and_what_fails(
    run: Run, pytester: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    assert "sur 3" not in run(SCENARIOS).text
    shown = watch(pytester.path, *workers)
    assert "Chapitre 1.1 : 2 sur 2 · en tout " in shown
    assert "Hors fiche : 1 sur 1 · en tout " in shown
    assert "en tout 3 sur 3 · en échec : R-1.001" in shown
    assert "✗ Mauvais (features/a.feature:9)" in shown
    assert "R-1.001 (fiche, ligne 35) : «\N{NO-BREAK SPACE}deux procédures" in shown
    assert "1 failed, 2 passed" in shown


@pytest.mark.parametrize(
    "options, environment", [((), {"CI": "true"}), (("-v",), {}), (("-s",), {})]
)
def test_the_line_is_not_there_where_it_would_disturb(
    run: Run, pytester: pytest.Pytester, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    run(SCENARIOS)
    assert "en tout" not in watch(pytester.path, *options, **environment)
