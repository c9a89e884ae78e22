from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.domain.steps.activation import check_code
from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.registration import Registration
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import CLIENT, LILA, activated, confirmed, sent

OTHER = "autre@exemple.fr"
WINDOW = timedelta(minutes=15)
INSTANT = timedelta(microseconds=1)
WRONG_CODES = [
    pytest.param("zzzzzzzzzzzz", id="un autre code"),
    pytest.param("", id="vide"),
    pytest.param(" \u00a0", id="blancs seulement"),
    pytest.param("{code}x", id="un caractère de trop"),
    pytest.param("{code} {code}", id="deux fois"),
    pytest.param("{code}\x00", id="caractère nul"),
    pytest.param("é" * 12, id="accents"),
    pytest.param("a" * 10_000, id="10 ko"),
]


@pytest.mark.parametrize(
    "address, code",
    [
        pytest.param(LILA, "{code}", id="tels quels"),
        pytest.param(LILA.upper(), "{code}", id="casse de l'adresse, U-13"),
        pytest.param(f" {LILA}\u00a0", "{code}", id="blancs autour de l'adresse, U-13"),
        pytest.param(LILA, "  {code}\t", id="blancs autour du code, U-47"),
        pytest.param(LILA, "\u00a0{code}\u202f", id="insécables autour du code, U-47"),
    ],
)
def test_a_right_code_gives_its_registration_and_is_not_spent(
    desk: KnownDesk, registry: MemoryRegistry, address: str, code: str
) -> None:
    _, right = sent(desk, registry)
    for _ in range(50):
        outcome = check_code(desk, registry, address, code.format(code=right), CLIENT)
        assert outcome == registry.registration(LILA)
    assert registry.wrong_codes == []
    assert registry.spaces == {}


@pytest.mark.parametrize("typed", WRONG_CODES)
@pytest.mark.parametrize(
    "address",
    [
        pytest.param(LILA, id="adresse connue"),
        pytest.param("inconnue@exemple.fr", id="adresse inconnue"),
        pytest.param("", id="adresse vide"),
        pytest.param("pas une adresse\x00", id="adresse impossible"),
    ],
)
def test_a_wrong_code_and_an_unknown_address_are_refused_alike(
    desk: KnownDesk, registry: MemoryRegistry, address: str, typed: str
) -> None:
    _, right = sent(desk, registry)
    code = typed.format(code=right)
    assert check_code(desk, registry, address, code, CLIENT) is CodeRefusal.WRONG  # U-45


def test_the_case_of_a_code_matters(desk: KnownDesk, registry: MemoryRegistry) -> None:
    _, code = sent(desk, registry)
    assert code != code.swapcase()
    for written in (code.lower(), code.upper(), code.swapcase()):
        if written != code:
            outcome = check_code(desk, registry, LILA, written, CLIENT)
            assert outcome is CodeRefusal.WRONG


def test_another_persons_code_is_wrong(desk: KnownDesk, registry: MemoryRegistry) -> None:
    _, lilas = sent(desk, registry)
    _, others = sent(desk, registry, OTHER)
    assert check_code(desk, registry, LILA, others, CLIENT) is CodeRefusal.WRONG
    assert check_code(desk, registry, OTHER, lilas, CLIENT) is CodeRefusal.WRONG
    assert isinstance(check_code(desk, registry, OTHER, others, CLIENT), Registration)


def test_a_code_whose_letter_is_held_is_right(desk: KnownDesk, registry: MemoryRegistry) -> None:
    registration = confirmed(desk, registry)
    desk.clock.advance(timedelta(days=30))
    outcome = check_code(desk, registry, LILA, registry.letters[0].code, CLIENT)
    assert outcome == registration


@pytest.mark.parametrize(
    "age, refusal",
    [
        pytest.param(timedelta(hours=47, minutes=59, seconds=59), None, id="47:59:59"),
        pytest.param(timedelta(hours=48), None, id="48:00:00"),
        pytest.param(
            timedelta(hours=48, microseconds=1), CodeRefusal.EXPIRED, id="48:00:00.000001"
        ),
        pytest.param(timedelta(hours=48, seconds=1), CodeRefusal.EXPIRED, id="48:00:01, R-2.137"),
    ],
)
def test_a_right_code_is_refused_after_48_hours(
    desk: KnownDesk, registry: MemoryRegistry, age: timedelta, refusal: CodeRefusal | None
) -> None:
    _, code = sent(desk, registry)
    desk.clock.advance(age)
    outcome = check_code(desk, registry, LILA, code, CLIENT)
    assert outcome == (refusal or registry.registration(LILA))
    assert registry.wrong_codes == []


