"""A visitor of the simulator without a browser, for tests that need many or that kill one."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tests.http_client import Answer, HttpClient

ADDRESS = "lila.rosemonde@hotmail.fr"
PASSWORD = "Secret123"
ENROLMENT = {
    "courtesy_title": "madame",
    "last_name": "Rosemonde",
    "first_name": "Lila",
    "siren": "987654321",
    "phone": "0124578877",
    "city": "PARIS",
    "country": "FRANCE",
    "question": "pet_name",
    "answer": "Lili",
}
_CSRF_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_TICKET = re.compile(r'name="ticket" value="([^"]+)"')
_NUMBER = re.compile(r"<strong>(\d{14})</strong>")


@dataclass
class Walker:
    """One visitor, with a client of their own as a browser would be: Flask's, or a real one."""

    client: "FlaskClient | HttpClient"

    def post(
        self, url: str, fields: dict[str, str], shown: str | None = None
    ) -> "TestResponse | Answer":
        """Send a form with the token of the page that shows it, `url` unless said otherwise."""
        token = found(_CSRF_TOKEN, self.client.get(shown or url).text)
        return self.client.post(url, data={"csrf_token": token, **fields})

    def walk_to_summary(self, address: str = ADDRESS) -> str:
        """Go through the three steps; return the address of the summary."""
        credentials = self.post("/creation", {"are_accepted": "y"}).location
        enrolment = self.post(
            credentials,
            {
                "address": address,
                "address_again": address,
                "password": PASSWORD,
                "password_again": PASSWORD,
            },
        ).location
        return self.post(enrolment, {"action": "validate", **ENROLMENT}).location

    def confirm(self, summary: str) -> "TestResponse | Answer":
        """Press « Confirmer »."""
        return self.post(summary, {"action": "confirm"})

    def enter_code(self, code: str, address: str = ADDRESS) -> "TestResponse | Answer":
        """Press « Valider » on the activation screen."""
        return self.post("/activation", {"address": address, "code": code})

    def open_window(self, screen: "TestResponse | Answer") -> "TestResponse | Answer":
        """Do what the new window does."""
        fields = {
            "csrf_token": found(_CSRF_TOKEN, screen.text),
            "ticket": found(_TICKET, screen.text),
        }
        return self.client.post("/inscription", data=fields)

    def number_shown(self, url: str) -> str:
        """Return the subscriber number of a confirmation."""
        return found(_NUMBER, self.client.get(url).text)

    def can_log_in(self, address: str = ADDRESS) -> bool:
        """Tell whether address and password open a space."""
        answer = self.post("/connexion", {"address": address, "password": PASSWORD})
        return answer.status_code == 303


def found(pattern: re.Pattern[str], text: str) -> str:
    """Return the first group of a pattern that must be in a text."""
    match = pattern.search(text)
    assert match, f"{pattern.pattern} is not in: {text}"
    return match.group(1)
