import pytest

from simulator.domain.policy import Policy
from simulator.domain.steps.addresses import address_fault, address_key, trimmed_address
from simulator.domain.values.faults import Fault

LONGEST = f"{'a' * 64}@{'b' * 32}.fr"


def test_the_longest_address_has_100_characters() -> None:
    assert len(LONGEST) == 100


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("lila.rosemonde@hotmail.fr", id="celle de la fiche"),
        pytest.param("LILA.Rosemonde@Hotmail.FR", id="majuscules"),
        pytest.param("a@b.fr", id="la plus courte de chaque part"),
        pytest.param(LONGEST, id="exactement 100 caractères, 64 avant l'arobase"),
        pytest.param(f"a@{'b' * 63}.fr", id="nom de domaine de 63 caractères"),
        pytest.param(f"a@b.{'c' * 63}", id="dernier nom de 63 lettres"),
        pytest.param("lila+impots@exemple.test", id="étiquette et domaine réservé, U-15, U-16"),
        pytest.param("lila@exemple.invalid", id="domaine qui n'existera jamais, A-28"),
        pytest.param("lila@mail.cabinet.exemple.fr", id="sous-domaines"),
        pytest.param("lila@mon-cabinet.fr", id="trait d'union dans le domaine"),
        pytest.param("lila@3615.fr", id="domaine en chiffres"),
        pytest.param("-lila-@exemple.fr", id="traits d'union aux bords, avant l'arobase"),
        pytest.param("l'a!#$%&*+/?=^_`{|}~-9@exemple.fr", id="tous les signes permis"),
        pytest.param("=@exemple.fr", id="signe égal seul"),
        pytest.param("?@exemple.fr", id="point d'interrogation seul"),
        pytest.param("a?=b=c.?=d@exemple.fr", id="signes d'un mot codé, dans l'autre sens"),
        pytest.param("a.b.c.d@exemple.fr", id="plusieurs points isolés"),
    ],
)
def test_an_address_of_valid_form_is_accepted(address: str) -> None:
    assert address_fault(address, Policy()) is None


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="vide"),
        pytest.param("lila", id="sans arobase"),
        pytest.param("lila.exemple.fr", id="point au lieu de l'arobase"),
        pytest.param("@exemple.fr", id="rien avant l'arobase"),
        pytest.param("lila@", id="rien après l'arobase"),
        pytest.param("@", id="arobase seule"),
        pytest.param("lila@rosemonde@exemple.fr", id="deux arobases"),
        pytest.param("lila@@exemple.fr", id="arobase doublée"),
        pytest.param(".lila@exemple.fr", id="point en tête"),
        pytest.param("lila.@exemple.fr", id="point avant l'arobase"),
        pytest.param("lila..rosemonde@exemple.fr", id="deux points de suite"),
        pytest.param("lila@exemple", id="domaine sans point"),
        pytest.param("lila@.fr", id="domaine qui commence par un point"),
        pytest.param("lila@exemple.", id="domaine qui finit par un point"),
        pytest.param("lila@exemple..fr", id="deux points de suite dans le domaine"),
        pytest.param("lila@-exemple.fr", id="trait d'union en tête de domaine"),
        pytest.param("lila@exemple-.fr", id="trait d'union en fin de nom"),
        pytest.param("lila@exemple.f1", id="chiffre dans le dernier nom"),
        pytest.param("lila@exemple.f-r", id="trait d'union dans le dernier nom"),
        pytest.param("lila@192.168.0.1", id="adresse IP"),
        pytest.param("lila@[127.0.0.1]", id="adresse IP entre crochets"),
        pytest.param("lila@exemple_.fr", id="souligné dans le domaine"),
        pytest.param(f"{'a' * 65}@exemple.fr", id="65 caractères avant l'arobase"),
        pytest.param(f"a@{'b' * 64}.fr", id="nom de domaine de 64 caractères"),
        pytest.param(f"a@b.{'c' * 64}", id="dernier nom de 64 lettres"),
        pytest.param(" lila@exemple.fr", id="blanc en tête, qu'il fallait ôter"),
        pytest.param("lila@exemple.fr ", id="blanc en fin, qu'il fallait ôter"),
        pytest.param("lila rosemonde@exemple.fr", id="blanc à l'intérieur"),
        pytest.param("lila\u00a0r@exemple.fr", id="blanc insécable à l'intérieur"),
        pytest.param("lila\t@exemple.fr", id="tabulation"),
        pytest.param("lila@exemple.fr\n", id="saut de ligne final"),
        pytest.param("lila@exemple.fr\r\nBcc: autre@exemple.fr", id="en-tête injecté, U-76"),
        pytest.param("lila@exemple.fr\r", id="retour chariot"),
        pytest.param("lila\x00@exemple.fr", id="caractère nul"),
        pytest.param("léla@exemple.fr", id="accent avant l'arobase, U-14"),
        pytest.param("lila@éxemple.fr", id="accent dans le domaine, U-14"),
        pytest.param("lila@exemple.рф", id="dernier nom en cyrillique, U-14"),
        pytest.param("li\u217ca@exemple.fr", id="chiffre romain qui ressemble à un l"),
        pytest.param("\u212aim@exemple.fr", id="signe kelvin qui devient un k"),
        pytest.param("lila٣@exemple.fr", id="chiffre arabe"),
        pytest.param("lila\ud800@exemple.fr", id="demi-caractère"),
        pytest.param("Lila <lila@exemple.fr>", id="nom et chevrons"),
        pytest.param("lila@exemple.fr,a@b.fr", id="deux adresses"),
        pytest.param('"lila r"@exemple.fr', id="guillemets"),
        pytest.param("lila(r)@exemple.fr", id="commentaire"),
        pytest.param("lila;@exemple.fr", id="point-virgule"),
        pytest.param("lila:@exemple.fr", id="deux-points"),
        pytest.param("=?utf-8?q?lila?=@exemple.fr", id="mot codé, lu autrement en en-tête, U-76"),
        pytest.param("=?@exemple.fr", id="début de mot codé seul"),
        pytest.param("li.la=?x@exemple.fr", id="début de mot codé à l'intérieur"),
        pytest.param("lila\\@exemple.fr", id="barre oblique inverse"),
    ],
)
def test_an_address_of_invalid_form_is_refused(address: str) -> None:
    assert address_fault(address, Policy()) is Fault.ADDRESS_INVALID


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(f"{'a' * 64}@{'b' * 33}.fr", id="101 caractères, sinon valide"),
        pytest.param("a" * 101, id="101 caractères sans arobase"),
        pytest.param(f"{'a' * 10_000}@exemple.fr", id="10 ko"),
    ],
)
def test_an_address_over_100_characters_is_said_to_be_too_long(address: str) -> None:
    assert address_fault(address, Policy()) is Fault.ADDRESS_TOO_LONG