def test_a_wrong_code_is_wrong_even_after_48_hours(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    sent(desk, registry)
    desk.clock.advance(timedelta(hours=49))
    assert check_code(desk, registry, LILA, "zzzzzzzzzzzz", CLIENT) is CodeRefusal.WRONG


def test_an_old_code_is_expired_after_its_data_are_erased(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, code = sent(desk, registry)
    kept = registry.registration(LILA)
    assert kept
    registry.put_registration(kept.without_personal_data())
    desk.clock.advance(timedelta(hours=49))
    assert check_code(desk, registry, LILA, code, CLIENT) is CodeRefusal.EXPIRED  # U-67
    desk.clock.advance(-timedelta(hours=48))  # a trainer comes back to today
    assert check_code(desk, registry, LILA, code, CLIENT) is CodeRefusal.EXPIRED


def test_an_old_code_is_just_wrong_after_a_new_registration(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, old_code = sent(desk, registry)
    desk.clock.advance(timedelta(hours=49))
    _, new_code = sent(desk, registry)
    assert check_code(desk, registry, LILA, old_code, CLIENT) is CodeRefusal.WRONG
    assert isinstance(check_code(desk, registry, LILA, new_code, CLIENT), Registration)


@pytest.mark.parametrize("age", [timedelta(0), timedelta(hours=49)], ids=["aussitôt", "plus tard"])
def test_the_code_of_an_active_space_is_told_apart(
    desk: KnownDesk, registry: MemoryRegistry, age: timedelta
) -> None:
    activated(desk, registry)
    desk.clock.advance(age)
    code = registry.letters[0].code
    assert check_code(desk, registry, LILA, code, CLIENT) is CodeRefusal.ALREADY_ACTIVE  # U-49
    assert check_code(desk, registry, LILA, "zzzzzzzzzzzz", CLIENT) is CodeRefusal.WRONG
    assert len(registry.spaces) == 1


def wrong_tries(
    desk: KnownDesk, registry: MemoryRegistry, count: int, *, address: str, client: str
) -> None:
    """Type wrong codes; « {} » in the address or the client is the rank of the try."""
    for rank in range(count):
        outcome = check_code(
            desk, registry, address.format(rank), "zzzzzzzzzzzz", client.format(rank)
        )
        assert outcome is CodeRefusal.WRONG


@pytest.mark.parametrize("tried", [LILA, LILA.upper()], ids=["écrite ainsi", "autrement"])
def test_after_20_wrong_codes_even_the_right_one_has_to_wait(
    desk: KnownDesk, registry: MemoryRegistry, tried: str
) -> None:
    _, code = sent(desk, registry)
    wrong_tries(desk, registry, 19, address=tried, client=CLIENT)
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)
    wrong_tries(desk, registry, 1, address=tried, client=CLIENT)
    for typed in (code, "zzzzzzzzzzzz"):
        outcome = check_code(desk, registry, LILA, typed, CLIENT)
        assert outcome is CodeRefusal.TOO_MANY_TRIES  # U-46
    desk.clock.advance(WINDOW - INSTANT)
    assert check_code(desk, registry, LILA, code, CLIENT) is CodeRefusal.TOO_MANY_TRIES
    desk.clock.advance(2 * INSTANT)
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)


OTHERS_TRIES = [
    pytest.param(LILA, "poste {}", id="son adresse, de 20 postes"),
    pytest.param("x{}@exemple.fr", CLIENT, id="son poste, 20 adresses"),
    pytest.param(LILA, "autre poste", id="son adresse, d'un autre poste"),
]


@pytest.mark.parametrize("address, client", OTHERS_TRIES)
def test_the_tries_of_others_never_refuse_the_right_code(
    desk: KnownDesk, registry: MemoryRegistry, address: str, client: str
) -> None:
    _, code = sent(desk, registry)
    wrong_tries(desk, registry, 20, address=address, client=client)
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)  # U-46


def test_tries_during_the_pause_do_not_make_it_longer(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, code = sent(desk, registry)
    wrong_tries(desk, registry, 20, address=LILA, client=CLIENT)
    desk.clock.advance(timedelta(minutes=10))
    for _ in range(30):
        check_code(desk, registry, LILA, "zzzzzzzzzzzz", CLIENT)
    desk.clock.advance(timedelta(minutes=5) + INSTANT)
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)


def test_wrong_codes_far_between_never_make_a_pause(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, code = sent(desk, registry)
    for _ in range(60):
        wrong_tries(desk, registry, 1, address=LILA, client=CLIENT)
        desk.clock.advance(timedelta(minutes=1))
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)


def test_the_pause_is_only_for_that_address_and_that_client(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, code = sent(desk, registry, OTHER)
    wrong_tries(desk, registry, 20, address=LILA, client=CLIENT)
    assert isinstance(check_code(desk, registry, OTHER, code, "autre poste"), Registration)


def test_a_client_named_like_an_address_is_not_that_address(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, code = sent(desk, registry)
    wrong_tries(desk, registry, 20, address="x{}@exemple.fr", client=LILA)
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)


def test_each_wrong_code_counts_once_for_the_address_and_the_client_together(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    sent(desk, registry)
    wrong_tries(desk, registry, 1, address=LILA, client=CLIENT)
    assert [at for _, at in registry.wrong_codes] == [desk.clock.now()]


def test_tries_are_kept_without_the_address_or_the_client(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    wrong_tries(desk, registry, 1, address=LILA, client=CLIENT)
    kept = repr(registry.wrong_codes)
    assert LILA not in kept
    assert CLIENT not in kept


def test_the_limit_and_the_pause_are_the_policys(desk: KnownDesk, registry: MemoryRegistry) -> None:
    desk.policy = replace(desk.policy, wrong_code_limit=2, wrong_code_window=timedelta(seconds=1))
    _, code = sent(desk, registry)
    wrong_tries(desk, registry, 2, address=LILA, client=CLIENT)
    assert check_code(desk, registry, LILA, code, CLIENT) is CodeRefusal.TOO_MANY_TRIES
    desk.clock.advance(timedelta(seconds=1) + INSTANT)
    assert isinstance(check_code(desk, registry, LILA, code, CLIENT), Registration)


def test_a_lower_limit_counts_the_tries_already_made(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    _, code = sent(desk, registry)
    wrong_tries(desk, registry, 3, address=LILA, client=CLIENT)
    desk.policy = replace(desk.policy, wrong_code_limit=2)
    assert check_code(desk, registry, LILA, code, CLIENT) is CodeRefusal.TOO_MANY_TRIES
