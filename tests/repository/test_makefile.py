import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INTERNAL = {"environment", "browser"}
OUTER_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as a person does, even where it is a make that runs the tests."""
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in OUTER_MAKE},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def targets() -> list[str]:
    (declared,) = re.findall(
        r"^\.PHONY: (help .+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    return [target for target in declared.split() if target not in INTERNAL]


@pytest.fixture(scope="module")
def help_text() -> str:
    return make(ROOT).stdout


@pytest.mark.parametrize("target", targets())
def test_make_alone_says_what_each_target_does(target: str, help_text: str) -> None:
    assert re.search(rf"^  make {target} +\S", help_text, re.MULTILINE)


@pytest.mark.parametrize("target", ["verify", "test", "detect", "serve", "check"])
def test_a_target_makes_the_environment_it_needs(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:.*\benvironment\b", makefile, re.MULTILINE)


@pytest.fixture
def fresh_copy(tmp_path: Path) -> Path:
    """Give a folder with all that an environment is made from, and none yet."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "script, sentence",
    [
        ("exit 1", "Il faut Python 3.11 ou plus récent."),
        ('case "$2" in *ensurepip*) exit 1 ;; esac', "Il manque à ./python son module venv"),
    ],
    ids=["an old Python", "a Python without venv"],
)
def test_a_python_that_will_not_do_is_said_in_one_sentence(
    fresh_copy: Path, script: str, sentence: str
) -> None:
    python = fresh_copy / "python"
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    python.chmod(0o755)
    run = make(fresh_copy, "environment", "PYTHON=./python")
    said, end = run.stderr.splitlines()
    assert said.startswith(sentence)
    assert end.startswith("make: ***")
    assert not (fresh_copy / ".venv").exists()


def test_a_shard_is_run_into_a_folder_of_its_own() -> None:
    words = make(ROOT, "-n", "verify", "SHARD=2/3").stdout
    assert "--conformance build/conformance-2-3 " in words
    assert "--shard 2/3" in words
    assert "reports.audit build/conformance-2-3" in words
    assert "--shard" not in make(ROOT, "-n", "verify").stdout


@pytest.mark.parametrize(
    "of_pytest, of_audit, status", [(0, 0, 0), (0, 1, 1), (4, 0, 4), (4, 1, 4)]
)
@pytest.mark.parametrize("target", ["verify", "test"])
def test_make_ends_with_what_pytest_said_or_else_the_audit(
    tmp_path: Path, target: str, of_pytest: int, of_audit: int, status: int
) -> None:
    for name, end in (("pytest", of_pytest), ("python", of_audit)):
        script = tmp_path / name
        script.write_text(f'#!/bin/sh\necho "{name} $*"\nexit {end}\n', encoding="ascii")
        script.chmod(0o755)
    made = make(ROOT, "-o", "environment", "-o", "browser", target, f"BIN={tmp_path}")
    assert "\npython -m reports.audit build/conformance\n" in made.stdout
    ends = re.findall(r"\*\*\*.* (\d+)$", made.stderr, re.MULTILINE)
    assert ends == ([str(status)] if status else [])
    assert (made.returncode == 0) == (status == 0)


@pytest.mark.parametrize("first, again", [(0, None), (1, 0), (1, 1), (2, None)])
def test_make_tries_again_alone_only_what_ended_red(
    tmp_path: Path, first: int, again: int | None
) -> None:
    script = tmp_path / "pytest"
    ends = f'case "$*" in *"-n 0") exit {again} ;; *) exit {first} ;; esac'
    script.write_text(f'#!/bin/sh\necho "pytest $*"\n{ends}\n', encoding="ascii")
    script.chmod(0o755)
    made = make(ROOT, "-s", "-o", "environment", "-o", "browser", "detect", f"BIN={tmp_path}")
    runs = ["pytest -n 2 features --detect", "pytest features --detect -n 0"]
    assert [line.strip() for line in made.stdout.splitlines()] == runs[: 1 if again is None else 2]
    assert (made.returncode == 0) == ((first if again is None else again) == 0)
