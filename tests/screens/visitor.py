"""A person at a browser without JavaScript, whose windows are opened by hand."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.screens.page import Page

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

ADDRESS = "lila.rosemonde@hotmail.fr"
PASSWORD = "Secret123"
ENROLMENT = {  # the fiche's sample
    "Civilité": "Madame",
    "Nom": "Rosemonde",
    "Prénom": "Lila",
    "S.I.R.E.N ou équivalent": "987 654 321",
    "Numéro de téléphone": "01 24 57 88 77",
    "Ville": "PARIS",
    "Question": "Le nom de votre animal de compagnie ?",
    "Réponse": "Lili",
}
_CODE = re.compile(r"^[A-Za-z0-9]{12}$", re.MULTILINE)


def credentials(address: str = ADDRESS, password: str = PASSWORD) -> dict[str, str]:
    """Return the four fields of the 2nd step."""
    return {
        "Votre adresse électronique": address,
        "Confirmer votre adresse électronique": address,
        "Votre mot de passe": password,
        "Confirmer votre mot de passe": password,
    }


@dataclass
class Visitor:
    """One person in one sandbox; `mails` returns the texts received there, oldest first.

    `page` is the screen in front of the person, `responses` all that was answered so far.
    """

    client: "FlaskClient"
    mails: Callable[[], list[str]]
    prefix: str = ""
    page: Page = field(default_factory=lambda: Page("", ""))
    responses: "list[TestResponse]" = field(default_factory=list)

    @property
    def url(self) -> str:
        """The path of the screen, the sandbox's prefix included."""
        return self.page.url

    @property
    def statuses(self) -> list[int]:
        """The answers to the last act, redirections first."""
        last = self.responses[-1]
        return [*(response.status_code for response in last.history), last.status_code]

    def open(self, path: str) -> Page:
        """Type an address."""
        return self._request("GET", self.prefix + path)

    def reload(self) -> Page:
        """Ask for the screen again, by its address."""
        return self._request("GET", self.url)

    def follow(self, text: str) -> Page:
        """Click on a link."""
        return self._request("GET", self.page.link(text).href)

    def post(self, path: str, data: Mapping[str, str]) -> Page:
        """Send anything at all, as no browser would."""
        return self._request("POST", self.prefix + path, data)

    def press(
        self,
        button: str,
        typed: Mapping[str, str] | None = None,
        *,
        ticked: bool = False,
        on: Page | None = None,
    ) -> Page:
        """Fill in the fields, by their labels, and press a button of the form.

        `ticked` sets its box. `on` is another screen than the last one, gone back to.
        """
        form = (on or self.page).form
        data = dict(form.hidden)
        unknown = {*(typed or {})} - {entry.short_label for entry in form.fields}
        assert not unknown
        for entry in form.fields:
            value = (typed or {}).get(entry.short_label, entry.value)
            if entry.kind == "checkbox":
                data |= {entry.name: "y"} if ticked or entry.is_ticked else {}
            else:
                by_text = {text: key for key, text in entry.options}
                data[entry.name] = by_text.get(value, value)
        [pressed] = [each for each in form.buttons if each.text == button]
        data |= {pressed.name: pressed.value} if pressed.name else {}
        return self._request("POST", form.action, data)

    def open_window(self) -> Page:
        """Do what the script of the activation screen does where no blocker stops it."""
        [form] = [form for form in self.page.forms if form.target]
        return self._request("POST", form.action, form.hidden)

    def receive_code(self) -> str:
        """Return the code of the last e-mail, once all are there."""
        [code] = _CODE.findall(self.mails()[-1])
        return str(code)

    def reach_credentials(self) -> Page:
        """Accept the conditions."""
        self.open("/creation")
        return self.press("Valider", ticked=True)

    def reach_enrolment(self, address: str = ADDRESS, password: str = PASSWORD) -> Page:
        """Go through the first two steps."""
        self.reach_credentials()
        return self.press("Valider", credentials(address, password))

    def reach_summary(self, address: str = ADDRESS, **typed: str) -> Page:
        """Go through the first three steps."""
        self.reach_enrolment(address)
        return self.press("Valider", ENROLMENT | typed)

    def reach_preregistration(self, address: str = ADDRESS, **typed: str) -> Page:
        """Confirm."""
        self.reach_summary(address, **typed)
        return self.press("Confirmer")

    def enter_code(self, code: str, address: str = ADDRESS) -> Page:
        """Give an address and a code on the activation screen."""
        self.open("/activation")
        return self.press(
            "Valider", {"Votre adresse électronique": address, "Votre code d'activation": code}
        )

    def reach_confirmation(self, address: str = ADDRESS, **typed: str) -> Page:
        """Go through the whole procedure."""
        self.reach_preregistration(address, **typed)
        self.enter_code(self.receive_code(), address)
        return self.open_window()

    def log_in(self, address: str = ADDRESS, password: str = PASSWORD) -> Page:
        """Open the space."""
        self.open("/connexion")
        return self.press(
            "Valider", {"Votre adresse électronique": address, "Votre mot de passe": password}
        )

    def _request(self, method: str, path: str, data: Mapping[str, str] | None = None) -> Page:
        response = self.client.open(path, method=method, data=data, follow_redirects=True)
        self.responses.append(response)
        self.page = Page(response.text, urlsplit(response.request.url).path)
        return self.page
