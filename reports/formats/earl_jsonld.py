"""The report as EARL, the W3C's Evaluation and Report Language, in JSON-LD.

One assertion for each statement. The context is inside, so that a reader fetches nothing. The
criterion of a statement has the same address in every report, a URN; its page in this report is
relative to the file.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from reports import wording
from reports.formats.bearings import describe, remarks
from reports.formats.characters import writable
from reports.judging.model import Report, ScenarioOutcome, StatementResult, Verdict
from reports.judging.register import Statement, Verification

_EARL = "http://www.w3.org/ns/earl#"
_CONTEXT = {
    "earl": _EARL,
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@vocab"},
    "result": "earl:result",
    "outcome": {"@id": "earl:outcome", "@type": "@vocab"},
    "info": {"@id": "earl:info", "@language": "fr"},
    "title": {"@id": "dcterms:title", "@language": "fr"},
    "description": {"@id": "dcterms:description", "@language": "fr"},
    "source": {"@id": "dcterms:source", "@language": "fr"},
    "kind": {"@id": "dcterms:type", "@language": "fr"},
    "chapter": {"@id": "dcterms:isPartOf", "@language": "fr"},
    "identifier": "dcterms:identifier",
    "version": "dcterms:hasVersion",
    "hasPart": {"@id": "dcterms:hasPart", "@type": "@id"},
    "page": {"@id": "dcterms:isReferencedBy", "@type": "@id"},
    "date": {"@id": "dcterms:date", "@type": "xsd:dateTime"},
}
_TOOL = "urn:espace-expert:outil"
_TARGET = "urn:espace-expert:cible"
_URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%~"

_Node = dict[str, Any]


def render(report: Report) -> str:
    """Write the assertions as one JSON-LD document."""
    document = {"@context": _CONTEXT, "@graph": list(_nodes(report))}
    return writable(json.dumps(document, ensure_ascii=False)) + "\n"


def criterion(statement: Statement) -> str:
    """Give the address under which every report names this statement."""
    return f"urn:espace-expert:enonce:{quote(statement.id, safe='', errors='replace')}"


def _nodes(report: Report) -> Iterator[_Node]:
    yield {
        "@id": _TOOL,
        "@type": "earl:Software",
        "title": "espace-expert",
        "version": [text for text in (report.tool_version, report.commit) if text],
    }
    yield {
        "@id": _subject(report),
        "@type": "earl:TestSubject",
        "title": report.target.name,
        "description": [wording.headline(report), *remarks(report)],
        "hasPart": _parts(report),
    }
    known = {item.statement: f"Échec connu, {describe(item)}" for item in report.known_failures}
    ran = {item.id for item in report.scenarios if item.outcome is not ScenarioOutcome.NOT_RUN}
    for result in report.statements:
        outcome = _outcome(result, is_tried=not ran.isdisjoint(result.scenarios))
        yield _criterion_node(result.statement)
        yield {
            "@type": "earl:Assertion",
            "assertedBy": _TOOL,
            "subject": _subject(report),
            "test": criterion(result.statement),
            "mode": f"earl:{_mode(result.statement)}",
            "result": {
                "@type": "earl:TestResult",
                "outcome": f"earl:{outcome}",
                "title": result.verdict,
                "description": result.reason,
                "date": report.finished.isoformat(),
            }
            | _info(known, result),
        }


def _subject(report: Report) -> str:
    """Give the target's own address; where each test process had its own, one of ours for all."""
    addresses = _parts(report)
    return addresses[0] if len(addresses) == 1 else _TARGET


def _parts(report: Report) -> list[str]:
    return [
        quote(address, safe=_URL_CHARACTERS, errors="replace")
        for address in report.target.addresses
    ]


def _criterion_node(statement: Statement) -> _Node:
    return {
        "@id": criterion(statement),
        "@type": "earl:TestRequirement",
        "identifier": statement.id,
        "title": f"{statement.id} ({wording.origin(statement)})",
        "description": statement.quotation,
        "kind": statement.kind,
        "chapter": statement.chapter,
        "source": wording.origin(statement),
        "page": f"index.html#{quote(statement.id, errors='replace')}",
    }


def _mode(statement: Statement) -> str:
    return {
        Verification.AUTOMATED: "automatic",
        Verification.MANUAL: "manual",
        Verification.DOCUMENTARY: "undisclosed",
    }[statement.verification]


def _outcome(result: StatementResult, *, is_tried: bool) -> str:
    if result.verdict is Verdict.UNVERIFIED:
        return "cantTell" if is_tried else "untested"
    return {
        Verdict.CONFORMING: "passed",
        Verdict.NONCONFORMING: "failed",
        Verdict.OUT_OF_SCOPE: "inapplicable",
    }[result.verdict]


def _info(known: Mapping[str, str], result: StatementResult) -> _Node:
    sentence = known.get(result.statement.id)
    return {"info": sentence} if sentence else {}
