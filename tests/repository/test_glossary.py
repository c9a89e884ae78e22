"""design: one term, one identifier, one line of docs/glossary.md."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("simulator", "steps", "fixtures")
    for path in sorted((ROOT / folder).rglob("*.py"))
)


def rows() -> list[tuple[str, str]]:
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [line.split("|")[1:3] for line in lines if line.startswith("| ")]
    return [(term.strip(), name.strip(" `")) for term, name in cells[1:] if "---" not in term]


@pytest.mark.parametrize("name", [name for _, name in rows()])
def test_a_name_of_the_glossary_occurs_in_the_code(name: str) -> None:
    assert re.search(rf"(?:\b|_){name}(?:s|es)?(?:\b|_)", CODE)


def test_no_name_stands_for_two_terms_and_no_term_has_two_names() -> None:
    terms = [term for cell, _ in rows() for term in re.split(r", (?![^(]*\))", cell)]
    assert [term for term, count in Counter(terms).items() if count > 1] == []
    names = [name for _, name in rows()]
    assert names
    assert [name for name, count in Counter(names).items() if count > 1] == []
