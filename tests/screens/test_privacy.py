"""R-2.031, R-2.133, U-75: no code, password or number where it has no business."""

import logging
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.mail.inbox import Inbox, ReceivedMail
from simulator.mail.relay import Relay
from simulator.services import Services
from simulator.simulation import Settings, Simulation
from simulator.storage.housekeeping import erase_lapsed
from tests.screens.conftest import Post, SandboxClock
from tests.screens.page import Page
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor

NEW_PASSWORD = "Nouveau456"
LINK = "Sauvegardez ou imprimez votre formulaire"


@dataclass
class Walk:
    """A whole walk, the record and a new password included, and what must be kept from view."""

    visitor: Visitor
    code: str
    number: str

    @property
    def secrets(self) -> list[str]:
        return [PASSWORD, NEW_PASSWORD, self.code, self.number]

    @property
    def responses(self) -> Iterator[TestResponse]:
        for response in self.visitor.responses:
            yield from response.history
            yield response


def walk(visitor: Visitor) -> Walk:
    visitor.reach_credentials()
    visitor.press("Valider", {"Votre mot de passe": PASSWORD})
    visitor.reach_preregistration()
    code = visitor.receive_code()
    visitor.enter_code(code.swapcase())
    visitor.enter_code(code)
    visitor.open_window()
    number = visitor.page.texts("strong")[-1]
    visitor.responses.append(visitor.client.get(visitor.page.link(LINK).href))
    visitor.enter_code(code)
    visitor.log_in(password=f"{PASSWORD}4")
    visitor.log_in()
    visitor.open("/espace/coordonnees")
    visitor.open("/mot-de-passe-oublie")
    typed = {"Votre adresse électronique": ADDRESS, "Votre numéro d'abonné": number}
    visitor.press("Valider", typed)
    visitor.press(
        "Valider",
        {
            "Réponse": "Lili",
            "Votre nouveau mot de passe": NEW_PASSWORD,
            "Confirmer votre nouveau mot de passe": NEW_PASSWORD,
        },
    )
    visitor.log_in(password=NEW_PASSWORD)
    assert visitor.page.headings[0] == "Votre espace abonné"
    return Walk(visitor, code, number)


def is_page(response: TestResponse) -> bool:
    return response.mimetype == "text/html"


def test_no_address_of_a_page_holds_a_secret(visitor: Visitor) -> None:
    walked = walk(visitor)
    urls = [response.request.url for response in walked.responses]
    urls += [response.headers.get("Location", "") for response in walked.responses]
    urls += [
        link.href
        for response in walked.responses
        if is_page(response)
        for link in Page(response.text, "/").links
    ]
    assert len(urls) > 50
    for secret in [*walked.secrets, ADDRESS, "Lili"]:
        assert not [url for url in urls if secret in url]


def test_no_cookie_holds_a_secret(visitor: Visitor) -> None:
    walked = walk(visitor)
    cookies = [
        cookie for response in walked.responses for cookie in response.headers.getlist("Set-Cookie")
    ]
    assert cookies
    for cookie in cookies:
        assert re.fullmatch(r"seance=[A-Za-z0-9_-]{43}; HttpOnly; Path=/; SameSite=Lax", cookie), (
            cookie
        )


