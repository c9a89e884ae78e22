"""What one site shows that another does not, or elsewhere, as pure functions of what was kept."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypedDict

from reports.judging.register import Kind, Statement

_WORDS_OF_QUOTATION = 3
"""A quotation of fewer words says nothing of a longer text that happens to hold it; nor does one
of a shorter text that the site alone shows: any sentence of the guide holds « le mot de passe »."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"«A-ZÀ-Þ])")
_READ_ALIKE = str.maketrans(
    {"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "*": " ", "…": "..."}
)


class Kept(TypedDict):
    """What was kept of a screen, a message or a document.

    Attributes:
        lines: Its words, line by line.
        fields: The labels of its fields.
        commands: The words of its links and buttons.
        chosen: What is known to be chosen on this screen, even if the guide has it on another.
        picture: A JPEG; empty where there is none.
    """

    lines: Sequence[str]
    fields: Sequence[str]
    commands: Sequence[str]
    chosen: Sequence[str]
    picture: bytes


class Walk(TypedDict):
    """One site, walked.

    Attributes:
        name: What it is called.
        kept: What it showed, by the names of the steps, in their order.
        trouble: Why the walk went no further, one French sentence; empty where it was whole.
    """

    name: str
    kept: Mapping[str, Kept]
    trouble: str


class Change(StrEnum):
    """How a text of the reference and of the site differ."""

    MISSING = "manque"
    ADDED = "en plus"
    MOVED = "autre ordre"


@dataclass(frozen=True)
class Difference:
    """One text that is not on both sides, or not at the same place.

    Attributes:
        change: How.
        what: « texte », « champ », « lien ou bouton ».
        text: As it is shown.
        statement: The id of the statement that attests it; empty where it is chosen.
    """

    change: Change
    what: str
    text: str
    statement: str


@dataclass(frozen=True)
class Step:
    """One step of the procedure on both sides; None for a side that was not reached."""

    name: str
    reference: Kept | None
    site: Kept | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Comparison:
    """Two walks compared.

    Attributes:
        everywhere: What differs at most of the steps, told once.
        steps: Each step, with what differs there besides.
    """

    everywhere: tuple[Difference, ...]
    steps: tuple[Step, ...]


def compare(reference: Walk, site: Walk, statements: Iterable[Statement]) -> Comparison:
    """Compare two walks, step by step; what only one of them reached is not compared."""
    sources = _Sources(statements)
    names = dict.fromkeys([*reference["kept"], *site["kept"]])
    steps = [
        _compare_step(name, reference["kept"].get(name), site["kept"].get(name), sources)
        for name in names
    ]
    compared = sum(bool(step.reference and step.site) for step in steps)
    counts = Counter(difference for step in steps for difference in step.differences)
    common = {item: None for item, number in counts.items() if 1 < number > compared / 2}
    rests = (tuple(item for item in step.differences if item not in common) for step in steps)
    return Comparison(
        tuple(common),
        tuple(replace(step, differences=rest) for step, rest in zip(steps, rests, strict=True)),
    )


def _compare_step(
    name: str, reference: Kept | None, site: Kept | None, everything: "_Sources"
) -> Step:
    if reference is None or site is None:
        return Step(name, reference, site, ())
    sources = everything.without([*reference["chosen"], *site["chosen"]])
    found = [
        *_compare_names("champ", reference["fields"], site["fields"], sources),
        *_compare_names("lien ou bouton", reference["commands"], site["commands"], sources),
        *_compare_lines(reference, site, sources),
    ]
    # What the guide says comes first, whatever kind of thing it is.
    ordered = sorted(found, key=lambda item: (not item.statement, list(Change).index(item.change)))
    return Step(name, reference, site, tuple(ordered))


def _compare_names(
    what: str, reference: Sequence[str], site: Sequence[str], sources: "_Sources"
) -> Iterator[Difference]:
    """Compare names, each of which counts as often as it is there."""
    counts = Counter(map(_read, reference)), Counter(map(_read, site))
    for change, names, excess in (
        (Change.MISSING, reference, counts[0] - counts[1]),
        (Change.ADDED, site, counts[1] - counts[0]),
    ):
        told = {_read(name): " ".join(name.split()) for name in names}
        for key in excess:
            yield Difference(change, what, told[key], sources.attesting(key, change))
    yield from _moved(what, reference, site, sources)


def _compare_lines(reference: Kept, site: Kept, sources: "_Sources") -> Iterator[Difference]:
    """Compare texts wherever their lines end, since where they do is a matter of HTML alone."""
    texts = _texts(reference), _texts(site)
    wholes = _whole(reference), _whole(site)
    for change, own, other in ((Change.MISSING, 0, 1), (Change.ADDED, 1, 0)):
        for text in dict.fromkeys(texts[own]):
            if not _holds(wholes[other], _read(text)):
                statement = sources.attesting(_read(text), change)
                yield Difference(change, "texte", text, statement)
    yield from _moved("texte", *texts, sources)


def _moved(
    what: str, reference: Sequence[str], site: Sequence[str], sources: "_Sources"
) -> Iterator[Difference]:
    """Find what both have once, and in another order; of what is repeated no order is known."""
    keys = [list(map(_read, texts)) for texts in (reference, site)]
    common = {key for key in keys[0] if keys[0].count(key) == keys[1].count(key) == 1}
    first, second = ([key for key in side if key in common] for side in keys)
    told = dict(zip(keys[0], reference, strict=True))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    kept = {
        key for block in matcher.get_matching_blocks() for key in first[block.a :][: block.size]
    }
    for key in first:
        if key not in kept:
            yield Difference(Change.MOVED, what, told[key], sources.attesting(key, Change.MOVED))


def _texts(kept: Kept) -> list[str]:
    """Give the sentences that are no names of fields, links or buttons."""
    names = set(map(_read, (*kept["fields"], *kept["commands"])))
    sentences = (part for line in kept["lines"] for part in _SENTENCE_END.split(line))
    texts = (" ".join(sentence.split()) for sentence in sentences)
    return [text for text in texts if _read(text) and _read(text) not in names]


def _whole(kept: Kept) -> str:
    return " ".join(_read(line) for line in (*kept["lines"], *kept["fields"], *kept["commands"]))


def _read(text: str) -> str:
    """Give a text as it is read: quotes, stars, blanks and whatever ends a label do not count."""
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_READ_ALIKE).split())
    plain = re.sub(r' (?=[:;?!])|(?<=") | (?=")', "", plain)
    return re.sub(r"^[^\w\"\[(]+|[^\w\"\])?!.]+$", "", plain)


