"""A simulator with its own inbox, reached through Flask's client."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial, wraps
from pathlib import Path
from threading import Condition
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache, FileSystemBytecodeCache

from simulator.app import create_app
from simulator.domain.values.enrolment import CourtesyTitle, Enrolment, Question
from simulator.domain.values.spaces import Access, Space
from simulator.mail.reading import read
from simulator.services import Services
from simulator.simulation import Settings, Simulation
from simulator.storage.outbox import Outbox
from simulator.storage.sandboxes import COMMON
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)  # 13:00 in Paris
PATIENCE = 20.0  # seconds after which an e-mail will not come any more, on a busy machine


@dataclass
class Post:
    """The mail sender of a simulation, which tells what it has recorded."""

    changed: Condition = field(default_factory=Condition)

    def watch(self, act: Callable[..., None]) -> Callable[..., None]:
        """Return the act, followed by the news of it."""

        @wraps(act)
        def watched(*arguments: object) -> None:
            act(*arguments)
            with self.changed:
                self.changed.notify_all()

        return watched

    def mails(self, simulation: Simulation, sandbox_id: str = COMMON) -> list[str]:
        """Return the texts received in a sandbox, oldest first, once no letter waits any more."""
        with self.changed:
            is_empty = self.changed.wait_for(
                lambda: simulation.sandboxes.counts(sandbox_id).queued_mails == 0, PATIENCE
            )
        assert is_empty, "a letter was not sent"
        sandbox = simulation.sandboxes.find(sandbox_id)
        assert sandbox
        received = simulation.services(sandbox).mailbox.all()
        return [read(mail.raw).text for mail in reversed(received)]


@dataclass
class SandboxClock:
    """The clock of a sandbox, in the hands of a test."""

    simulation: Simulation
    sandbox_id: str = COMMON

    def set(self, instant: datetime) -> None:
        """Stop the clock at an instant."""
        sandbox = self.simulation.sandboxes.find(self.sandbox_id)
        assert sandbox
        self.simulation.sandboxes.save(replace(sandbox, frozen_at=instant))

    def advance(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0) -> None:
        """Let time pass."""
        sandbox = self.simulation.sandboxes.find(self.sandbox_id)
        assert sandbox
        self.set(sandbox.now() + timedelta(hours=hours, minutes=minutes, seconds=seconds))


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    post = Post()
    for name in ("record_sent", "record_refused", "record_postponed"):
        monkeypatch.setattr(Outbox, name, post.watch(getattr(Outbox, name)))
    return post


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "espace-expert.sqlite"


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """What keeps the templates compiled from one app to the next: half the time of a test."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def start_app(
    post: Post, database: Path, compiled_templates: BytecodeCache
) -> Iterator[Callable[[Settings], Flask]]:
    del post  # it must watch before anything is sent
    with ExitStack() as running:

        def start(settings: Settings) -> Flask:
            app = create_app(replace(settings, database_url=f"sqlite:///{database}"))
            app.jinja_env.bytecode_cache = compiled_templates
            running.callback(app.extensions["simulation"].stop)
            app.extensions["simulation"].start()
            return app

        yield start


@pytest.fixture
def app(start_app: Callable[[Settings], Flask]) -> Flask:
    return start_app(Settings())


@pytest.fixture
def simulation(app: Flask) -> Simulation:
    running: Simulation = app.extensions["simulation"]
    return running


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def services(simulation: Simulation) -> Services:
    """What the common sandbox works with."""
    return simulation.services(simulation.common_sandbox())


@pytest.fixture
def clock(simulation: Simulation) -> SandboxClock:
    """The common sandbox's clock, stopped at noon UTC."""
    clock = SandboxClock(simulation)
    clock.set(NOON)
    return clock


@pytest.fixture
def new_visitor(app: Flask, simulation: Simulation, post: Post) -> Callable[..., Visitor]:
    """Return what makes a person with a browser of their own, in a sandbox that is there."""

    def new_visitor(sandbox_id: str = COMMON) -> Visitor:
        return Visitor(
            app.test_client(),
            partial(post.mails, simulation, sandbox_id),
            prefix=f"/b/{sandbox_id}" if sandbox_id else "",
        )

    return new_visitor


@pytest.fixture
def visitor(new_visitor: Callable[..., Visitor]) -> Visitor:
    return new_visitor()


@pytest.fixture
def add_space(services: Services) -> Callable[..., Space]:
    """Return what adds a space, without certificate unless said otherwise."""

    def add_space(
        address: str = ADDRESS, *, has_certificate: bool = False, last_name: str = "Rosemonde"
    ) -> Space:
        with services.storage.writing() as registry:
            space = Space(
                id=str(uuid4()),
                number=f"2025{services.secrets.choose('0123456789', 10)}",
                access=Access.CERTIFICATE if has_certificate else Access.PASSWORD,
                address=address,
                address_key=address.casefold(),
                password_hash=None if has_certificate else services.passwords.hash(PASSWORD),
                registered_at=datetime(2025, 3, 1, 9, 0, tzinfo=UTC),
                enrolment=Enrolment(
                    courtesy_title=CourtesyTitle.MADAME,
                    last_name=last_name,
                    first_name="Lila",
                    is_foreign=False,
                    siren="987654321",
                    company_name="SARLALERIS",
                    phone="0124578877",
                    street_number="",
                    street_type="",
                    street_name="",
                    address_complement="",
                    postcode="",
                    city="PARIS",
                    country="FRANCE",
                    question=Question.PET_NAME,
                    answer="Lili",
                ),
                dossiers=("Dossier TVA", "Dossier CFE") if has_certificate else (),
                services=("Déclarer la TVA", "Payer la CFE") if has_certificate else (),
            )
            registry.add_space(space)
        return space

    return add_space
