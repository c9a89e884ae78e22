from collections.abc import Callable, Iterator
from queue import Queue

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.app import create_app
from simulator.mail.inbox import Inbox, ReceivedMail
from simulator.mail.relay import Relay
from simulator.simulation import Settings

Ask = Callable[..., TestResponse]

TOKEN = "jeton-de-test"
PATIENCE = 20  # seconds


@pytest.fixture
def received() -> Queue[ReceivedMail]:
    return Queue()


@pytest.fixture
def control_app(received: Queue[ReceivedMail]) -> Iterator[Flask]:
    """An application that sends to an inbox of ours."""
    inbox = Inbox(received.put)
    inbox.start()
    app = create_app(Settings(control_token=TOKEN, relay=Relay(inbox.host, inbox.port)))
    app.extensions["simulation"].start()
    yield app
    app.extensions["simulation"].stop()
    inbox.stop()


def test_a_held_outbox_sends_nothing_until_it_is_released(
    ask: Ask, sandbox: str, received: Queue[ReceivedMail]
) -> None:
    held = ask("PUT", f"{sandbox}/mail", {"is_held": True}).json or {}
    assert held["is_mail_held"] is True
    ask("POST", f"{sandbox}/registrations", {"address": "a@example.fr", "password": "Secret123"})
    # Another sandbox's mail arrives: the sender has been by, and has left ours alone.
    ask(
        "POST",
        "/sandboxes/common/registrations",
        {"address": "b@example.fr", "password": "Secret123"},
    )
    assert received.get(timeout=PATIENCE).recipients == ("b@example.fr",)
    assert (ask("GET", sandbox).json or {})["queued_mails"] == 1
    released = ask("PUT", f"{sandbox}/mail", {"is_held": False}).json or {}
    assert released["is_mail_held"] is False
    mail = received.get(timeout=PATIENCE)
    assert (mail.sandbox, mail.recipients) == ("essai", ("a@example.fr",))
    assert received.empty()


@pytest.mark.parametrize(
    "body, field", [({}, "is_held"), ({"is_held": 1}, "is_held"), ({"held": True}, "held")]
)
def test_a_bad_setting_is_refused_by_name(ask: Ask, sandbox: str, body: object, field: str) -> None:
    answer = ask("PUT", f"{sandbox}/mail", body)
    assert answer.status_code == 400
    assert field in [error["field"] for error in (answer.json or {})["errors"]]
    assert (ask("GET", sandbox).json or {})["is_mail_held"] is False
