"""Measure a class: every seat goes through the whole procedure in lock-step, the board open thrice.

``.venv/bin/python -m bench.classroom [SEATS]`` starts a class in a process of its own and plays so
many trainees (30 unless said) from another. Times are told, not judged: they are the machine's too.
"""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http import HTTPStatus
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode, urljoin, urlsplit

_PATIENCE = 60  # seconds for any answer
_CODE_PATIENCE = 30  # seconds for a mail
_VIEWERS = 3
_HASHED = frozenset({"identifiants"})  # a password is hashed or verified there
_FORM = {
    "courtesy_title": "madame",
    "last_name": "Rosemonde",
    "first_name": "Lila",
    "siren": "987654321",
    "phone": "0124578877",
    "city": "PARIS",
    "country": "FRANCE",
    "question": "pet_name",
    "answer": "Lili",
}


@dataclass
class Measured:
    """Seconds of each kind of page, seconds until each code came, and what went wrong."""

    pages: list[float] = field(default_factory=list)
    hashed: list[float] = field(default_factory=list)
    boards: list[float] = field(default_factory=list)
    codes: list[float] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)


class Visitor:
    """A browser without pictures: its cookies, the page it is at, and what that took."""

    def __init__(self, address: str, times: list[float], hashed: list[float]) -> None:
        self._address = address
        self._cookies: dict[str, str] = {}
        self._times, self._hashed = times, hashed
        self.url = self.page = ""

    def open(self, url: str, form: dict[str, str] | None = None) -> None:
        """Go to a page, or send it a form, and wherever that leads."""
        began = time.perf_counter()
        where, body = urljoin(self.url or self._address, url), form
        while where:
            self.url, where, body = where, self._ask(where, body), None
        is_hashed = form is not None and any(name in self.url + url for name in _HASHED)
        (self._hashed if is_hashed else self._times).append(time.perf_counter() - began)

    def send(self, action: str = "validate", **typed: str) -> None:
        """Send the page's form."""
        form = {"csrf_token": self.found(r'name="csrf_token"[^>]*value="([^"]+)"')}
        self.open(self.url, {**form, **typed, "action": action})

    def found(self, pattern: str) -> str:
        """Give what a pattern finds in the page. Raises LookupError."""
        found = re.search(pattern, self.page, re.MULTILINE)
        if found is None:
            raise LookupError(f"{pattern} at {urlsplit(self.url).path}")
        return unescape(found[1])

    def _ask(self, url: str, form: dict[str, str] | None) -> str:
        parts = urlsplit(url)
        connection = HTTPConnection(parts.netloc, timeout=_PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(
            "GET" if form is None else "POST", target, urlencode(form or {}), headers
        )
        answer = connection.getresponse()
        self.page = answer.read().decode("utf-8", "replace")
        for value in answer.headers.get_all("Set-Cookie", ()):
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(value).items()}
        connection.close()
        if answer.status >= HTTPStatus.BAD_REQUEST:
            raise LookupError(f"{answer.status} at {parts.path}")
        return urljoin(url, answer.headers["Location"]) if answer.headers["Location"] else ""


def _steps(measured: Measured, code: str) -> Iterator[Callable[[Visitor], None]]:
    """Yield what each trainee does, one thing after the other."""
    address, password = "contact@cabinet.example", "Secret123"

    def join(visitor: Visitor) -> None:
        visitor.open("/classe/")
        visitor.send("join", code=code, first_name="Lila")

    def read_code(visitor: Visitor) -> None:
        asked = time.perf_counter()
        root = re.sub(r"(/b/\w+/).*", r"\1", visitor.url)
        while time.perf_counter() - asked < _CODE_PATIENCE:
            visitor.open(f"{root}messagerie")
            found = re.search(r'href="([^"]*/messagerie/[0-9a-f-]{36})"', visitor.page)
            if found:
                measured.codes.append(time.perf_counter() - asked)
                visitor.open(found[1])
                return
            time.sleep(0.2)
        raise LookupError("no mail came")

    def activate(visitor: Visitor) -> None:
        activation_code = visitor.found(r"^\s*(?:<[^>]+>)*([A-Za-z0-9]{12})(?:<[^>]+>)*\s*$")
        visitor.open(re.sub(r"messagerie/.*", "activation", visitor.url))
        visitor.send(address=address, code=activation_code)

    def confirm_in_the_window(visitor: Visitor) -> None:
        ticket = visitor.found(r'name="ticket" value="([^"]+)"')
        token = visitor.found(r'name="csrf_token"[^>]*value="([^"]+)"')
        root = re.sub(r"(/b/\w+/).*", r"\1", visitor.url)
        visitor.open(f"{root}inscription", {"csrf_token": token, "ticket": ticket})
        visitor.found("(Ce numéro d'abonné vous est personnel|vous est personnel)")

    yield join
    yield lambda visitor: visitor.open(_link(visitor, "Créer / Activer mon espace"))
    yield lambda visitor: visitor.open(_link(visitor, "1ère étape : Créez votre espace", last=True))
    yield lambda visitor: visitor.send(are_accepted="y")
    yield lambda visitor: visitor.send(
        address=address, address_again=address, password=password, password_again=password
    )
    yield lambda visitor: visitor.send(**_FORM)
    yield lambda visitor: visitor.send("confirm")
    yield read_code
    yield activate
    yield confirm_in_the_window


