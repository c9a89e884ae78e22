"""Gathers the trials of every test process, and publishes what they tell."""

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reports.collecting.declared import read_features
from reports.detection.judging import Judge, find_problems, summarise
from reports.detection.model import (
    SCHEMA_VERSION,
    KnownDefect,
    Matrix,
    Scenario,
    Trial,
    title_of,
)
from reports.detection.publishing import HTML_NAME, publish
from reports.detection.results import EXPLAINED, Results
from reports.publishing.provenance import read_commit
from reports.publishing.report_folder import PublicationError

PROPERTY = "detection"
"""Name of a trial among the ``user_properties`` of its test; it is whole in the last report."""


class Gatherer:
    """Registered in the one process that sees all reports, never in a worker."""

    def __init__(
        self,
        config: pytest.Config,
        defects: Sequence[KnownDefect],
        results: Results,
        *,
        is_whole: bool,
    ) -> None:
        self._config = config
        self._defects = defects
        self._results = results
        self._is_whole = is_whole
        self._started = datetime.now(UTC)
        self._matrix: Matrix | None = None
        self._errors: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a trial that has ended."""
        trial = trial_of(report)
        if trial and report.when == "teardown":
            self._results.add(trial)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Publish the matrix; turn the run red where a defect is not detected."""
        judge = make_judge(
            self._config.rootpath, self._defects, self._results, is_whole=self._is_whole
        )
        self._matrix = Matrix(
            schema_version=SCHEMA_VERSION,
            commit=read_commit(self._config.rootpath),
            started=self._started,
            finished=datetime.now(UTC),
            problems=tuple(find_problems(judge)),
            findings=judge.findings(),
            unmoved=judge.unmoved(),
        )
        try:
            publish(self._matrix, self._results.file.parent)
        except PublicationError as error:
            self._errors.append(str(error))
        if exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            is_red = bool(self._matrix.problems or self._errors)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED if is_red else pytest.ExitCode.OK

    def pytest_terminal_summary(self) -> None:
        """Say what is wrong, then count."""
        if self._matrix is None:
            return
        for sentence in (*self._matrix.problems, *self._errors):
            self._write(sentence, red=True)
        summary = summarise(self._matrix.findings)
        self._write(summary, bold=True, green=not self._matrix.problems)
        self._write(f"La matrice : {self._results.file.with_name(HTML_NAME)}")

    def _write(self, sentence: str, **markup: bool) -> None:
        reporter: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(sentence, **markup)


def trial_of(report: pytest.TestReport) -> Trial | None:
    """Find the trial that travelled with a report, None where there is none."""
    values: Any = dict(report.user_properties).get(PROPERTY)
    return Trial.read(values) if values else None


def make_judge(
    root: Path, defects: Sequence[KnownDefect], results: Results, *, is_whole: bool
) -> Judge:
    """Have what is known judged; ``is_whole`` where all defects are asked for."""
    scenarios = [
        Scenario(
            key=declared.key,
            title=title_of(declared.name, declared.row.number if declared.row else 0),
            tags=declared.tags,
        )
        for declared in read_features(root / "features", root).scenarios
    ]
    explanations = _read_explanations(root / EXPLAINED) if is_whole else None
    return Judge(defects, scenarios, results.known(), explanations)


def _read_explanations(file: Path) -> dict[str, str]:
    """Give why no defect can turn some scenarios red, by their titles."""
    document = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    return {item["title"]: item["reason"] for item in document.get("scenario", ())}
