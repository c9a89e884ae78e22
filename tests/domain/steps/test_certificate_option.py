from dataclasses import replace
from datetime import timedelta

import pytest

from simulator.domain.steps.access import log_in
from simulator.domain.steps.certificate_option import opt_for_password, option_address_state
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.spaces import Access, Space
from tests.domain.desk import KnownDesk
from tests.domain.memory import MemoryRegistry
from tests.domain.people import LILA, activated, certified, sent, state_of

OTHER = "autre@exemple.fr"
HASH = "empreinte"


@pytest.fixture
def cabinet(desk: KnownDesk, registry: MemoryRegistry) -> list[Space]:
    """Three collaborators of one address, each with a certificate."""
    return [certified(desk, registry, f"2020000000000{rank}") for rank in range(3)]


def as_opened(space: Space, address: str) -> Space:
    return replace(
        space,
        access=Access.PASSWORD,
        address=address,
        address_key=address.casefold(),
        password_hash=HASH,
    )


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(LILA, id="l'habituelle, R-2.060"),
        pytest.param(LILA.upper(), id="l'habituelle autrement écrite, U-87"),
        pytest.param(OTHER, id="une autre, libre"),
    ],
)
def test_a_sole_holder_keeps_or_changes_the_address_and_keeps_the_rest(
    desk: KnownDesk, registry: MemoryRegistry, address: str
) -> None:
    space = certified(desk, registry, "20200000000001")
    opened = opt_for_password(desk, registry, space, address, HASH)
    assert opened == as_opened(space, address)  # number, dossiers, services
    assert list(registry.spaces.values()) == [opened]
    assert registry.letters == []  # U-60


def test_the_space_opens_with_the_new_credentials(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = certified(desk, registry, "20200000000001")
    opened = opt_for_password(desk, registry, space, OTHER, desk.passwords.hash("Nouveau123"))
    assert log_in(desk, registry, OTHER, "Nouveau123") == opened
    assert log_in(desk, registry, LILA, "Nouveau123") is None


def test_the_usual_address_is_free_once_its_sole_holder_has_left_it(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = certified(desk, registry, "20200000000001")
    opt_for_password(desk, registry, space, OTHER, HASH)
    assert state_of(desk, registry, LILA) is AddressState.FREE
    assert state_of(desk, registry, OTHER) is AddressState.ACTIVE


@pytest.mark.parametrize("first", [0, 1, 2])
def test_of_a_cabinet_only_the_first_to_opt_keeps_the_address(
    desk: KnownDesk, registry: MemoryRegistry, cabinet: list[Space], first: int
) -> None:
    kept = opt_for_password(desk, registry, cabinet[first], LILA, HASH)
    assert kept == as_opened(cabinet[first], LILA)
    others = [space for space in cabinet if space != cabinet[first]]
    for space in others:
        refused = opt_for_password(desk, registry, space, LILA.title(), HASH)
        assert refused is AddressState.ACTIVE
        assert registry.space(space.id) == space
    assert state_of(desk, registry, LILA) is AddressState.CERTIFIED  # U-12
    for rank, space in enumerate(others):
        address = f"collaborateur{rank}@exemple.fr"
        opened = opt_for_password(desk, registry, space, address, HASH)
        assert opened == as_opened(space, address)
    assert state_of(desk, registry, LILA) is AddressState.ACTIVE


def test_of_a_cabinet_one_may_take_another_address_and_leave_the_usual_one(
    desk: KnownDesk, registry: MemoryRegistry, cabinet: list[Space]
) -> None:
    opened = opt_for_password(desk, registry, cabinet[0], OTHER, HASH)
    assert opened == as_opened(cabinet[0], OTHER)
    assert list(registry.certified_spaces(LILA)) == cabinet[1:]
    assert option_address_state(desk, registry, cabinet[1], LILA) is AddressState.FREE


@pytest.mark.parametrize(
    "holder, state",
    [
        pytest.param("certificat", AddressState.CERTIFIED, id="un autre certificat, A-12"),
        pytest.param("actif", AddressState.ACTIVE, id="un espace sans certificat, R-2.067"),
        pytest.param("en attente", AddressState.PENDING, id="une pré-inscription en attente"),
        pytest.param("échu", AddressState.FREE, id="une pré-inscription échue"),
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        pytest.param(OTHER, id="qui précède l'habituelle dans l'alphabet"),
        pytest.param("zoe@exemple.fr", id="qui suit l'habituelle dans l'alphabet"),
    ],
)
@pytest.mark.parametrize("written", ["{}", "  {}"], ids=["telle quelle", "avec des blancs"])
def test_another_address_must_be_free(
    desk: KnownDesk,
    registry: MemoryRegistry,
    holder: str,
    state: AddressState,
    other: str,
    written: str,
) -> None:
    space = certified(desk, registry, "20200000000001")
    match holder:
        case "certificat":
            certified(desk, registry, "20200000000002", other)
        case "actif":
            activated(desk, registry, other)
        case _:
            sent(desk, registry, other)
    if holder == "échu":
        desk.clock.advance(timedelta(hours=49))
    asked = written.format(other.upper())
    assert option_address_state(desk, registry, space, asked) is state
    outcome = opt_for_password(desk, registry, space, other, HASH)
    assert outcome == (as_opened(space, other) if state is AddressState.FREE else state)
    assert registry.space(space.id) == (outcome if isinstance(outcome, Space) else space)


def test_the_usual_address_is_refused_while_a_registration_waits_on_it(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    sent(desk, registry)
    space = certified(desk, registry, "20200000000001")
    assert opt_for_password(desk, registry, space, LILA, HASH) is AddressState.PENDING


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(OTHER, id="la même, deux fois de suite"),
        pytest.param("encore.une@exemple.fr", id="une autre, dans un second onglet"),
    ],
)
def test_a_certificate_opts_once(desk: KnownDesk, registry: MemoryRegistry, address: str) -> None:
    space = certified(desk, registry, "20200000000001")
    opened = opt_for_password(desk, registry, space, OTHER, HASH)
    assert isinstance(opened, Space)
    again = opt_for_password(desk, registry, opened, address, "autre empreinte")
    assert again is AddressState.ACTIVE
    assert list(registry.spaces.values()) == [opened]


def test_a_holder_who_creates_with_another_address_gets_an_empty_space_besides(
    desk: KnownDesk, registry: MemoryRegistry
) -> None:
    space = certified(desk, registry, "20200000000001")
    created = activated(desk, registry, OTHER)
    assert (created.dossiers, created.services) == ((), ())
    assert registry.space(space.id) == space
