import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from pyld import jsonld

from reports.formats import earl_jsonld
from reports.judging.model import Report, Target
from tests.reports.formats.samples import NASTY_TEXTS, poison

EARL = "http://www.w3.org/ns/earl#"
DCTERMS = "http://purl.org/dc/terms/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
BASE = "https://rapports.example/essai/earl.jsonld"
SUBJECT = "http://127.0.0.1:4242"


@dataclass(frozen=True)
class Graph:
    """What a JSON-LD processor takes a document to say; texts end with their language."""

    triples: tuple[tuple[str, str, str], ...]

    def objects(self, subject: str | None, predicate: str) -> Iterator[str]:
        for found, verb, value in self.triples:
            if subject in {None, found} and verb == predicate:
                yield value

    def subjects(self, predicate: str, value: str) -> Iterator[str]:
        return (found for found, verb, other in self.triples if (verb, other) == (predicate, value))


def read(report: Report) -> Graph:
    document = json.loads(earl_jsonld.render(report).encode())
    # A loader that refuses: nothing may be fetched.
    options = {"base": BASE, "documentLoader": None}
    dataset = jsonld.to_rdf(document, options)
    assert dataset.keys() == {"@default"}
    return Graph(
        tuple(
            (
                triple["subject"]["value"],
                triple["predicate"]["value"],
                triple["object"]["value"] + tail(triple["object"].get("language")),
            )
            for triple in dataset["@default"]
        )
    )


def tail(language: str | None) -> str:
    return f"@{language}" if language else ""


def result_of(graph: Graph, statement: str) -> str:
    [assertion] = graph.subjects(f"{EARL}test", f"urn:espace-expert:enonce:{statement}")
    assert list(graph.objects(assertion, TYPE)) == [f"{EARL}Assertion"]
    assert list(graph.objects(assertion, f"{EARL}subject")) == [SUBJECT]
    [result] = graph.objects(assertion, f"{EARL}result")
    assert list(graph.objects(result, TYPE)) == [f"{EARL}TestResult"]
    return result


def test_a_statement_is_one_assertion_with_its_outcome(varied_report: Report) -> None:
    graph = read(varied_report)
    outcomes = {
        result.statement.id: list(
            graph.objects(result_of(graph, result.statement.id), f"{EARL}outcome")
        )
        for result in varied_report.statements
    }
    assert outcomes == {
        "R-1.001": [f"{EARL}passed"],
        "R-1.002": [f"{EARL}failed"],
        "R-1.003": [f"{EARL}inapplicable"],
        "R-1.004": [f"{EARL}untested"],
        "R-1.005": [f"{EARL}cantTell"],
        "A-06": [f"{EARL}passed"],
        "U-11": [f"{EARL}failed"],
        "RGAA-10.11": [f"{EARL}failed"],
    }


def test_each_node_is_what_the_vocabulary_says(varied_report: Report) -> None:
    graph = read(varied_report)
    assert Counter(graph.objects(None, TYPE)) == {
        f"{EARL}Software": 1,
        f"{EARL}TestSubject": 1,
        f"{EARL}TestRequirement": 8,
        f"{EARL}Assertion": 8,
        f"{EARL}TestResult": 8,
    }
    [tool] = graph.subjects(TYPE, f"{EARL}Software")
    assert set(graph.objects(tool, f"{DCTERMS}hasVersion")) == {"0.1.0", "0a1b2c3"}
    assert set(graph.objects(None, f"{EARL}assertedBy")) == {tool}
    modes = {f"{EARL}automatic", f"{EARL}manual", f"{EARL}undisclosed"}
    assert set(graph.objects(None, f"{EARL}mode")) == modes


def test_a_criterion_says_its_words_and_where_it_is_told(varied_report: Report) -> None:
    graph = read(varied_report)
    criterion = "urn:espace-expert:enonce:A-06"
    assert list(graph.objects(criterion, f"{DCTERMS}type")) == ["lecture@fr"]
    words = "texte de A-06 <script>alert('&\"')</script>@fr"
    assert list(graph.objects(criterion, f"{DCTERMS}description")) == [words]
    page = "https://rapports.example/essai/index.html#A-06"
    assert list(graph.objects(criterion, f"{DCTERMS}isReferencedBy")) == [page]


def test_remarks_and_known_failures_are_told(varied_report: Report) -> None:
    graph = read(varied_report)
    told = " ".join(graph.objects(SUBJECT, f"{DCTERMS}description"))
    assert "late-code" in told
    assert "Partie 1 sur 3" in told
    known = "Échec connu, en cours : attend la version 2 (Lila, jusqu’au 31/12/2026)@fr"
    assert list(graph.objects(result_of(graph, "U-11"), f"{EARL}info")) == [known]


def test_a_target_of_several_addresses_is_one_subject(varied_report: Report) -> None:
    addresses = ("http://127.0.0.1:1", "http://127.0.0.1:2")
    graph = read(replace(varied_report, target=Target(name="essai", addresses=addresses)))
    [subject] = set(graph.objects(None, f"{EARL}subject"))
    assert tuple(graph.objects(subject, f"{DCTERMS}hasPart")) == addresses


@pytest.mark.parametrize("text", NASTY_TEXTS.values(), ids=NASTY_TEXTS)
def test_whatever_the_texts_there_are_as_many_assertions(varied_report: Report, text: str) -> None:
    graph = read(poison(varied_report, text))
    assert len(list(graph.subjects(TYPE, f"{EARL}Assertion"))) == 8
    addresses = [*graph.objects(None, f"{EARL}test"), *graph.objects(None, f"{EARL}subject")]
    assert len(set(addresses)) == 9
    assert not any(set(address) & set(' <>"{}|\\^`\n') for address in addresses)
