import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.publishing.provenance import read_commit

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Lila")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "lila@cabinet.example")

    def run(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=tmp_path, capture_output=True, check=True)
        return done.stdout.decode().strip()

    run("init")
    return run


def test_commit_is_named_and_changes_are_marked(tmp_path: Path, git: Git) -> None:
    assert read_commit(tmp_path) == ""  # nothing committed yet
    file = tmp_path / "a.feature"
    file.write_text("un", encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "un")
    commit = git("rev-parse", "--short", "HEAD")
    assert read_commit(tmp_path) == commit
    file.write_text("deux", encoding="utf-8")
    assert read_commit(tmp_path) == f"{commit}+"
    git("checkout", "a.feature")
    (tmp_path / "b.feature").write_text("neuf", encoding="utf-8")
    assert read_commit(tmp_path) == f"{commit}+"


def test_a_folder_that_git_does_not_know_has_no_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_commit(tmp_path) == ""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_commit(Path(__file__).parent) == ""
