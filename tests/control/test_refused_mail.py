"""A mail that the mail server refuses for good is seen by the person and by the trainer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from html import unescape
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Condition, Thread

import pytest
from werkzeug.test import TestResponse

from simulator.app import create_app
from simulator.mail.relay import Relay
from simulator.simulation import Settings
from simulator.storage.outbox import Outbox
from tests.walking import Walker

TOKEN = "jeton-de-test"
PATIENCE = 20  # seconds
ANSWERS = {"EHLO": "250 OK", "MAIL": "250 OK", "RCPT": "250 OK", "DATA": "354 go", "QUIT": "221 OK"}


def converse(connection: socket, answers: dict[str, str]) -> None:
    with connection, connection.makefile("rwb", buffering=0) as lines:
        lines.write(b"220 ready\r\n")
        is_content = False
        for line in lines:
            if is_content and line != b".\r\n":
                continue
            word = "." if is_content else line[:4].decode().upper()
            is_content = word == "DATA"
            lines.write(f"{answers.get(word, '250 OK')}\r\n".encode())


@contextmanager
def server_that_answers(**answers: str) -> Iterator[Relay]:
    def accept(listening: socket) -> None:
        with suppress(OSError):
            while True:
                converse(listening.accept()[0], ANSWERS | answers)

    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = Thread(target=accept, args=[listening], daemon=True)
        thread.start()
        yield Relay("127.0.0.1", listening.getsockname()[1])
        listening.shutdown(SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize(
    "answers", [{"MAIL": "550 no"}, {"RCPT": "550 no"}, {".": "554 no"}], ids=str
)
def test_a_refusal_ends_and_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: dict[str, str]
) -> None:
    changed = Condition()
    record: Callable[..., None] = Outbox.record_refused

    def watched(*arguments: object) -> None:
        record(*arguments)
        with changed:
            changed.notify_all()

    monkeypatch.setattr(Outbox, "record_refused", watched)
    with server_that_answers(**answers) as relay:
        url = f"sqlite:///{tmp_path / 'refus.sqlite'}"
        app = create_app(Settings(control_token=TOKEN, relay=relay, database_url=url))
        simulation = app.extensions["simulation"]
        simulation.start()
        try:
            client = app.test_client()
            walker = Walker(client)
            with changed:
                answer = walker.confirm(walker.walk_to_summary())
                assert changed.wait_for(
                    lambda: simulation.sandboxes.counts("").refused_mails == 1, PATIENCE
                )
            assert isinstance(answer, TestResponse)
            page = unescape(client.get(answer.location).text).replace("\xa0", " ")
            assert "Le code n'a pas pu être envoyé" in page
            assert simulation.sandboxes.counts("").pending_registrations == 0
            control = client.get("/_control/", auth=("formateur", TOKEN)).text
            assert "refusés pour de bon par la messagerie&nbsp;: 1." in control
        finally:
            simulation.stop()
