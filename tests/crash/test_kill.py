"""U-41: killed at any moment, then started again: nothing is lost and nothing is half made."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from flask import Flask

from simulator.app import create_app
from simulator.mail.relay import Relay
from simulator.simulation import Settings, Simulation
from tests.smtp import code_in, mail_server
from tests.walking import ADDRESS, Walker

VICTIM = Path(__file__).with_name("victim.py")
MOST_MOMENTS = 40


def is_killed(phase: str, death: int, database: Path, relay: Relay, *code: str) -> bool:
    """Run a victim; tell whether it was killed, False once it lives to the end of its phase."""
    arguments = [phase, str(death), url_of(database), str(relay.port), *code]
    victim = subprocess.run([sys.executable, VICTIM, *arguments], check=False, timeout=60)
    assert victim.returncode in {0, -signal.SIGKILL}
    return victim.returncode == -signal.SIGKILL


def url_of(database: Path) -> str:
    return f"sqlite:///{database}"


@contextmanager
def restarted(database: Path, relay: Relay) -> Iterator[tuple[Flask, Simulation]]:
    """Start a simulator again on what a killed one left."""
    app = create_app(Settings(database_url=url_of(database), relay=relay))
    simulation: Simulation = app.extensions["simulation"]
    simulation.start()
    try:
        yield app, simulation
    finally:
        simulation.stop()


def copies(tmp_path: Path, original: Path) -> Iterator[tuple[int, Path]]:
    """Yield each moment with a database of its own, as it was before the phase."""
    for death in count(1):
        assert death < MOST_MOMENTS, "the phase does not end"
        database = tmp_path / f"{death}.sqlite"
        for suffix in ("", "-wal"):
            source = Path(f"{original}{suffix}")
            if source.exists():
                shutil.copy(source, f"{database}{suffix}")
        yield death, database


def has_begun_to_age(database: Path) -> bool:
    """Tell whether the code's sending is recorded; without it the 48 hours would never end."""
    with closing(sqlite3.connect(database)) as connection:
        [(sent_at,)] = connection.execute("SELECT sent_at FROM registrations")
    return sent_at is not None


def test_a_registration_killed_at_any_moment_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    outcomes = []
    for death, database in copies(tmp_path, tmp_path / "none.sqlite"):
        with mail_server() as (relay, recipients):
            killed = is_killed("confirm", death, database, relay)
            with restarted(database, relay) as (app, simulation):
                before = simulation.sandboxes.counts("")
                is_made = before.pending_registrations == 1
                assert before.queued_mails + before.sent_mails == before.pending_registrations
                walker = Walker(app.test_client())
                if not is_made:  # the address is still free, and the person starts again
                    walker.confirm(walker.walk_to_summary())
                [message] = recipients.wait_for(1)
                walker.open_window(walker.enter_code(code_in(message)))
                assert walker.can_log_in()
            outcomes.append(is_made)
        if not killed:
            break
    assert outcomes[-1], "left alone, the registration is made"
    assert outcomes == sorted(outcomes), "once kept, it is kept"
    assert False in outcomes, "no moment came before the commit"


def test_a_letter_killed_at_any_moment_of_its_sending_arrives_with_the_same_code(
    tmp_path: Path,
) -> None:
    original = tmp_path / "confirmed.sqlite"
    with mail_server() as (relay, _):
        assert not is_killed("confirm", 0, original, relay)
    sendings = []
    for death, database in copies(tmp_path, original):
        with mail_server() as (relay, recipients):
            killed = is_killed("send", death, database, relay)
            with restarted(database, relay) as (app, _):
                messages = recipients.wait_for(1)
                walker = Walker(app.test_client())
                walker.open_window(walker.enter_code(code_in(messages[0])))
                assert walker.can_log_in()
            assert has_begun_to_age(database)
            messages = recipients.messages
            assert len({code_in(message) for message in messages}) == 1
            assert len({message["Message-ID"] for message in messages}) == 1
            assert {message["To"] for message in messages} == {ADDRESS}
            sendings.append(len(messages))
        if not killed:
            break
    assert sendings[-1] == 1, "left alone, the letter is sent once"
    assert set(sendings) <= {1, 2}, "a sending that could not be recorded is made once more"


def test_an_activation_killed_at_any_moment_makes_one_space_or_leaves_the_code(
    tmp_path: Path,
) -> None:
    original = tmp_path / "sent.sqlite"
    with mail_server() as (relay, recipients):
        assert not is_killed("confirm", 0, original, relay)
        assert not is_killed("send", 0, original, relay)
        code = code_in(recipients.wait_for(1)[0])
    outcomes = []
    for death, database in copies(tmp_path, original):
        with mail_server() as (relay, _):
            killed = is_killed("activate", death, database, relay, code)
            with restarted(database, relay) as (app, simulation):
                is_made = simulation.sandboxes.counts("").spaces == 1
                walker = Walker(app.test_client())
                assert walker.can_log_in() == is_made
                screen = walker.enter_code(code)
                if is_made:
                    assert "Cet espace abonné est déjà activé." in screen.text
                else:
                    walker.number_shown(walker.open_window(screen).location)
                assert walker.can_log_in()
                assert simulation.sandboxes.counts("").spaces == 1
            outcomes.append(is_made)
        if not killed:
            break
    assert outcomes[-1], "left alone, the space is made"
    assert outcomes == sorted(outcomes), "once kept, it is kept"
    assert False in outcomes, "no moment came before the commit"
