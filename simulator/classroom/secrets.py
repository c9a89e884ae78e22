"""What a class is entered by: codes that are read aloud, and secrets that browsers keep."""

from hashlib import sha256
from secrets import choice, token_urlsafe

# No letter or digit that is taken for another when it is read from a wall or said aloud.
ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
LENGTH = 6


def drawn_code() -> str:
    """Return a new code for a class, or a key for a seat."""
    return "".join(choice(ALPHABET) for _ in range(LENGTH))


def drawn_secret() -> str:
    """Return what nobody may guess: a password, or what a browser keeps."""
    return token_urlsafe(12)


def digest(secret: str) -> str:
    """Return the only form in which a browser's secret is stored."""
    return sha256(secret.encode()).hexdigest()


def as_typed(code: str) -> str:
    """Return a code as it was drawn, however it is typed: blanks, hyphens and case do not count."""
    return "".join(character for character in code.upper() if character.isalnum())
