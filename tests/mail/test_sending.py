from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from simulator.mail.message import MailText
from simulator.mail.outbox import Sender, make_deliver

if TYPE_CHECKING:
    from tests.mail.conftest import MemoryStore, ScriptedServer

StartSender = Callable[..., Sender]

PATIENCE = 10.0  # seconds after which what a test waits for will not come any more
CLASS_TIME = datetime(2026, 3, 28, 15, 0, 0, 999_999, tzinfo=UTC)


def test_what_waited_for_one_recipient_is_sent_at_start_oldest_first(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    for entry_id in "312":
        store.add(entry_id, recipient="lila@exemple.test")
    start_sender(smtp_server.relay)
    ids = [smtp_server.next_message()["Message-ID"] for _ in range(3)]
    assert ids == [f"<{entry_id}@simulateur.invalid>" for entry_id in "312"]


def test_a_wake_sends_at_once_what_was_added(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    sender = start_sender(smtp_server.relay)
    for entry_id in "12":
        store.add(entry_id, sandbox="classe")
        sender.wake()
        store.wait_for(entry_id, "sent")
    assert smtp_server.received.qsize() == 2


def test_the_48_hours_start_at_the_instant_that_the_message_bears(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.add("1", sandbox="classe")
    deliver = make_deliver(smtp_server.relay, now=lambda _: CLASS_TIME, text=lambda _: MailText())
    start_sender(smtp_server.relay, deliver=deliver)
    row = store.wait_for("1", "sent")
    message = smtp_server.next_message()
    assert row.sent_at == message["Date"].datetime == CLASS_TIME.replace(microsecond=0)
    assert row.sent_at is not None
    assert row.sent_at.tzinfo is UTC
    assert message["X-Simulateur-Bac"] == "classe"
    assert message["To"] == "1@exemple.test"
    assert "\r\nCode00000001\r\n" in message.get_content()


def test_the_sender_of_the_envelope_is_the_one_of_the_header(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.add("1")
    start_sender(smtp_server.relay)
    assert smtp_server.next_envelope().mail_from == "ne.pas_repondre@dofip.finances.gouv.fr"


def test_without_a_wake_it_looks_by_itself(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    start_sender(smtp_server.relay, poll_interval=0.01)
    store.add("1")
    store.wait_for("1", "sent")


def test_a_held_message_waits_for_its_release_alone(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    store.hold("held")
    store.add("1", sandbox="held")
    store.add("2", sandbox="free")
    sender = start_sender(smtp_server.relay)
    store.wait_for("2", "sent")
    assert store.states() == {"1": "queued", "2": "sent"}
    store.release("held")
    sender.wake()
    store.wait_for("1", "sent")


def test_after_a_stop_every_message_is_either_sent_and_recorded_or_neither(
    store: "MemoryStore", start_sender: StartSender, smtp_server: "ScriptedServer"
) -> None:
    for number in range(50):
        store.add(str(number))
    sender = start_sender(smtp_server.relay)
    smtp_server.next_envelope()
    sender.stop()
    states = list(store.states().values())
    assert states.count("sent") == smtp_server.received.qsize() + 1
    assert states.count("sent") + states.count("queued") == 50
