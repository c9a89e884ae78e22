from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from simulator.mail.relay import (
    DeliveryPostponedError,
    MessageRefusedError,
    NotLoopbackError,
    Relay,
    require_loopback,
)

if TYPE_CHECKING:
    from tests.mail.conftest import ScriptedServer

SENDER = "sender@exemple.test"
RECIPIENT = "lila@exemple.test"
OUTCOMES = [
    (421, DeliveryPostponedError),
    (451, DeliveryPostponedError),
    (550, MessageRefusedError),
    (554, MessageRefusedError),
]


def send(relay: Relay, message: EmailMessage) -> None:
    relay.send(message, sender=SENDER, recipient=RECIPIENT)


def test_the_server_receives_the_message_as_it_was_written(
    smtp_server: "ScriptedServer", message: EmailMessage
) -> None:
    send(smtp_server.relay, message)
    envelope = smtp_server.next_envelope()
    assert envelope.mail_from == SENDER
    assert envelope.rcpt_tos == [RECIPIENT]
    assert envelope.original_content is not None
    received = message_from_bytes(envelope.original_content, policy=default)
    assert received.items() == message.items()
    assert received.get_content().splitlines() == message.get_content().splitlines()


@pytest.mark.parametrize("reply", [550, 551, 552, 553, 554, 555, 556])
def test_a_5xx_answer_to_the_recipient_is_a_refusal_for_good(
    smtp_server: "ScriptedServer", message: EmailMessage, reply: int
) -> None:
    smtp_server.rcpt_answers[RECIPIENT] = f"{reply} <{RECIPIENT}> unknown"
    with pytest.raises(MessageRefusedError) as refusal:
        send(smtp_server.relay, message)
    assert str(refusal.value) == f"RCPT {reply}"
    assert smtp_server.received.empty()


@pytest.mark.parametrize("reply", [421, 450, 451, 452])
def test_a_4xx_answer_to_the_recipient_is_a_delay(
    smtp_server: "ScriptedServer", message: EmailMessage, reply: int
) -> None:
    smtp_server.rcpt_answers[RECIPIENT] = f"{reply} <{RECIPIENT}> later"
    with pytest.raises(DeliveryPostponedError) as delay:
        send(smtp_server.relay, message)
    assert str(delay.value) == f"RCPT {reply}"


@pytest.mark.parametrize("reply, error", OUTCOMES)
def test_a_refused_sender_is_for_good_or_a_delay(
    smtp_server: "ScriptedServer", message: EmailMessage, reply: int, error: type[Exception]
) -> None:
    smtp_server.mail_answer = f"{reply} not <{SENDER}>"
    with pytest.raises(error) as refusal:
        send(smtp_server.relay, message)
    assert str(refusal.value) == f"SMTPSenderRefused {reply}"


@pytest.mark.parametrize("reply, error", OUTCOMES)
def test_a_refused_content_is_for_good_or_a_delay(
    smtp_server: "ScriptedServer", message: EmailMessage, reply: int, error: type[Exception]
) -> None:
    smtp_server.data_answer = f"{reply} not this for {RECIPIENT}"
    with pytest.raises(error) as refusal:
        send(smtp_server.relay, message)
    assert str(refusal.value) == f"SMTPDataError {reply}"


def test_a_server_that_trickles_is_a_delay_at_the_deadline(
    trickling_port: int, message: EmailMessage
) -> None:
    with pytest.raises(DeliveryPostponedError):
        send(Relay("127.0.0.1", trickling_port, timeout=0.5), message)


@pytest.mark.parametrize("answer", ["421 closing", "500 what"])
def test_an_accepted_message_stays_so_whatever_the_server_says_to_quit(
    smtp_server: "ScriptedServer", message: EmailMessage, answer: str
) -> None:
    smtp_server.quit_answer = answer
    send(smtp_server.relay, message)
    assert smtp_server.received.qsize() == 1


def test_a_refused_connection_is_a_delay(deaf_port: int, message: EmailMessage) -> None:
    with pytest.raises(DeliveryPostponedError) as delay:
        send(Relay("127.0.0.1", deaf_port), message)
    assert str(delay.value) == "ConnectionRefusedError"


def test_a_silent_server_is_a_delay(silent_port: int, message: EmailMessage) -> None:
    with pytest.raises(DeliveryPostponedError):
        send(Relay("127.0.0.1", silent_port, timeout=0.1), message)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_this_machine_is_loopback(host: str) -> None:
    require_loopback(host)


@pytest.mark.parametrize("host", ["192.0.2.1", "0.0.0.0", "2001:db8::1", "10.0.0.1"])  # noqa: S104 - refused, not listened to
def test_another_address_is_not_loopback(host: str) -> None:
    with pytest.raises(NotLoopbackError, match="n'est pas une adresse de cette machine"):
        require_loopback(host)


@pytest.mark.parametrize("host", ["", "a" * 64 + ".invalid", "nom impossible"])
def test_a_name_that_leads_nowhere_is_not_loopback(host: str) -> None:
    with pytest.raises(NotLoopbackError, match="ne mène à aucune adresse"):
        require_loopback(host)
