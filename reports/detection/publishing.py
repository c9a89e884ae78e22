"""The matrix as JSON and as one French page."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import wording
from reports.detection.judging import summarise
from reports.detection.model import Matrix, Outcome, State
from reports.publishing.report_folder import PublicationError

JSON_NAME = "detection.json"
HTML_NAME = "index.html"


def publish(matrix: Matrix, folder: Path) -> None:
    """Replace both files of ``folder``. Raises ``PublicationError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in ((JSON_NAME, to_json(matrix)), (HTML_NAME, to_html(matrix))):
            unfinished = folder / f".{name}.{os.getpid()}"
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(folder / name)
    except OSError as error:
        raise PublicationError(
            f"La matrice n’a pas pu être écrite dans {folder} ({error.strerror})."
        ) from error


def to_json(matrix: Matrix) -> str:
    """Write every value, by its name in ``reports.detection.model``."""
    return json.dumps(asdict(matrix), ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: Any) -> str:  # noqa: ANN401 - what JSON has no form for: instants here
    return str(value.isoformat())


def to_html(matrix: Matrix) -> str:
    """Write the page; whatever the run holds is shown as text."""
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["duration"] = wording.duration
    environment.filters["instant"] = wording.instant
    return environment.get_template("detection.html").render(
        matrix=matrix, summary=summarise(matrix.findings), State=State, Outcome=Outcome
    )
