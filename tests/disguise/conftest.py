"""Walks through the simulator and through each disguise, each made once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

import pytest
from flask import template_rendered

from simulator.app import create_app
from simulator.simulation import Settings
from tests.disguise.control import TOKEN
from tests.disguise.costume import costume
from tests.disguise.mail import DisguisedRelay
from tests.disguise.site import disguised_app, worn
from tests.disguise.walking.walk import Walk
from tests.smtp import mail_server


@contextmanager
def walking(name: str | None) -> Iterator[Walk]:
    """Give a walk, not begun, on the simulator (None) or on a disguise of it."""
    with ExitStack() as running:
        relay, recipients = running.enter_context(mail_server())
        if name is None:
            app = create_app(Settings(relay=relay, control_token=TOKEN))
        else:
            own = DisguisedRelay(relay.host, relay.port, writing=costume(name).mail)
            running.enter_context(worn(name))
            app = disguised_app(name, Settings(relay=own, control_token=TOKEN))
        simulation = app.extensions["simulation"]
        running.callback(simulation.stop)
        simulation.start()
        yield Walk(app, costume(name) if name else None, recipients)


@pytest.fixture(scope="session")
def walk_of() -> Callable[[str | None], Walk]:
    """What gives the whole walk of a disguise, of the simulator itself for None."""

    @cache
    def walked(name: str | None) -> Walk:
        with walking(name) as walk:
            rendered: set[str] = set()
            listener = lambda _, template, **__: rendered.add(template.name)  # noqa: E731
            with template_rendered.connected_to(listener, walk.app):
                walk.everywhere()
            walk.templates = rendered
            return walk

    return walked
