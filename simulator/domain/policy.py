"""The numbers and alphabets of the procedure."""

from dataclasses import dataclass
from datetime import timedelta
from string import ascii_letters, digits


@dataclass(frozen=True)
class Policy:
    """What the fiche, or a choice where it is silent, fixes; lengths count characters."""

    code_lifetime: timedelta = timedelta(hours=48)
    code_alphabet: str = ascii_letters + digits
    code_length: int = 12
    address_max_length: int = 100
    password_alphabet: str = ascii_letters + digits
    password_min_length: int = 8
    password_max_length: int = 20
    number_random_digits: int = 10
    name_max_length: int = 50  # U-25
    text_max_length: int = 60  # U-23, U-27
    answer_max_length: int = 100  # U-29
    foreign_identifier_max_length: int = 20  # U-21
    phone_min_digits: int = 8  # U-26
    phone_max_digits: int = 15  # U-26
    ticket_lifetime: timedelta = timedelta(minutes=10)  # U-51
    session_lifetime: timedelta = timedelta(minutes=30)  # U-37
    wrong_code_limit: int = 20  # U-46
    wrong_code_window: timedelta = timedelta(minutes=15)  # U-46
