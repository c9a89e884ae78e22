from dataclasses import replace

import pytest

from simulator.domain.steps.access import answer_is_right, log_in, space_to_recover
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import LILA, PASSWORD, activated, certified, sent

OTHER = "autre@exemple.fr"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(LILA, id="telle quelle"),
        pytest.param(LILA.upper(), id="autre casse, U-13"),
        pytest.param(f"\t{LILA}\u00a0", id="blancs autour, U-13"),
    ],
)
def test_an_address_and_its_password_open_the_space(
    desk: KnownDesk, registry: MemoryRegistry, address: str
) -> None:
    space = activated(desk, registry)
    activated(desk, registry, OTHER)
    assert log_in(desk, registry, address, PASSWORD) == space


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("Secret124", id="un autre"),
        pytest.param("secret123", id="autre casse"),
        pytest.param("Secret123 ", id="blanc en fin"),
        pytest.param(" Secret123", id="blanc en tête"),
        pytest.param("", id="vide"),
        pytest.param("a" * 10_000, id="10 ko"),
    ],
)
def test_any_other_password_is_refused(
    desk: KnownDesk, registry: MemoryRegistry, password: str
) -> None:
    activated(desk, registry)
    assert log_in(desk, registry, LILA, password) is None


def test_the_subscriber_number_is_no_identifier(desk: KnownDesk, registry: MemoryRegistry) -> None:
    space = activated(desk, registry)
    assert log_in(desk, registry, space.number, PASSWORD) is None  # U-83


def test_a_pending_registration_has_no_space_to_open(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    sent(desk, registry)
    assert log_in(desk, registry, LILA, PASSWORD) is None  # U-61, R-2.134


def test_a_space_with_certificate_is_not_opened_by_an_address(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    certified(desk, registry, "20200000000001")
    assert log_in(desk, registry, LILA, "") is None
    assert log_in(desk, registry, LILA, PASSWORD) is None


def test_an_unknown_address_costs_the_comparison_of_a_known_one(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = activated(desk, registry)
    log_in(desk, registry, LILA, "Secret124")
    log_in(desk, registry, "inconnue@exemple.fr", "Secret124")
    assert desk.passwords.compared == [space.password_hash, None]


@pytest.mark.parametrize(
    "address, number",
    [
        pytest.param(LILA, "{number}", id="tels quels"),
        pytest.param(LILA.upper(), "{number}", id="casse de l'adresse"),
        pytest.param(LILA, "  {number}\u00a0", id="blancs autour du numéro"),
    ],
)
def test_an_address_and_its_number_give_the_space_to_recover(
    desk: KnownDesk, registry: MemoryRegistry, address: str, number: str
) -> None:
    space = activated(desk, registry)
    typed = number.format(number=space.number)
    assert space_to_recover(desk, registry, address, typed) == space  # U-63


def test_a_number_opens_the_recovery_of_its_own_address_only(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = activated(desk, registry)
    other = activated(desk, registry, OTHER)
    assert space_to_recover(desk, registry, LILA, other.number) is None
    assert space_to_recover(desk, registry, OTHER, space.number) is None
    assert space_to_recover(desk, registry, "inconnue@exemple.fr", space.number) is None


@pytest.mark.parametrize(
    "number", ["", " ", "{number}0", "numéro", "²", "{number}\x00", "9" * 10_000]
)
def test_a_wrong_number_recovers_nothing(
    desk: KnownDesk, registry: MemoryRegistry, number: str
) -> None:
    space = activated(desk, registry)
    typed = number.format(number=space.number)
    assert space_to_recover(desk, registry, LILA, typed) is None


def test_a_space_with_certificate_has_no_password_to_recover(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = certified(desk, registry, "20200000000001")
    assert space_to_recover(desk, registry, LILA, space.number) is None


@pytest.mark.parametrize(
    "kept, answer, is_right",
    [
        pytest.param("Lili", "Lili", True, id="telle quelle"),
        pytest.param("Lili", " lILI\u00a0", True, id="casse et blancs, U-29"),
        pytest.param("Été", "E\u0301TE\u0301", True, id="capitales, accents décomposés, U-86"),
        pytest.param("Lili", "Lilo", False, id="une autre"),
        pytest.param("Lili", "Lili 2", False, id="plus longue"),
        pytest.param("Lili", "", False, id="vide"),
        pytest.param("Lili", "li li", False, id="blanc à l'intérieur"),
    ],
)
def test_the_confidence_answer(
    desk: KnownDesk,
    registry: MemoryRegistry,
    kept: str,
    answer: str,
    is_right: bool,  # noqa: FBT001 - a column of the table
) -> None:
    space = activated(desk, registry)
    asked = replace(space, enrolment=replace(space.enrolment, answer=kept))
    assert answer_is_right(asked, answer) is is_right
