from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from simulator.domain.policy import Policy
from simulator.domain.steps.registration import confirm
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.outbox import Letter
from simulator.domain.values.registration import Registration, code_is_right
from simulator.domain.values.wizard import Step
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import LILA, PASSWORD, activated, certified, sent, wizard_at_summary


def test_confirming_leaves_a_pending_registration(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    wizard = wizard_at_summary(desk)
    registration = confirm(desk, registry, wizard)
    assert isinstance(registration, Registration)
    assert registration == Registration(
        id=registration.id,
        address=LILA,
        address_key=LILA,
        code_hash=registration.code_hash,
        confirmed_at=desk.clock.now(),
        enrolment=wizard.enrolment,
        password_hash=desk.passwords.hash(PASSWORD),
        sent_at=None,
        space_id=None,
    )
    assert registry.registration(LILA) == registration
    assert registry.spaces == {}


def test_the_address_is_kept_and_written_to_as_typed(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    registration = confirm(desk, registry, wizard_at_summary(desk, "Lila@Exemple.FR"))
    assert isinstance(registration, Registration)
    assert (registration.address, registration.address_key) == (
        "Lila@Exemple.FR",
        "lila@exemple.fr",
    )
    assert registry.letters[0].recipient == "Lila@Exemple.FR"


def test_one_letter_is_posted_with_the_code_whose_digest_is_kept(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    registration = confirm(desk, registry, wizard_at_summary(desk))
    assert isinstance(registration, Registration)
    (letter,) = registry.letters
    assert letter == Letter(letter.id, registration.id, LILA, letter.code)
    assert code_is_right(registration, letter.code)
    assert len({letter.id, registration.id}) == 2


def test_the_code_is_drawn_from_the_policys_alphabet(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    confirm(desk, registry, wizard_at_summary(desk))
    assert desk.secrets.choices == [(Policy().code_alphabet, 12)]
    assert len(registry.letters[0].code) == 12


def test_nothing_secret_is_kept_in_clear(desk: KnownDesk, registry: MemoryRegistry) -> None:
    confirm(desk, registry, wizard_at_summary(desk))
    kept = repr((registry.registrations, registry.wizards))
    code = registry.letters[0].code
    assert PASSWORD not in kept
    assert code not in kept
    assert sha256(code.encode()).hexdigest() not in kept  # equal codes would show


def test_the_same_code_has_another_digest_in_another_registration(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    desk.secrets.next_choices.extend(["fYnVuWNTA8oh", "fYnVuWNTA8oh"])
    sent(desk, registry, "a@exemple.fr")
    sent(desk, registry, "b@exemple.fr")
    digests = {kept.code_hash for kept in registry.registrations.values()}
    assert len(digests) == 2


def test_the_wizard_ends_with_its_registration_and_without_the_password(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    wizard = wizard_at_summary(desk)
    registration = confirm(desk, registry, wizard)
    assert isinstance(registration, Registration)
    kept = registry.wizards[wizard.id]
    assert kept == replace(wizard, password_hash=None, registration_id=registration.id)
    assert kept.next_step is Step.PREREGISTRATION


@pytest.mark.parametrize("times", [1, 2, 50])
def test_a_wizard_confirms_once_however_often_it_is_asked(
    desk: KnownDesk, registry: MemoryRegistry, times: int
) -> None:
    wizard = wizard_at_summary(desk)
    first = confirm(desk, registry, wizard)
    for _ in range(times):
        assert confirm(desk, registry, registry.wizards[wizard.id]) == first  # U-38
        desk.clock.advance(timedelta(minutes=1))
    assert len(registry.letters) == 1
    assert list(registry.registrations.values()) == [first]


def test_a_confirmed_wizard_does_not_confirm_again_once_its_registration_is_gone(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    """The mail server has refused the recipient for good in the meantime (U-41)."""
    wizard = wizard_at_summary(desk)
    confirm(desk, registry, wizard)
    registry.registrations.clear()
    confirm(desk, registry, registry.wizards[wizard.id])
    assert len(registry.letters) == 1
    assert registry.registrations == {}


def test_a_second_wizard_loses_the_address_to_the_first(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    winner = confirm(desk, registry, wizard_at_summary(desk, wizard_id="w1"))
    loser = confirm(desk, registry, wizard_at_summary(desk, LILA.upper(), wizard_id="w2"))
    assert loser is AddressState.PENDING  # U-40
    assert len(registry.letters) == 1
    assert list(registry.registrations.values()) == [winner]
    assert "w2" not in registry.wizards


def test_an_address_taken_by_an_active_space_is_refused_at_the_end_too(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    activated(desk, registry)
    assert confirm(desk, registry, wizard_at_summary(desk)) is AddressState.ACTIVE
    assert len(registry.letters) == 1


def test_an_address_taken_by_a_certificate_is_refused_at_the_end_too(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    certified(desk, registry, "20200000000001")
    assert confirm(desk, registry, wizard_at_summary(desk)) is AddressState.CERTIFIED
    assert registry.letters == []
    assert registry.registrations == {}


@pytest.mark.parametrize(
    "waited, is_confirmed",
    [
        pytest.param(timedelta(hours=48), False, id="48 h exactement : encore prise"),
        pytest.param(timedelta(hours=48, microseconds=1), True, id="au-delà : libre, U-88"),
    ],
)
def test_an_old_registration_is_judged_at_the_instant_of_confirming(
    desk: KnownDesk,
    registry: MemoryRegistry,
    waited: timedelta,
    is_confirmed: bool,  # noqa: FBT001 - a column of the table
) -> None:
    sent(desk, registry)
    wizard = wizard_at_summary(desk)
    desk.clock.advance(waited)
    assert isinstance(confirm(desk, registry, wizard), Registration) is is_confirmed
    assert len(registry.letters) == 1 + is_confirmed


def test_a_new_registration_takes_the_place_of_a_lapsed_one(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, old_code = sent(desk, registry)
    desk.clock.advance(timedelta(hours=49))
    registration = confirm(desk, registry, wizard_at_summary(desk))
    assert isinstance(registration, Registration)
    assert list(registry.registrations.values()) == [registration]
    assert registry.letters[-1].code != old_code
    assert not code_is_right(registration, old_code)


@pytest.mark.parametrize("missing", ["adresse", "formulaire"])
def test_only_a_wizard_at_its_summary_can_be_confirmed(
    desk: KnownDesk, registry: MemoryRegistry, missing: str
) -> None:
    wizard = wizard_at_summary(desk)
    incomplete = {
        "adresse": wizard.without_credentials(certified_address=None),
        "formulaire": wizard.with_entry(wizard.entry),
    }
    with pytest.raises(ValueError, match=r"^a wizard is confirmed from its summary$"):
        confirm(desk, registry, incomplete[missing])
    assert registry == MemoryRegistry()


def test_a_registration_forgets_the_person_and_keeps_what_tells_codes_apart(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    registration = confirm(desk, registry, wizard_at_summary(desk))
    assert isinstance(registration, Registration)
    erased = registration.without_personal_data()
    assert erased == replace(registration, enrolment=None, password_hash=None)  # U-67
    assert code_is_right(erased, registry.letters[0].code)
    assert registration.activated("e1") == replace(erased, space_id="e1")
