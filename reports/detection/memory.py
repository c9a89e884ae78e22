"""What the runs of all defects on all scenarios have given so far, one line of JSON each.

A line holds for as long as nothing that it depends on has changed: the simulator, the features,
the steps and the fixtures, and the file that its defect stands in.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reports.detection.model import KnownDefect, Try

_FOLDERS = ("features", "fixtures", "simulator", "steps")
_KINDS = {".css", ".csv", ".feature", ".html", ".js", ".py", ".txt", ".typ"}


def digests(root: Path, defects: Sequence[KnownDefect]) -> dict[str, str]:
    """Give, for each defect, what its runs depend on, as one digest."""
    sources = {root / defect.source for defect in defects}
    files = sorted(
        path
        for folder in _FOLDERS
        for path in (root / folder).rglob("*")
        if path.suffix in _KINDS and path not in sources
    )
    common = _digest(files)
    return {defect.id: f"{common}-{_digest([root / defect.source])}" for defect in defects}


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def remember(file: Path, digest: str, done: Try) -> None:
    """Add a run to those of before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"digest": digest} | done.written(), ensure_ascii=False)
    with file.open("a", encoding="utf-8") as memory:
        memory.write(f"{line}\n")


def recall(file: Path, current: dict[str, str]) -> Iterator[Try]:
    """Give the runs that still hold; a line cut short by an interruption is left out."""
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            values = json.loads(line)
        except ValueError:
            continue
        if current.get(values["defect"]) == values.pop("digest"):
            yield Try.read(values)
