"""A letter is claimed before it is sent, in a real database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from simulator.storage import tables
from simulator.storage.database import open_database, writing
from simulator.storage.outbox import Outbox
from simulator.storage.sandboxes import Sandboxes

NOW = datetime(2026, 3, 28, 15, 0, tzinfo=UTC)
LEASE = timedelta(minutes=2)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_database(f"sqlite:///{tmp_path / 'outbox.sqlite'}")
    Sandboxes(engine)
    with writing(engine) as connection:
        connection.execute(
            insert(tables.outbox).values(
                sandbox="",
                id="1",
                registration_id="r",
                recipient="lila@exemple.test",
                code="Code00000001",
                state="queued",
                attempts=0,
                next_attempt_at=NOW,
            )
        )
    return engine


def test_a_letter_has_one_claimant_at_a_time(engine: Engine) -> None:
    first, second = Outbox(engine), Outbox(engine)
    [entry] = first.due(NOW)
    assert second.due(NOW) == [entry]
    assert first.claim(entry, NOW, NOW + LEASE)
    assert not second.claim(entry, NOW, NOW + LEASE)
    assert second.due(NOW) == []


def test_the_claim_of_a_process_that_died_lapses(engine: Engine) -> None:
    dead, alive = Outbox(engine), Outbox(engine)
    [entry] = dead.due(NOW)
    assert dead.claim(entry, NOW, NOW + LEASE)
    later = NOW + LEASE + timedelta(seconds=1)
    assert alive.due(later) == [entry]
    assert alive.claim(entry, later, later + LEASE)


def test_what_was_postponed_is_anybodys(engine: Engine) -> None:
    first, second = Outbox(engine), Outbox(engine)
    [entry] = first.due(NOW)
    assert first.claim(entry, NOW, NOW + LEASE)
    first.record_postponed(entry, NOW)
    [again] = second.due(NOW)
    assert not first.claim(entry, NOW, NOW + LEASE), "that attempt is over"
    assert second.claim(again, NOW, NOW + LEASE)


def test_what_is_sent_cannot_be_claimed(engine: Engine) -> None:
    first, second = Outbox(engine), Outbox(engine)
    [entry] = first.due(NOW)
    assert first.claim(entry, NOW, NOW + LEASE)
    first.record_sent(entry, NOW)
    assert not second.claim(entry, NOW, NOW + LEASE)
