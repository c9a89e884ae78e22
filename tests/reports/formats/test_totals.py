"""Each format is read back by a reader that is not ours, and all count the same and apart."""

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import html
from markdown_it import MarkdownIt
from pyld import jsonld

from reports.formats import (
    FORMATS,
    ctrf_json,
    earl_jsonld,
    filing_pdf,
    html_page,
    junit_xml,
    markdown_summary,
)
from reports.judging.model import Report

EARL = "http://www.w3.org/ns/earl#"
VERDICTS = ("conforme", "non conforme", "non vérifié", "hors périmètre")
Totals = Mapping[str, int]


def read_json(text: str) -> tuple[Totals, Totals]:
    report = json.loads(text)
    return (
        Counter(item["verdict"] for item in report["statements"]),
        Counter(item["outcome"] for item in report["scenarios"]),
    )


def read_junit(text: str) -> tuple[Totals, Totals]:
    verdicts: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    names = {Failure: "failed", Error: "broken", Skipped: "unjudged"}
    for suite in JUnitXml.fromstring(text.encode()):
        verdicts.update(item.value for item in suite.properties() if item.value in VERDICTS)
        outcomes.update(names[type(case.result[0])] if case.result else "passed" for case in suite)
    return verdicts, outcomes


def read_cucumber(text: str) -> tuple[Totals, Totals]:
    severity = ("PASSED", "SKIPPED", "UNDEFINED", "FAILED")
    cases: dict[str, tuple[int, str]] = {}
    for line in text.splitlines():
        finished = json.loads(line).get("testStepFinished")
        if finished:
            result = finished["testStepResult"]
            kind = result.get("exception", {}).get("type", "")
            case = finished["testCaseStartedId"]
            seen = (severity.index(result["status"]), kind)
            cases[case] = max(cases.get(case, (0, "")), seen)
    names = {(0, ""): "passed", (1, ""): "unjudged", (3, "échec"): "failed"}
    return {}, Counter(names.get(case, "broken") for case in cases.values())


def read_ctrf(text: str) -> tuple[Totals, Totals]:
    report = json.loads(text)
    summary = report["results"]["summary"]
    verdicts: Counter[str] = Counter()
    for totals in report["extra"]["totals"].values():
        verdicts.update(totals)
    outcomes = {
        "passed": summary["passed"],
        "failed": summary["failed"],
        "broken": summary["other"],
        "unjudged": summary["skipped"] + summary["pending"],
    }
    assert sum(outcomes.values()) == summary["tests"]
    return verdicts, outcomes


def read_earl(text: str) -> tuple[Totals, Totals]:
    names = {
        f"{EARL}passed": "conforme",
        f"{EARL}failed": "non conforme",
        f"{EARL}cantTell": "non vérifié",
        f"{EARL}untested": "non vérifié",
        f"{EARL}inapplicable": "hors périmètre",
    }
    triples = jsonld.to_rdf(json.loads(text), {"base": "https://rapports.example/"})["@default"]
    return Counter(
        names[triple["object"]["value"]]
        for triple in triples
        if triple["predicate"]["value"] == f"{EARL}outcome"
    ), {}


def read_page(text: str) -> tuple[Totals, Totals]:
    verdicts: Counter[str] = Counter()
    for cell in html.fromstring(text).findall(".//*[@data-count]"):
        _, _, verdict = cell.get("data-count", "").partition(" ")
        verdicts[verdict] += int("".join(map(str, cell.itertext())))
    return verdicts, {}


def read_pdf(content: bytes) -> tuple[Totals, Totals]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        [table, *_] = document.pages[0].extract_tables(
            {"vertical_strategy": "text", "horizontal_strategy": "lines"}
        )
        text = document.pages[0].extract_text()
    [line] = [line for line in text.splitlines() if line.startswith("Issues")]
    rows = [[cell or "" for cell in row] for row in table]
    return read_rows(rows), read_outcomes(line)


def read_markdown(text: str) -> tuple[Totals, Totals]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
        if before.type in {"th_open", "td_open"}:
            rows[-1].append(token.content)
    [line] = [line for line in text.splitlines() if " scénarios : " in line]
    return read_rows(rows), read_outcomes(line)


def read_rows(rows: list[list[str]]) -> Totals:
    # The last cells only: a PDF's are found by their place, and the « 1 » of « 4.1 » may be one.
    numbers = [[int(cell) for cell in row if cell.isdigit()][-len(VERDICTS) :] for row in rows]
    columns = zip(*[row for row in numbers if len(row) == len(VERDICTS)], strict=True)
    return dict(zip(VERDICTS, map(sum, columns), strict=True))


def read_outcomes(line: str) -> Totals:
    found = dict(re.findall(r"(réussi|échec|en erreur|non vérifié|non exécuté) : (\d+)", line))
    return {
        "passed": int(found["réussi"]),
        "failed": int(found["échec"]),
        "broken": int(found["en erreur"]),
        "unjudged": int(found["non vérifié"]) + int(found["non exécuté"]),
    }


READERS: Mapping[str, Callable[[Any], tuple[Totals, Totals]]] = {
    "conformance.json": read_json,
    "index.html": read_page,
    "conformance.pdf": read_pdf,
    "summary.md": read_markdown,
    "junit.xml": read_junit,
    "cucumber-messages.ndjson": read_cucumber,
    "ctrf.json": read_ctrf,
    "earl.jsonld": read_earl,
}


def test_every_format_has_its_reader() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_totals_are_the_same_in_all_formats(varied_report: Report, name: str) -> None:
    verdicts, outcomes = READERS[name](FORMATS[name](varied_report))
    if verdicts:
        assert dict(verdicts) == {
            "conforme": 2,
            "non conforme": 3,
            "non vérifié": 2,
            "hors périmètre": 1,
        }
    if outcomes and name != "conformance.json":
        assert dict(outcomes) == {"passed": 2, "failed": 1, "broken": 3, "unjudged": 2}
    assert verdicts or outcomes


def read_words(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as document:
        return document.pages[0].extract_text()


def count_in_suite(text: str, name: str) -> Totals:
    [suite] = [item for item in JUnitXml.fromstring(text.encode()) if item.name == name]
    return Counter(item.value for item in suite.properties() if item.value in VERDICTS)


def test_the_criteria_of_the_rgaa_are_counted_apart(varied_report: Report) -> None:
    row = "Critères du RGAA 4.1"
    page = html.fromstring(html_page.render(varied_report))
    [cell] = page.findall(".//*[@data-count='rgaa non conforme']")
    assert cell.text == "1"
    assert f"\n{row} 0 1 0 0\n" in read_words(filing_pdf.render(varied_report))
    assert f"\n| {row} | 0 | 1 | 0 | 0 |\n" in markdown_summary.render(varied_report)
    assert count_in_suite(junit_xml.render(varied_report), row) == {"non conforme": 1}
    totals = json.loads(ctrf_json.render(varied_report))["extra"]["totals"]
    assert totals["rgaa"] == {"non conforme": 1}
    graph = json.loads(earl_jsonld.render(varied_report))["@graph"]
    assert [node["identifier"] for node in graph if node.get("kind") == "rgaa"] == ["RGAA-10.11"]
