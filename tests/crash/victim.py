"""A simulator that ends itself by SIGKILL at a chosen moment, run as a process by test_kill.py.

Usage: victim.py PHASE DEATH DATABASE_URL RELAY_PORT [CODE]

The moments are the statements and the commits of the phase's writing transactions, counted from 1:
between two of them nothing is kept, so these are all the moments that differ. DEATH 0 kills never.
Ends with 0 where the phase came to its end alive.
"""

import os
import signal
import sys
from threading import Event
from typing import TYPE_CHECKING

from flask import Flask
from sqlalchemy import Connection, Engine, event

from simulator.app import create_app
from simulator.mail.relay import Relay
from simulator.simulation import Settings, Simulation
from tests.walking import Walker

if TYPE_CHECKING:
    from collections.abc import Callable


def die_at(death: int) -> None:
    """Arm the end of this process."""
    moments = 0

    def pass_a_moment(connection: Connection, *_: object) -> None:
        nonlocal moments
        if not connection.get_execution_options().get("is_writing", False):
            return
        moments += 1
        if moments == death:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", pass_a_moment)
    event.listen(Engine, "commit", pass_a_moment)


def confirm(app: Flask, death: int) -> None:
    """Walk to the summary, and die while « Confirmer » is answered."""
    walker = Walker(app.test_client())
    summary = walker.walk_to_summary()
    die_at(death)
    assert walker.confirm(summary).status_code == 303


def send(app: Flask, death: int) -> None:
    """Die while the letter that waits is sent."""
    is_recorded = Event()

    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("UPDATE outbox SET code"):
            is_recorded.set()

    event.listen(Engine, "after_cursor_execute", look)
    die_at(death)
    simulation: Simulation = app.extensions["simulation"]
    simulation.start()
    assert is_recorded.wait(20), "the letter was not sent"
    simulation.stop()  # returns once the record is committed


def activate(app: Flask, death: int, code: str) -> None:
    """Die while the code is judged or the space is made."""
    walker = Walker(app.test_client())
    die_at(death)
    assert walker.open_window(walker.enter_code(code)).status_code == 303


def main(phase: str, death: str, database_url: str, port: str, *code: str) -> None:
    """Run one phase."""
    app = create_app(Settings(database_url=database_url, relay=Relay("127.0.0.1", int(port))))
    phases: dict[str, Callable[..., None]] = {
        "confirm": confirm,
        "send": send,
        "activate": activate,
    }
    phases[phase](app, int(death), *code)


if __name__ == "__main__":
    main(*sys.argv[1:])
