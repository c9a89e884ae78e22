import re
from collections.abc import Callable
from importlib.metadata import version
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["serve", "--help"],
        ["class", "--help"],
        ["report"],
        ["report", "--help"],
        ["report", "check", "--help"],
        ["report", "gate", "--help"],
        ["report", "merge", "--help"],
        ["report", "compare", "--help"],
    ],
)
def test_the_help_is_french(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Affiche cette aide." in result.stdout
    assert not re.search(r"Commands|Show|default|required|env var|\bexit\b|bool", result.stdout)


def test_the_help_says_every_option_whole(run: Run) -> None:
    shown = run("serve", "--help").stdout
    assert "…" not in shown
    options = {
        "--port",
        "--address",
        "--allow-other-addresses",
        "--database",
        "--smtp",
        "--allow-other-relay",
        "--control-token",
        "--access-code",
        "--defect",
        "--list-defects",
        "--help",
    }
    assert set(re.findall(r"^│ (--[a-z-]+)", shown, re.MULTILINE)) == options


def test_the_version_is_that_of_the_project(run: Run) -> None:
    assert run("--version").stdout == f"espace-expert {version('espace-expert')}\n"


def test_the_defects_are_listed_each_on_its_line(run: Run) -> None:
    lines = run("serve", "--list-defects").stdout.splitlines()
    assert all(re.match(r"[a-z0-9-]+ \((?:[RAU]|RGAA)-[\d.]+\) : .+\.$", line) for line in lines)
    assert any(line.startswith("delai-49h (R-2.137) : ") for line in lines)
