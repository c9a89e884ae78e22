from dataclasses import replace

import pytest

from simulator.domain.policy import Policy
from simulator.domain.steps.credentials import credentials_faults, password_fault, password_faults
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.faults import Fault, FieldFault
from tests.domain.desk import KnownDesk
from tests.domain.people import CREDENTIALS, LILA, PASSWORD, named


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("Secret12", id="exactement 8 caractères, R-2.040"),
        pytest.param("Secret12Secret12Abcd", id="exactement 20 caractères, R-2.041"),
        pytest.param("abcdefgh", id="lettres seulement, A-06"),
        pytest.param("ABCDEFGH", id="majuscules seulement"),
        pytest.param("12345678", id="chiffres seulement, A-06"),
        pytest.param("azAZ0990", id="bords de chaque classe"),
    ],
)
def test_a_password_of_8_to_20_letters_or_digits_is_accepted(password: str) -> None:
    assert password_fault(password, Policy()) is None


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("Secret1", id="7 caractères, R-2.040"),
        pytest.param("Secret12Secret12Abcde", id="21 caractères, R-2.041"),
        pytest.param("a" * 10_000, id="10 ko"),
        pytest.param("Secret 123", id="espace, R-2.038"),
        pytest.param(" Secret123", id="espace en tête, jamais ôtée"),
        pytest.param("Secret123 ", id="espace en fin, jamais ôtée"),
        pytest.param("        ", id="8 espaces"),
        pytest.param("Secret\u00a0123", id="espace insécable, R-2.038"),
        pytest.param("Secret\u202f123", id="espace fine insécable, R-2.038"),
        pytest.param("Secret\t123", id="tabulation, R-2.038"),
        pytest.param("Secret123\n", id="saut de ligne final"),
        pytest.param("Secret123\r\n", id="retour chariot et saut de ligne"),
        pytest.param("\nSecret123", id="saut de ligne en tête"),
        pytest.param("Sécret123", id="accent composé, R-2.039"),
        pytest.param("Se\u0301cret123", id="accent décomposé, R-2.039"),
        pytest.param("Secretç123", id="cédille, R-2.039"),
        pytest.param("SecretÉ123", id="majuscule accentuée, R-2.039"),
        pytest.param("Secretœ123", id="ligature"),
        pytest.param("Secret12²", id="exposant, chiffre pour Python"),
        pytest.param("Secret12٣", id="chiffre arabe"),
        pytest.param("Secret12３", id="chiffre de pleine chasse"),
        pytest.param("Secretа123", id="a cyrillique"),
        pytest.param("Secret-123", id="trait d'union"),
        pytest.param("Secret_123", id="souligné, lettre pour une expression rationnelle"),
        pytest.param("Secret@123", id="arobase, avant A"),
        pytest.param("Secret[123", id="crochet, après Z"),
        pytest.param("Secret`123", id="accent grave, avant a"),
        pytest.param("Secret{123", id="accolade, après z"),
        pytest.param("Secret/123", id="barre, avant 0"),
        pytest.param("Secret:123", id="deux-points, après 9"),
        pytest.param("Secret\x00123", id="caractère nul"),
        pytest.param("Secret😀123", id="émoji"),
        pytest.param("Secret\ud800123", id="demi-caractère"),
    ],
)
def test_any_other_password_is_refused(password: str) -> None:
    assert password_fault(password, Policy()) is Fault.PASSWORD_FORM


