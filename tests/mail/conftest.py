from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from queue import Queue
from socket import SHUT_RDWR, socket
from threading import Condition, Event, Thread
from threading import enumerate as living_threads
from typing import TYPE_CHECKING, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from simulator.domain.values.outbox import OutboxEntry
from simulator.mail.message import MailText, compose
from simulator.mail.outbox import Sender, make_deliver
from simulator.mail.relay import Relay

if TYPE_CHECKING:
    from asyncio import Server

PATIENCE = 10.0  # seconds after which what a test waits for will not come any more
NEVER = 3600.0  # seconds: longer than any test


@dataclass
class ScriptedServer:
    """A real SMTP server on a free port; it counts attempts and keeps what it accepts."""

    mail_answer: str = "250 OK"
    rcpt_answers: dict[str, str] = field(default_factory=dict)
    data_answer: str = "250 OK"
    quit_answer: str = "221 Bye"
    port: int = 0
    attempts: int = 0
    received: Queue[Envelope] = field(default_factory=Queue)

    @property
    def relay(self) -> Relay:
        return Relay("127.0.0.1", self.port)

    def next_envelope(self) -> Envelope:
        return self.received.get(timeout=PATIENCE)

    def next_message(self) -> EmailMessage:
        content = self.next_envelope().original_content
        assert content is not None
        return message_from_bytes(content, policy=default)

    async def handle_MAIL(  # noqa: N802 - the library's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        self.attempts += 1
        if self.mail_answer.startswith("250"):
            envelope.mail_from = address
        return self.mail_answer

    async def handle_RCPT(  # noqa: N802 - the library's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        answer = self.rcpt_answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

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


@dataclass
class Row:
    entry: OutboxEntry
    next_attempt_at: datetime
    state: str = "queued"
    sent_at: datetime | None = None


class MemoryStore:
    """An outbox that forgets when the program ends, and fails where it is told to."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._rows: dict[str, Row] = {}
        self._held: set[str] = set()
        self._broken: set[str] = set()
        self.claimed_elsewhere: set[str] = set()
        self.failures: Queue[str] = Queue()

    def add(
        self, entry_id: str, *, sandbox: str = "", recipient: str = "", attempts: int = 0
    ) -> None:
        address = recipient or f"{entry_id}@exemple.test"
        entry = OutboxEntry(entry_id, sandbox, address, f"Code{entry_id:0>8}", attempts)
        with self._changed:
            self._rows[entry_id] = Row(entry, datetime.now(UTC))

    def hold(self, sandbox: str) -> None:
        with self._changed:
            self._held.add(sandbox)

    def release(self, sandbox: str) -> None:
        with self._changed:
            self._held.remove(sandbox)

    def hurry(self, entry_id: str) -> None:
        """Spare a test the time until the next attempt."""
        with self._changed:
            self._rows[entry_id].next_attempt_at = datetime.now(UTC)

    def fail_to(self, *operations: str) -> None:
        with self._changed:
            self._broken = set(operations)

    def wait_for(self, entry_id: str, state: str, *, attempts: int = 0) -> Row:
        with self._changed:

            def has_come() -> bool:
                row = self._rows[entry_id]
                return row.state == state and row.entry.attempts >= attempts

            assert self._changed.wait_for(has_come, PATIENCE), self._rows[entry_id]
            return replace(self._rows[entry_id])

    def states(self) -> dict[str, str]:
        with self._changed:
            return {entry_id: row.state for entry_id, row in self._rows.items()}

    def due(self, now: datetime) -> Sequence[OutboxEntry]:
        with self._changed:
            self._break("due")
            waiting = [
                row
                for row in self._rows.values()
                if row.state == "queued"
                and row.next_attempt_at <= now
                and row.entry.sandbox not in self._held
            ]
            return [row.entry for row in sorted(waiting, key=lambda row: row.next_attempt_at)]

    def claim(self, entry: OutboxEntry, now: datetime, until: datetime) -> bool:
        del now, until
        with self._changed:
            is_queued = self._rows[entry.id].state == "queued"
            return is_queued and entry.id not in self.claimed_elsewhere

    def record_sent(self, entry: OutboxEntry, sent_at: datetime) -> None:
        with self._changed:
            self._break("record_sent")
            self._rows[entry.id].state = "sent"
            self._rows[entry.id].sent_at = sent_at
            self._changed.notify_all()

    def record_refused(self, entry: OutboxEntry) -> None:
        with self._changed:
            self._break("record_refused")
            self._rows[entry.id].state = "refused"
            self._changed.notify_all()

    def record_postponed(self, entry: OutboxEntry, next_attempt_at: datetime) -> None:
        with self._changed:
            self._break("record_postponed")
            row = self._rows[entry.id]
            row.entry = replace(entry, attempts=entry.attempts + 1)
            row.next_attempt_at = next_attempt_at
            self._changed.notify_all()

    def _break(self, operation: str) -> None:
        if operation in self._broken:
            self.failures.put(operation)
            raise OSError(f"the disk is full at {list(self._rows.values())}")


def real_time(_sandbox: str) -> datetime:
    return datetime.now(UTC)


def fiche_text(_sandbox: str) -> MailText:
    return MailText()


@pytest.fixture
def start_server() -> Iterator[Callable[..., ScriptedServer]]:
    with ExitStack() as running:

        def start(port: int = 0) -> ScriptedServer:
            script = ScriptedServer()
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
def trickling_port() -> Iterator[int]:
    """A server that never ends its first line, and says a byte of it now and then."""
    is_over = Event()

    def trickle(listening: socket) -> None:
        with suppress(OSError):
            while not is_over.is_set():
                connection, _ = listening.accept()
                with connection, suppress(OSError):
                    connection.sendall(b"220-")
                    while not is_over.wait(0.05):
                        connection.sendall(b"x")

    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = Thread(target=trickle, args=[listening], daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        is_over.set()
        listening.shutdown(SHUT_RDWR)
        thread.join()


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


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def start_sender(store: MemoryStore) -> Iterator[Callable[..., Sender]]:
    """Start senders that look by themselves so rarely that only `wake` can be what woke them."""
    threads = set(living_threads())
    with ExitStack() as running:

        def start(
            relay: Relay,
            *,
            deliver: Callable[[OutboxEntry], datetime] | None = None,
            poll_interval: float = NEVER,
        ) -> Sender:
            sender = Sender(
                store,
                deliver or make_deliver(relay, now=real_time, text=fiche_text),
                poll_interval=poll_interval,
            )
            sender.start()
            running.callback(sender.stop)
            return sender

        yield start
    assert {thread.name for thread in set(living_threads()) - threads} & {"mail-sender"} == set()
