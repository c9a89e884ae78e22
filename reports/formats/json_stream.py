"""The report as JSON: the stream that every other format and every later reading starts from."""

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError, with_config
from pydantic_core import from_json

from reports.french import trouble
from reports.judging.model import SCHEMA_VERSION, Report

NAME = "conformance.json"
"""Its file in a report's folder."""

ADAPTER = TypeAdapter(with_config(extra="forbid")(Report))
"""Reads and writes a report; a key that the model does not have is refused, at every depth."""


class ReportError(Exception):
    """A text is no report of ours; the message is one French sentence."""


def render(report: Report) -> str:
    """Write the report as JSON, ended by a line feed."""
    return ADAPTER.dump_json(report, indent=2).decode("utf-8") + "\n"


def read(folder: Path) -> Report:
    """Read the report of a folder.

    Raises:
        ReportError: There is none that can be read.
    """
    file = folder / NAME
    try:
        return load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReportError(f"Aucun rapport lisible : {file} ({trouble(error)}).") from error
    except UnicodeDecodeError as error:
        raise ReportError(f"Aucun rapport lisible : {file} n’est pas du texte UTF-8.") from error


def load(text: str) -> Report:
    """Read what ``render`` wrote.

    Raises:
        ReportError: The text is cut, foreign, or of another version.
    """
    try:
        document = from_json(text)
    except ValueError as error:
        raise ReportError(f"Ce rapport n’est pas du JSON lisible ({error}).") from error
    version = document.get("schema_version") if isinstance(document, dict) else None
    if version is None:
        raise ReportError("Ce JSON n’est pas un rapport de conformité (schema_version manque).")
    if version != SCHEMA_VERSION:
        told = json.dumps(version)[:20]
        raise ReportError(
            f"Ce rapport est de version {told} ; seule la version {SCHEMA_VERSION} est lue."
        )
    try:
        return ADAPTER.validate_json(text, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ReportError(f"Rapport incohérent : {place} ({first['msg']}).") from error
