"""A simulation: its database, its sandboxes, its mail sender and its inbox."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from sqlalchemy import Engine

from simulator.defects import Exercised, put_in
from simulator.housekeeper import Housekeeper
from simulator.mail.inbox import Inbox, ReceivedMail
from simulator.mail.message import MailText
from simulator.mail.outbox import Mail, Sender, make_deliver
from simulator.mail.relay import Relay
from simulator.services import Services, services_of
from simulator.storage.classroom import Seats
from simulator.storage.database import (
    DatabaseUnreachableError,
    explained_errors,
    open_database,
)
from simulator.storage.housekeeping import erase_lapsed, lapsed
from simulator.storage.keys import secret_key
from simulator.storage.locking import SendingLock, lock_file_of
from simulator.storage.mailbox import Mailbox
from simulator.storage.outbox import Outbox
from simulator.storage.sandboxes import COMMON, Sandbox, Sandboxes

LOOPBACK_HOSTS = ("localhost", ".localhost", "127.0.0.1", ".impots.gouv.fr")


@dataclass(frozen=True)
class Class:
    """How a class is entered: by its code, by its trainer's password; `capacity` seats at most.

    `exercises` is a folder of sheets besides those that come with the simulator.
    """

    code: str
    password: str
    capacity: int = 90
    exercises: Path | None = None


@dataclass(frozen=True)
class Settings:
    """How a simulator is run.

    Without a `database_url` the data lie in a temporary file and go with the simulator; without a
    `relay` it receives its own e-mails. `trusted_hosts` are the names it answers to, None for any.
    With a `classroom` the site is reached through a seat alone.
    Sandboxes are erased `retention` after they were made. The common one, and those that are made
    without saying theirs, have these `defects`; where None are said, the common one keeps its own.
    """

    database_url: str | None = None
    relay: Relay | None = None
    control_token: str | None = None
    access_code: str | None = None
    trusted_hosts: tuple[str, ...] | None = LOOPBACK_HOSTS
    classroom: Class | None = None
    retention: timedelta = timedelta(days=30)
    defects: tuple[str, ...] = ()


class Simulation:
    """What the screens and the control interface act upon."""

    def __init__(self, settings: Settings) -> None:
        """Open the database. Raises `DatabaseUnreachableError`."""
        self.settings = settings
        self.exercised = Exercised()
        self._changing = Lock()  # of two settings changed at once, neither may undo the other
        self._folder: TemporaryDirectory[str] | None = None
        self._inbox: Inbox | None = None
        self._sender: Sender | None = None
        self._housekeeper: Housekeeper | None = None
        self._lock: SendingLock | None = None
        self._engine = self._open(settings.database_url)
        try:
            with explained_errors():
                self.sandboxes = Sandboxes(self._engine)
                self.seats = Seats(self._engine)
                if settings.defects:
                    self.sandboxes.save(replace(self.common_sandbox(), defects=settings.defects))
                self.secret_key = secret_key(self._engine, "forms")  # signs the forms
        except DatabaseUnreachableError:
            self.stop()
            raise
        self.has_mailbox = settings.relay is None

    def start(self) -> None:
        """Begin to receive and to send e-mails.

        Raises OSError where no port is free, `DatabaseUnreachableError` where another process
        sends those of the same SQLite file.
        """
        outbox = Outbox(self._engine)
        self._lock = lock_file_of(self._engine)
        if self._lock:
            outbox.release_all()  # of a process that died: it would have the lock else
        relay = self.settings.relay or self._start_inbox()
        self._sender = Sender(
            outbox,
            make_deliver(relay, now=self._now, text=self._mail_text, dispatch=self._dispatch),
        )
        self._sender.start()
        self._housekeeper = Housekeeper(self._chores)
        self._housekeeper.start()

    def stop(self) -> None:
        """End cleanly, if it was not yet; what is not sent yet waits for the next start."""
        if self._housekeeper:
            self._housekeeper.stop()
        if self._sender:
            self._sender.stop()
        if self._inbox:
            self._inbox.stop()
            self._inbox = None
        self._engine.dispose()
        if self._lock:
            self._lock.release()
        if self._folder:
            self._folder.cleanup()

    def send_now(self) -> None:
        """Have the outbox looked at without delay."""
        if self._sender:
            self._sender.wake()

    def services(self, sandbox: Sandbox) -> Services:
        """Return what a sandbox works with, its defects included."""
        sound = services_of(self._engine, sandbox)
        return put_in(sound, sandbox.defects, partial(self.exercised.note, sandbox.id))

    def change(self, sandbox_id: str, change: Callable[[Sandbox], Sandbox]) -> Sandbox:
        """Change a sandbox's settings. Raises LookupError where it was erased."""
        with self._changing:
            changed = change(self._sandbox(sandbox_id))
            self.sandboxes.save(changed)
        return changed

    def keep_house(self, sandbox: Sandbox) -> None:
        """Erase what a sandbox has no more use for; a defect matters where something else is."""
        sound = services_of(self._engine, sandbox)
        read: set[str] = set()
        services = put_in(sound, sandbox.defects, read.add)
        erased = self._lapsed(services)
        soundly = self._lapsed(sound) if read else erased
        for defect in sorted(read):
            if self._lapsed(put_in(sound, [defect], lambda _: None)) != soundly:
                self.exercised.note(sandbox.id, defect)
        if erased:
            erase_lapsed(self._engine, sandbox.id, services.clock.now(), services.policy)

    def common_sandbox(self) -> Sandbox:
        """Return the sandbox of addresses without prefix."""
        return self._sandbox(COMMON)

    def _lapsed(self, services: Services) -> frozenset[str]:
        return lapsed(self._engine, services.sandbox.id, services.clock.now(), services.policy)

    def _open(self, database_url: str | None) -> Engine:
        if database_url is None:
            self._folder = TemporaryDirectory(prefix="espace-expert-")
            database_url = f"sqlite:///{Path(self._folder.name, 'espace-expert.sqlite')}"
        return open_database(database_url)

    def _start_inbox(self) -> Relay:
        inbox = Inbox(self._keep)
        inbox.start()
        self._inbox = inbox
        return Relay(inbox.host, inbox.port)

    def _keep(self, mail: ReceivedMail) -> None:
        Mailbox(self._engine, mail.sandbox).keep(mail.raw)

    def _sandbox(self, sandbox_id: str) -> Sandbox:
        sandbox = self.sandboxes.find(sandbox_id)
        if sandbox is None:
            msg = f"the sandbox {sandbox_id!r} was erased"
            raise LookupError(msg)
        return sandbox

    def _now(self, sandbox_id: str) -> datetime:
        return self._sandbox(sandbox_id).now()

    def _mail_text(self, sandbox_id: str) -> MailText:
        return self.services(self._sandbox(sandbox_id)).mail_text

    def _dispatch(self, sandbox_id: str, mail: Mail) -> Sequence[Mail]:
        return self.services(self._sandbox(sandbox_id)).dispatch(mail)

    def _chores(self) -> Iterator[Callable[[], None]]:
        yield partial(self.sandboxes.erase_older_than, self.settings.retention)
        for sandbox in self.sandboxes.all():
            yield partial(self.keep_house, sandbox)