def test_no_line_of_the_log_holds_a_secret(
    visitor: Visitor, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        walked = walk(visitor)
    written = caplog.text + "".join(capfd.readouterr())
    for secret in [*walked.secrets, ADDRESS, "Rosemonde", "Lili"]:
        assert secret not in written


def test_passwords_and_codes_are_in_no_page_but_the_e_mail_s(visitor: Visitor) -> None:
    walked = walk(visitor)
    for response in walked.responses:
        if is_page(response):
            assert PASSWORD not in response.text
            assert NEW_PASSWORD not in response.text
            typed_back = response.request.path == "/activation"
            assert typed_back or walked.code not in response.text


def test_the_number_is_only_shown_to_its_owner_once_it_exists(visitor: Visitor) -> None:
    walked = walk(visitor)
    shown_at = {
        re.sub(r"[0-9a-f-]{36}", "…", response.request.path)
        for response in walked.responses
        if is_page(response) and walked.number in response.text
    }
    assert shown_at == {"/inscription/…", "/espace/coordonnees"}


@pytest.fixture
def elsewhere() -> Iterator[tuple[Relay, list[ReceivedMail]]]:
    """A mail server that is not the simulator's own, and what it received."""
    mails: list[ReceivedMail] = []
    inbox = Inbox(mails.append)
    inbox.start()
    yield Relay(inbox.host, inbox.port), mails
    inbox.stop()


@pytest.fixture
def app_and_visitor(
    elsewhere: tuple[Relay, list[ReceivedMail]],
    start_app: Callable[[Settings], Flask],
    post: Post,
) -> tuple[Simulation, Visitor]:
    """A simulator whose e-mails leave it: nothing of them stays in its database."""
    relay, mails = elsewhere
    app = start_app(Settings(relay=relay))
    simulation: Simulation = app.extensions["simulation"]

    def received() -> list[str]:
        post.mails(simulation)  # returns once everything is sent
        return [mail.raw.decode().replace("\r\n", "\n") for mail in mails]

    return simulation, Visitor(app.test_client(), received)


def dump(database: Path) -> str:
    with sqlite3.connect(database) as connection:
        rows = "\n".join(connection.iterdump())
    connection.close()
    return rows


def test_once_sent_a_code_is_only_a_hash(
    app_and_visitor: tuple[Simulation, Visitor], database: Path
) -> None:
    _, visitor = app_and_visitor
    visitor.reach_preregistration()
    code = visitor.receive_code()
    rows = dump(database)
    assert ADDRESS in rows
    assert code not in rows


def test_passwords_are_argon2_hashes(
    app_and_visitor: tuple[Simulation, Visitor], database: Path
) -> None:
    _, visitor = app_and_visitor
    for reach in (visitor.reach_enrolment, visitor.reach_confirmation):
        reach()
        rows = dump(database)
        assert PASSWORD not in rows
        assert "$argon2id$v=19$" in rows


def test_the_file_itself_keeps_no_trace_of_code_and_password(
    app_and_visitor: tuple[Simulation, Visitor], database: Path
) -> None:
    simulation, visitor = app_and_visitor
    visitor.reach_confirmation()
    code = visitor.receive_code()
    simulation.stop()
    assert not database.with_name(f"{database.name}-wal").exists()
    content = database.read_bytes()
    assert ADDRESS.encode() in content
    assert PASSWORD.encode() not in content
    assert code.encode() not in content


def test_a_lapsed_pre_registration_leaves_nothing_personal(
    visitor: Visitor,
    clock: SandboxClock,
    simulation: Simulation,
    services: Services,
    database: Path,
) -> None:
    visitor.reach_preregistration(Nom="Unique")
    visitor.receive_code()
    clock.advance(hours=49)
    sandbox = simulation.common_sandbox()
    erase_lapsed(services.storage.engine, sandbox.id, sandbox.now(), services.policy)
    rows = dump(database)
    assert "Unique" not in rows
    assert "$argon2" not in rows


def test_the_cookie_is_not_what_the_database_holds(visitor: Visitor, database: Path) -> None:
    visitor.reach_enrolment()
    cookie = visitor.client.get_cookie("seance")
    assert cookie
    assert cookie.value not in dump(database)


def test_over_https_the_cookie_is_secure(visitor: Visitor) -> None:
    response = visitor.client.get("/creation", base_url="https://localhost")
    assert "Secure" in response.headers["Set-Cookie"]


def policy_of(response: TestResponse) -> dict[str, str]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


@pytest.mark.parametrize(
    "path", ["/", "/creation", "/nulle-part", "/espace", "/static/style.css", "/b/x/", "/procedure"]
)
def test_every_answer_has_the_security_headers(visitor: Visitor, path: str) -> None:
    response = visitor.client.get(path, buffered=True)
    policy = policy_of(response)
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "server" not in {name.lower() for name, _ in response.headers}


def test_no_page_is_kept_by_the_browser(visitor: Visitor) -> None:
    walked = walk(visitor)
    assert {response.headers["Cache-Control"] for response in walked.responses} == {"no-store"}


def test_no_page_holds_a_script_of_its_own(visitor: Visitor) -> None:
    pages = [Page(answer.text, "/") for answer in walk(visitor).responses if is_page(answer)]
    scripts = [script for page in pages for script in page.root.all("script")]
    sources = {(script.attributes.get("src") or "").partition("?")[0] for script in scripts}
    assert sources == {"/static/activation.js"}
