import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|home|Users|tmp|work)/[\w.-]")


def project_files() -> list[Path]:
    """Give the files that are, or are about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    paths = [ROOT / name.decode() for name in listed.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


def test_no_file_names_a_path_of_one_machine() -> None:
    named = {
        str(path.relative_to(ROOT)): MACHINE_PATH.findall(path.read_text("utf-8", "ignore"))
        for path in project_files()
        if path != Path(__file__)
    }
    assert {path: found for path, found in named.items() if found} == {}


def imported_packages(path: Path) -> set[str]:
    packages: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            packages.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            packages.add(node.module.partition(".")[0])
    return packages


def test_the_features_and_their_configuration_import_no_simulator() -> None:
    """Import contracts read packages only; these files are none."""
    files = [*ROOT.glob("features/**/*.py"), *ROOT.glob("conftest.py")]
    assert [path.name for path in files if "simulator" in imported_packages(path)] == []


@pytest.mark.parametrize("reading", ["now", "today", "utcnow", "time", "monotonic"])
def test_the_domain_never_reads_the_wall_clock(reading: str) -> None:
    clocks = {"datetime", "date", "time"}
    found = [
        f"{path.name}:{node.lineno}"
        for path in ROOT.glob("simulator/domain/**/*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == reading
        and isinstance(node.value, ast.Name)
        and node.value.id in clocks
    ]
    assert found == []


def test_the_domain_imports_nothing_for_its_types_alone() -> None:
    """The contracts hold its floors; this one, that no import needs to be hidden from them."""
    found = [
        path.name
        for path in ROOT.glob("simulator/domain/**/*.py")
        if "TYPE_CHECKING" in path.read_text("utf-8")
    ]
    assert found == []
