"""What a test process writes down of a scenario while it runs, and what fixtures may add to it.

A record is one plain mapping among the ``user_properties`` of its test, filled as the scenario goes
on: pytest copies it into each report of the test, and pytest-xdist carries it to the controller.
"""

import hashlib
import mimetypes
import re
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, TypedDict

import pytest

from reports.collecting.diagnosis import Diagnosis
from reports.collecting.secrecy import Secrecy

PROPERTY = "conformance"
"""Name of the record among the ``user_properties`` of a test."""

_MEDIA_TYPES = mimetypes.MimeTypes()  # those of Python alone: names differ on no machine
_SLUG_LENGTH = 60


class StepRecord(TypedDict):
    """A step begun: ``outcome`` is ``started`` until it ends, ``duration`` in seconds."""

    outcome: str
    duration: float
    assertions: int


class EvidenceRecord(TypedDict):
    """A file kept; ``path`` is relative to the report's folder, ``step`` an index or None."""

    name: str
    path: str
    media_type: str
    step: int | None
    sha256: str
    size: int


class RunRecord(TypedDict, total=False):
    """What the fixtures came to know of target and browser."""

    target: str
    addresses: list[str]
    defects: dict[str, str]
    browser: str
    browser_version: str


class ScenarioRecord(TypedDict):
    """A scenario as run, with the French reasons why no step could judge.

    ``broken`` is a trouble of the run's own, ``hindered`` what the site does not show; ``remedy``
    the key of the site's profile that would help.
    """

    key: str
    steps: list[StepRecord]
    evidence: list[EvidenceRecord]
    broken: str
    hindered: str
    remedy: str
    run: RunRecord


class Recorder:
    """Fills the record of one scenario.

    Args:
        key: Names the scenario among the declared ones.
        folder: Where its evidence goes, below that of the run; no other scenario has the same.
        run: What is known of the run, shared by all scenarios of the process.
    """

    def __init__(self, key: str, folder: str, run: RunRecord) -> None:
        self.folder = folder
        self.record = ScenarioRecord(
            key=key, steps=[], evidence=[], broken="", hindered="", remedy="", run=run
        )
        self._begun = 0.0
        self._assertions = 0
        self._is_judgement = False
        self._is_called = False

    def begin(self) -> None:
        """Forget what an earlier run of the scenario left: `--reruns` runs it again."""
        self.record["steps"].clear()
        self.record["evidence"].clear()
        self.record["broken"] = self.record["hindered"] = self.record["remedy"] = ""

    def begin_step(self, *, is_judgement: bool) -> None:
        """Start the clock of the next step; what it waits for is part of it.

        Args:
            is_judgement: It is an « Alors »: no other step says anything of the site.
        """
        self.record["steps"].append(StepRecord(outcome="started", duration=0.0, assertions=0))
        self._begun = time.perf_counter()
        self._assertions = 0
        self._is_judgement = is_judgement
        self._is_called = False

    def call_step(self, assertions: int) -> None:
        """Note that everything the step asks for is there, so that it is now the step itself.

        Args:
            assertions: How many its function holds.
        """
        self._assertions = assertions
        self._is_called = True

    def pass_step(self) -> None:
        """End the step that began last."""
        self._end_step("passed")

    def fail_step(self, diagnosis: Diagnosis) -> None:
        """End the step that began last: it judged, or it could not be carried out.

        Args:
            diagnosis: Of the error that ended it.
        """
        if not diagnosis.is_of_site:
            self._end_step("broken")
            early = "" if self._is_called else "La préparation d’une étape est en erreur. "
            self.record["broken"] = f"{early}{diagnosis.sentence}"
        elif self._is_judgement and self._is_called and not diagnosis.remedy:
            self._end_step("failed")
        else:
            self._end_step("unverified")
            self.record["hindered"] = diagnosis.sentence
            self.record["remedy"] = diagnosis.remedy

    def lack(self, remedy: str) -> None:
        """Note which key of the site's profile would spare it what it lacks."""
        self.record["remedy"] = remedy

    def miss_step(self, text: str) -> None:
        """Note a step that has no definition."""
        self.record["steps"].append(StepRecord(outcome="undefined", duration=0.0, assertions=0))
        self.record["broken"] = f"Étape non définie : « {text} »."

    def _end_step(self, outcome: str) -> None:
        self.record["steps"][-1] = StepRecord(
            outcome=outcome,
            duration=time.perf_counter() - self._begun,
            assertions=self._assertions,
        )


class Evidence:
    """Keeps files of one scenario beside the report.

    Args:
        recorder: That of the scenario.
        base: The folder that evidence is written to, all scenarios together.
        secrecy: Conceals what may not stand in a text.
    """

    def __init__(self, recorder: Recorder, base: Path, secrecy: Secrecy) -> None:
        self._secrecy = secrecy
        self._record = recorder.record
        self._folder = recorder.folder
        self._base = base

    def attach(self, name: str, content: bytes, media_type: str) -> Path:
        """Keep ``content`` under a French ``name``, at the step under way, without its secrets.

        Returns:
            The file written; it is moved beside the report once the run is over.
        """
        content = self._secrecy.conceal_in_content(content, media_type)
        number = len(self._record["evidence"]) + 1
        extension = _MEDIA_TYPES.guess_extension(media_type) or ".bin"
        path = Path(self._folder) / f"{number:02d}-{slug(name)}{extension}"
        file = self._base / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        steps = len(self._record["steps"])
        self._record["evidence"].append(
            EvidenceRecord(
                name=name,
                path=f"evidence/{path.as_posix()}",
                media_type=media_type,
                step=steps - 1 if steps else None,
                sha256=hashlib.sha256(content).hexdigest(),
                size=len(content),
            )
        )
        return file


class RunFacts:
    """What is known of target and browser, told by the fixtures that start them.

    Attributes:
        secrecy: Told what may not stand in the report.
    """

    def __init__(self) -> None:
        self.secrecy = Secrecy()
        self.record = RunRecord()

    def describe_target(self, name: str, address: str) -> None:
        """Say what is judged (« simulateur embarqué ») and where it answers."""
        known = self.record.get("addresses", [])
        self.record["target"] = name
        self.record["addresses"] = known if address in known else [*known, address]

    def describe_defects(self, sentences: Mapping[str, str]) -> None:
        """Say which faults were put into the target on purpose: their ids and French sentences."""
        self.record["defects"] = self.record.get("defects", {}) | dict(sentences)

    def describe_browser(self, name: str, version: str) -> None:
        """Say which browser judges, and its version as it gives it itself."""
        self.record["browser"] = name
        self.record["browser_version"] = version


def unverified(reason: str) -> NoReturn:
    """Leave the scenario as « non vérifié », for a French reason (a whole sentence).

    For a capability that the target lacks; callable from a step or a fixture.
    """
    pytest.skip(reason)


def slug(text: str) -> str:
    """Turn a French text into a short part of a file name, in ASCII."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_LENGTH].strip("-") or "sans-nom"
