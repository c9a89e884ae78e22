"""What each test process is going to run, left where the controller finds it even if it dies."""

import json
from collections.abc import Mapping
from pathlib import Path


def write_collected(folder: Path, process: str, keys: Mapping[str, str]) -> None:
    """Leave the keys of a process's scenarios, by the id of their test."""
    unfinished = folder / f"collected-{process}.tmp"
    unfinished.write_text(json.dumps(keys), encoding="utf-8")
    unfinished.replace(unfinished.with_suffix(".json"))


def read_collected(folder: Path) -> Mapping[str, str]:
    """Gather what every process has left so far."""
    collected: dict[str, str] = {}
    for file in folder.glob("collected-*.json"):
        collected |= json.loads(file.read_text(encoding="utf-8"))
    return collected
