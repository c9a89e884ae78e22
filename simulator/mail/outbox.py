"""The sending of what waits in the outbox, several letters at a time (U-41, U-42)."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from functools import partial
from threading import Event, Lock, Thread
from typing import Protocol

from simulator.domain.values.outbox import OutboxEntry
from simulator.mail.message import MailText, UnwritableAddressError, compose
from simulator.mail.relay import DeliveryPostponedError, MessageRefusedError, Relay
from simulator.surviving import place, survived

_LONGEST_DELAY = 60  # seconds
_LANES = 16  # letters on their way at a time
_LANES_OF_SANDBOX = 8  # a sandbox whose mail hangs leaves the other half to the others
_LANES_OF_RETRIES = 4  # what has failed before leaves most of them to what is new
_LEASE = timedelta(minutes=2)  # more than any attempt takes, several messages included

_log = logging.getLogger(__name__)


class OutboxStore(Protocol):
    """Where letters wait. Instants are real ones, aware, in UTC, but for `sent_at`."""

    def due(self, now: datetime) -> Sequence[OutboxEntry]:
        """Return what is neither held nor sent and whose time has come, oldest first."""
        ...

    def claim(self, entry: OutboxEntry, now: datetime, until: datetime) -> bool:
        """Take a letter until then; False where it is no longer due, or another has it."""
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
            raise MessageRefusedError(str(error)) from error
        for mail in dispatch(entry.sandbox, Mail(message, words.sender, entry.recipient)):
            relay.send(mail.message, sender=mail.sender, recipient=mail.recipient)
        return sent_at

    return deliver


def _message_id(entry: OutboxEntry) -> str:
    # Without hyphens: the last group of a UUID looks like an activation code.
    return f"<{entry.id.replace('-', '')}@simulateur.invalid>"


class Sender:
    """What sends all that is due in the background, whatever fails.

    A recipient has one letter on its way at a time, so that theirs leave in their order; none
    waits for what hangs in another's lane. `deliver` is what `make_deliver` returns.
    `poll_interval` is how late a retry may be, in seconds.
    """

    def __init__(
        self,
        store: OutboxStore,
        deliver: Callable[[OutboxEntry], datetime],
        *,
        poll_interval: float = 1,
    ) -> None:
        self._store = store
        self._deliver = deliver
        self._poll_interval = poll_interval
        # A lane is taken until what came of its letter is recorded.
        self._lanes: dict[tuple[str, str], OutboxEntry] = {}
        # What came of an attempt and is not recorded yet: a sent message whose record failed
        # must be recorded later, not sent again.
        self._outcomes: dict[OutboxEntry, Callable[[], None]] = {}
        self._lock = Lock()
        self._recording = Lock()
        self._woken = Event()
        self._is_stopping = False
        self._pool = ThreadPoolExecutor(_LANES, "mail-lane")
        self._thread = Thread(target=self._run, name="mail-sender", daemon=True)

    def start(self) -> None:
        """Begin, with what is due already."""
        self._woken.set()
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox without delay."""
        self._woken.set()

    def stop(self) -> None:
        """Return when what is being sent is sent and recorded, or cut off; the others wait."""
        self._is_stopping = True
        self._woken.set()
        self._thread.join()
        self._pool.shutdown()

    def _run(self) -> None:
        while not self._is_stopping:
            self._woken.wait(self._poll_interval)
            self._woken.clear()
            self._record_outcomes()
            with survived(_log, "reading the outbox"):
                self._fill_lanes()

    def _fill_lanes(self) -> None:
        # Taken before the outbox is read: what is recorded meanwhile may still be in what is read.
        with self._lock:
            lanes = dict(self._lanes)
        of_sandboxes = Counter(sandbox for sandbox, _ in lanes)
        retries = sum(entry.attempts > 0 for entry in lanes.values())
        for entry in self._store.due(datetime.now(UTC)):
            lane = _lane(entry)
            is_retry = entry.attempts > 0
            if self._is_stopping or len(lanes) == _LANES:
                return
            if (
                lane in lanes
                or of_sandboxes[entry.sandbox] == _LANES_OF_SANDBOX
                or (is_retry and retries == _LANES_OF_RETRIES)
            ):
                continue
            lanes[lane] = entry
            of_sandboxes[entry.sandbox] += 1
            retries += is_retry
            with self._lock:
                self._lanes[lane] = entry
            self._pool.submit(self._send, entry)

    def _send(self, entry: OutboxEntry) -> None:
        now = datetime.now(UTC)
        with survived(_log, f"mail {entry.id}: claiming it"):
            if not self._is_stopping and self._store.claim(entry, now, now + _LEASE):
                outcome = self._attempt(entry)
                with self._lock:
                    self._outcomes[entry] = outcome
                self._record(entry)
                return
        with self._lock:
            del self._lanes[_lane(entry)]

    def _attempt(self, entry: OutboxEntry) -> Callable[[], None]:
        try:
            sent_at = self._deliver(entry)
        except MessageRefusedError as refusal:
            _log.warning("mail %s: refused for good (%s)", entry.id, refusal)
            return partial(self._store.record_refused, entry)
        except DeliveryPostponedError as delay:
            _log.warning("mail %s: will be tried again (%s)", entry.id, delay)
        except Exception as error:  # noqa: BLE001 - the others must not wait for this one
            _log.error("mail %s: will be tried again (%s)", entry.id, place(error))
        else:
            return partial(self._store.record_sent, entry, sent_at)
        next_attempt_at = datetime.now(UTC) + retry_delay(entry.attempts)
        return partial(self._store.record_postponed, entry, next_attempt_at)

    def _record_outcomes(self) -> None:
        with self._lock:
            entries = list(self._outcomes)
        for entry in entries:
            self._record(entry)

    def _record(self, entry: OutboxEntry) -> None:
        # One at a time, as databases of one file have it anyway: a lane and the sender's own
        # thread may both have come for the same outcome.
        with self._recording, survived(_log, f"mail {entry.id}: recording the outcome"):
            if entry not in self._outcomes:
                return
            self._outcomes[entry]()
            with self._lock:
                del self._outcomes[entry]
                del self._lanes[_lane(entry)]
            self.wake()  # for the next letter of this recipient, or of whoever had no lane


def _lane(entry: OutboxEntry) -> tuple[str, str]:
    return entry.sandbox, entry.recipient
