from datetime import timedelta
from string import ascii_letters, digits

import pytest

from simulator.domain.policy import Policy

LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize(
    "name, value",
    [
        pytest.param("code_lifetime", timedelta(seconds=172_800), id="48 h écoulées, R-2.135"),
        pytest.param("code_length", 12, id="autant que « fYnVuWNTA8oh », R-2.153"),
        pytest.param("address_max_length", 100, id="100 caractères, R-2.035"),
        pytest.param("password_min_length", 8, id="8 caractères au minimum, R-2.040"),
        pytest.param("password_max_length", 20, id="20 caractères au maximum, R-2.041"),
        pytest.param("number_random_digits", 10, id="autant de chiffres que de X, R-3.026"),
        pytest.param("name_max_length", 50, id="noms, U-25"),
        pytest.param("text_max_length", 60, id="textes de l'adresse, U-23 et U-27"),
        pytest.param("answer_max_length", 100, id="réponse de confiance, U-29"),
        pytest.param("foreign_identifier_max_length", 20, id="équivalent du SIREN, U-21"),
        pytest.param("phone_min_digits", 8, id="téléphone le plus court, U-26"),
        pytest.param("phone_max_digits", 15, id="téléphone le plus long, U-26"),
        pytest.param("ticket_lifetime", timedelta(seconds=600), id="10 minutes, U-51"),
        pytest.param("session_lifetime", timedelta(seconds=1800), id="30 minutes, U-37"),
        pytest.param("wrong_code_limit", 20, id="20 essais, U-46"),
        pytest.param("wrong_code_window", timedelta(seconds=900), id="en 15 minutes, U-46"),
    ],
)
def test_the_procedures_numbers(name: str, value: object) -> None:
    assert getattr(Policy(), name) == value


@pytest.mark.parametrize("name", ["code_alphabet", "password_alphabet"])
def test_the_alphabets_are_unaccented_letters_of_both_cases_and_digits(name: str) -> None:
    assert set(getattr(Policy(), name)) == {*LATIN_LETTERS, *"0123456789"}
    assert len(getattr(Policy(), name)) == len(ascii_letters + digits)
