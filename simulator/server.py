"""The server: what `serve` runs and what the tests embed."""

import errno
import socket
from contextlib import ExitStack
from threading import Thread
from types import TracebackType
from typing import Self, cast

from flask import Flask
from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

from simulator.app import create_app
from simulator.simulation import Settings, Simulation

_THREADS = 16  # a class that clicks at once; waitress begins with 4
_CONNECTIONS = 400  # browsers keep several open each
_IDLE_TIMEOUT = 60  # seconds that a silent connection stays open
_LONGEST_BODY = 8 * 1024 * 1024  # bytes; below it, the application refuses in French
# Every address is no address to go to; and Werkzeug trusts no host that is written as [::1].
_SHOWN_AS = {"0.0.0.0": "127.0.0.1", "::": "localhost", "::1": "localhost"}  # noqa: S104 - a name


class AddressUnavailableError(Exception):
    """The server cannot listen there; the message says why in French."""


class Server:
    """A simulator that answers at `url` between `start` and `stop`, or inside a `with`.

    Port 0 is a free one. It is started once. `simulation` is what the pages act upon.
    """

    simulation: Simulation

    def __init__(self, settings: Settings, host: str = "127.0.0.1", port: int = 0) -> None:
        """Prepare, without touching anything yet."""
        self._settings = settings
        self._host = host
        self.port = port
        self._running = ExitStack()

    @property
    def url(self) -> str:
        """The address of the site as seen from this machine, without a final slash."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{_SHOWN_AS.get(self._host, host)}:{self.port}"

    def start(self) -> None:
        """Return once requests are accepted; e-mails are sent from now on.

        Raises AddressUnavailableError, and `simulator.storage.database.DatabaseUnreachableError`.
        """
        with ExitStack() as starting:
            listening = starting.enter_context(_listening_socket(self._host, self.port))
            self.port = listening.getsockname()[1]
            app = create_app(self._settings)
            self.simulation = app.extensions["simulation"]
            starting.callback(self.simulation.stop)
            self.simulation.start()
            web = _WebServer(app, listening)
            web.start()
            starting.callback(web.stop)
            self._running = starting.pop_all()

    def stop(self) -> None:
        """Answer what is being asked, then close everything and leave nothing behind."""
        self._running.close()

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()


def _listening_socket(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        raise AddressUnavailableError(_reason(host, port, error)) from error


def _reason(host: str, port: int, error: OSError | UnicodeError) -> str:
    match error:
        case OSError(errno=errno.EADDRINUSE):
            return f"Le port {port} est déjà employé par un autre programme."
        case OSError(errno=errno.EACCES):
            return f"Le port {port} est réservé à l'administrateur de la machine."
        case _:
            return f"Cette machine ne peut être jointe à l'adresse « {host} »."


class _WebServer:
    def __init__(self, app: Flask, listening: socket.socket) -> None:
        self._map: dict[int, socket.socket] = {}  # dispatchers, in truth
        self._server = cast(
            "BaseWSGIServer",  # one socket, one server
            create_server(
                app,
                map=self._map,
                sockets=[listening],
                threads=_THREADS,
                connection_limit=_CONNECTIONS,
                channel_timeout=_IDLE_TIMEOUT,
                max_request_body_size=_LONGEST_BODY,
                ident=None,
            ),
        )
        self._is_stopping = False
        self._thread = Thread(target=self._run, name="web-server", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.task_dispatcher.shutdown()  # answers are still sent while the last ones end
        self._is_stopping = True
        self._server.pull_trigger()
        self._thread.join()
        wasyncore.close_all(self._map)

    def _run(self) -> None:
        while not self._is_stopping:
            wasyncore.loop(timeout=1, use_poll=True, map=self._map, count=1)
