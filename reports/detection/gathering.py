"""Gathers the runs of every test process, says how far they are, and publishes the matrix."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from reports.detection.judging import find_problems, judge, never_red, summarise
from reports.detection.model import SCHEMA_VERSION, Baseline, Matrix, Scope, Try
from reports.detection.progress import Progress
from reports.detection.publishing import HTML_NAME, publish
from reports.detection.running import BASELINE_PROPERTY, PROPERTY, Runner
from reports.publishing.provenance import read_commit
from reports.publishing.report_folder import PublicationError

EXPLAINED = "features/undetectable.toml"
_PROGRESS_SECONDS = 10


class Gatherer:
    """Registered in the one process that sees all reports, never in a worker."""

    def __init__(self, config: pytest.Config, runner: Runner) -> None:
        self._config = config
        self._runner = runner
        self._tries = list(runner.known_tries)
        self._baselines = {item.scenario: item for item in runner.known_baselines}
        self._progress = Progress(runner.defects, runner.known_baselines, runner.known_tries)
        self._started = datetime.now(UTC)
        self._last_told = monotonic()
        self._matrix: Matrix | None = None
        self._errors: list[str] = []

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Count a run without a letter: its outcome is said otherwise."""
        is_ours = {PROPERTY, BASELINE_PROPERTY} & dict(report.user_properties).keys()
        return ("passed", "", "") if is_ours else None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a run, and say from time to time how far it is."""
        told: dict[str, Any] = dict(report.user_properties)
        if BASELINE_PROPERTY in told:
            values, number = told[BASELINE_PROPERTY]
            baseline = Baseline.read(values)
            self._baselines[baseline.scenario] = baseline
            self._progress.observed(baseline, number)
            if not baseline.fault:  # one that is not green is looked at again
                self._remember(baseline)
        elif PROPERTY in told:
            done = Try.read(told[PROPERTY])
            self._tries.append(done)
            self._progress.tried(done)
            self._remember(done)
            if monotonic() - self._last_told > _PROGRESS_SECONDS:
                self._last_told = monotonic()
                self._write(self._progress.told(self._runner.scope))

    def _remember(self, result: Baseline | Try) -> None:
        if self._runner.scope is Scope.ALL:
            self._runner.memory.remember(result)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Publish the matrix; turn the run red where a defect is not detected."""
        baselines = self._baselines.values()
        findings = judge(self._runner.defects, self._tries, baselines)
        is_green = exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
        is_all = self._runner.scope is Scope.ALL
        is_judged = not any(baseline.fault for baseline in baselines)
        unseen = never_red(baselines, self._tries) if is_all else ()
        explained = _explained(self._runner.root / EXPLAINED)
        unexplained = [title for title in unseen if title not in explained]
        self._matrix = Matrix(
            schema_version=SCHEMA_VERSION,
            commit=read_commit(self._runner.root),
            scope=self._runner.scope,
            started=self._started,
            finished=datetime.now(UTC),
            problems=tuple(find_problems(findings, baselines, self._runner.scope, unexplained)),
            findings=findings,
            is_whole=is_all and is_green and is_judged and not self._is_selecting(),
            never_red=unseen,
        )
        try:
            publish(self._matrix, self._runner.folder)
        except PublicationError as error:
            self._errors.append(str(error))
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

    def _is_selecting(self) -> bool:
        return bool(self._config.getoption("keyword") or self._config.getoption("markexpr"))

    def _write(self, sentence: str, **markup: bool) -> None:
        reporter: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(sentence, **markup)


def _explained(file: Path) -> frozenset[str]:
    """Give the titles of the scenarios that no defect can turn red, each with its reason."""
    if not file.exists():
        return frozenset()
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(item["title"] for item in document.get("scenario", ()) if item["reason"])
