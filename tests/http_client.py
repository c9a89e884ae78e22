"""The part of Flask's test client that `Walker` uses, over real HTTP."""

from dataclasses import dataclass, field
from email.message import Message
from http.cookiejar import CookieJar
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, build_opener

TIMEOUT = 60  # seconds, on a busy machine


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status_code: int
    text: str
    location: str


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class HttpClient:
    """One browser's worth of cookies, on a site that may come back on another port."""

    base: str
    jar: CookieJar = field(default_factory=CookieJar)

    def get(self, url: str) -> Answer:
        """Ask for a page."""
        return self._open(url, None)

    def post(self, url: str, data: dict[str, str]) -> Answer:
        """Send a form."""
        return self._open(url, urlencode(data).encode())

    def _open(self, url: str, data: bytes | None) -> Answer:
        opener: OpenerDirector = build_opener(HTTPCookieProcessor(self.jar), _NoRedirect)
        try:
            with opener.open(urljoin(self.base, url), data, TIMEOUT) as answer:
                return _answer(answer.status, answer, answer.headers)
        except HTTPError as answer:
            with answer:
                return _answer(answer.code, answer, answer.headers)


def _answer(status: int, body: IO[bytes], headers: Message) -> Answer:
    location = urlsplit(headers.get("Location", "")).path
    return Answer(status, body.read().decode(), location)
