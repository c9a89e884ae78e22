from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from simulator.app import create_app
from simulator.simulation import Class, Settings
from tests.walking import Walker

CODE = "ACDEFG"
PASSWORD = "mot-de-passe"


@dataclass(frozen=True)
class Browser:
    """A browser, with its cookies; it sends a form as its page has it."""

    client: FlaskClient

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def send(self, page: str, path: str, **typed: Any) -> TestResponse:  # noqa: ANN401 - a text, or those of ticked boxes
        answer = Walker(self.client).post(path, typed, shown=page)
        assert isinstance(answer, TestResponse)
        return answer

    def join(self, first_name: str, code: str = CODE) -> TestResponse:
        return self.send("/classe/", "/classe/", code=code, first_name=first_name)

    def take_seat(self, first_name: str) -> str:
        answer = self.join(first_name)
        assert answer.status_code == 303, answer.text
        return str(answer.location)

    def enter(self, password: str = PASSWORD) -> TestResponse:
        return self.send("/classe/tableau/", "/classe/tableau/entrer", password=password)

    def act(self, action: str, *seats: str, **typed: object) -> TestResponse:
        ids = [seat.strip("/").rpartition("/")[2] for seat in seats]
        return self.send("/classe/tableau/", "/classe/tableau/", action=action, seat=ids, **typed)


@pytest.fixture
def app() -> Iterator[Flask]:
    app = create_app(Settings(classroom=Class(CODE, PASSWORD, capacity=4)))
    app.extensions["simulation"].start()
    yield app
    app.extensions["simulation"].stop()


@pytest.fixture
def open_browser(app: Flask) -> Callable[[], Browser]:
    return lambda: Browser(app.test_client())


@pytest.fixture
def lila(open_browser: Callable[[], Browser]) -> Browser:
    return open_browser()


@pytest.fixture
def trainer(open_browser: Callable[[], Browser]) -> Browser:
    browser = open_browser()
    assert browser.enter().status_code == 303
    return browser
