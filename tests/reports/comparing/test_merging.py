"""Shards come together as the run that they are parts of, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from reports.audit.second_reading import find_differences
from reports.comparing.merging import MergeError, merge
from reports.comparing.shard_folders import gather
from reports.formats import json_stream
from reports.judging.known_failures import judge_exemptions
from reports.judging.model import Counts, Defect, Report, ScenarioOutcome, Shard
from reports.judging.shards import deal
from reports.judging.verdicts import judge_statement
from reports.publishing.manifest import find_differences as find_evidence_differences
from reports.publishing.report_folder import PublicationError
from tests.reports.judging.test_known_failures import KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]


@pytest.fixture
def whole(failing_report: Report) -> Report:
    lines = (3, 9, 20)
    scenarios = tuple(
        replace(item, line=line) for item, line in zip(failing_report.scenarios, lines, strict=True)
    )
    report = replace(failing_report, scenarios=scenarios)
    known = judge_exemptions((KNOWN,), report.statements, report.finished)
    return replace(report, known_failures=known)


def cut(report: Report, index: int, total: int) -> Report:
    """Make of a report what a shard would have given."""
    shard = Shard(index=index, total=total)
    part = deal((item.key for item in report.scenarios), shard)
    scenarios = tuple(
        item
        if item.key in part
        else replace(item, outcome=ScenarioOutcome.NOT_RUN, evidence=(), failure=None, started=None)
        for item in report.scenarios
    )
    return replace(
        report,
        shard=shard,
        started=report.started + timedelta(seconds=index),
        finished=report.finished - timedelta(seconds=index),
        counts=Counts(declared=len(scenarios), collected=len(part), executed=len(part)),
        scenarios=scenarios,
        statements=tuple(
            judge_statement(item.statement, scenarios, report.target) for item in report.statements
        ),
    )


@pytest.fixture
def parts(whole: Report) -> list[tuple[str, Report]]:
    return [(f"part-{index}", cut(whole, index, 3)) for index in (1, 2, 3)]


def test_shards_make_the_whole(whole: Report, parts: list[tuple[str, Report]]) -> None:
    merged = merge([parts[2], parts[0], parts[1]])
    assert merged.started == whole.started + timedelta(seconds=1)
    assert merged.finished == whole.finished - timedelta(seconds=1)
    assert replace(merged, started=whole.started, finished=whole.finished) == whole


def test_addresses_and_environments_are_gathered(parts: list[tuple[str, Report]]) -> None:
    name, last = parts[2]
    other = replace(
        last,
        target=replace(last.target, addresses=("http://127.0.0.1:5",)),
        environment=replace(last.environment, python="3.12.1"),
    )
    merged = merge([*parts[:2], (name, other)])
    assert merged.target.addresses == ("http://127.0.0.1:4242", "http://127.0.0.1:5")
    assert merged.environment.python == "3.11.7, 3.12.1"


def other_quotation(report: Report) -> Report:
    [first, *others] = report.statements
    changed = replace(first.statement, quotation="autre")
    return replace(report, statements=(replace(first, statement=changed), *others))


def other_steps(report: Report) -> Report:
    [first, *others] = report.scenarios
    return replace(report, scenarios=(replace(first, steps=first.steps[:1]), *others))


@pytest.mark.parametrize(
    "change, sentence",
    [
        (lambda report: replace(report, shard=None), "part-3 n’est pas une part"),
        (
            lambda report: replace(report, shard=Shard(index=3, total=4)),
            "part-3 est la part 3/4, part-1 est sur 3",
        ),
        (
            lambda report: replace(report, shard=Shard(index=1, total=3)),
            "La part 1/3 est là deux fois : part-1 et part-3",
        ),
        (lambda report: replace(report, commit="fff"), "ne sont pas du même état du projet"),
        (lambda report: replace(report, tool_version="9"), "ne sont pas du même état du projet"),
        (
            lambda report: replace(report, target=replace(report.target, name="autre")),
            "ne sont pas de la même cible",
        ),
        (
            lambda report: replace(report, defects=(Defect(id="x", sentence="x"),)),
            "ne sont pas de la même cible",
        ),
        (other_quotation, "part-1 et part-3 ne sont pas du même registre"),
        (other_steps, "ne sont pas des mêmes scénarios"),
        (lambda report: replace(report, known_failures=()), "ne sont pas des mêmes échecs connus"),
    ],
)
def test_a_foreign_shard_is_refused_in_one_sentence(
    parts: list[tuple[str, Report]], change: Callable[[Report], Report], sentence: str
) -> None:
    with pytest.raises(MergeError) as refusal:
        merge([*parts[:2], ("part-3", change(parts[2][1]))])
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_shard_is_refused(parts: list[tuple[str, Report]]) -> None:
    with pytest.raises(MergeError, match="Il manque 1/3, 3/3"):
        merge([parts[1]])
    with pytest.raises(MergeError, match="Aucune part"):
        merge([])


SCENARIOS = """\
  @R-1.001
  Plan du scénario: Cas <n>
    Quand elle montre "a" : <n>
    Alors cela tient
    Exemples:
      | n  |
      | un |
      | deux |
  @R-1.001
  Scénario: Mauvais
    Quand elle montre "b" : c
    Alors cela ne tient pas
  Scénario: Horloge
    Quand elle attend l’horloge
  Scénario: Vide
