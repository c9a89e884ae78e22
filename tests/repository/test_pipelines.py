"""The models of pipelines can be read, and say what the project's own commands are."""

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["github-actions", "gitlab-ci"])
def text(request: pytest.FixtureRequest) -> str:
    return (ROOT / "docs/ci" / f"{request.param}.yml").read_text(encoding="utf-8")


def test_a_pipeline_verifies_judges_and_keeps_the_report(text: str) -> None:
    document: dict[str, Any] = yaml.safe_load(text)
    assert "conformite" in {**document, **document.get("jobs", {})}
    assert "make verify" in text
    assert ".venv/bin/espace-expert report gate --strict" in text
    assert "build/conformance/" in text
    assert "pas été exécuté ici" in text
