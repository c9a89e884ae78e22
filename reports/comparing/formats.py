"""A comparison of two runs for the terminal, for a pipeline's page, and as a page of its own."""

import re
from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import wording
from reports.comparing.comparison import Comparison, conclude
from reports.judging.model import Report

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def render_text(comparison: Comparison) -> str:
    """Write it for the terminal."""
    parts = ["\n".join(_heads(comparison))]
    for section in comparison.sections:
        lines = [f"{section.title} :"]
        for change in section.changes:
            sign = "−" if change.is_worse else " "
            lines.append(f"{sign} {change.subject} : {change.text}")
            if change.note:
                lines.append(f"    {change.note}")
        parts.append("\n".join(lines))
    parts.append(conclude(comparison))
    return "\n\n".join(parts) + "\n"


def render_markdown(comparison: Comparison) -> str:
    """Write it as Markdown; whatever a run holds is shown as text, never taken for markup."""
    parts = [
        "## Comparaison de deux vérifications",
        f"**{_escape(conclude(comparison))}**",
        "\n".join(f"- {_escape(head)}" for head in _heads(comparison)),
    ]
    for section in comparison.sections:
        lines = [f"### {_escape(section.title)}", ""]
        for change in section.changes:
            sign = "🔻 " if change.is_worse else ""
            note = f"  \n  {_escape(change.note)}" if change.note else ""
            lines.append(f"- {sign}{_escape(change.subject)} : {_escape(change.text)}{note}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def render_html(comparison: Comparison) -> str:
    """Write it as one page that opens offline."""
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("comparison.html").render(
        comparison=comparison, heads=tuple(_heads(comparison)), conclusion=conclude(comparison)
    )


def _heads(comparison: Comparison) -> Iterator[str]:
    for name, report in (("Avant", comparison.old), ("Après", comparison.new)):
        yield f"{name} : {_head(report)}"


def _head(report: Report) -> str:
    parts = [report.target.name or "cible inconnue", wording.instant(report.started)]
    if report.commit:
        parts.append(f"état {report.commit}")
    if report.shard:
        parts.append(f"part {wording.shard(report.shard)} seulement")
    if report.defects:
        parts.append(f"défauts mis exprès : {', '.join(item.id for item in report.defects)}")
    return f"{', '.join(parts)}. {wording.headline(report)}"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
