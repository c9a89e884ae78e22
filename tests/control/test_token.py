from collections.abc import Iterator, Mapping

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.app import create_app
from simulator.simulation import Settings

TOKEN = "jeton-de-test"
PATHS = [
    ("GET", ""),
    ("GET", "/sandboxes"),
    ("POST", "/sandboxes"),
    ("PATCH", "/sandboxes"),
    ("OPTIONS", "/sandboxes"),
    ("GET", "/openapi.json"),
    ("DELETE", "/sandboxes/common"),
    ("GET", "/nulle-part"),
]


@pytest.fixture(params=[None, "code-de-la-classe"], ids=["open", "behind the access code"])
def app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    app = create_app(Settings(control_token=TOKEN, access_code=request.param))
    yield app
    app.extensions["simulation"].stop()


@pytest.fixture
def app_without_control() -> Iterator[Flask]:
    app = create_app(Settings())
    yield app
    app.extensions["simulation"].stop()


def seen(response: TestResponse) -> tuple[int, Mapping[str, str], str]:
    return response.status_code, dict(response.headers), response.text


@pytest.mark.parametrize("authorization", [None, "Bearer ", "Bearer é", "Bearer x", TOKEN])
@pytest.mark.parametrize("method, path", PATHS)
def test_without_the_token_it_is_a_page_that_does_not_exist(
    app: Flask, method: str, path: str, authorization: str | None
) -> None:
    client = app.test_client()
    headers = {"Authorization": authorization} if authorization else {}
    answer = client.open(f"/_control{path}", method=method, headers=headers)
    assert seen(answer) == seen(client.open("/nulle-part", method=method, headers=headers))


def test_with_the_token_the_access_code_is_not_asked(app: Flask) -> None:
    client = app.test_client()
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get("/_control/sandboxes", headers=headers).status_code == 200
    missing = client.get("/_control/nulle-part", headers=headers)
    assert (missing.status_code, missing.is_json) == (404, True)


@pytest.mark.parametrize("method, path", PATHS)
def test_started_without_a_token_it_is_not_there(
    app_without_control: Flask, method: str, path: str
) -> None:
    client = app_without_control.test_client()
    headers = {"Authorization": "Bearer "}
    answer = client.open(f"/_control{path}", method=method, headers=headers)
    assert seen(answer) == seen(client.open("/nulle-part", method=method))


def test_an_unknown_path_is_said_in_json(app: Flask) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = app.test_client().get("/_control/nulle-part", headers=headers)
    assert answer.status_code == 404
    assert answer.json == {"errors": [{"field": "", "message": "Not Found"}]}


def test_a_wrong_method_is_told_the_right_ones(app: Flask) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = app.test_client().patch("/_control/sandboxes", headers=headers)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert answer.json == {"errors": [{"field": "", "message": "Method Not Allowed"}]}


def test_a_body_too_long_is_refused_in_json(app: Flask) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = app.test_client().post("/_control/sandboxes", data=b" " * 300_000, headers=headers)
    assert (answer.status_code, answer.is_json) == (413, True)
