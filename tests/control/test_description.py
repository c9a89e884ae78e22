import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import validate
from werkzeug.test import TestResponse

Ask = Callable[..., TestResponse]


@pytest.fixture
def description(ask: Ask) -> dict[str, Any]:
    answer = ask("GET", "/openapi.json")
    assert answer.status_code == 200
    described: dict[str, Any] = answer.json or {}
    return described


def test_it_is_openapi(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1.")
    validate(description)


def test_it_holds_every_route_and_no_other(control_app: Flask, description: dict[str, Any]) -> None:
    routes = {
        (rule.rule, method, rule.endpoint)
        for rule in control_app.url_map.iter_rules()
        if rule.endpoint.startswith("control.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    described = {
        (re.sub(r"{(\w+)}", r"<\1>", path), method.upper(), f"control.{item['operationId']}")
        for path, operations in description["paths"].items()
        for method, item in operations.items()
        if method != "parameters"
    }
    assert described == routes


def test_every_summary_is_the_one_of_its_route(
    control_app: Flask, description: dict[str, Any]
) -> None:
    for operations in description["paths"].values():
        for method, item in operations.items():
            if method != "parameters":
                view = control_app.view_functions[f"control.{item['operationId']}"]
                assert item["summary"] == view.__doc__


def test_it_asks_for_the_token(description: dict[str, Any]) -> None:
    assert description["security"] == [{"token": []}]
    assert description["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
