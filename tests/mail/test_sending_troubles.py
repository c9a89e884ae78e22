import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from socket import socket
from typing import TYPE_CHECKING

import pytest

from simulator.mail.message import MailText
from simulator.mail.outbox import Sender, make_deliver, retry_delay
from simulator.mail.relay import Relay

if TYPE_CHECKING:
    from tests.mail.conftest import MemoryStore, ScriptedServer

StartSender = Callable[..., Sender]

PATIENCE = 10.0  # seconds after which what a test waits for will not come any more


def test_a_message_goes_when_the_mail_server_comes_back(
    store: "MemoryStore",
    start_sender: StartSender,
    start_server: "Callable[..., ScriptedServer]",
) -> None:
    store.add("1")
    with socket() as refusing:
        refusing.bind(("127.0.0.1", 0))
        port = refusing.getsockname()[1]
        sender = start_sender(Relay("127.0.0.1", port))
        store.wait_for("1", "queued", attempts=1)
    server = start_server(port=port)
    store.hurry("1")
    sender.wake()
    store.wait_for("1", "sent")
    assert server.received.qsize() == 1


def test_a_postponed_message_is_tried_again_by_itself(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    smtp_server.rcpt_answers["1@exemple.test"] = "450 later"
    store.add("1")
    start_sender(smtp_server.relay, poll_interval=0.01)
    store.wait_for("1", "queued", attempts=1)
    smtp_server.rcpt_answers.clear()
    store.wait_for("1", "sent")


def test_the_wait_doubles_after_each_failure_up_to_a_minute() -> None:
    waits = [retry_delay(attempts).total_seconds() for attempts in (0, 1, 2, 3, 4, 5, 6, 7, 10_000)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_the_next_attempt_is_counted_from_the_failure(
    store: "MemoryStore", start_sender: StartSender, deaf_port: int
) -> None:
    store.add("1")
    begun_at = datetime.now(UTC)
    sender = start_sender(Relay("127.0.0.1", deaf_port))
    for attempts, seconds in [(1, 1), (2, 2), (3, 4)]:
        row = store.wait_for("1", "queued", attempts=attempts)
        failed_at = row.next_attempt_at - timedelta(seconds=seconds)
        assert begun_at <= failed_at <= datetime.now(UTC)
        begun_at = datetime.now(UTC)
        store.hurry("1")
        sender.wake()


@pytest.mark.parametrize(
    "answer, state",
    [("450 later", "queued"), ("550 unknown", "refused"), ("421 closing", "queued")],
)
def test_a_message_that_cannot_go_does_not_stop_the_next(
    store: "MemoryStore",
    start_sender: StartSender,
    smtp_server: "ScriptedServer",
    answer: str,
    state: str,
) -> None:
    smtp_server.rcpt_answers["1@exemple.test"] = answer
    store.add("1", sandbox="first")
    store.add("2", sandbox="second")
    start_sender(smtp_server.relay)
    store.wait_for("2", "sent")
    store.wait_for("1", state, attempts=0 if state == "refused" else 1)


def test_an_address_that_cannot_be_written_is_refused_for_good(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.add("1", recipient="=?utf-8?q?=0D=0A?=@exemple.test")
    start_sender(smtp_server.relay)
    store.wait_for("1", "refused")
    assert smtp_server.received.empty()


def test_a_sandbox_that_is_gone_does_not_stop_the_others(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    def now(sandbox: str) -> datetime:
        return {"alive": datetime.now(UTC)}[sandbox]

    store.add("1", sandbox="gone")
    store.add("2", sandbox="alive")
    deliver = make_deliver(smtp_server.relay, now=now, text=lambda _: MailText())
    start_sender(smtp_server.relay, deliver=deliver)
    store.wait_for("2", "sent")
    assert store.wait_for("1", "queued", attempts=1).entry.attempts == 1


def test_it_goes_on_when_the_outbox_could_not_be_read(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.fail_to("due")
    store.add("1")
    sender = start_sender(smtp_server.relay)
    assert store.failures.get(timeout=PATIENCE) == "due"
    store.fail_to()
    sender.wake()
    store.wait_for("1", "sent")


@pytest.mark.parametrize(
    "answer, operation, outcome",
    [
        ("250 OK", "record_sent", ("sent", 0)),
        ("550 unknown", "record_refused", ("refused", 0)),
        ("450 later", "record_postponed", ("queued", 1)),
    ],
)
def test_what_could_not_be_recorded_is_recorded_later_and_not_done_again(
    store: "MemoryStore",
    start_sender: StartSender,
    smtp_server: "ScriptedServer",
    answer: str,
    operation: str,
    outcome: tuple[str, int],
) -> None:
    smtp_server.rcpt_answers["1@exemple.test"] = answer
    store.add("1")
    store.fail_to(operation)
    sender = start_sender(smtp_server.relay)
    for _ in range(3):
        assert store.failures.get(timeout=PATIENCE) == operation
        sender.wake()
    store.fail_to()
    sender.wake()
    state, attempts = outcome
    store.wait_for("1", state, attempts=attempts)
    sender.stop()
    assert smtp_server.attempts == 1


def test_a_sending_that_was_not_recorded_is_done_again_after_a_restart_and_known_by_its_id(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.add("550e8400-e29b-41d4-a716-446655440000", recipient="lila@exemple.test")
    store.fail_to("record_sent")
    start_sender(smtp_server.relay)
    first = smtp_server.next_message()
    assert store.failures.get(timeout=PATIENCE) == "record_sent"
    store.fail_to()
    start_sender(smtp_server.relay)
    second = smtp_server.next_message()
    assert first["Message-ID"] == "<550e8400e29b41d4a716446655440000@simulateur.invalid>"
    assert second["Message-ID"] == first["Message-ID"]
    assert second.get_content() == first.get_content()


def test_no_log_line_holds_a_code_or_an_address(
    store: "MemoryStore",
    start_sender: StartSender,
    smtp_server: "ScriptedServer",
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, logger="simulator.mail")
    smtp_server.rcpt_answers["1@exemple.test"] = "550 <1@exemple.test> unknown"
    smtp_server.rcpt_answers["2@exemple.test"] = "450 <2@exemple.test> later"
    store.add("1")
    store.add("2")
    store.add("3", recipient="=?=@exemple.test")
    store.add("4")
    store.fail_to("record_sent")
    sender = start_sender(smtp_server.relay)
    assert store.failures.get(timeout=PATIENCE) == "record_sent"
    store.wait_for("1", "refused")
    store.wait_for("2", "queued", attempts=1)
    store.wait_for("3", "refused")
    store.fail_to("due", "record_sent")
    sender.wake()
    while store.failures.get(timeout=PATIENCE) != "due":
        pass
    assert "mail 1: refused for good (RCPT 550)" in caplog.messages
    assert "mail 2: will be tried again (RCPT 450)" in caplog.messages
    assert "mail 4: recording the outcome failed (OSError at conftest.py:" in caplog.text
    assert "Code0000" not in caplog.text
    assert "exemple.test" not in caplog.text
