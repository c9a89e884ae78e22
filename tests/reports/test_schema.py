import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reports import schema
from reports.formats import json_stream
from reports.judging.model import SCHEMA_VERSION, Report

Errors = Callable[[object], list[object]]
PUBLISHED = schema.FILE.read_text(encoding="utf-8")


@pytest.fixture
def errors() -> Errors:
    """Hold a document against the published schema."""
    schema = json.loads(PUBLISHED)
    Draft202012Validator.check_schema(schema)
    return lambda document: list(Draft202012Validator(schema).iter_errors(document))


def test_the_published_schema_is_that_of_the_code() -> None:
    assert schema.render() == PUBLISHED, "make schema"


def test_the_schema_says_its_version() -> None:
    document = json.loads(PUBLISHED)
    assert document["$id"] == f"urn:espace-expert:conformance:{SCHEMA_VERSION}"
    assert document["properties"]["schema_version"]["const"] == SCHEMA_VERSION


def test_what_is_written_holds_to_the_schema(errors: Errors, failing_report: Report) -> None:
    document = json.loads(json_stream.render(failing_report))
    assert errors(document) == []


@pytest.mark.parametrize(
    "damage",
    [
        {"schema_version": 1},
        {"problems": None},
        {"note": "en plus"},
        {"shard": {"index": "1", "total": 3}},
        {"known_failures": [{"statement": "R-1.001"}]},
    ],
)
def test_reader_and_schema_refuse_the_same(
    errors: Errors, failing_report: Report, damage: dict[str, Any]
) -> None:
    document = json.loads(json_stream.render(failing_report)) | damage
    assert errors(document)
    with pytest.raises(json_stream.ReportError):
        json_stream.load(json.dumps(document))