"""
KNOWN_FILE = """\
max = 1
[[failure]]
statement = "R-1.001"
owner = "Lila"
reason = "Corrigé bientôt."
until = 2999-01-01
"""


def without_times(folder: Path) -> Report:
    report = json_stream.read(folder)
    scenarios = tuple(
        replace(
            item,
            started=None,
            duration=0,
            steps=tuple(replace(step, duration=0) for step in item.steps),
            failure=item.failure and replace(item.failure, trace=""),
        )
        for item in report.scenarios
    )
    return replace(report, started=report.finished, finished=report.finished, scenarios=scenarios)


@pytest.fixture
def folders(run: Run, tmp_path: Path) -> list[Path]:
    """A run without shards, then its three shards."""
    made = [tmp_path / name for name in ("whole", "part-1", "part-2", "part-3")]
    for folder in made:
        number = folder.name.removeprefix("part-")
        shard = ("--shard", f"{number}/3") if number != "whole" else ()
        conformance = ("--conformance", str(folder), "--known-failures", "known.toml")
        witness = ("--junitxml", str(folder / "pytest.xml"))
        run(SCENARIOS, *conformance, *witness, *shard, files={"known.toml": KNOWN_FILE})
    return made


def test_merged_shards_are_the_run_without_shards(
    folders: list[Path], tmp_path: Path, pytester: pytest.Pytester
) -> None:
    whole, *parts = folders
    into = tmp_path / "merged"
    gather(parts[::-1], into)
    expected, merged = without_times(whole), without_times(into)
    assert replace(merged, started=expected.started, finished=expected.finished) == expected
    assert [
        sentence for sentence in find_differences(into, pytester.path) if "Vide" not in sentence
    ] == []
    assert list(find_evidence_differences(json_stream.read(into), into)) == []
    assert sorted(path.name for path in into.glob("pytest*.xml")) == [
        "pytest-1.xml",
        "pytest-2.xml",
        "pytest-3.xml",
    ]
    before = (into / "conformance.json").read_bytes()
    next((parts[0] / "evidence").rglob("*.txt")).write_text("falsifié", encoding="utf-8")
    with pytest.raises(MergeError, match=r"Les pièces de .*part-1 ne sont pas intactes"):
        gather(parts, into)
    assert (into / "conformance.json").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_refused(whole: Report, tmp_path: Path) -> None:
    folder, into = tmp_path / "part", tmp_path / "file"
    folder.mkdir()
    into.write_bytes(b"")
    bare = tuple(replace(item, evidence=()) for item in whole.scenarios)
    report = cut(replace(whole, scenarios=bare), 1, 1)
    (folder / "conformance.json").write_text(json_stream.render(report), encoding="utf-8")
    with pytest.raises(PublicationError) as refusal:
        gather([folder], into)
    assert "un fichier est à la place d’un dossier" in str(refusal.value)
