"""What Cucumber Messages say of the feature files, made from the report's scenarios.

The report knows a scenario's line, but not those of its steps, so all of them bear the scenario's.
Steps of a background stand in each scenario, and a row of an outline is a scenario of its own, as
they were run.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reports.judging.model import Row, Scenario, Step

Message = dict[str, Any]


def document(path: str, scenarios: Sequence[tuple[int, Scenario]]) -> Message:
    """Tell a feature file, of which each scenario comes with its number in the report."""
    children: list[Message] = []
    for rule, group in groupby(scenarios, key=lambda item: item[1].rule):
        nodes = [(number, {"scenario": _scenario(number, item)}) for number, item in group]
        if not rule:
            children += [node for _, node in nodes]
            continue
        first, node = nodes[0]
        head = {"id": f"rule-{first}", "location": node["scenario"]["location"], "tags": []}
        titles = {"keyword": "Règle", "name": rule, "description": ""}
        children.append({"rule": head | titles | {"children": [node for _, node in nodes]}})
    feature = {
        "location": {"line": 1},
        "tags": [],
        "language": "fr",
        "keyword": "Fonctionnalité",
        "name": scenarios[0][1].feature,
        "description": "",
        "children": children,
    }
    return {"uri": path, "feature": feature, "comments": []}


def _scenario(number: int, scenario: Scenario) -> Message:
    location = _location(scenario)
    return {
        "id": f"scenario-{number}",
        "location": location,
        "tags": [
            {"id": f"scenario-{number}-tag-{index}", "location": location, "name": f"@{tag}"}
            for index, tag in enumerate(scenario.tags)
        ],
        "keyword": "Scénario",
        "name": scenario.title,
        "description": _describe(scenario.row) if scenario.row else "",
        "steps": [
            _step(f"scenario-{number}-step-{index}", step, location)
            for index, step in enumerate(scenario.steps)
        ],
        "examples": [],
    }


def _describe(row: Row) -> str:
    return f"Exemple {row.number} : " + ", ".join(f"{name} = {text}" for name, text in row.values)


def _step(step_id: str, step: Step, location: Message) -> Message:
    node = {"id": step_id, "location": location, "keyword": f"{step.keyword} ", "text": step.text}
    if step.text_block:
        block = {"location": location, "content": step.text_block, "delimiter": '"""'}
        node["docString"] = block
    if step.table:
        rows = [
            {
                "id": f"{step_id}-row-{index}",
                "location": location,
                "cells": [{"location": location, "value": cell} for cell in row],
            }
            for index, row in enumerate(step.table)
        ]
        node["dataTable"] = {"location": location, "rows": rows}
    return node


def pickle(number: int, scenario: Scenario) -> Message:
    """Tell a scenario as it is to be run."""
    return {
        "id": f"pickle-{number}",
        "uri": scenario.path,
        "location": _location(scenario),
        "name": scenario.title,
        "language": "fr",
        "astNodeIds": [f"scenario-{number}"],
        "tags": [
            {"name": f"@{tag}", "astNodeId": f"scenario-{number}-tag-{index}"}
            for index, tag in enumerate(scenario.tags)
        ],
        "steps": [
            {
                "id": f"pickle-{number}-step-{index}",
                "text": step.text,
                "astNodeIds": [f"scenario-{number}-step-{index}"],
            }
            | _argument(step)
            for index, step in enumerate(scenario.steps)
        ],
    }


def _argument(step: Step) -> Message:
    argument: Message = {}
    if step.text_block:
        argument["docString"] = {"content": step.text_block}
    if step.table:
        rows = [{"cells": [{"value": cell} for cell in row]} for row in step.table]
        argument["dataTable"] = {"rows": rows}
    return {"argument": argument} if argument else {}


def _location(scenario: Scenario) -> Message:
    return {"line": max(scenario.line, 1)}
