"""The JSON Schema of the report, made from the model: ``make schema`` writes the published file."""

import json
from pathlib import Path
from typing import Any

from reports.formats.json_stream import ADAPTER
from reports.judging.model import SCHEMA_VERSION

FILE = Path(__file__).with_name("conformance.schema.json")


def render() -> str:
    """Write the schema as JSON, ended by a line feed."""
    schema: dict[str, Any] = ADAPTER.json_schema(mode="serialization")
    schema["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:espace-expert:conformance:{SCHEMA_VERSION}",
        "title": f"Rapport de conformité, version {SCHEMA_VERSION}",
    }
    return json.dumps(head | {**schema, **head}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(render(), encoding="utf-8", newline="\n")
