"""The differences of two walks as one French page that opens offline, its pictures inside."""

import hashlib
from base64 import b64encode
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.differences.comparing import Change, Comparison, Walk
from reports.french import count


def render(reference: Walk, site: Walk, comparison: Comparison) -> str:
    """Write the page; whatever a site shows is text, never taken for markup.

    Args:
        reference: The one.
        site: The other.
        comparison: How they differ.
    """
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["base64"] = lambda content: b64encode(content).decode()
    style = files("reports").joinpath("templates", "report.css").read_text("utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template("differences.html").render(
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:",
        sides=(reference, site),
        comparison=comparison,
        headline=_headline(comparison),
    )


def _headline(comparison: Comparison) -> str:
    steps = comparison.steps
    seen = [step for step in steps if step.reference and step.site]
    found = [*comparison.everywhere, *(item for step in seen for item in step.differences)]
    attested = [item for item in found if item.statement]
    missing = sum(item.change is Change.MISSING for item in attested)
    return (
        f"{count(len(seen), 'étape comparée', 'étapes comparées')} sur {len(steps)}."
        f" {count(len(attested), 'écart', 'écarts')} de mots attestés par la fiche,"
        f" dont {missing} par manque ; {len(found) - len(attested)} de mots choisis."
    )
