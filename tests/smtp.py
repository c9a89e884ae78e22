"""A mail server of the tests: keeps what it accepts, and tells when it has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Condition

from simulator.mail.inbox import Inbox, ReceivedMail
from simulator.mail.relay import Relay

_CODE = re.compile(r"^([A-Za-z0-9]{12})\r?$", re.MULTILINE)
_TIMEOUT = 20  # seconds, on a busy machine


class Recipients:
    """The messages received, in their order."""

    def __init__(self) -> None:
        self._messages: list[EmailMessage] = []
        self._changed = Condition()

    def keep(self, mail: ReceivedMail) -> None:
        """Keep a message."""
        message = message_from_bytes(mail.raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        with self._changed:
            self._messages.append(message)
            self._changed.notify_all()

    def wait_for(self, count: int = 1) -> list[EmailMessage]:
        """Return all messages once there are that many."""
        with self._changed:
            arrived = self._changed.wait_for(lambda: len(self._messages) >= count, _TIMEOUT)
            assert arrived, f"{len(self._messages)} of {count} messages came"
            return list(self._messages)

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages so far."""
        with self._changed:
            return list(self._messages)


@contextmanager
def mail_server() -> Iterator[tuple[Relay, Recipients]]:
    """Run a real mail server on loopback."""
    recipients = Recipients()
    inbox = Inbox(recipients.keep)
    inbox.start()
    try:
        yield Relay(inbox.host, inbox.port), recipients
    finally:
        inbox.stop()


def code_in(message: EmailMessage) -> str:
    """Return the activation code of a message."""
    match = _CODE.search(message.get_content())
    assert match
    return match.group(1)
