"""The site's clock, and what happened at which time."""

from datetime import datetime, timedelta

from pytest_bdd import given, parsers

from fixtures import states
from fixtures.inbox import Inbox
from fixtures.instants import duration, paris_instant
from fixtures.people import Person
from fixtures.target import Target


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


@given(parsers.parse("{delay} se sont écoulées depuis l'envoi"), converters={"delay": duration})
def time_has_passed(target: Target, inbox: Inbox, applicant: Person, delay: timedelta) -> None:
    target.freeze_clock(inbox.wait_for_mail(applicant.address).sent_at + delay)