@pytest.mark.parametrize(
    "changes, faults",
    [
        pytest.param({}, [], id="tout est bon"),
        pytest.param(
            {"password_again": "".join(PASSWORD)}, [], id="retapé : égal, mais pas le même objet"
        ),
        pytest.param({"address": ""}, [("address", Fault.REQUIRED)], id="adresse vide, R-2.044"),
        pytest.param(
            {"address": " \u00a0"}, [("address", Fault.REQUIRED)], id="adresse de blancs seulement"
        ),
        pytest.param(
            {"address_again": ""}, [("address_again", Fault.REQUIRED)], id="confirmation vide"
        ),
        pytest.param(
            {"address_again": "\t "},
            [("address_again", Fault.REQUIRED)],
            id="confirmation de blancs seulement",
        ),
        pytest.param({"password": ""}, [("password", Fault.REQUIRED)], id="mot de passe vide"),
        pytest.param(
            {"password_again": ""},
            [("password_again", Fault.REQUIRED)],
            id="confirmation du mot de passe vide",
        ),
        pytest.param(
            {"address": "", "address_again": ""},
            [("address", Fault.REQUIRED), ("address_again", Fault.REQUIRED)],
            id="les deux adresses vides",
        ),
        pytest.param(
            {"password": "", "password_again": ""},
            [("password", Fault.REQUIRED), ("password_again", Fault.REQUIRED)],
            id="les deux mots de passe vides",
        ),
        pytest.param(
            {"address": "", "address_again": "", "password": "", "password_again": ""},
            [
                ("address", Fault.REQUIRED),
                ("address_again", Fault.REQUIRED),
                ("password", Fault.REQUIRED),
                ("password_again", Fault.REQUIRED),
            ],
            id="formulaire vide, dans l'ordre des champs",
        ),
        pytest.param(
            {"address_again": "autre@exemple.fr"},
            [("address_again", Fault.ADDRESS_PAIR_DIFFERS)],
            id="adresses différentes, R-2.032",
        ),
        pytest.param(
            {"address_again": f"{LILA}\n"},
            [("address_again", Fault.ADDRESS_PAIR_DIFFERS)],
            id="saut de ligne dans la confirmation",
        ),
        pytest.param({"address_again": LILA.upper()}, [], id="casse différente, U-13"),
        pytest.param({"address": f" {LILA}\u00a0"}, [], id="blancs autour de l'adresse, U-13"),
        pytest.param({"address_again": f"\t{LILA} "}, [], id="blancs autour de la confirmation"),
        pytest.param(
            {"address": "lila", "address_again": "lila"},
            [("address", Fault.ADDRESS_INVALID)],
            id="deux fois la même adresse invalide",
        ),
        pytest.param(
            {"address": "lila"},
            [
                ("address", Fault.ADDRESS_INVALID),
                ("address_again", Fault.ADDRESS_PAIR_DIFFERS),
            ],
            id="adresse invalide et différente",
        ),
        pytest.param(
            {"password": "Secret124"},
            [("password_again", Fault.PASSWORD_PAIR_DIFFERS)],
            id="mots de passe différents",
        ),
        pytest.param(
            {"password_again": PASSWORD.upper()},
            [("password_again", Fault.PASSWORD_PAIR_DIFFERS)],
            id="casse du mot de passe",
        ),
        pytest.param(
            {"password_again": f"{PASSWORD} "},
            [("password_again", Fault.PASSWORD_PAIR_DIFFERS)],
            id="blanc en fin, jamais ôté",
        ),
        pytest.param(
            {"password": "court", "password_again": "court"},
            [("password", Fault.PASSWORD_FORM)],
            id="deux fois le même mot de passe trop court",
        ),
        pytest.param(
            {"password": "        ", "password_again": "        "},
            [("password", Fault.PASSWORD_FORM)],
            id="mot de passe de blancs : ni vide ni permis",
        ),
        pytest.param(
            {"address": "lila", "address_again": "lilo", "password": "a", "password_again": "b"},
            [
                ("address", Fault.ADDRESS_INVALID),
                ("address_again", Fault.ADDRESS_PAIR_DIFFERS),
                ("password", Fault.PASSWORD_FORM),
                ("password_again", Fault.PASSWORD_PAIR_DIFFERS),
            ],
            id="toutes les erreurs à la fois, U-08",
        ),
    ],
)
def test_every_fault_of_the_credentials_is_told_in_the_order_of_the_fields(
    desk: KnownDesk, changes: dict[str, str], faults: list[tuple[str, Fault]]
) -> None:
    assert named(credentials_faults(desk, replace(CREDENTIALS, **changes))) == faults


def test_an_address_too_long_is_told_with_its_limit(desk: KnownDesk) -> None:
    address = f"{'a' * 64}@{'b' * 33}.fr"
    entry = CredentialsEntry(address, address, PASSWORD, PASSWORD)
    assert credentials_faults(desk, entry) == (FieldFault("address", Fault.ADDRESS_TOO_LONG, 100),)


def test_the_length_of_an_address_is_that_without_outer_blanks(desk: KnownDesk) -> None:
    address = f"   {'a' * 64}@{'b' * 32}.fr   "
    entry = CredentialsEntry(address, address, PASSWORD, PASSWORD)
    assert credentials_faults(desk, entry) == ()


def test_a_new_password_alone_is_judged_by_its_own_two_fields(desk: KnownDesk) -> None:
    entry = CredentialsEntry("", "", "court", "")
    assert named(password_faults(desk, entry)) == [
        ("password", Fault.PASSWORD_FORM),
        ("password_again", Fault.REQUIRED),
    ]
