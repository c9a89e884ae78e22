"""The sending of what waits in the outbox, in a thread of its own (U-41, U-42)."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from traceback import extract_tb
from typing import Protocol

from simulator.domain.values.outbox import OutboxEntry
from simulator.mail.message import MailText, UnwritableAddressError, compose
from simulator.mail.relay import DeliveryPostponedError, RecipientRefusedError, Relay

_LONGEST_DELAY = 60  # seconds

_log = logging.getLogger(__name__)


class OutboxStore(Protocol):
    """Where letters wait. Instants are real ones, aware, in UTC, but for `sent_at`."""

    def due(self, now: datetime) -> Sequence[OutboxEntry]:
        """Return what is neither held nor sent and whose time has come, oldest first."""
        ...

    def record_sent(self, entry: OutboxEntry, sent_at: datetime) -> None:
        """Start the 48 h at that instant of the sandbox's clock, and forget the code (A-08)."""
        ...

    def record_refused(self, entry: OutboxEntry) -> None:
        """Free the address (U-41)."""
        ...

    def record_postponed(self, entry: OutboxEntry, next_attempt_at: datetime) -> None:
        """Let the entry wait until then."""
        ...


def retry_delay(attempts: int) -> timedelta:
    """Return the wait after one more failure: 1, 2, 4… seconds, a minute at most."""
    return timedelta(seconds=min(2 ** min(attempts, 6), _LONGEST_DELAY))


@dataclass(frozen=True)
class Mail:
    """A message with its envelope."""

    message: EmailMessage
    sender: str
    recipient: str


def _alone(_sandbox: str, mail: Mail) -> Sequence[Mail]:
    return (mail,)


def make_deliver(
    relay: Relay,
    *,
    now: Callable[[str], datetime],
    text: Callable[[str], MailText],
    dispatch: Callable[[str, Mail], Sequence[Mail]] = _alone,
) -> Callable[[OutboxEntry], datetime]:
    """Return what sends an entry and answers the instant, in UTC, that its Date header bears.

    `now` and `text` give a sandbox's instant and words, `dispatch` what leaves it for one message.
    Each attempt has the instant of its own, and always the Message-ID of the entry: a message sent
    again, because the program was stopped before it could record the sending, is known by it and
    its code is the same.
    Raises what `Relay.send` raises, also for an address that cannot be written.
    """

    def deliver(entry: OutboxEntry) -> datetime:
        sent_at = now(entry.sandbox).astimezone(UTC).replace(microsecond=0)
        words = text(entry.sandbox)
        try:
            message = compose(
                text=words,
                recipient=entry.recipient,
                code=entry.code,
                sent_at=sent_at,
                message_id=_message_id(entry),
                sandbox=entry.sandbox,
            )
        except UnwritableAddressError as error:
            raise RecipientRefusedError(str(error)) from error
        for mail in dispatch(entry.sandbox, Mail(message, words.sender, entry.recipient)):
            relay.send(mail.message, sender=mail.sender, recipient=mail.recipient)
        return sent_at

    return deliver


def _message_id(entry: OutboxEntry) -> str:
    # Without hyphens: the last group of a UUID looks like an activation code.
    return f"<{entry.id.replace('-', '')}@simulateur.invalid>"


class Sender:
    """One background thread that sends what is due, whatever fails.

    `deliver` is what `make_deliver` returns. `housekeeping` is called now and then, in the same
    thread. Intervals are in seconds; `poll_interval` is how late a retry may be.
    """

    def __init__(
        self,
        store: OutboxStore,
        deliver: Callable[[OutboxEntry], datetime],
        housekeeping: Callable[[], None] | None = None,
        *,
        poll_interval: float = 1,
        housekeeping_interval: float = 60,
    ) -> None:
        self._store = store
        self._deliver = deliver
        self._housekeeping = housekeeping
        self._poll_interval = poll_interval
        self._housekeeping_interval = housekeeping_interval
        self._next_housekeeping = monotonic()
        # What came of an attempt and is not recorded yet: a sent message whose record failed
        # must be recorded later, not sent again.
        self._outcomes: dict[OutboxEntry, Callable[[], None]] = {}
        self._woken = Event()
        self._is_stopping = False
        self._thread = Thread(target=self._run, name="mail-sender", daemon=True)

    def start(self) -> None:
        """Begin, with what is due already."""
        self._woken.set()
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox without delay."""
        self._woken.set()

    def stop(self) -> None:
        """Return when the message being sent, if any, is sent and recorded; the others wait."""
        self._is_stopping = True
        self._woken.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._is_stopping:
            self._woken.wait(self._poll_interval)
            self._woken.clear()
            self._record_outcomes()
            with _survived("reading the outbox"):
                self._send(self._store.due(datetime.now(UTC)))
            self._keep_house()

    def _send(self, entries: Sequence[OutboxEntry]) -> None:
        for entry in entries:
            if self._is_stopping:
                return
            if entry not in self._outcomes:
                self._outcomes[entry] = self._attempt(entry)
                self._record(entry)

    def _attempt(self, entry: OutboxEntry) -> Callable[[], None]:
        try:
            sent_at = self._deliver(entry)
        except RecipientRefusedError as refusal:
            _log.warning("mail %s: recipient refused for good (%s)", entry.id, refusal)
            return partial(self._store.record_refused, entry)
        except DeliveryPostponedError as delay:
            _log.warning("mail %s: will be tried again (%s)", entry.id, delay)
        except Exception as error:  # noqa: BLE001 - the others must not wait for this one
            _log.error("mail %s: will be tried again (%s)", entry.id, _place(error))
        else:
            return partial(self._store.record_sent, entry, sent_at)
        next_attempt_at = datetime.now(UTC) + retry_delay(entry.attempts)
        return partial(self._store.record_postponed, entry, next_attempt_at)

    def _record_outcomes(self) -> None:
        for entry in list(self._outcomes):
            self._record(entry)

    def _record(self, entry: OutboxEntry) -> None:
        with _survived(f"mail {entry.id}: recording the outcome"):
            self._outcomes[entry]()
            del self._outcomes[entry]

    def _keep_house(self) -> None:
        if self._housekeeping and not self._is_stopping and monotonic() >= self._next_housekeeping:
            self._next_housekeeping = monotonic() + self._housekeeping_interval
            with _survived("housekeeping"):
                self._housekeeping()


@contextmanager
def _survived(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever fails, the thread goes on
        _log.error("%s failed (%s)", what, _place(error))


def _place(error: Exception) -> str:
    """Return the class of an error and where it was raised, never its text."""
    frame = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
