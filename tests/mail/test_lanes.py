"""Several letters are on their way at a time: what hangs holds up nobody else."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING

import pytest

from simulator.domain.values.outbox import OutboxEntry
from simulator.mail.outbox import Sender
from simulator.mail.relay import Relay

if TYPE_CHECKING:
    from tests.mail.conftest import MemoryStore, ScriptedServer

StartSender = Callable[..., Sender]


def hanging_in(sandbox: str, until: Event) -> Callable[[OutboxEntry], datetime]:
    def deliver(entry: OutboxEntry) -> datetime:
        if entry.sandbox == sandbox:
            until.wait()
        return datetime.now(UTC)

    return deliver


@pytest.mark.parametrize("attempts", [0, 1])
def test_a_sandbox_whose_mail_hangs_does_not_hold_up_another(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer", attempts: int
) -> None:
    for number in range(20):
        store.add(f"h{number}", sandbox="hanging", attempts=attempts)
    store.add("1", sandbox="other")
    until = Event()
    start_sender(smtp_server.relay, deliver=hanging_in("hanging", until))
    try:
        store.wait_for("1", "sent")
    finally:
        until.set()


def test_six_recipients_that_hang_do_not_hold_up_others_of_their_sandbox(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    until = Event()

    def deliver(entry: OutboxEntry) -> datetime:
        if entry.id.startswith("h"):
            until.wait()
        return datetime.now(UTC)

    for number in range(6):
        store.add(f"h{number}")
    store.add("1")
    start_sender(smtp_server.relay, deliver=deliver)
    try:
        store.wait_for("1", "sent")
    finally:
        until.set()


def test_it_stops_while_a_relay_trickles(
    store: "MemoryStore", start_sender: StartSender, trickling_port: int
) -> None:
    store.add("1")
    sender = start_sender(Relay("127.0.0.1", trickling_port, timeout=0.5))
    store.wait_for("1", "queued", attempts=1)
    sender.stop()


def test_what_another_process_has_claimed_is_not_sent(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.add("1")
    store.add("2")
    store.claimed_elsewhere.add("1")
    start_sender(smtp_server.relay)
    store.wait_for("2", "sent")
    assert store.states()["1"] == "queued"
