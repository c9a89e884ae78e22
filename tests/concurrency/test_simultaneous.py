"""R-2.067, U-38, U-40, R-3.039: what must happen once happens once, however many ask for it."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from flask import Flask

from simulator.app import create_app
from simulator.simulation import Settings, Simulation
from tests.smtp import Recipients, code_in, mail_server
from tests.walking import ADDRESS, Walker

VISITORS = 50
T = TypeVar("T")


@pytest.fixture
def world() -> Iterator[tuple[Flask, Simulation, Recipients]]:
    with mail_server() as (relay, recipients):
        app = create_app(Settings(relay=relay))
        simulation: Simulation = app.extensions["simulation"]
        simulation.start()
        try:
            yield app, simulation, recipients
        finally:
            simulation.stop()


def at_once(acts: list[Callable[[], T]]) -> list[T]:
    """Run every act in a thread of its own, all let go at the same moment."""
    barrier = Barrier(len(acts))

    def act_with_the_others(act: Callable[[], T]) -> T:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act_with_the_others, acts))


def submission(walker: Walker, url: str, fields: dict[str, str]) -> Callable[[], str]:
    """Prepare a form up to its sending, so that only the sending is simultaneous."""
    page = walker.client.get(url).text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    data = {"csrf_token": token, **fields}

    def send() -> str:
        answer = walker.client.post(url, data=data)
        return (answer.location or "").rpartition("/")[2] or str(answer.status_code)

    return send


def test_fifty_visitors_confirming_one_address_make_one_registration_and_one_mail(
    world: tuple[Flask, Simulation, Recipients],
) -> None:
    app, simulation, recipients = world
    walkers = [Walker(app.test_client()) for _ in range(VISITORS)]
    summaries = [walker.walk_to_summary() for walker in walkers]

    outcomes = at_once(
        [
            submission(walker, summary, {"action": "confirm"})
            for walker, summary in zip(walkers, summaries, strict=True)
        ]
    )

    assert Counter(outcomes) == {"pre-inscription": 1, "422": VISITORS - 1}
    [message] = recipients.wait_for(1)
    assert message["To"] == ADDRESS
    counts = simulation.sandboxes.counts("")
    assert counts.pending_registrations == 1
    assert counts.queued_mails + counts.sent_mails == 1


def test_fifty_clicks_on_one_confirmer_make_one_registration_and_all_end_on_its_screen(
    world: tuple[Flask, Simulation, Recipients],
) -> None:
    app, simulation, recipients = world
    walker = Walker(app.test_client())
    send = submission(walker, walker.walk_to_summary(), {"action": "confirm"})

    outcomes = at_once([send] * VISITORS)

    assert Counter(outcomes) == {"pre-inscription": VISITORS}
    recipients.wait_for(1)
    counts = simulation.sandboxes.counts("")
    assert counts.pending_registrations == 1
    assert counts.queued_mails + counts.sent_mails == 1


def test_fifty_windows_activating_one_code_make_one_space_and_one_number(
    world: tuple[Flask, Simulation, Recipients],
) -> None:
    app, simulation, recipients = world
    owner = Walker(app.test_client())
    owner.confirm(owner.walk_to_summary())
    code = code_in(recipients.wait_for(1)[0])
    walkers = [Walker(app.test_client()) for _ in range(VISITORS)]
    screens = [walker.enter_code(code) for walker in walkers]

    answers = at_once(
        [
            lambda walker=walker, screen=screen: walker.open_window(screen)  # type: ignore[misc] # bound now
            for walker, screen in zip(walkers, screens, strict=True)
        ]
    )

    assert Counter(answer.status_code for answer in answers) == {303: 1, 422: VISITORS - 1}
    assert all(
        "Cet espace abonné est déjà activé." in answer.text
        for answer in answers
        if answer.status_code == 422
    )
    assert simulation.sandboxes.counts("").spaces == 1
    winner = next(i for i, answer in enumerate(answers) if answer.status_code == 303)
    assert len(walkers[winner].number_shown(answers[winner].location)) == 14
    assert owner.can_log_in()
