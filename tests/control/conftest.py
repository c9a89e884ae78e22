from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.app import create_app
from simulator.simulation import Settings, Simulation

TOKEN = "jeton-de-test"

Ask = Callable[..., TestResponse]


@pytest.fixture
def control_app() -> Iterator[Flask]:
    app = create_app(Settings(control_token=TOKEN))
    yield app
    app.extensions["simulation"].stop()


@pytest.fixture
def simulation(control_app: Flask) -> Simulation:
    found: Simulation = control_app.extensions["simulation"]
    return found


@pytest.fixture
def ask(control_app: Flask) -> Ask:
    """Ask the control interface, with its token."""
    client = control_app.test_client()

    def ask(method: str, path: str, body: object = None, data: bytes | None = None) -> TestResponse:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return client.open(f"/_control{path}", method=method, json=body, headers=headers, data=data)

    return ask


@pytest.fixture
def sandbox(ask: Ask) -> str:
    """The path, in the control interface, of a new sandbox named « essai »."""
    assert ask("POST", "/sandboxes", {"id": "essai"}).status_code == 201
    return "/sandboxes/essai"
