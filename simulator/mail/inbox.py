"""The simulator's own SMTP inbox, for who has no mail server."""

import logging
from asyncio import Server
from collections.abc import Callable
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from typing import cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from simulator.mail.message import SANDBOX_HEADER

_HOST = "127.0.0.1"
_SIZE_LIMIT = 256 * 1024  # bytes; the library's own is 32 MiB

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReceivedMail:
    """A message as received; `sandbox` is empty for the common one."""

    sandbox: str
    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class Inbox:
    """An SMTP server on a free loopback port, which hands each message to `keep`.

    A message is accepted once `keep` has returned; where it raises, the sender is asked to try
    again.
    """

    def __init__(self, keep: Callable[[ReceivedMail], None]) -> None:
        # It logs addresses and, in full detail, every line of a message with its code.
        logging.getLogger("mail.log").setLevel(logging.ERROR)
        self._controller = _FreePortController(
            _Handler(keep),
            hostname=_HOST,
            port=0,
            server_hostname="localhost",  # else it asks the network for this machine's name
            data_size_limit=_SIZE_LIMIT,
        )

    @property
    def host(self) -> str:
        """Its loopback address."""
        return _HOST

    @property
    def port(self) -> int:
        """Its port, known once it is started."""
        return self._controller.port

    def start(self) -> None:
        """Begin to receive. Raises OSError where no port is free."""
        self._controller.start()

    def stop(self) -> None:
        """Close the port and every connection."""
        self._controller.stop()


class _FreePortController(Controller):
    """A controller on a port that the system chooses: https://github.com/aio-libs/aiosmtpd/issues/388."""

    async def _create_server(self) -> Server:
        server = cast("Server", await super()._create_server())
        self.port = server.sockets[0].getsockname()[1]
        return server


class _Handler:
    def __init__(self, keep: Callable[[ReceivedMail], None]) -> None:
        self._keep = keep

    async def handle_DATA(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        raw = envelope.original_content or b""
        sandbox = str(BytesHeaderParser().parsebytes(raw).get(SANDBOX_HEADER, "")).strip()
        mail = ReceivedMail(sandbox, envelope.mail_from or "", tuple(envelope.rcpt_tos), raw)
        try:
            # Not in another thread: messages are kept one by one, and none while it stops.
            self._keep(mail)
        except Exception as error:  # noqa: BLE001 - no traceback: its text may hold the message
            _log.error("a received mail could not be kept (%s)", type(error).__name__)
            return "451 4.3.0 Message not kept, try again later"
        return "250 2.0.0 Message kept"
