"""The report as JSON: the stream that every other format and every later reading starts from."""

import json

from pydantic import TypeAdapter, ValidationError

from reports.model import SCHEMA_VERSION, Report

NAME = "conformance.json"
"""Its file in a report's folder."""

_ADAPTER = TypeAdapter(Report)


class ReportError(Exception):
    """A text is no report of ours; the message is one French sentence."""


def render(report: Report) -> str:
    """Write the report as JSON, ended by a line feed."""
    return _ADAPTER.dump_json(report, indent=2).decode("utf-8") + "\n"


def load(text: str) -> Report:
    """Read what ``render`` wrote.

    Raises:
        ReportError: The text is cut, foreign, or of another version.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReportError(f"Ce rapport n’est pas du JSON lisible ({error}).") from error
    version = document.get("schema_version") if isinstance(document, dict) else None
    if version is None:
        raise ReportError("Ce JSON n’est pas un rapport de conformité (schema_version manque).")
    if version != SCHEMA_VERSION:
        raise ReportError(
            f"Ce rapport est de version {version} ; seule la version {SCHEMA_VERSION} est lue."
        )
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ReportError(f"Rapport incohérent : {place} ({first['msg']}).") from error
