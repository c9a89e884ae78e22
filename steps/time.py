"""The site's clock, and what happened at which time."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then

from fixtures.browser.window import Window
from fixtures.instants import duration, paris_instant
from fixtures.mailbox.inbox import Inbox
from fixtures.people import Person
from fixtures.site import states
from fixtures.site.target import Target


@given(
    parsers.parse("une inscription confirmée le {instant}, dont le courriel est retenu"),
    converters={"instant": paris_instant},
)
def registration_is_confirmed(target: Target, applicant: Person, instant: datetime) -> None:
    states.preregister_with_held_mail(target, applicant, instant)


@given(parsers.parse("ce courriel envoyé le {instant}"), converters={"instant": paris_instant})
def held_mail_is_sent(target: Target, instant: datetime) -> None:
    states.send_held_mail(target, instant)


@given(
    parsers.parse("un code d'activation envoyé le {instant}"),
    converters={"instant": paris_instant},
)
def code_is_sent(target: Target, applicant: Person, instant: datetime) -> None:
    states.preregister_at(target, applicant, instant)


@given(parsers.parse("l'on est le {instant}"), converters={"instant": paris_instant})
def it_is(target: Target, instant: datetime) -> None:
    target.freeze_clock(instant)


@given(
    parsers.parse("une nouvelle pré-inscription, dont le code est envoyé le {instant}"),
    converters={"instant": paris_instant},
)
def new_code_is_sent(target: Target, applicant: Person, instant: datetime) -> None:
    states.preregister_at(target, applicant, instant)


@given(parsers.parse("{delay} se sont écoulées depuis l'envoi"), converters={"delay": duration})
def time_has_passed(target: Target, inbox: Inbox, applicant: Person, delay: timedelta) -> None:
    target.freeze_clock(inbox.wait_for_mail(applicant.address).sent_at + delay)


@then(parsers.parse("l'inscription est confirmée du \"{day}\", sous un numéro de l'année {year:d}"))
def registration_is_dated(window: Window, day: str, year: int) -> None:
    expect(window.opened().confirmation.sentence).to_contain_text(
        re.compile(rf"réalisée le {day}\s+sous le numéro\s+{year}\d{{10}}\.")
    )
