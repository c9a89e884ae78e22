"""The report's formats: one pure function of the report each, and the one table of them."""

from collections.abc import Callable, Mapping

from reports.formats import html_page, json_stream
from reports.model import Report

Render = Callable[[Report], str | bytes]

FORMATS: Mapping[str, Render] = {
    "index.html": html_page.render,
    json_stream.NAME: json_stream.render,
}
"""What writes each file of a report's folder."""
