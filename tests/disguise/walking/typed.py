"""What the people of the walk type, and what they read in a message."""

import re
from email.message import EmailMessage

ADDRESS = "lila.rosemonde@hotmail.fr"
SHARED = "cabinet@exemple.example"
OTHER = "autre@exemple.example"
LATE = "tard@exemple.example"
PENDING = "attente@exemple.example"
SOLE = "titulaire@exemple.example"
PASSWORD = "Secret123"
ENROLMENT = {
    "Civilité": "Madame",
    "Nom": "Rosemonde",
    "Prénom": "Lila",
    "S.I.R.E.N ou équivalent": "987 654 321",
    "Numéro de téléphone": "01 24 57 88 77",
    "Ville": "PARIS",
    "Réponse": "Lili",
}
AGAIN = "Confirmer votre adresse électronique"
NEW = "Confirmer votre nouvelle adresse électronique"

_CODE = re.compile(r"^([A-Za-z0-9]{12}) ?\r?$", re.MULTILINE)


def credentials(address: str, password: str = PASSWORD) -> dict[str, str]:
    """Return the fields of the 2nd step."""
    return {
        "Votre adresse électronique": address,
        AGAIN: address,
        "Votre mot de passe": password,
        "Confirmer votre mot de passe": password,
    }


def text_of(message: EmailMessage) -> str:
    """Return the text of a message, in whatever writing it is."""
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def code_in(message: EmailMessage) -> str:
    """Return the code of a message, alone in its line."""
    [code] = _CODE.findall(text_of(message))
    return str(code)


def activation(address: str, code: str) -> dict[str, str]:
    """Return the fields of the activation."""
    return {"Votre adresse électronique": address, "Votre code d'activation": code}


def login(password: str) -> dict[str, str]:
    """Return the fields of the access to the space."""
    return {"Votre adresse électronique": ADDRESS, "Votre mot de passe": password}
