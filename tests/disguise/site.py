"""A disguised site: the simulator behind a layer that makes another site of it."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from unittest.mock import patch

from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map
from werkzeug.wrappers import Request, Response

import simulator.server
import simulator.simulation
from simulator.app import create_app
from simulator.mail.relay import Relay
from simulator.server import Server
from simulator.services import Services, services_of
from simulator.simulation import Settings
from simulator.storage.sandboxes import Sandbox
from simulator.wording import Wording
from tests.disguise.addresses import Addresses
from tests.disguise.costume import Costume, costume
from tests.disguise.mail import DisguisedRelay
from tests.disguise.pages import disguise
from tests.disguise.record import render_record_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from sqlalchemy import Engine

CONTROL = "/_control/"
"""What is not disguised: our own interface, of no site."""

_FORM = "application/x-www-form-urlencoded"
_REFUSED = 422
# How strict a browser is to be with a page is the simulator's own choice.
_DROPPED_HEADERS = (
    "Content-Security-Policy",
    "Content-Length",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "X-Robots-Tag",
)


class Disguise:
    """WSGI middleware: requests are made the simulator's, answers the disguise's."""

    def __init__(self, application: "WSGIApplication", urls: Map, disguised: Costume) -> None:
        """Wrap the simulator's application, whose addresses are `urls`."""
        self._application = application
        self._urls = urls
        self._costume = disguised
        self._addresses = Addresses(disguised)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        request = Request(environ)
        if request.path.startswith(CONTROL):
            response = self._control(environ)
        elif request.path == self._costume.style_path:
            response = Response(self._costume.style, mimetype="text/css")
        else:
            response = self._page(request)
        return response(environ, start_response)

    def _control(self, environ: "WSGIEnvironment") -> Response:
        response = Response.from_app(self._application, environ)
        if response.status_code == 201 and environ["PATH_INFO"].endswith("/arrivals"):
            made = json.loads(response.get_data())
            made["path"] = self._addresses.outward(made["path"])
            made["cookie_name"] = self._addresses.cookie_outward(made["cookie_name"])
            response.set_data(json.dumps(made))
        return response

    def _page(self, request: Request) -> Response:
        environ = request.environ
        path, query = self._addresses.inward(request.path, request.query_string.decode("latin-1"))
        environ["PATH_INFO"], environ["QUERY_STRING"] = path, query
        environ["HTTP_COOKIE"] = self._addresses.cookies_inward(environ.get("HTTP_COOKIE", ""))
        if request.mimetype == _FORM:
            body = self._addresses.read_form(request.get_data(cache=False, parse_form_data=False))
            environ["wsgi.input"] = BytesIO(body)
            environ["CONTENT_LENGTH"] = str(len(body))
        response = Response.from_app(self._application, environ)
        if response.mimetype == "text/html":
            page = response.get_data(as_text=True)
            response.set_data(disguise(page, self._screen(path, request.method), self._costume))
            response.content_type = f"text/html; charset={self._costume.charset}"
        if response.status_code == _REFUSED:
            response.status_code = self._costume.refusal_status
        response.headers = Headers(
            [
                (name, self._header(name, value))
                for name, value in response.headers
                if name not in _DROPPED_HEADERS
            ]
        )
        response.headers["Content-Length"] = str(len(response.get_data()))
        return response

    def _header(self, name: str, value: str) -> str:
        match name:
            case "Location":
                return self._addresses.outward(value)
            case "Set-Cookie":
                return self._addresses.cookie_outward(value)
            case "Content-Disposition":
                return value.replace("recapitulatif_", self._costume.record_name)
        return value

    def _screen(self, path: str, method: str) -> str:
        """Return the screen that the simulator shows at its own path, empty where there is none."""
        inner = path[path.index("/", 3) :] if path.startswith("/b/") else path
        try:
            endpoint, _ = self._urls.bind("").match(inner, method)
        except HTTPException:
            return ""
        # A ticket that is refused shows the activation again, whose screen stays in its place.
        return "activation" if endpoint == "confirmation.activate" else endpoint.partition(".")[0]


def disguised_app(name: str, settings: Settings) -> Flask:
    """Return the application of a new, disguised simulation; see `create_app`."""
    app = create_app(settings)
    app.wsgi_app = Disguise(app.wsgi_app, app.url_map, costume(name))  # type: ignore[method-assign]  # Flask's documented way to add a middleware
    return app


@contextmanager
def worn(name: str) -> Iterator[None]:
    """Have whatever simulation runs meanwhile, in this process, make what the disguise shows.

    That is: draw codes of the disguise's alphabet, ask its questions and print its record.
    """
    with patch.object(simulator.simulation, "services_of", _services_of(costume(name))):
        yield


def _services_of(disguised: Costume) -> "Callable[[Engine, Sandbox], Services]":
    render_record = render_record_of(disguised)
    sound = Wording()
    questions = {
        question: disguised.questions.get(question, text)
        for question, text in sound.questions.items()
    }

    def services(engine: "Engine", sandbox: Sandbox) -> Services:
        plain = services_of(engine, sandbox)
        return replace(
            plain,
            policy=replace(plain.policy, code_alphabet=disguised.code_alphabet),
            wording=replace(plain.wording, questions=questions),
            render_record=render_record,
        )

    return services


@contextmanager
def disguised_site(
    name: str,
    relay: Relay,
    *,
    control_token: str | None = None,
    defects: tuple[str, ...] = (),
    port: int = 0,
) -> Iterator[str]:
    """Run a disguised site and give its address, with the final slash.

    One at a time in a process. Its e-mails go to `relay`, in the disguise's writing.
    Raises KeyError where there is no such disguise, and what `Server.start` raises.
    """
    own_relay = DisguisedRelay(relay.host, relay.port, writing=costume(name).mail)
    settings = Settings(relay=own_relay, control_token=control_token, defects=defects)
    with (
        worn(name),
        patch.object(simulator.server, "create_app", lambda given: disguised_app(name, given)),
        Server(settings, port=port) as server,
    ):
        opens_in_click = costume(name).window == "click"
        common = server.simulation.common_sandbox()
        server.simulation.sandboxes.save(replace(common, opens_in_click=opens_in_click))
        yield f"{server.url}/"