def _holds(whole: str, part: str) -> bool:
    # A « : » that ended a line is gone in what is read, so between words it does not count.
    return re.search(rf"(?<!\w){_loose(part)}(?!\w)", whole) is not None


def _loose(part: str) -> str:
    return r"\W+".join(map(re.escape, re.findall(r"\w+", part))) or re.escape(part)


class _Sources:
    """The guide's own words, and the statement that quotes them."""

    def __init__(self, statements: Iterable[Statement], chosen: Iterable[str] = ()) -> None:
        self._statements = tuple(statements)
        self._chosen = frozenset(map(_read, chosen))
        said = ((_read(item.quotation), item) for item in self._statements if _is_guide(item))
        self._said = sorted(said, key=lambda pair: len(pair[0]))

    def without(self, chosen: Iterable[str]) -> "_Sources":
        """Give the same for a screen on which some texts are known to be chosen."""
        return _Sources(self._statements, chosen)

    def attesting(self, text: str, change: Change) -> str:
        """Give the id of the statement that quotes a text, the shortest; empty for none."""
        if text in self._chosen:
            return ""
        is_short = change is Change.ADDED and len(text.split()) <= _WORDS_OF_QUOTATION + 1
        attests = str.__eq__ if is_short else _attests
        return next((item.id for quotation, item in self._said if attests(quotation, text)), "")


def _is_guide(statement: Statement) -> bool:
    return statement.kind is Kind.FICHE


def _attests(quotation: str, text: str) -> bool:
    if len(quotation.split()) >= _WORDS_OF_QUOTATION and _holds(text, quotation):
        return True
    return bool(re.search(r"\w\w", text)) and _holds(quotation, text)
