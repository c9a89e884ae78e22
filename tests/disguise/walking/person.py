"""A person without a browser, who finds things on a page by their words, in any HTML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from tests.disguise.costume import Costume, plain

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

_CONTROLS = "input[not(@type='hidden' or @type='submit')] | {0}select | {0}textarea"


@dataclass
class Person:
    """Speaks the simulator's words and addresses, whatever disguise (None for none) is worn.

    Attributes:
        screen: Whose words are spoken: the screen in front of the person.
        page: What stands there, and `answer` what brought it.
    """

    client: "FlaskClient"
    costume: Costume | None
    screen: str = ""
    url: str = "/"

    page: HtmlElement = field(default_factory=lambda: html.fromstring("<html><body></body></html>"))

    def __post_init__(self) -> None:
        self.answer: TestResponse | None = None

    def say(self, text: str) -> str:
        """Return what the site says for a text of the simulator's screen."""
        return self.costume.words.say(self.screen, text) if self.costume else text

    def open(self, screen: str, path: str, **how: object) -> None:
        """Type an address of the simulator's, that of a screen."""
        routes = self.costume.routes if self.costume else {}
        self.screen = screen
        self._ask("GET", routes.get(path, path), **how)

    def type_address(self, screen: str, url: str) -> None:
        """Type an address of this very site."""
        self.screen = screen
        self._ask("GET", url)

    def follow(self, text: str, screen: str) -> None:
        """Follow the link of these words to a screen."""
        said = self.say(text)
        [target] = {link.get("href") for link in self.page.iter("a") if _text(link) == said}
        self.screen = screen
        self._ask("GET", urljoin(self.url, target))

    def press(
        self,
        button: str,
        screen: str = "",
        typed: Mapping[str, str] | None = None,
        *,
        ticked: bool = False,
    ) -> None:
        """Fill in fields, by their labels without star and colon, and press a button."""
        said = self.say(button)
        [(form, pressed)] = [
            (form, each) for form in self.forms for each in _buttons(form) if _text(each) == said
        ]
        data = _hidden(form)
        for control in form.xpath(f".//{_CONTROLS.format('.//')}"):
            data |= _as_it_is(control, ticked=ticked)
        for label, value in (typed or {}).items():
            data |= _filled(self.control(form, label), value)
        if pressed.get("name"):
            data[pressed.get("name", "")] = pressed.get("value") or ""
        self.screen = screen or self.screen
        self._ask("POST", urljoin(self.url, form.get("action") or self.url), data=data)

    def open_window(self, screen: str = "confirmation") -> None:
        """Do what the script of the activation screen does."""
        [form] = [form for form in self.page.iter("form") if form.get("hidden") is not None]
        self.screen = screen
        self._ask("POST", urljoin(self.url, form.get("action")), data=_hidden(form))

    def control(self, form: HtmlElement, label: str) -> HtmlElement:
        """Return the control of a label, however the two are bound, or next to each other."""
        said = [self.say(f"{label}{colon}").strip("*\u00a0 ") for colon in (" :", ":", "")]
        sought = {text.rstrip(" :") for text in said}
        found = [each for text, each in self._labelled(form) if text in sought]
        assert found, f"{label} ({sought}) is not on {self.screen}: {[*self.labels]}"
        return found[0]

    @property
    def forms(self) -> list[HtmlElement]:
        """The forms that a person sees."""
        return [form for form in self.page.iter("form") if form.get("hidden") is None]

    @property
    def labels(self) -> Iterator[str]:
        """The labels of all fields."""
        for form in self.forms:
            yield from (text for text, _ in self._labelled(form))

    @property
    def text(self) -> str:
        """All that is to be read, hidden parts included."""
        return plain(" ".join(self.page.find("body").itertext()))

    def _labelled(self, form: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
        for control in form.xpath(f".//{_CONTROLS.format('.//')}"):
            name = control.get("id")
            wrapping = control.xpath("ancestor::label[1]")
            bound = self.page.xpath("//label[@for=$name]", name=name)
            named = self.page.xpath("//*[@id=$name]", name=control.get("aria-labelledby", ""))
            beside = control.xpath("parent::td/preceding-sibling::td[1]")
            label = [*wrapping, *bound, *named, *beside][0]
            spoken = label.xpath(".//span")[0] if wrapping and label.xpath(".//span") else label
            yield _text(spoken).strip("* ").rstrip(" :"), control

    def _ask(self, method: str, url: str, **how: object) -> None:
        answer = self.client.open(url, method=method, follow_redirects=True, **how)  # type: ignore[arg-type]  # what Werkzeug's client takes
        self.answer = answer
        parts = urlsplit(answer.request.url)
        self.url = parts._replace(scheme="", netloc="").geturl()
        if answer.mimetype == "text/html":
            text = answer.data.decode(answer.mimetype_params["charset"])
            self.page = html.document_fromstring(text)


def _text(element: HtmlElement) -> str:
    spoken = element.get("value", "") if element.tag == "input" else element.text_content()
    return plain(spoken).removesuffix("▸").strip()


def _buttons(form: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = form.xpath(".//button | .//input[@type='submit']")
    return [button for button in found if button.get("aria-hidden") is None]


def _hidden(form: HtmlElement) -> dict[str, str]:
    return {
        field.get("name"): field.get("value", "")
        for field in form.xpath(".//input[@type='hidden']")
    }


def _as_it_is(control: HtmlElement, *, ticked: bool) -> dict[str, str]:
    name = control.get("name", "")
    if control.get("type") == "checkbox":
        return {name: control.get("value", "")} if ticked else {}
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        return {name: (chosen or options)[0].get("value", "")}
    return {name: control.get("value", "")}


def _filled(control: HtmlElement, value: str) -> dict[str, str]:
    if control.tag == "select":
        options = {_text(option): option.get("value", "") for option in control.iter("option")}
        return {control.get("name", ""): options.get(value, value)}
    return {control.get("name", ""): value}
