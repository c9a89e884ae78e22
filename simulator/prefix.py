"""The path prefix of a sandbox, turned into SCRIPT_NAME so that no screen knows of it (U-80)."""

from collections.abc import Iterable
from re import compile as pattern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ENVIRON_KEY = "simulator.sandbox"
SANDBOX_ID = r"[a-z0-9][a-z0-9-]{0,35}"
_PREFIX = pattern(rf"/b/({SANDBOX_ID})(?=/|$)")


class SandboxPrefix:
    """WSGI middleware: `/b/<id>/…` is `/…` of that sandbox, any other path of the common one."""

    def __init__(self, application: "WSGIApplication") -> None:
        """Wrap an application."""
        self._application = application

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        path = environ.get("PATH_INFO", "")
        if match := _PREFIX.match(path):
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + match.group()
            environ["PATH_INFO"] = path[match.end() :]
            environ[ENVIRON_KEY] = match.group(1)
        return self._application(environ, start_response)
