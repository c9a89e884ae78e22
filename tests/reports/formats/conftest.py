"""A report with one of everything, and the readers that other people's tools are made with."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fixtures.browser.finding import Chromium
from fixtures.browser.launching import loopback_only, through
from reports.judging.model import Report
from tests.reports.formats.samples import vary

_MODULES = Path(__file__).parents[3] / "build" / "readers" / "node_modules"


@pytest.fixture
def varied_report(failing_report: Report) -> Report:
    return vary(failing_report)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], chromium: Chromium
) -> dict[str, Any]:
    # As for the features: a process that runs both starts one browser.
    is_watched = browser_type_launch_args.get("headless") is False
    executable = chromium.for_pages(is_watched=is_watched)
    return browser_type_launch_args | {
        "executable_path": executable,
        "args": [through(None), loopback_only()],
    }


@pytest.fixture(scope="session")
def modules() -> Path:
    """The folder of npm packages that « make readers » fills; a CI server has to have them."""
    if not _MODULES.is_dir():
        message = "Les lecteurs officiels manquent (make readers, qui demande npm)."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return _MODULES


@pytest.fixture(scope="session")
def read(modules: Path) -> Callable[..., Any]:
    def ask(*words: str | Path) -> Any:  # noqa: ANN401 - whatever the reader answers
        command = ["node", modules.parent / "read.mjs", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