def test_an_address_of_100_characters_may_still_be_invalid() -> None:
    assert address_fault("a" * 100, Policy()) is Fault.ADDRESS_INVALID


@pytest.mark.parametrize(
    "typed, address",
    [
        pytest.param("lila@exemple.fr", "lila@exemple.fr", id="telle quelle"),
        pytest.param("  lila@exemple.fr ", "lila@exemple.fr", id="espaces"),
        pytest.param("\tlila@exemple.fr\t", "lila@exemple.fr", id="tabulations"),
        pytest.param("\u00a0lila@exemple.fr\u202f", "lila@exemple.fr", id="insécables"),
        pytest.param("LILA@Exemple.fr", "LILA@Exemple.fr", id="casse gardée pour l'envoi"),
        pytest.param("li la@exemple.fr", "li la@exemple.fr", id="blanc intérieur gardé"),
        pytest.param("lila@exemple.fr\n", "lila@exemple.fr\n", id="saut de ligne gardé, refusé"),
        pytest.param("\r\nlila@exemple.fr", "\r\nlila@exemple.fr", id="retour chariot gardé"),
        pytest.param(" \u00a0\t", "", id="blancs seulement"),
        pytest.param("", "", id="vide"),
    ],
)
def test_outer_blanks_of_an_address_are_taken_off(typed: str, address: str) -> None:
    assert trimmed_address(typed) == address


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("A@x.fr", "a@x.fr", id="casse avant l'arobase, U-13"),
        pytest.param("a@X.FR", "a@x.fr", id="casse du domaine, U-13"),
        pytest.param(" a@x.fr\u00a0", "a@x.fr", id="blancs autour"),
    ],
)
def test_two_writings_of_one_address_share_a_key(left: str, right: str) -> None:
    assert address_key(left) == address_key(right)


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("lila+impots@x.fr", "lila@x.fr", id="étiquette, U-15"),
        pytest.param("lila.r@x.fr", "lilar@x.fr", id="point, U-15"),
        pytest.param("lila@mail.x.fr", "lila@x.fr", id="sous-domaine, U-15"),
        pytest.param("li la@x.fr", "lila@x.fr", id="blanc intérieur"),
    ],
)
def test_different_addresses_have_different_keys(left: str, right: str) -> None:
    assert address_key(left) != address_key(right)
