"""The templates' own source, which leaves nothing for the security headers to stop."""

import re
from importlib.resources import files

import pytest


@pytest.mark.parametrize(
    "template",
    sorted(path.name for path in files("simulator").joinpath("screens/templates").iterdir()),
)
def test_no_template_has_an_inline_style_or_handler(template: str) -> None:
    source = files("simulator").joinpath("screens/templates", template).read_text("utf-8")
    source = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
    assert not re.search(r"<style|\sstyle\s*=|<[^>]*\son[a-z]+\s*=|javascript:", source)
    assert not re.search(r"<script(?! src=)", source)
    assert not re.search(r"\|\s*safe\b|autoescape", source)


def test_no_template_loads_anything_from_elsewhere() -> None:
    for folder in ("templates", "static"):
        for path in files("simulator").joinpath("screens", folder).iterdir():
            source = path.read_text("utf-8")
            loaded = re.findall(r"(?:src|href|url|@import)\s*[=(]?\s*[\"']?(?:https?:)?//", source)
            assert not loaded, path.name
