"""The report as a short Markdown text, for the page of a pipeline.

Lists stop after a while and say what they leave out: GitHub refuses a summary of more than 1 MiB.
"""

import re
from collections.abc import Iterator, Sequence

from reports import wording
from reports.formats.bearings import outcomes, remarks
from reports.formats.characters import writable
from reports.french import count
from reports.judging.endings import shortfalls
from reports.judging.model import Report, StatementResult, Verdict
from reports.judging.reach import measure
from reports.judging.verdicts import totals_by_kind

_FAILED, _UNVERIFIED = Verdict.NONCONFORMING, Verdict.UNVERIFIED
_ITEMS_SHOWN = 25
_LONGEST = 300  # characters of one text
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$@]|:(?=//|[a-z_+])|(?<=www)\.", re.IGNORECASE)


def render(report: Report) -> str:
    """Write the summary; markup in any text is shown as text."""
    parts = [
        f"## {'✅' if not shortfalls(report) else '❌'} {_text(wording.headline(report))}",
        _facts(report),
        _list("À savoir", [_text(sentence) for sentence in remarks(report)]),
        _reach(report),
        _totals(report),
        _list("Ne tient pas", [_tell(item) for item in _with_verdict(report, _FAILED)]),
        _list("Non vérifié", list(_tell_by_reason(_with_verdict(report, _UNVERIFIED)))),
    ]
    return writable("\n\n".join(part for part in parts if part) + "\n")


def _facts(report: Report) -> str:
    browser = f"{report.environment.browser} {report.environment.browser_version}".strip()
    elapsed = (report.finished - report.started).total_seconds()
    facts = (
        ("Cible", report.target.name),
        ("le", wording.instant(report.started)),
        ("durée", wording.duration(elapsed)),
        ("navigateur", browser),
        ("version", f"{report.tool_version} {report.commit}".strip()),
    )
    return ", ".join(f"{name} {_text(value)}" for name, value in facts if value) + "."


def _reach(report: Report) -> str:
    found = measure(report)
    if found is None:
        return ""
    items = [
        _text(f"{len(gap.statements)} : {gap.reason} {wording.remedy(gap)}") for gap in found.gaps
    ]
    items += [
        _text(f"Lecture {item.id} du profil : {item.text}") for item in report.target.readings
    ]
    title = f"Sur ce site : {wording.reach(found)}"
    return _list(title, items) or f"### {title}"


def _totals(report: Report) -> str:
    lines = [
        f"| | {' | '.join(Verdict)} |",
        "|---|" + "---:|" * len(Verdict),
    ]
    for kind, totals in totals_by_kind(report).items():
        cells = " | ".join(str(totals[verdict]) for verdict in Verdict)
        lines.append(f"| {wording.KINDS[kind]} | {cells} |")
    scenarios = count(len(report.scenarios), "scénario")
    return "\n".join((*lines, "", f"{scenarios} : {outcomes(report)}."))


def _with_verdict(report: Report, verdict: Verdict) -> list[StatementResult]:
    return [result for result in report.statements if result.verdict is verdict]


def _tell(result: StatementResult) -> str:
    statement = result.statement
    origin, quotation = wording.origin(statement), wording.quotation(statement)
    return (
        f"**{_text(statement.id)}** ({_text(origin)}) : {_text(quotation)} {_text(result.reason)}"
    )


def _tell_by_reason(results: Sequence[StatementResult]) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for result in results:
        by_reason.setdefault(result.reason, []).append(result.statement.id)
    for reason, ids in by_reason.items():
        yield f"{_text(reason)} {_text(', '.join(ids))}"


def _list(title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    lines = [f"### {title}", "", *(f"- {item}" for item in items[:_ITEMS_SHOWN])]
    if len(items) > _ITEMS_SHOWN:
        lines.append(f"- et {len(items) - _ITEMS_SHOWN} de plus, dans le rapport.")
    return "\n".join(lines)


def _text(text: str) -> str:
    """Show a text as it is, on one line: neither markup, link, mention nor formula."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = f"{line[:_LONGEST]} […]"
    return _MARKUP.sub(r"\\\g<0>", line)
