"""The style sheets and the icon, which a browser asks for once, as long as they are the same."""

from datetime import timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask

_KEPT = timedelta(days=365)


def register(app: Flask) -> None:
    """Have browsers keep each file, at an address that changes with what it holds."""
    folder = Path(app.static_folder or "")

    @cache
    def version(filename: str) -> str:
        return sha256((folder / filename).read_bytes()).hexdigest()[:12]

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values["v"] = version(values["filename"])

    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _KEPT
