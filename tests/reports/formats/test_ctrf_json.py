import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reports.formats import ctrf_json
from reports.judging.model import Report
from tests.reports.formats.samples import NASTY_TEXTS, poison


def test_scenarios_are_tests(varied_report: Report) -> None:
    document = json.loads(ctrf_json.render(varied_report))
    assert (document["reportFormat"], document["specVersion"]) == ("CTRF", "0.0.0")
    tests = {test["name"]: test for test in document["results"]["tests"]}
    assert {name: test["status"] for name, test in tests.items()} == {
        "bon": "passed",
        "mauvais": "failed",
        "orphelin": "passed",
        "panne": "other",
        "muet": "other",
        "vide": "other",
        "sans horloge": "skipped",
        "jamais": "pending",
    }
    assert tests["bon"]["extra"]["statements"] == ["R-1.001", "A-06"]
    assert tests["bon"]["duration"] == 1250
    assert tests["bon"]["stop"] - tests["bon"]["start"] == 1250
    assert tests["bon"]["attachments"][0]["path"] == "evidence/a/01.png"
    assert tests["panne"]["rawStatus"] == "broken"
    assert tests["panne"]["trace"] == "ligne 1\nligne 2"
    assert "start" not in tests["jamais"]


def test_what_bears_on_the_run_is_told(varied_report: Report) -> None:
    document = json.loads(ctrf_json.render(varied_report))
    assert document["results"]["environment"]["shardId"] == "1/3"
    assert document["results"]["environment"]["commit"] == "0a1b2c3"
    assert document["results"]["environment"]["healthy"] is False
    assert document["extra"]["defects"][0]["id"] == "late-code"
    assert document["extra"]["knownFailures"][0]["until"] == "2026-12-31"
    assert document["extra"]["statements"][3]["verdict"] == "non vérifié"


@pytest.mark.parametrize("text", ["", *NASTY_TEXTS.values()], ids=["", *NASTY_TEXTS])
def test_schema_holds_whatever_the_texts(varied_report: Report, modules: Path, text: str) -> None:
    schema = json.loads((modules / "ctrf/dist/ctrf-schema-0.0.json").read_text("utf-8"))
    written = ctrf_json.render(poison(varied_report, text)).encode()
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(written))


def test_official_library_accepts_it(
    varied_report: Report, read: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "ctrf.json"
    file.write_text(ctrf_json.render(varied_report), encoding="utf-8")
    assert read("ctrf", file)["other"] == 3
