import gc
import logging
from collections.abc import Iterator
from email.message import EmailMessage
from queue import Queue
from smtplib import SMTP, SMTPDataError, SMTPSenderRefused, SMTPServerDisconnected
from threading import enumerate as living_threads

import pytest

from simulator.mail.inbox import Inbox, ReceivedMail

SENDER = "sender@exemple.test"
RECIPIENT = "lila@exemple.test"
SIZE_LIMIT = 256 * 1024


class Shelf:
    """Keeps what it is given, unless it is full."""

    def __init__(self) -> None:
        self.mails: Queue[ReceivedMail] = Queue()
        self.is_full = False

    def keep(self, mail: ReceivedMail) -> None:
        if self.is_full:
            raise OSError(f"no room for the mail of {mail.recipients}")
        self.mails.put(mail)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def inbox(shelf: Shelf) -> Iterator[Inbox]:
    inbox = Inbox(shelf.keep)
    inbox.start()
    yield inbox
    inbox.stop()


@pytest.fixture
def client(inbox: Inbox) -> Iterator[SMTP]:
    with SMTP(inbox.host, inbox.port, local_hostname="[127.0.0.1]", timeout=10) as client:
        yield client


def test_a_message_is_kept_before_it_is_accepted(
    client: SMTP, shelf: Shelf, message: EmailMessage
) -> None:
    client.send_message(message, SENDER, [RECIPIENT, "other@exemple.test"])
    mail = shelf.mails.get_nowait()
    assert mail.sandbox == ""
    assert mail.sender == SENDER
    assert mail.recipients == (RECIPIENT, "other@exemple.test")
    assert mail.raw == message.as_bytes()


def test_a_sandbox_s_message_goes_to_its_sandbox(
    client: SMTP, shelf: Shelf, message: EmailMessage
) -> None:
    message["X-Simulateur-Bac"] = "classe-1"
    client.send_message(message, SENDER, [RECIPIENT])
    assert shelf.mails.get_nowait().sandbox == "classe-1"


@pytest.mark.parametrize(
    "content", [b"", b"no header\r\n", b"X-Simulateur-Bac\r\n\r\n", b"\xff: \xff"]
)
def test_any_other_message_goes_to_the_common_sandbox(
    client: SMTP, shelf: Shelf, content: bytes
) -> None:
    client.sendmail(SENDER, RECIPIENT, content)
    assert shelf.mails.get_nowait().sandbox == ""


def test_a_message_that_could_not_be_kept_is_to_be_sent_again(
    client: SMTP, shelf: Shelf, message: EmailMessage
) -> None:
    shelf.is_full = True
    with pytest.raises(SMTPDataError) as refusal:
        client.send_message(message, SENDER, [RECIPIENT])
    assert refusal.value.smtp_code == 451
    shelf.is_full = False
    client.send_message(message, SENDER, [RECIPIENT])
    assert shelf.mails.qsize() == 1


def test_a_message_announced_too_big_is_refused_at_once(client: SMTP, shelf: Shelf) -> None:
    with pytest.raises(SMTPSenderRefused) as refusal:
        client.sendmail(SENDER, RECIPIENT, b"x" * 70 + b"\r\n" * SIZE_LIMIT)
    assert refusal.value.smtp_code == 552
    assert shelf.mails.empty()


@pytest.mark.parametrize("spare, reply", [(2, 250), (-1, 552)])
def test_the_size_limit_holds_for_what_is_really_sent(
    client: SMTP, shelf: Shelf, spare: int, reply: int
) -> None:
    content = b"x" * 510 + b"\r\n"
    content = (
        content * (SIZE_LIMIT // len(content) - 1) + b"x" * (len(content) - 2 - spare) + b"\r\n"
    )
    client.ehlo()
    client.mail(SENDER)
    client.rcpt(RECIPIENT)
    assert client.data(content)[0] == reply
    assert shelf.mails.qsize() == (1 if reply == 250 else 0)


def test_no_log_line_holds_the_code_or_an_address(
    client: SMTP, shelf: Shelf, message: EmailMessage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.send_message(message, SENDER, [RECIPIENT])
    shelf.is_full = True
    with pytest.raises(SMTPDataError):
        client.send_message(message, SENDER, [RECIPIENT])
    assert "could not be kept (OSError)" in caplog.text
    assert "fYnVuWNTA8oh" not in caplog.text
    assert "exemple.test" not in caplog.text


def test_two_inboxes_have_a_port_each() -> None:
    first, second = Inbox(Shelf().keep), Inbox(Shelf().keep)
    first.start()
    second.start()
    assert first.host == second.host == "127.0.0.1"
    assert 0 < first.port != second.port
    first.stop()
    second.stop()


def test_stopping_hangs_up_and_leaves_no_thread_and_no_socket(shelf: Shelf) -> None:
    threads = set(living_threads())
    inbox = Inbox(shelf.keep)
    inbox.start()
    with SMTP(inbox.host, inbox.port, local_hostname="[127.0.0.1]", timeout=10) as client:
        client.ehlo()
        inbox.stop()
        with pytest.raises(SMTPServerDisconnected):
            client.mail(SENDER)
    with pytest.raises(ConnectionRefusedError):
        SMTP(inbox.host, inbox.port, timeout=10)
    assert set(living_threads()) == threads
    gc.collect()  # a socket left open is a warning, and so an error
