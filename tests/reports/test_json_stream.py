import json
from collections.abc import Callable
from typing import Any

import pytest

from reports.formats import json_stream
from reports.formats.json_stream import ReportError
from reports.judging.model import Report


def test_report_comes_back_as_it_went(failing_report: Report) -> None:
    assert json_stream.load(json_stream.render(failing_report)) == failing_report


def test_json_is_readable_without_this_project(failing_report: Report) -> None:
    document = json.loads(json_stream.render(failing_report))
    assert document["schema_version"] == 3
    assert document["started"] == "2026-07-14T22:30:00Z"
    assert document["statements"][1]["verdict"] == "non conforme"
    assert document["statements"][5]["statement"]["kind"] == "lecture"
    assert document["scenarios"][1]["steps"][1]["outcome"] == "failed"


def change(*path: str | int, value: object) -> Callable[[Any], None]:
    def apply(document: Any) -> None:  # noqa: ANN401 - JSON, of any shape
        for part in path[:-1]:
            document = document[part]
        document[path[-1]] = value

    return apply


@pytest.mark.parametrize(
    "damage, sentence",
    [
        (change("schema_version", value=1), "Ce rapport est de version 1"),
        (change("schema_version", value=None), "n’est pas un rapport de conformité"),
        (change("scenarios", value="aucun"), "Rapport incohérent : scenarios"),
        (change("statements", 0, "verdict", value="vert"), "incohérent : statements.0.verdict"),
    ],
)
def test_foreign_json_is_refused_in_one_sentence(
    failing_report: Report, damage: Callable[[Any], None], sentence: str
) -> None:
    document = json.loads(json_stream.render(failing_report))
    damage(document)
    with pytest.raises(ReportError) as refusal:
        json_stream.load(json.dumps(document))
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[" * 100_000])
def test_text_that_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(ReportError):
        json_stream.load(text)


def test_cut_report_is_refused(failing_report: Report) -> None:
    text = json_stream.render(failing_report)
    with pytest.raises(ReportError, match="pas du JSON lisible"):
        json_stream.load(text[: len(text) // 2])
