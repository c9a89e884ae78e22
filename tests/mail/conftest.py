from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from queue import Queue
from socket import socket
from typing import TYPE_CHECKING, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from simulator.mail.message import MailText, compose
from simulator.mail.relay import Relay

if TYPE_CHECKING:
    from asyncio import Server

PATIENCE = 10.0  # seconds after which what a test waits for will not come any more


@dataclass
class ScriptedServer:
    """A real SMTP server on a free port; an answer that is None is aiosmtpd's own."""

    mail_answer: str | None = None
    rcpt_answers: dict[str, str] = field(default_factory=dict)
    data_answer: str = "250 OK"
    quit_answer: str = "221 Bye"
    port: int = 0
    received: Queue[Envelope] = field(default_factory=Queue)

    @property
    def relay(self) -> Relay:
        return Relay("127.0.0.1", self.port)

    def next_envelope(self) -> Envelope:
        return self.received.get(timeout=PATIENCE)

    async def handle_MAIL(  # noqa: N802 - the library's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if self.mail_answer:
            return self.mail_answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if answer := self.rcpt_answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.data_answer.startswith("250"):
            self.received.put(envelope)
        return self.data_answer

    async def handle_QUIT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        return self.quit_answer


class _FreePortController(Controller):
    async def _create_server(self) -> "Server":
        server = cast("Server", await super()._create_server())
        self.port = server.sockets[0].getsockname()[1]
        return server


@pytest.fixture
def start_server() -> Iterator[Callable[..., ScriptedServer]]:
    with ExitStack() as running:

        def start(server: ScriptedServer | None = None, *, port: int = 0) -> ScriptedServer:
            script = server or ScriptedServer()
            controller = _FreePortController(
                script, hostname="127.0.0.1", port=port, server_hostname="localhost"
            )
            controller.start()
            running.callback(controller.stop)
            script.port = controller.port
            return script

        yield start


@pytest.fixture
def smtp_server(start_server: Callable[..., ScriptedServer]) -> ScriptedServer:
    return start_server()


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """A port that refuses connections, kept from any other program."""
    with socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield reserved.getsockname()[1]


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that accepts connections and never says a word."""
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture
def message() -> EmailMessage:
    return compose(
        text=MailText(),
        recipient="lila@exemple.test",
        code="fYnVuWNTA8oh",
        sent_at=datetime(2026, 3, 28, 15, 0, tzinfo=UTC),
        message_id="<1@simulateur.invalid>",
        sandbox="",
    )
