"""The run while it runs, for a person at a terminal: how far each chapter is, what fails now."""

import os
import sys
from collections import Counter
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from reports import wording
from reports.collecting.declared import Declaration
from reports.collecting.planned import read_collected
from reports.judging.register import Statement

_ELSEWHERE = "Hors fiche"
_FAILING_SHOWN = 6


def is_watched(config: pytest.Config) -> bool:
    """Say whether a person looks on, and asked for nothing that a live line would spoil."""
    return (
        "CI" not in os.environ
        and sys.__stdout__ is not None
        and sys.__stdout__.isatty()
        and config.get_verbosity() == 0
        and config.getoption("capture") != "no"
        and not config.getoption("usepdb")
    )


class Progress:
    """One line that is written over, and a line that stays for each scenario that fails.

    Args:
        statements: The register.
        declaration: What the features declare.
        run_folder: Where every process leaves what it is going to run.
    """

    def __init__(
        self, statements: Sequence[Statement], declaration: Declaration, run_folder: Path
    ) -> None:
        self._statements = {statement.id: statement for statement in statements}
        self._scenarios = {scenario.key: scenario for scenario in declaration.scenarios}
        self._run_folder = run_folder
        self._keys: dict[str, str] = {}
        self._totals: Counter[str] = Counter()
        self._done: Counter[str] = Counter()
        self._failing: list[str] = []
        self._terminal: pytest.TerminalReporter | None = None

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Take the place of pytest's own dots and file names."""
        self._terminal = session.config.pluginmanager.get_plugin("terminalreporter")
        if self._terminal:
            self._terminal.showfspath = False

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(
        self,
    ) -> Generator[None, tuple[str, str, object], tuple[str, str, object]]:
        """Leave what pytest counts, without its letters."""
        category, _, _ = yield
        return category, "", ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tell a failure at once, and go on in the line when a test is over."""
        if report.failed:
            self._tell_failure(report.nodeid)
        if report.when not in {"setup", "call"}:
            chapter = self._chapter_of(report.nodeid)
            self._done[chapter] += 1
            self._write(self._line(chapter))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Leave the line empty."""
        self._write("")
        if self._terminal:
            self._terminal.write("\r")

    def _line(self, chapter: str) -> str:
        parts = [
            f"{chapter} : {self._done[chapter]} sur {self._totals[chapter]}",
            f"en tout {self._done.total()} sur {self._totals.total()}",
        ]
        if self._failing:
            rest = len(self._failing) - _FAILING_SHOWN
            more = f" et {rest} de plus" if rest > 0 else ""
            parts.append(f"en échec : {', '.join(self._failing[:_FAILING_SHOWN])}{more}")
        return " · ".join(parts)

    def _tell_failure(self, nodeid: str) -> None:
        statements, place = self._describe(nodeid)
        new = [item.id for item in statements] or [place]
        self._failing += [name for name in new if name not in self._failing]
        self._write("")
        if self._terminal:
            self._terminal.write(f"\r✗ {place}\n", red=True)
            for item in statements:
                words = f"{item.id} ({wording.origin(item)}) : {wording.quotation(item)}"
                self._terminal.write(f"    {words}\n")

    def _describe(self, nodeid: str) -> tuple[list[Statement], str]:
        scenario = self._scenarios.get(self._key_of(nodeid))
        if scenario is None:
            return [], nodeid
        statements = [self._statements[tag] for tag in scenario.tags if tag in self._statements]
        return statements, f"{scenario.title} ({scenario.path}:{scenario.line})"

    def _chapter_of(self, nodeid: str) -> str:
        return self._chapter_of_key(self._key_of(nodeid))

    def _chapter_of_key(self, key: str) -> str:
        scenario = self._scenarios.get(key)
        for tag in scenario.tags if scenario else ():
            if tag in self._statements:
                return wording.chapter(self._statements[tag])
        return _ELSEWHERE

    def _key_of(self, nodeid: str) -> str:
        # Each process leaves what it is going to run before it runs any.
        if nodeid not in self._keys:
            self._keys.update(read_collected(self._run_folder))
            self._keys.setdefault(nodeid, "")
            self._totals = Counter(self._chapter_of_key(key) for key in self._keys.values())
        return self._keys[nodeid]

    def _write(self, line: str) -> None:
        if self._terminal:
            width = self._terminal.config.get_terminal_writer().fullwidth - 1
            self._terminal.rewrite(line[:width], erase=True)
            self._terminal.flush()
