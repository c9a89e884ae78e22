"""The addresses and the names of a disguise: its requests made the simulator's, and back."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, quote_plus, unquote_plus, urlsplit, urlunsplit
from uuid import UUID

from simulator.prefix import SANDBOX_ID
from tests.disguise.costume import Costume

NOWHERE = "/-"
"""A path that the simulator does not know."""

_COOKIE = "seance"
_PREFIX = re.compile(rf"/b/{SANDBOX_ID}(?=/|$)")
_ID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
_SHORT_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Addresses:
    """What a disguise calls pages, fields and cookies. A UUID loses its hyphens there."""

    costume: Costume

    def inward(self, path: str, query: str) -> tuple[str, str]:
        """Return the simulator's path and query of a disguise's, `NOWHERE` for no address of it."""
        prefix, rest = _split(path)
        asked = dict(parse_qsl(query))
        for pattern, parameter, simulators in self._disguised:
            if match := pattern.fullmatch(rest):
                found = asked.pop(parameter, "") if parameter else "".join(match.groups())
                if "{id}" not in simulators:
                    return prefix + simulators, ""
                if _SHORT_ID.fullmatch(found):
                    return prefix + simulators.replace("{id}", str(UUID(found))), ""
        return prefix + NOWHERE, ""

    def outward(self, url: str) -> str:
        """Return the disguise's address of a simulator's, the same where it is no page's."""
        parts = urlsplit(url)
        prefix, rest = _split(parts.path)
        for pattern, disguised in self._simulators:
            if match := pattern.fullmatch(rest):
                short = match[1].replace("-", "") if match.groups() else ""
                path, _, query = disguised.replace("{id}", short).partition("?")
                return urlunsplit(parts._replace(path=prefix + path, query=query))
        return url

    def read_form(self, body: bytes) -> bytes:
        """Return a form's body with the simulator's names; its values stay, byte for byte."""
        fields = []
        for field in filter(None, body.decode("latin-1").split("&")):
            name, equals, value = field.partition("=")
            known = unquote_plus(name)
            if known in self._actions:
                fields.append(f"action={self._actions[known]}")
            elif known in self._fields:
                inner = self._fields[known]
                if inner in LISTS:
                    listed = unquote_plus(value).removeprefix(self.costume.value_prefix)
                    value = quote_plus(listed)
                fields.append(f"{inner}{equals}{value}")
            elif known not in self.costume.names and known != "action":
                fields.append(field)
        return "&".join(fields).encode("latin-1")

    def outer_value(self, name: str, value: str) -> str:
        """Return the disguise's value of a list's entry."""
        return self.costume.value_prefix + value if name in LISTS else value

    def cookies_inward(self, header: str) -> str:
        """Return a Cookie header with the simulator's names."""
        own = self.costume.cookie
        kept = []
        for pair in header.split("; "):
            if pair.startswith(own):
                kept.append(_COOKIE + pair.removeprefix(own))
            elif not pair.startswith(_COOKIE):
                kept.append(pair)
        return "; ".join(kept)

    def cookie_outward(self, header: str) -> str:
        """Return a Set-Cookie header, or a cookie's name, with the disguise's name."""
        if header.startswith(_COOKIE):
            return self.costume.cookie + header.removeprefix(_COOKIE)
        return header

    @cached_property
    def _actions(self) -> dict[str, str]:
        return {other: action for action, other in self.costume.buttons.items()}

    @cached_property
    def _fields(self) -> dict[str, str]:
        return {other: name for name, other in self.costume.names.items()}

    @cached_property
    def _simulators(self) -> list[tuple[re.Pattern[str], str]]:
        return [
            (re.compile(re.escape(path).replace(r"\{id\}", _ID)), disguised)
            for path, disguised in self.costume.routes.items()
        ]

    @cached_property
    def _disguised(self) -> list[tuple[re.Pattern[str], str, str]]:
        routes = []
        for simulators, disguised in self.costume.routes.items():
            path, _, query = disguised.partition("?")
            pattern = re.compile(re.escape(path).replace(r"\{id\}", r"([0-9a-f]{32})"))
            routes.append((pattern, query.partition("=")[0], simulators))
        return routes


LISTS = frozenset({"courtesy_title", "question", "certificate"})
"""The fields whose values are of a list, not typed."""


def _split(path: str) -> tuple[str, str]:
    """Return a sandbox's prefix, empty for none, and the rest."""
    match = _PREFIX.match(path)
    end = match.end() if match else 0
    return path[:end], path[end:] or "/"
