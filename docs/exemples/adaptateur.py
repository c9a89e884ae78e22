"""Serves a part of the control contract in front of a test bench: its clock and its held mail.

    BANC_JETON=… python adaptateur.py http://127.0.0.1:8000/banc 8100

Only the three functions of ROUTES are the bench's own: here each sends it a request.
"""

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request, urlopen

TOKEN = os.environ["BANC_JETON"]
CONTRACT = {"version": 1, "capabilities": ["clock", "held-mail"]}
COMMON = "/sandboxes/common"  # a site that makes no worlds of its own has this one


def ask_bench(path: str, order: dict[str, object]) -> None:
    """Send an order to the bench, as it wants it."""
    request = Request(f"{BENCH}{path}", json.dumps(order).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    urlopen(request, timeout=10).close()


def set_clock(order: dict[str, object]) -> None:
    """Put the bench's clock to an instant; the harness always freezes it there."""
    ask_bench("/horloge", {"instant": order["now"]})


def reset_clock(_: dict[str, object]) -> None:
    """Bring it back to real time."""
    ask_bench("/horloge", {"instant": None})


def hold_mail(order: dict[str, object]) -> None:
    """Keep the bench's messages back, or let them go."""
    ask_bench("/courriels", {"retenus": order["is_held"]})


ROUTES = {
    ("PUT", f"{COMMON}/clock"): set_clock,
    ("DELETE", f"{COMMON}/clock"): reset_clock,
    ("PUT", f"{COMMON}/mail"): hold_mail,
}


class Adapter(BaseHTTPRequestHandler):
    """Answers the harness."""

    def do_any(self) -> None:
        """Do what a route is for, for whoever has the token."""
        content = self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}"
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.answer(404)
        if (self.command, self.path) == ("GET", "/contract"):
            return self.answer(200, json.dumps(CONTRACT).encode())
        act = ROUTES.get((self.command, self.path))
        if act:
            act(json.loads(content))
        return self.answer(200 if act else 404)

    do_GET = do_PUT = do_DELETE = do_any  # noqa: N815 - http.server's names

    def answer(self, status: int, content: bytes = b"{}") -> None:
        """Answer in JSON."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    BENCH = sys.argv[1].rstrip("/")
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Adapter).serve_forever()