def _link(visitor: Visitor, words: str, *, last: bool = False) -> str:
    text = re.escape(words).replace(r"\ ", r"\s+").replace(":", r"\s*:")
    found = re.findall(rf'<a[^>]*href="([^"]+)"[^>]*>\s*{text}', visitor.page.replace("\xa0", " "))
    if not found:
        raise LookupError(f"no link {words}")
    return unescape(found[-1 if last else 0])


def measure(seats: int) -> tuple[Measured, int]:
    """Play a class; return what was measured, and the server's memory at its most, in KiB."""
    measured = Measured()
    with _running_class() as (process, address, code, password):
        visitors = [Visitor(address, measured.pages, measured.hashed) for _ in range(seats)]
        is_over = Event()
        viewers = [
            Thread(target=_watch, args=(address, password, measured, is_over))
            for _ in range(_VIEWERS)
        ]
        for viewer in viewers:
            viewer.start()
        with ThreadPoolExecutor(seats) as pool:
            for step in _steps(measured, code):
                list(pool.map(lambda visitor, do=step: _tried(do, visitor, measured), visitors))
        is_over.set()
        for viewer in viewers:
            viewer.join()
        return measured, _memory(process.pid)


def _tried(do: Callable[[Visitor], None], visitor: Visitor, measured: Measured) -> None:
    try:
        do(visitor)
    except (LookupError, OSError) as trouble:
        measured.troubles[f"{type(trouble).__name__}: {trouble}"] += 1


def _watch(address: str, password: str, measured: Measured, is_over: Event) -> None:
    visitor = Visitor(address, measured.boards, measured.boards)
    visitor.open("/classe/tableau/")
    token = visitor.found(r'name="csrf_token"[^>]*value="([^"]+)"')
    visitor.open("/classe/tableau/entrer", {"csrf_token": token, "password": password})
    while not is_over.wait(2):
        visitor.open("/classe/tableau/places")


@contextmanager
def _running_class() -> Iterator[tuple[subprocess.Popen[str], str, str, str]]:
    command = [str(Path(sys.executable).with_name("espace-expert")), "class", "--port", "0"]
    with subprocess.Popen(
        [*command, "--address", "127.0.0.1"], stdout=subprocess.PIPE, text=True
    ) as process:
        lines: list[str] = []
        for line in process.stdout or ():
            lines.append(line)
            if line.startswith("Ctrl-C"):
                break
        told = "".join(lines)
        told_of = {
            key: (re.search(rf"{key}[^:]* : (\S+)", told) or ["", ""])[1]
            for key in ("Adresse", "Code", "Mot de passe")
        }
        try:
            site = told_of["Adresse"].removesuffix("classe/")
            yield process, site, told_of["Code"], told_of["Mot de passe"]
        finally:
            process.terminate()


def _memory(pid: int) -> int:
    """Return the most memory that a process has had, in KiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*(\d+)", status)
    return int(found[1]) if found else 0


def _told(name: str, seconds: list[float]) -> str:
    ordered = sorted(seconds) or [0.0]
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    median = ordered[len(ordered) // 2]
    return (
        f"{name}: {len(seconds)}, median {median:.3f} s, p95 {p95:.3f} s,"
        f" longest {ordered[-1]:.3f} s"
    )


def main() -> None:
    """Measure a class of as many seats as is said."""
    seats = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    measured, memory = measure(seats)
    lines = [
        f"{seats} seats, {sum(measured.troubles.values())} errors, at most {memory // 1024} MiB",
        _told("pages", measured.pages),
        _told("steps with a hash", measured.hashed),
        _told("board", measured.boards),
        _told("codes, from the step after « Confirmer »", measured.codes),
        *(f"{number} × {trouble}" for trouble, number in measured.troubles.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
