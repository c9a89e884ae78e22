"""What the runs of all defects on all scenarios have given so far, one line of JSON each.

A line holds for as long as nothing that it depends on has changed: the simulator, the steps and the
fixtures, the file of its scenario and the one that its defect stands in. A run without any defect
depends on the files of all those that it was told of.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from reports.detection.model import Baseline, KnownDefect, Try

_FOLDERS = ("features", "fixtures", "simulator", "steps")
_KINDS = {".css", ".csv", ".html", ".js", ".py", ".txt", ".typ"}
_OF_BASELINES = ""


class Memory:
    """The results that are kept in a file.

    Args:
        file: Where they are, or will be.
        root: Of the project.
        defects: Those that are tried.
    """

    def __init__(self, file: Path, root: Path, defects: Sequence[KnownDefect]) -> None:
        self._file = file
        self._root = root
        self._digests = _digests(root, defects)

    def remember(self, result: Baseline | Try) -> None:
        """Add a result to those of before."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        values = asdict(result)
        line = json.dumps({"digest": self._digest_of(values)} | values, ensure_ascii=False)
        with self._file.open("a", encoding="utf-8") as memory:
            memory.write(f"{line}\n")

    def recall(self) -> tuple[list[Baseline], list[Try]]:
        """Give the results that still hold; a line cut short by an interruption is left out."""
        baselines: list[Baseline] = []
        tries: list[Try] = []
        lines = self._file.read_text("utf-8").splitlines() if self._file.exists() else []
        for line in lines:
            try:
                values = json.loads(line)
            except ValueError:
                continue
            if values.pop("digest") != self._digest_of(values):
                continue
            if "defect" in values:
                tries.append(Try.read(values))
            else:
                baselines.append(Baseline.read(values))
        return baselines, tries

    def _digest_of(self, values: Mapping[str, object]) -> str | None:
        """Give what a result depends on, None where that is no more."""
        digest = self._digests.get(str(values.get("defect", _OF_BASELINES)))
        feature = self._root / str(values["scenario"]).rsplit(":", 2)[0]
        if digest is None or not feature.exists():
            return None
        return f"{digest}-{_digest_of_file(feature)}"


def _digests(root: Path, defects: Sequence[KnownDefect]) -> dict[str, str]:
    """Give what the runs with each defect depend on, and those without, as one digest each."""
    sources = {root / defect.source for defect in defects}
    files = sorted(
        path
        for folder in _FOLDERS
        for path in (root / folder).rglob("*")
        if path.suffix in _KINDS and path not in sources
    )
    common = _digest(path.read_bytes() for path in files)
    by_source = {source: _digest([source.read_bytes()]) for source in sorted(sources)}
    told = [*by_source.values(), *(defect.id for defect in defects)]
    of_baselines = _digest(text.encode() for text in told)
    return {
        _OF_BASELINES: f"{common}-{of_baselines}",
        **{defect.id: f"{common}-{by_source[root / defect.source]}" for defect in defects},
    }


@cache
def _digest_of_file(file: Path) -> str:
    return _digest([file.read_bytes()])


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:16]
