"""What a person may type in a free text."""

import unicodedata

from simulator.domain.values.faults import Fault

BLANKS = " \t\u00a0\u202f"  # what surrounds a value copied from a screen or an e-mail
_NAME_PUNCTUATION = frozenset(" \u00a0\u202f-\u2010'\u2019.")
_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Controls, lone surrogates, private and unassigned characters, line and paragraph separators:
# nothing that a screen, an e-mail or a PDF could show as typed (U-76).
_UNSHOWABLE_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


def tidy(text: str) -> str:
    """Return `text` without its outer blanks, in Unicode's composed form (U-25, U-86)."""
    return unicodedata.normalize("NFC", text.strip())


def text_fault(text: str) -> Fault | None:
    """Refuse what could not be shown as typed: controls, marks that reverse the reading order.

    Something must be seen: marks of no width alone are no text.
    """
    is_seen = any(unicodedata.category(character)[0] not in {"C", "Z"} for character in text)
    is_showable = all(
        unicodedata.category(character) not in _UNSHOWABLE_CATEGORIES
        and character not in _BIDI_CONTROLS
        for character in text
    )
    return None if is_seen and is_showable else Fault.TEXT_FORM


def name_fault(name: str) -> Fault | None:
    """Accept letters of any script, hyphen, apostrophe, blank and full stop (U-25)."""
    if not any(character.isalpha() for character in name):
        return Fault.NAME_FORM
    of_names = all(
        unicodedata.category(character)[0] in {"L", "M"} or character in _NAME_PUNCTUATION
        for character in name
    )
    return None if of_names else Fault.NAME_FORM


def same_text(left: str, right: str) -> bool:
    """Tell whether two answers are one, outer blanks and case apart (U-29)."""
    return tidy(left).casefold() == tidy(right).casefold()
