"""What one disguise is: its words, addresses, names and shapes, read from a file of its own."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "costumes"
NAMES = ("guichet", "mairie", "tresorerie")
"""The disguises that there are."""

EVERYWHERE = "everywhere"
_VALUE = re.compile(r"\\\{(\w+)\\\}")  # « {label} », escaped


def plain(text: str) -> str:
    """Return a text in one line, its no-break spaces made ordinary."""
    return " ".join(text.split())


class Words:
    """The chosen words of the simulator, each with what a disguise says in its place.

    They are told by reason (the reading or the choice that makes them chosen) and by screen, as a
    word may be attested on one screen and chosen on another. `{…}` stands for a value.
    """

    def __init__(self, table: dict[str, dict[str, dict[str, str]]]) -> None:
        self.reasons = {
            (screen, chosen): reason
            for reason, screens in table.items()
            for screen, words in screens.items()
            for chosen in words
        }
        self._exact: dict[tuple[str, str], str] = {}
        self._patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for screens in table.values():
            for screen, words in screens.items():
                for chosen, other in words.items():
                    if "{" in chosen:
                        pattern = _VALUE.sub(r"(?P<\1>.+)", re.escape(chosen))
                        sought = re.compile(pattern), other
                        self._patterns.setdefault(screen, []).append(sought)
                    else:
                        self._exact[screen, chosen] = other

    def other(self, screen: str, text: str) -> str | None:
        """Return what the disguise says for a whole text of a screen, None where it says the same.

        A value within it is a field's label at most, never what a person typed.
        """
        for where in (screen, EVERYWHERE):
            if (found := self._exact.get((where, text))) is not None:
                return found
            for pattern, other in self._patterns.get(where, ()):
                if match := pattern.fullmatch(text):
                    values = match.groupdict().items()
                    return other.format(**{name: self._label(screen, v) for name, v in values})
        return None

    def say(self, screen: str, text: str) -> str:
        """Return what stands for a text of a screen: the disguise's words, or the text itself."""
        return self.other(screen, text) or text

    def _label(self, screen: str, value: str) -> str:
        """Return a label as it is called in an error: without its star and its colon."""
        for writing in (value, f"{value} :", f"{value}:"):
            if found := self._exact.get((screen, writing)):
                return found.strip("* ").rstrip(" :")
        return value


@dataclass(frozen=True)
class Shape:
    """How pages are written; each value is the name of a way that `shapes` knows."""

    title: str
    part: str
    small_part: str
    field: str
    errors: str
    steps: str
    lists: str
    recap: str
    button: str
    quit: str
    first_on_home: str
    browser_title: str


@dataclass(frozen=True)
class Costume:
    """A disguise. `window` is how the confirmation opens: on « load », or in the « click »."""

    name: str
    words: Words
    shape: Shape
    routes: dict[str, str]
    names: dict[str, str]
    buttons: dict[str, str]
    questions: dict[str, str]
    value_prefix: str
    id_prefix: str
    cookie: str
    style_path: str
    charset: str
    refusal_status: int
    record_name: str
    code_alphabet: str
    mail: str
    window: str

    @property
    def style(self) -> bytes:
        """Its style sheet."""
        return (FOLDER / f"{self.name}.css").read_bytes()

    @property
    def record(self) -> bytes:
        """The typst source of its record."""
        return (FOLDER / f"{self.name}.typ").read_bytes()


@cache
def costume(name: str) -> Costume:
    """Return a disguise by its name. Raises KeyError where there is none."""
    if name not in NAMES:
        raise KeyError(name)
    read: dict[str, Any] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    words, shape = Words(read.pop("words")), Shape(**read.pop("shape"))
    return Costume(name=name, words=words, shape=shape, **read)
