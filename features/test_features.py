"""Every feature below this folder, always in the same order, whatever the file system's is."""

from pathlib import Path

from pytest_bdd import scenarios

_FOLDER = Path(__file__).parent

scenarios(*sorted(map(str, _FOLDER.rglob("*.feature"))))
