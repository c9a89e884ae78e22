"""Gathers the runs of every test process, says how far they are, and publishes the matrix."""

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from reports import wording
from reports.detection.judging import find_problems, judge, never_red, summarise
from reports.detection.memory import remember
from reports.detection.model import SCHEMA_VERSION, Matrix, Scope, Try
from reports.detection.publishing import HTML_NAME, publish
from reports.detection.running import PROPERTY, Runner
from reports.provenance import read_commit
from reports.publication import PublicationError

EXPLAINED = "features/undetectable.toml"
_PROGRESS_SECONDS = 10


class Gatherer:
    """Registered in the one process that sees all reports, never in a worker."""

    def __init__(self, config: pytest.Config, runner: Runner) -> None:
        self._config = config
        self._runner = runner
        self._tries = runner.known_tries()
        self._started = datetime.now(UTC)
        self._begun = monotonic()
        self._last_told = monotonic()
        self._scheduled = 0
        self._done = 0
        self._matrix: Matrix | None = None
        self._errors: list[str] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Count what is to be run, without workers."""
        self._scheduled = len(session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Count what is to be run, with workers: each collects the same."""
        self._scheduled = len(ids)

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Count a run without a letter: its outcome is said otherwise."""
        return ("passed", "", "") if dict(report.user_properties).get(PROPERTY) else None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a run, and say from time to time how far it is."""
        values: Any = dict(report.user_properties).get(PROPERTY)
        if values is None:
            return
        done = Try.read(values)
        self._tries.append(done)
        self._done += 1
        if self._runner.scope is Scope.ALL:
            remember(self._runner.memory, self._runner.digests[done.defect], done)
        if monotonic() - self._last_told > _PROGRESS_SECONDS:
            self._last_told = monotonic()
            self._write(self._progress())

    def _progress(self) -> str:
        if self._runner.scope is Scope.ALL:
            left = (monotonic() - self._begun) / self._done * (self._scheduled - self._done)
            return (
                f"{self._done} essais sur {self._scheduled} ; reste environ "
                f"{wording.duration(left)}."
            )
        tried = {item.defect for item in self._tries}
        detected = {item.defect for item in self._tries if item.is_red}
        total = len(self._runner.defects)
        rate = (monotonic() - self._begun) / len(tried)
        return (
            f"{len(tried)} défauts essayés sur {total}, {len(detected)} détectés ; reste environ "
            f"{wording.duration(rate * (total - len(tried)))}."
        )

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Publish the matrix; turn the run red where a defect is not detected."""
        findings = judge(self._runner.defects, self._tries)
        is_all = self._runner.scope is Scope.ALL
        unseen = never_red(self._runner.titles, self._tries) if is_all else ()
        explained = _explained(self._runner.root / EXPLAINED)
        unexplained = [title for title in unseen if title not in explained]
        self._matrix = Matrix(
            schema_version=SCHEMA_VERSION,
            commit=read_commit(self._runner.root),
            scope=self._runner.scope,
            started=self._started,
            finished=datetime.now(UTC),
            problems=tuple(find_problems(findings, self._runner.scope, unexplained)),
            findings=findings,
            never_red=unseen,
        )
        try:
            publish(self._matrix, self._runner.folder)
        except PublicationError as error:
            self._errors.append(str(error))
        is_green = exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
        if is_green:
            is_red = bool(self._matrix.problems or self._errors)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED if is_red else pytest.ExitCode.OK

    def pytest_terminal_summary(self) -> None:
        """Say what is wrong, then count."""
        if self._matrix is None:
            return
        for sentence in (*self._matrix.problems, *self._errors):
            self._write(sentence, red=True)
        self._write(summarise(self._matrix), bold=True, green=not self._matrix.problems)
        self._write(f"La matrice : {self._runner.folder / HTML_NAME}")

    def _write(self, sentence: str, **markup: bool) -> None:
        reporter: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(sentence, **markup)


def _explained(file: Path) -> frozenset[str]:
    """Give the titles of the scenarios that no defect can turn red, each with its reason."""
    if not file.exists():
        return frozenset()
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(item["title"] for item in document.get("scenario", ()) if item["reason"])
