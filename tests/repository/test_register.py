"""The register against its source: each quotation is the fiche's, at the lines it gives."""

import hashlib
import os
import re
from functools import cache
from pathlib import Path

import pytest

from reports.judging.register import Kind, Statement, load_register

ROOT = Path(__file__).parents[2]
REGISTER = load_register(ROOT / "features" / "fiche.toml")
QUOTED = [statement for statement in REGISTER if statement.kind is Kind.FICHE]
# The source is not in the repository: where it lies beside it, or is named, it is read.
SOURCE = Path(os.environ.get("ESPACE_EXPERT_FICHE", ROOT.parent / "shared" / "fiche" / "fiche.txt"))
# Of the quotations when they were last held against the source; remade by hand, when they change.
DIGEST = (ROOT / "features" / "fiche.sha256").read_text(encoding="ascii").strip()
# Quotations run on from the lines they begin at; the longest picture described is of this many.
SPAN = 12


def bare(text: str) -> str:
    """Return a text without its Markdown and with single blanks."""
    text = re.sub(r"<sup>.*?</sup>", "", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^>]+>", "", text)
    return " ".join(re.sub(r"[*_\\]+", " ", text.replace("**", "")).split())


@cache
def source_lines() -> list[str]:
    return SOURCE.read_text(encoding="utf-8").split("\n")


def is_quoted_from_source(statement: Statement) -> bool:
    starts = [int(line) for line in (statement.lines or "").split()]
    windows = ("\n".join(source_lines()[max(line - 2, 0) : line + SPAN]) for line in starts)
    return any(bare(statement.quotation) in bare(window) for window in windows)


def digest() -> str:
    quotations = "".join(f"{item.id}\t{item.lines}\t{item.quotation}\n" for item in QUOTED)
    return hashlib.sha256(quotations.encode()).hexdigest()


def test_the_quotations_are_those_that_were_held_against_the_source() -> None:
    assert digest() == DIGEST


if SOURCE.exists():

    @pytest.mark.parametrize("statement", QUOTED, ids=lambda statement: statement.id)
    def test_a_quotation_is_the_sources_own_words_at_its_lines(statement: Statement) -> None:
        assert is_quoted_from_source(statement)


def test_the_comparison_tells_a_changed_word() -> None:
    assert bare("Cliquez sur le **bouton** \\* <b>OK</b>") == "Cliquez sur le bouton OK"
    assert bare("le délai de 48h") not in bare("le délai de 24h")
