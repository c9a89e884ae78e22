"""The report's formats: one pure function of the report each, and the one table of them."""

from collections.abc import Callable, Mapping

from reports.formats import (
    ctrf_json,
    cucumber_messages,
    earl_jsonld,
    filing_pdf,
    html_page,
    json_stream,
    junit_xml,
    markdown_summary,
)
from reports.judging.model import Report

Render = Callable[[Report], str | bytes]

FORMATS: Mapping[str, Render] = {
    "index.html": html_page.render,
    json_stream.NAME: json_stream.render,
    "conformance.pdf": filing_pdf.render,
    "summary.md": markdown_summary.render,
    "junit.xml": junit_xml.render,
    "cucumber-messages.ndjson": cucumber_messages.render,
    "ctrf.json": ctrf_json.render,
    "earl.jsonld": earl_jsonld.render,
}
"""What writes each file of a report's folder."""
