"""Which state of the project judged, as git tells it."""

import subprocess
from pathlib import Path


def read_commit(root: Path) -> str:
    """Give the short commit that ``root`` is at, with ``+`` if a file there is changed or new.

    Empty where git, the repository or a first commit is missing.
    """
    commit = _git(root, "rev-parse", "--short", "HEAD")
    if not commit:
        return ""
    return f"{commit}+" if _git(root, "status", "--porcelain", "--", ".") else commit


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", *words],  # noqa: S607 - the person's own git, wherever it is
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
