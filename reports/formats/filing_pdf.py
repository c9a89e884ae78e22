"""The report as a PDF/UA-1 to sign and to file, drawn by ``filing.typ`` beside this module."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib import resources

import typst

from reports import wording
from reports.formats.bearings import outcomes, remarks
from reports.french import count
from reports.judging.endings import shortfalls
from reports.judging.model import Report, Scenario, ScenarioOutcome, StatementResult, Verdict
from reports.judging.reach import measure
from reports.judging.verdicts import totals_by_kind

_ADDRESSES_SHOWN = 3
_SCENARIOS_SHOWN = 5
_GAPS_SHOWN = 12  # the widest; every statement is told with its reason further on
_LONGEST_FACT = 300
_LONGEST = 1_200  # characters of a message or of what else no lead reads whole
_VERY_LONG = 4_000  # characters of a quotation

# The fonts hold all of Latin-1, so a text kept to these characters can't be refused.
_LATIN = frozenset("\t\n\r") | {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))}
# Controls, what turns the direction of all that follows, and halves of characters.
_SPELLED_OUT = (
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
)
_NEVER_PRINTED = {chr(code) for code in _SPELLED_OUT} - _LATIN
_REFUSED_TEXT = re.compile(r'(?:the text|codepoint) `"(.+?)"`', re.DOTALL)
_ESCAPED_CHARACTER = re.compile(r"\\u\{([0-9a-f]+)\}")

_Printed = str | bool | Sequence["_Printed"] | Mapping[str, "_Printed"]
_Document = dict[str, _Printed]


def render(report: Report) -> bytes:
    """Draw the report on A4 pages: the same bytes for the same report.

    A character that no font holds is spelled out, « [U+6F22] »: PDF/UA refuses to leave it blank.
    """
    document = _describe(report)
    beyond_latin = set(json.dumps(document, ensure_ascii=False)) - _LATIN
    spelled_out: set[str] = set()
    while True:
        try:
            return _compile(document, spelled_out, report.finished)
        except typst.TypstError as error:
            if spelled_out == beyond_latin:
                raise
            # Spell out what typst names; if it names nothing new, everything beyond Latin-1.
            refused = _refused_by(error) & beyond_latin
            spelled_out = beyond_latin if refused <= spelled_out else spelled_out | refused


def _compile(document: _Document, spelled_out: set[str], issued: datetime) -> bytes:
    printed = {ord(char): f"[U+{ord(char):04X}]" for char in spelled_out | _NEVER_PRINTED}
    return typst.compile(
        resources.files("reports.formats").joinpath("filing.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_spell(document, printed), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(issued.timestamp()),
    )


def _spell(value: _Printed, printed: Mapping[int, str]) -> _Printed:
    if isinstance(value, str):
        return value.translate(printed)
    if isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        return {key: _spell(item, printed) for key, item in value.items()}
    return [_spell(item, printed) for item in value]


@cache
def _fonts() -> typst.Fonts:
    """Return Source Sans 3 and the fonts inside typst, so that every machine prints alike."""
    source_sans = resources.files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(source_sans)])


def _refused_by(error: typst.TypstError) -> set[str]:
    refused = "".join(_REFUSED_TEXT.findall(error.diagnostic))
    return set(_ESCAPED_CHARACTER.sub(lambda escape: chr(int(escape[1], 16)), refused))


def _describe(report: Report) -> _Document:
    scenarios = {scenario.id: scenario for scenario in report.scenarios}
    chapters: dict[str, list[_Document]] = {}
    for result in report.statements:
        chapter = wording.chapter(result.statement)
        chapters.setdefault(chapter, []).append(_describe_statement(result))
    return {
        "headline": wording.headline(report),
        "holds": not shortfalls(report),
        "facts": [(name, _cut(fact, _LONGEST_FACT)) for name, fact in _facts(report)],
        "remarks": [_cut(sentence) for sentence in remarks(report)],
        "reach": _describe_reach(report),
        "verdicts": list(Verdict),
        "totals": [
            (wording.KINDS[kind], [str(totals[verdict]) for verdict in Verdict])
            for kind, totals in totals_by_kind(report).items()
        ],
        "failing": [
            _describe_statement(result) | {"scenarios": list(_failures(result, scenarios))}
            for result in report.statements
            if result.verdict is Verdict.NONCONFORMING
        ],
        "chapters": list(chapters.items()),
    }


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    addresses = report.target.addresses
    rest = len(addresses) - _ADDRESSES_SHOWN
    more = f" et {count(rest, 'autre')}" if rest > 0 else ""
    environment = report.environment
    elapsed = (report.finished - report.started).total_seconds()
    yield "Cible", report.target.name or "inconnue"
    yield "Adresse", (", ".join(addresses[:_ADDRESSES_SHOWN]) or "inconnue") + more
    yield "Date", f"{wording.instant(report.started)} (heure de Paris)"
    yield "Durée", wording.duration(elapsed)
    yield "Outil", f"espace-expert {report.tool_version}, commit {report.commit or 'inconnu'}"
    yield "Navigateur", f"{environment.browser} {environment.browser_version}".strip() or "aucun"
    yield "Machine", f"Python {environment.python}, {environment.platform}"
    yield "Scénarios", wording.coverage(report)
    yield "Issues", outcomes(report)


def _describe_reach(report: Report) -> _Document:
    """Say what could be judged on another site; nothing for the simulator."""
    found = measure(report)
    if found is None:
        return {"sentence": "", "items": []}
    gaps = [
        f"{len(gap.statements)} : {gap.reason} {wording.remedy(gap)}".rstrip()
        for gap in found.gaps[:_GAPS_SHOWN]
    ]
    readings = [f"Lecture {item.id} du profil : {item.text}" for item in report.target.readings]
    return {
        "sentence": wording.reach(found),
        "items": [_cut(text, _LONGEST_FACT) for text in (*gaps, *readings)],
    }


def _describe_statement(result: StatementResult) -> _Document:
    statement = result.statement
    return {
        "id": _cut(statement.id),
        "kind": statement.kind,
        "origin": _cut(wording.origin(statement)),
        "text": _cut(wording.quotation(statement), _VERY_LONG),
        "verdict": result.verdict,
        "reason": _cut(result.reason),
    }


def _failures(
    result: StatementResult, scenarios: Mapping[str, Scenario]
) -> Iterator[tuple[str, str]]:
    failed = [
        scenario
        for scenario_id in result.scenarios
        if (scenario := scenarios[scenario_id]).outcome is ScenarioOutcome.FAILED
    ]
    for scenario in failed[:_SCENARIOS_SHOWN]:
        place = f"{_cut(scenario.title)} ({_cut(scenario.path)}, ligne {scenario.line})"
        yield place, _cut(scenario.failure.message if scenario.failure else scenario.reason)
    if len(failed) > _SCENARIOS_SHOWN:
        yield f"et {count(len(failed) - _SCENARIOS_SHOWN, 'autre scénario')}", ""


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[:longest]} […]"
