"""Gathers what every test process reports, then makes, publishes and sums up the report."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from reports.collecting.assembly import Run, assemble
from reports.collecting.declared import read_features
from reports.collecting.outcomes import Execution, PhaseResult, read_phase, read_record
from reports.collecting.planned import read_collected
from reports.collecting.scope import Scope
from reports.collecting.site import read_site
from reports.differences.comparing import Walk, compare
from reports.differences.page import render as render_differences
from reports.judging.endings import shortfalls
from reports.judging.model import Report, ScenarioOutcome
from reports.judging.register import Statement
from reports.publishing import terminal
from reports.publishing.manifest import DIFFERENCES_NAME
from reports.publishing.provenance import read_commit
from reports.publishing.report_folder import PublicationError, make_staging, publish

if TYPE_CHECKING:
    from reports.collecting.recording import ScenarioRecord

_RED_OUTCOMES = {ScenarioOutcome.FAILED, ScenarioOutcome.BROKEN}
# What pytest says of its tests alone; an interruption or an error of its own stays what it is.
_JUDGED_ANEW = {
    pytest.ExitCode.OK,
    pytest.ExitCode.TESTS_FAILED,
    pytest.ExitCode.NO_TESTS_COLLECTED,
}
_ABORTED = {
    pytest.ExitCode.INTERRUPTED: "L’exécution a été interrompue avant la fin.",
    pytest.ExitCode.INTERNAL_ERROR: "pytest s’est arrêté sur une erreur interne.",
}


class _Worker(Protocol):
    """What is used of pytest-xdist's view of a worker."""

    workerinput: dict[str, object]


class Publisher:
    """Registered in the one process that sees all reports, never in a worker.

    Args:
        statements: The register.
        features: Folder of the feature files.
        root: What their paths are relative to.
        folder: Where the report goes.
        scope: What the run answers for.
    """

    def __init__(
        self,
        *,
        statements: tuple[Statement, ...],
        features: Path,
        root: Path,
        folder: Path,
        scope: Scope,
    ) -> None:
        self._statements = statements
        self._features = features
        self._root = root
        self._folder = folder
        self._scope = scope
        self._started = datetime.now(UTC)
        self._commit = ""
        self._phases: defaultdict[str, list[PhaseResult]] = defaultdict(list)
        self._records: dict[str, ScenarioRecord] = {}
        self._rerun: set[str] = set()
        self._problems: list[str] = []
        self._publication_errors: list[str] = []
        self._report: Report | None = None
        self._has_differences = False
        self.run_folder = make_staging(folder)

    def pytest_sessionstart(self) -> None:
        """Note which state of the project judges, before anything changes."""
        self._commit = read_commit(self._root)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: _Worker) -> None:
        """Tell a worker where to leave what it collects and keeps."""
        node.workerinput["conformance_run_folder"] = str(self.run_folder)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, error: object) -> None:
        """Note a worker that died, whether or not another took its place."""
        if error:
            self._problems.append("Un processus de test s’est arrêté en cours d’exécution.")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note what could not be collected."""
        if report.failed:
            self._problems.append(f"La collecte de {report.nodeid or 'la racine'} est en erreur.")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep one phase of one test; of a test that is run again, its last run."""
        if report.when == "setup" and self._phases[report.nodeid]:
            self._rerun.add(report.nodeid)
            self._phases[report.nodeid].clear()
        self._phases[report.nodeid].append(read_phase(report))
        record = read_record(report)
        if record:
            self._records[report.nodeid] = record

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Make and publish the report; turn the run red where pytest alone would not."""
        collected = read_collected(self.run_folder)
        if not (self._scope.is_whole or collected):
            return
        if exitstatus in _ABORTED:
            self._problems.append(_ABORTED[pytest.ExitCode(exitstatus)])
        if not self._statements:
            self._problems.append("Aucun registre : features/fiche.toml manque.")
        run = Run(
            started=self._started,
            finished=datetime.now(UTC),
            collected=frozenset(collected.values()),
            executions=self._executions(collected),
            problems=tuple(dict.fromkeys(self._problems)),
            commit=self._commit,
            scope=self._scope,
            site=read_site(session.config),
        )
        declaration = read_features(self._features, self._root)
        self._report = assemble(self._statements, declaration, run)
        if exitstatus not in _ABORTED:
            self._write_differences(session.config)
        try:
            publish(self._report, self._folder, self.run_folder)
        except PublicationError as error:
            self._publication_errors.append(str(error))
        if exitstatus in _JUDGED_ANEW:
            session.exitstatus = (
                pytest.ExitCode.TESTS_FAILED
                if self._is_red(self._report, collected)
                else pytest.ExitCode.OK
            )

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter, exitstatus: int
    ) -> None:
        """Sum up, statement by statement; the last line says whether the run is red."""
        if self._report is None:
            return
        terminalreporter.section("conformité")
        terminalreporter.write_line(terminal.render(self._report, self._shown_folder()))
        if self._has_differences:
            terminalreporter.write_line(f"Écarts : {self._shown_folder()}/{DIFFERENCES_NAME}")
        conclusion = terminal.conclude(self._report, is_whole=self._scope.is_whole)
        for sentence in (*self._publication_errors, conclusion):
            is_green = exitstatus == pytest.ExitCode.OK
            terminalreporter.write_line(sentence, red=not is_green, green=is_green, bold=True)

    def _write_differences(self, config: pytest.Config) -> None:
        """Put the page beside the evidence; it is made last, so it changes nothing of the run."""
        walks: tuple[Walk, Walk] | None = config.hook.pytest_walked_sites(config=config)
        if walks:
            self._has_differences = True
            page = render_differences(*walks, compare(*walks, self._statements))
            (self.run_folder / DIFFERENCES_NAME).write_text(page, encoding="utf-8")

    def _shown_folder(self) -> str:
        is_inside = self._folder.is_relative_to(self._root)
        return (self._folder.relative_to(self._root) if is_inside else self._folder).as_posix()

    def _is_red(self, report: Report, collected: Mapping[str, str]) -> bool:
        if self._scope.is_whole:  # the one judgement, in which a known failure may be let through
            is_short = bool(shortfalls(report))
        else:
            # An act that could not be carried out is no failure of the site, and not green either.
            is_failed = any(
                item.outcome in _RED_OUTCOMES or item.failure for item in report.scenarios
            )
            is_short = is_failed or bool(report.problems)
        has_failed_elsewhere = any(
            phase.is_failed
            for nodeid, phases in self._phases.items()
            if nodeid not in collected
            for phase in phases
        )
        return is_short or has_failed_elsewhere or bool(self._publication_errors)

    def _executions(self, collected: Mapping[str, str]) -> dict[str, list[Execution]]:
        executions: defaultdict[str, list[Execution]] = defaultdict(list)
        for nodeid, phases in self._phases.items():
            # A test whose process died has no record: what was collected says which one it was.
            if nodeid in collected:
                record = self._records.get(nodeid)
                execution = Execution(
                    nodeid=nodeid,
                    phases=tuple(phases),
                    record=record,
                    is_rerun=nodeid in self._rerun,
                )
                executions[collected[nodeid]].append(execution)
        return executions
