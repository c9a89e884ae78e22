import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cucumber_messages import Envelope, message_converter
from playwright.sync_api import Page, expect

from reports.formats import cucumber_messages
from reports.judging.model import Report
from tests.reports.formats.samples import NASTY_TEXTS, poison


def envelopes(report: Report) -> Iterator[Envelope]:
    for line in cucumber_messages.render(report).split("\n")[:-1]:
        yield message_converter.from_dict(json.loads(line), Envelope)


def test_document_is_french_and_has_its_rules(varied_report: Report) -> None:
    [document] = [
        item.gherkin_document for item in envelopes(varied_report) if item.gherkin_document
    ]
    feature = document.feature
    assert feature is not None
    assert (feature.language, feature.keyword) == ("fr", "Fonctionnalité")
    rule = feature.children[0].rule
    assert rule is not None
    assert (rule.keyword, rule.name) == ("Règle", "Le code vit 48 heures")
    scenario = rule.children[0].scenario
    assert scenario is not None
    assert scenario.description == "Exemple 2 : raison = trop tard"
    assert [step.keyword for step in scenario.steps] == ["Étant donné ", "Alors "]
    assert feature.children[1].scenario is not None


def test_every_id_that_is_named_was_given(varied_report: Report) -> None:
    given: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            given.extend(text for key, text in value.items() if key == "id")
            for key, item in value.items():
                if key.endswith("Id") and key != "testRunStartedId":
                    assert item in given
                if key == "astNodeIds":
                    assert set(item) <= set(given)
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    for line in cucumber_messages.render(varied_report).split("\n")[:-1]:
        walk(json.loads(line))
    assert len(given) == len(set(given))


def test_a_fault_outside_of_the_steps_is_a_failed_hook(varied_report: Report) -> None:
    statuses: dict[str, list[str]] = {}
    for item in envelopes(varied_report):
        if item.test_step_finished:
            finished = item.test_step_finished
            case = finished.test_case_started_id
            statuses.setdefault(case, []).append(finished.test_step_result.status.value)
    assert list(statuses.values()) == [
        ["PASSED", "PASSED"],
        ["PASSED", "FAILED"],
        ["PASSED", "PASSED", "PASSED"],  # evidence of before the first step
        ["FAILED", "SKIPPED", "SKIPPED"],
        ["UNDEFINED", "SKIPPED"],
        ["SKIPPED", "SKIPPED"],
        ["SKIPPED", "SKIPPED"],
        ["FAILED"],
    ]
    results = [
        item.test_step_finished.test_step_result
        for item in envelopes(varied_report)
        if item.test_step_finished
    ]
    kinds = [item.exception.type for item in results if item.exception]
    assert kinds == ["échec", "en erreur"]
    assert any(item.message == "Pas d’horloge." for item in results)


def test_evidence_is_attached_as_a_link(varied_report: Report) -> None:
    attachments = [item.attachment for item in envelopes(varied_report) if item.attachment]
    assert Counter((item.file_name, item.test_step_id) for item in attachments) == {
        ("l’écran", "case-1-step-1"): 1,
        ("l’écran", "case-2-step-1"): 1,
        ("l’écran", "case-3-step-1"): 1,
        ("la page d’accueil", "case-3-before"): 1,
    }
    links = {(item.body, item.media_type) for item in attachments}
    assert links == {("evidence/a/01.png", "text/uri-list")}


def test_end_of_the_run_says_what_bears_on_it(varied_report: Report) -> None:
    *_, last = envelopes(varied_report)
    assert last.test_run_finished is not None
    assert last.test_run_finished.success is False
    assert "late-code" in str(last.test_run_finished.message)


@pytest.mark.parametrize("text", ["", *NASTY_TEXTS.values()], ids=["", *NASTY_TEXTS])
def test_official_schema_holds_whatever_the_texts(
    varied_report: Report, modules: Path, text: str
) -> None:
    schema = json.loads((modules / "@cucumber/messages/messages.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    written = cucumber_messages.render(poison(varied_report, text)).encode().decode()
    for line in written.splitlines():  # wherever a reader may see one end
        validator.validate(json.loads(line))


def test_official_formatter_shows_it(
    varied_report: Report, read: Callable[..., Any], tmp_path: Path, page: Page
) -> None:
    file = tmp_path / "messages.ndjson"
    file.write_text(cucumber_messages.render(varied_report), encoding="utf-8")
    counts = read("cucumber", file, tmp_path / "page.html")
    assert {status: number for status, number in counts.items() if number} == {
        "PASSED": 2,
        "FAILED": 3,
        "UNDEFINED": 1,
        "SKIPPED": 2,
    }
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri())
    expect(page.get_by_text("Le code vit 48 heures").first).to_be_visible()
    expect(page.get_by_text("attendu <script>alert('&\"')</script>").first).to_be_visible()
    expect(page.get_by_role("link", name="evidence/a/01.png").first).to_be_visible()
    assert errors == []
