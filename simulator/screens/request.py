"""What a view works with: the services of its sandbox, the browser's session, the visitor."""

from typing import TYPE_CHECKING, cast

from flask import current_app, g, request, session

from simulator.prefix import ENVIRON_KEY
from simulator.services import Services
from simulator.storage.sandboxes import COMMON

if TYPE_CHECKING:
    from simulator.screens.session import StoredSession
    from simulator.simulation import Simulation


def simulation() -> "Simulation":
    """Return the simulation that the application shows."""
    return cast("Simulation", current_app.extensions["simulation"])


def request_services() -> Services:
    """Return the services of the request's sandbox; of the common one where it is unknown.

    `has_known_sandbox` tells the two apart: an unknown sandbox gets a page that says so.
    """
    if "services" not in g:
        asked = request.environ.get(ENVIRON_KEY, COMMON)
        found = simulation().sandboxes.find(asked)
        g.has_known_sandbox = found is not None
        g.services = simulation().services(found or simulation().common_sandbox())
    return cast("Services", g.services)


def has_known_sandbox() -> bool:
    """Tell whether the request's sandbox exists."""
    request_services()
    return bool(g.has_known_sandbox)


def browser_session() -> "StoredSession":
    """Return the browser's session with its own type."""
    return cast("StoredSession", session._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001 - Werkzeug's documented way out of a proxy


def visitor() -> str:
    """Return what tells one visitor from another: the network address (U-46)."""
    return request.remote_addr or ""
