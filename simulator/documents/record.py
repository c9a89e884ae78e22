"""D01, the « récapitulatif » that a person saves or prints (R-4.002 to R-4.008, A-15)."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from importlib import resources

import typst

Section = tuple[str, Sequence[tuple[str, str]]]
"""A title, and its rows of a label (« Nom : ») and a value, which may be empty."""

# Source Sans 3 holds all of Latin-1, so a text kept to these characters can't be refused.
_LATIN = frozenset("\t\n\r") | {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))}

_REFUSED_TEXT = re.compile(r'(?:the text|codepoint) `"(.+?)"`')
_ESCAPED_CHARACTER = re.compile(r"\\u\{([0-9a-f]+)\}")


def render_record(
    *,
    holder: str,
    number: str,
    registered_on: str,
    issued_at: datetime,
    sections: Sequence[Section],
) -> bytes:
    """Return the record as a PDF/UA-1 of A4 pages, the same bytes for the same arguments.

    `holder` is « civilité prénom nom » (A-03), `number` the numéro d'abonné, `registered_on` the
    day of the activation in long French form (A-22), and `issued_at` dates the file (U-70).
    The texts may hold anything a person can type (U-76): markup prints as it is, a value without
    blanks wraps, and a character that no font holds is spelled out, « [U+6F22] », because a
    document must never cost a person the space.

    Raises `ValueError` if `issued_at` has no time zone.
    """
    if issued_at.tzinfo is None:
        raise ValueError("issued_at needs a time zone")
    head = {"holder": holder, "number": number, "registered_on": registered_on}
    beyond_latin = _characters_of(head, sections) - _LATIN
    spelled_out: set[str] = set()
    while True:
        try:
            return _compile(head, sections, spelled_out, issued_at)
        except typst.TypstError as error:
            if spelled_out == beyond_latin:
                raise
            # Spell out what typst names; if it names nothing new, everything beyond Latin-1.
            refused = _characters_refused_by(error) & beyond_latin
            spelled_out = beyond_latin if refused <= spelled_out else spelled_out | refused


def _compile(
    head: dict[str, str], sections: Sequence[Section], spelled_out: set[str], issued_at: datetime
) -> bytes:
    printed: dict[int, str] = {ord(char): f"[U+{ord(char):04X}]" for char in spelled_out}
    printed[ord("\t")] = " "  # typst gives a tab no width at all
    record = {
        **{name: text.translate(printed) for name, text in head.items()},
        "sections": [
            (
                title.translate(printed),
                [(label.translate(printed), value.translate(printed)) for label, value in rows],
            )
            for title, rows in sections
        ],
        "has_spelled_out_characters": bool(spelled_out),
    }
    return typst.compile(
        resources.files("simulator.documents").joinpath("record.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"record": json.dumps(record)},
        pdf_standards="ua-1",
        timestamp=int(issued_at.timestamp()),
    )


@cache
def _fonts() -> typst.Fonts:
    """Return Source Sans 3 and the fonts inside typst, so that every machine prints alike."""
    source_sans = resources.files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(source_sans)])


def _characters_of(head: dict[str, str], sections: Sequence[Section]) -> set[str]:
    texts = [*head.values()]
    for title, rows in sections:
        texts += [title, *(text for row in rows for text in row)]
    return set("".join(texts))


def _characters_refused_by(error: typst.TypstError) -> set[str]:
    """Return the characters that typst's diagnostic names, all of those of one kind at once."""
    refused = "".join(_REFUSED_TEXT.findall(error.diagnostic))
    return set(_ESCAPED_CHARACTER.sub(lambda escape: chr(int(escape[1], 16)), refused))
