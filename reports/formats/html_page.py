"""The report as one French page that opens offline; the evidence stands beside it."""

import hashlib
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports import wording
from reports.french import count
from reports.judging.endings import shortfalls
from reports.judging.model import Evidence, KnownFailure, Report, StatementResult, Verdict
from reports.judging.reach import measure
from reports.judging.register import Kind
from reports.judging.verdicts import totals_by_kind

_MARKS = {
    "conforme": "✓",
    "réussi": "✓",
    "non conforme": "✗",
    "échec": "✗",
    "en erreur": "✗",
    "non vérifié": "?",
    "non exécuté": "?",
    "hors périmètre": "–",
}
"""What stands before a verdict, so that none is told by its colour alone."""

_VERDICTS = {
    Verdict.CONFORMING: "Ce qui tient",
    Verdict.NONCONFORMING: "Ce qui ne tient pas",
    Verdict.UNVERIFIED: "Ce qu’on ne sait pas",
    Verdict.OUT_OF_SCOPE: "Ce qui n’est pas jugé",
}
_LINES_SHOWN = 16  # of a message: Playwright repeats the whole screen in its own
_UNITS = ("octets", "Ko", "Mo")
_TRACE_TYPE = "application/zip"


@dataclass(frozen=True)
class _Chapter:
    """A chapter of the register, or its readings, its choices or its criteria of the RGAA."""

    anchor: str
    title: str
    results: list[StatementResult]

    @property
    def tally(self) -> str:
        """How many of its statements have each verdict."""
        found = Counter(result.verdict for result in self.results)
        return ", ".join(f"{found[verdict]} {verdict}" for verdict in Verdict if found[verdict])


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "duration": wording.duration,
        "gist": _gist,
        "instant": wording.instant,
        "is_document": _is_document,
        "is_picture": _is_picture,
        "link": _link,
        "origin": wording.origin,
        "quotation": wording.quotation,
        "size": _size,
    }
    style, script = _read("report.css"), _read("report.js")
    environment.globals |= {
        "count": count,
        "marks": _MARKS,
        "policy": _policy(style, script),
        "script": Markup(script),  # noqa: S704 - our own file
        "style": Markup(style),  # noqa: S704 - our own file
        "trace_type": _TRACE_TYPE,
        "verdicts": _VERDICTS,
        "wording": wording,
    }
    return environment


def _read(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Forbid a browser everything but the page's own style and script, and the evidence."""
    digests = [
        b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)
    ]
    return (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "img-src 'self' file:; frame-src 'self' file:; base-uri 'none'; form-action 'none'"
    )


def _is_picture(item: Evidence) -> bool:
    return item.media_type in {"image/jpeg", "image/png"}


def _is_document(item: Evidence) -> bool:
    return item.media_type.startswith("text/plain")


def _link(item: Evidence) -> str:
    """Give the address of a file, empty where it would lead out of the evidence."""
    parts = item.path.split("/")
    is_inside = parts[0] == "evidence" and not {"", ".", ".."} & set(parts)
    return quote(item.path) if is_inside else ""


def _gist(message: str) -> str:
    """Give the first lines of a message that say something; its trace has them all."""
    lines = [line for line in message.splitlines() if line.strip()]
    rest = len(lines) - _LINES_SHOWN
    return "\n".join(lines[:_LINES_SHOWN] + ([f"[… et {rest} lignes de plus]"] if rest > 0 else []))


def _size(size: int) -> str:
    amount, units = float(size), iter(_UNITS)
    unit = next(units)
    for larger in units:
        if amount < 1000:  # noqa: PLR2004 - as units go
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.0f}\N{NO-BREAK SPACE}{unit}"


_ENVIRONMENT = _make_environment()


def render(report: Report) -> str:
    """Write the page; whatever the run holds is shown as text, never taken for markup."""
    homes = _homes(report)
    return _ENVIRONMENT.get_template("index.html").render(
        report=report,
        headline=wording.headline(report),
        reach=measure(report),
        missing=shortfalls(report),
        totals=totals_by_kind(report),
        kinds=tuple(Kind),
        chapters=_chapters(report),
        by_verdict=_by_verdict(report),
        scenarios={scenario.id: scenario for scenario in report.scenarios},
        anchors={scenario.id: _anchor(scenario.id) for scenario in report.scenarios},
        homes=homes,
        known=_by_statement(report.known_failures),
        uncarried=[item for item in report.scenarios if item.id not in homes],
    )


def _chapters(report: Report) -> list[_Chapter]:
    found: dict[tuple[Kind, str], list[StatementResult]] = {}
    for result in report.statements:
        statement = result.statement
        # Nothing else is ever told among the fiche's own statements.
        chapter = statement.chapter if statement.kind is Kind.FICHE else ""
        found.setdefault((statement.kind, chapter), []).append(result)
    return [
        _Chapter(
            anchor=f"chapitre-{number}",
            title=f"Chapitre {chapter}" if kind is Kind.FICHE else wording.KINDS[kind],
            results=results,
        )
        for number, ((kind, chapter), results) in enumerate(found.items(), start=1)
    ]


def _by_verdict(report: Report) -> dict[Verdict, list[StatementResult]]:
    found: defaultdict[Verdict, list[StatementResult]] = defaultdict(list)
    for result in report.statements:
        found[result.verdict].append(result)
    return found


def _by_statement(failures: Iterable[KnownFailure]) -> dict[str, list[KnownFailure]]:
    found: defaultdict[str, list[KnownFailure]] = defaultdict(list)
    for failure in failures:
        found[failure.statement].append(failure)
    return dict(found)


def _anchor(scenario_id: str) -> str:
    """Name a scenario in the page's addresses, the same from one run to the next."""
    return f"s-{hashlib.sha256(scenario_id.encode()).hexdigest()[:12]}"


def _homes(report: Report) -> dict[str, str]:
    """Say under which statement a scenario is told in full: the first of those it stands under."""
    homes: dict[str, str] = {}
    for result in report.statements:
        for scenario_id in result.scenarios:
            homes.setdefault(scenario_id, result.statement.id)
    return homes
