"""The blast radius is written from a whole run, and from nothing else."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reports.detection.radius import RadiusError, write


def matrix(folder: Path, **changes: object) -> Path:
    findings = [
        {"defect": {"id": "ment"}, "also_red": ["R-1.005", "U-02"]},
        {"defect": {"id": "seul"}, "also_red": []},
    ]
    values: dict[str, Any] = {"schema_version": 3, "is_whole": True, "findings": findings}
    file = folder / "detection.json"
    file.write_text(json.dumps(values | changes), encoding="utf-8")
    return file


def test_what_was_measured_replaces_what_was_declared(tmp_path: Path) -> None:
    file = tmp_path / "blast_radius.toml"
    file.write_text('seul = ["R-1.001"]\nment = ["R-9.999"]\nautre = ["R-1.002"]\n')
    assert write(matrix(tmp_path), file) == 2
    text = file.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"autre": ["R-1.002"], "ment": ["R-1.005", "U-02"]}
    assert text.startswith("# Measured")
    assert sorted(item.name for item in tmp_path.iterdir()) == [
        "blast_radius.toml",
        "detection.json",
    ]


@pytest.mark.parametrize("changes", [{"is_whole": False}, {"schema_version": 1}])
def test_a_run_that_is_not_whole_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    file = tmp_path / "blast_radius.toml"
    with pytest.raises(RadiusError, match="n’est pas d’un essai complet"):
        write(matrix(tmp_path, **changes), file)
    assert not file.exists()


def test_it_is_said_in_one_sentence_that_there_is_no_matrix(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "reports.detection.radius",
        f"{tmp_path}/rien",
        f"{tmp_path}/r",
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert (
        ended.stderr == f"{tmp_path}/rien n’est pas une matrice lisible : lancez make detect-all.\n"
    )
