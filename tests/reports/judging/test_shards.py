"""Shards hold every scenario once, and each answers for its own part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reports.audit.second_reading import find_differences
from reports.judging.model import Shard, Verdict
from reports.judging.shards import ShardError, deal, read_shard

if TYPE_CHECKING:
    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

KEYS = [f"features/{name}.feature:{line}:0" for name in "ab" for line in (5, 12, 100, 20)]


@pytest.mark.parametrize("total", [1, 2, 3, 8, 11])
def test_every_scenario_is_in_one_shard_and_shards_are_alike(total: int) -> None:
    shards = [Shard(index=index, total=total) for index in range(1, total + 1)]
    parts = [deal(KEYS, shard) for shard in shards]
    assert sorted(key for part in parts for key in part) == sorted(KEYS)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert parts == [deal(reversed(KEYS), shard) for shard in shards]


def test_without_shard_everything_is_dealt() -> None:
    assert deal(KEYS, None) == set(KEYS)


def test_lines_are_numbers() -> None:
    assert deal(KEYS[:4], Shard(index=2, total=4)) == {"features/a.feature:12:0"}


@pytest.mark.parametrize("text", ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/3", "a/b", "1/9999"])
def test_no_shard_is_named_so(text: str) -> None:
    with pytest.raises(ShardError, match="n’est pas une part"):
        read_shard(text)


SCENARIOS = """\
  @R-1.001
  Scénario: Un
    Alors cela tient
  @A-01
  Scénario: Deux
    Alors cela tient
  @R-1.001
  Scénario: Trois
    Quand elle montre "a" : b
    Alors cela tient
"""
REGISTER = """
[[statement]]
id = "A-01"
chapter = "1.1"
quote = "une lecture"
kind = "lecture"
verified = "automated"
"""


def options(shard: str, *more: str) -> tuple[str, ...]:
    folder = "build/conformance"
    return ("--conformance", folder, "--junitxml", f"{folder}/pytest.xml", "--shard", shard, *more)


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_a_shard_answers_for_its_part(run: Run, workers: tuple[str, ...]) -> None:
    ended = run(SCENARIOS, *options("1/2", *workers), register=REGISTER)
    assert ended.status == 0, ended.text
    report = ended.report
    assert report.shard == Shard(index=1, total=2)
    assert [item.outcome for item in report.scenarios] == ["passed", "not_run", "passed"]
    assert (report.counts.declared, report.counts.collected, report.counts.executed) == (3, 2, 2)
    assert [item.verdict for item in report.statements] == [Verdict.CONFORMING, Verdict.UNVERIFIED]
    assert report.statements[1].reason == "Scénario d’une autre part de l’exécution."
    assert "Tout ce qui est de la part 1/2 a été exécuté et tient." in ended.text
    assert list(find_differences(ended.folder, ended.folder.parents[1])) == []


def test_what_a_shard_lacks_of_its_own_part_is_red(run: Run) -> None:
    ended = run(SCENARIOS, *options("1/2", "-k", "not trois"), register=REGISTER)
    assert ended.status == 1
    assert [item for item in ended.report.problems if "« Trois »" in item]
    assert list(find_differences(ended.folder, ended.folder.parents[1]))


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        (("--shard", "1/2"), "--shard demande --conformance"),
        (("--known-failures", "x.toml"), "--known-failures demande --conformance"),
        (options("3/2"), "« 3/2 » n’est pas une part"),
        (("--conformance", "build", "--known-failures", "x.toml"), "Échecs connus illisibles"),
    ],
)
def test_a_mistake_is_refused_in_one_sentence(
    run: Run, wrong: tuple[str, ...], sentence: str
) -> None:
    ended = run(SCENARIOS, *wrong, register=REGISTER)
    assert ended.status == pytest.ExitCode.USAGE_ERROR
    assert sentence in ended.text
    assert "Traceback" not in ended.text
