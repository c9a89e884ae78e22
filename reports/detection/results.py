"""What the trials have given so far, one line of JSON each, for as long as nothing has changed."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from reports.detection.model import Key, Trial

EXPLAINED = "features/undetectable.toml"

_FOLDERS = ("features", "fixtures", "simulator", "steps")
_COMPILED = {".pyc"}


@dataclass(frozen=True)
class Results:
    """The trials in a file that were made of the tree as it is.

    Attributes:
        file: Where they are, or will be.
        digest: Of the tree.
    """

    file: Path
    digest: str

    def add(self, trial: Trial) -> None:
        """Keep a trial beside those of before."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        line = json.dumps({"digest": self.digest, **trial.written()}, ensure_ascii=False)
        with self.file.open("a", encoding="utf-8") as results:
            results.write(f"{line}\n")

    def known(self) -> dict[Key, Trial]:
        """Give what still holds, the last of each; a line that was cut short is left out."""
        lines = self.file.read_text("utf-8").splitlines() if self.file.exists() else []
        known = {}
        for line in lines:
            try:
                values = json.loads(line)
            except ValueError:
                continue
            if values.pop("digest") == self.digest:
                trial = Trial.read(values)
                known[trial.key] = trial
        return known


def digest_of(root: Path) -> str:
    """Sum up all that a trial depends on: scenarios and register, steps, fixtures, simulator."""
    digest = hashlib.sha256()
    for folder in _FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            name = file.relative_to(root).as_posix()
            if file.is_file() and file.suffix not in _COMPILED and name != EXPLAINED:
                digest.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
