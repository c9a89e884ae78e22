"""The sheet that a seat was given, as it is shown beside each of its screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import current_app, g, render_template
from markdown_it import MarkdownIt
from markupsafe import Markup

from simulator.classroom.exercises import Sheet
from simulator.screens.request import simulation

_PLACE = '<div id="exercise"></div>'
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")


@dataclass(frozen=True)
class Panel:
    """A sheet, and for each of its criteria whether it is met."""

    sheet: Sheet
    met: list[bool]

    @property
    def instructions(self) -> Markup:
        """The instructions in HTML; whatever HTML a sheet holds is shown as text."""
        return Markup(_MARKDOWN.render(self.sheet.instructions))  # noqa: S704 - made by the library, HTML off


def sheets() -> Mapping[str, Sheet]:
    """Return the sheets of this class, by their names."""
    return cast("Mapping[str, Sheet]", current_app.extensions["class_sheets"])


def with_panel(html: str) -> str:
    """Put the sheet that the request's seat was given, if any, into a page of it."""
    sheet = sheets().get(g.seat.exercise)
    if sheet is None:
        return html
    panel = Panel(sheet, sheet.met(simulation().seats.events_of(g.seat.sandbox)))
    return html.replace(_PLACE, render_template("class_panel.html", panel=panel), 1)
