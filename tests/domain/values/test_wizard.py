from dataclasses import replace
from datetime import UTC, datetime

import pytest

from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.domain.values.wizard import Step, Wizard
from tests.domain.desk import KnownDesk
from tests.domain.people import ENTRY, LILA, SESSION, wizard_at_summary

NEW = Wizard(id="w1", session=SESSION, accepted_at=datetime(2026, 6, 10, tzinfo=UTC))


def test_a_new_wizard_knows_the_session_and_nothing_else() -> None:
    assert (NEW.address, NEW.password_hash, NEW.certified_address) == (None, None, None)
    assert (NEW.entry, NEW.enrolment, NEW.registration_id) == (EnrolmentEntry(), None, None)
    assert NEW.next_step is Step.CREDENTIALS


def test_steps_are_named_after_their_screens_in_their_order() -> None:
    assert list(Step) == ["credentials", "enrolment", "summary", "preregistration"]


def test_the_way_from_step_to_step(desk: KnownDesk) -> None:
    enrolment = desk.rules.read_enrolment(desk, ENTRY)
    second = NEW.with_credentials(LILA, "empreinte")
    assert second.next_step is Step.ENROLMENT
    assert second.with_entry(ENTRY).next_step is Step.ENROLMENT
    third = second.with_enrolment(ENTRY, enrolment)
    assert third.next_step is Step.SUMMARY
    done = third.confirmed("r1")
    assert done.next_step is Step.PREREGISTRATION
    assert done == replace(
        NEW, address=LILA, entry=ENTRY, enrolment=enrolment, registration_id="r1"
    )


@pytest.mark.parametrize(
    "certified_address",
    [
        pytest.param("cabinet@exemple.fr", id="tenue par un certificat"),
        pytest.param(None, id="prise autrement"),
    ],
)
def test_a_taken_address_leads_back_to_the_second_step_and_keeps_the_third(
    desk: KnownDesk, certified_address: str | None
) -> None:
    wizard = wizard_at_summary(desk)
    back = wizard.without_credentials(certified_address=certified_address)
    assert back == replace(
        wizard, address=None, password_hash=None, certified_address=certified_address
    )
    assert back.next_step is Step.CREDENTIALS


def test_another_address_supersedes_and_clears_the_certified_one(desk: KnownDesk) -> None:
    wizard = wizard_at_summary(desk).without_credentials(certified_address=LILA)
    again = wizard.with_credentials("autre@exemple.fr", "autre empreinte")
    assert again == replace(
        wizard,
        address="autre@exemple.fr",
        password_hash="autre empreinte",
        certified_address=None,
    )
    assert again.next_step is Step.SUMMARY


def test_typing_in_the_third_step_again_asks_for_its_validation_again(desk: KnownDesk) -> None:
    wizard = wizard_at_summary(desk)
    entry = replace(ENTRY, city="")
    assert wizard.with_entry(entry) == replace(wizard, entry=entry, enrolment=None)  # U-32
    assert wizard.with_entry(entry).next_step is Step.ENROLMENT


def test_a_registered_wizard_is_past_everything_whatever_it_lacks() -> None:
    assert NEW.confirmed("r1").next_step is Step.PREREGISTRATION
