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
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import Event, Thread

from tests.http_client import Answer, HttpClient
from tests.walking import ADDRESS, ENROLMENT, PASSWORD, Walker, found

_CODE_PATIENCE = 30  # seconds for a mail
_VIEWERS = 3
_MAIL = re.compile(r'href="([^"]*/messagerie/[0-9a-f-]{36})"')
_CODE = re.compile(r"^\s*(?:<[^>]+>)*([A-Za-z0-9]{12})(?:<[^>]+>)*\s*$", re.MULTILINE)


@dataclass
class Measured:
    """Seconds of each kind of request, seconds until each code came, and what went wrong."""

    pages: list[float] = field(default_factory=list)
    hashed: list[float] = field(default_factory=list)
    boards: list[float] = field(default_factory=list)
    codes: list[float] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)


@dataclass
class TimedClient(HttpClient):
    """A client of one seat, once `seat` is its path, that keeps how long each request took."""

    times: list[float] = field(default_factory=list)
    seat: str = ""

    def get(self, url: str) -> Answer:
        """Ask for a page."""
        return self._timed(partial(super().get, self._at(url)))

    def post(self, url: str, data: dict[str, str]) -> Answer:
        """Send a form."""
        return self._timed(partial(super().post, self._at(url), data))

    def _at(self, url: str) -> str:
        return url if url.startswith(f"{self.seat}/") else f"{self.seat}{url}"

    def _timed(self, ask: Callable[[], Answer]) -> Answer:
        began = time.perf_counter()
        answer = ask()
        self.times.append(time.perf_counter() - began)
        if answer.status_code >= HTTPStatus.BAD_REQUEST:
            raise AssertionError(f"{answer.status_code}")
        return answer


class Trainee:
    """Somebody at a seat, who does one thing after the other."""

    def __init__(self, site: str, code: str, measured: Measured) -> None:
        self._client = TimedClient(site, times=measured.pages)
        self._walker = Walker(self._client)
        self._code = code
        self._measured = measured
        self._screen = self._activation_code = ""

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Give what is done, in its order."""
        return (
            self._join,
            self._accept,
            self._choose_credentials,
            self._fill_in,
            self._confirm,
            self._read_code,
            self._activate,
        )

    def _join(self) -> None:
        typed = {"code": self._code, "first_name": "Lila"}
        self._client.seat = self._walker.post("/classe/", typed).location.rstrip("/")

    def _accept(self) -> None:
        self._screen = self._walker.post("/creation", {"are_accepted": "y"}).location

    def _choose_credentials(self) -> None:
        fields = {
            "address": ADDRESS,
            "address_again": ADDRESS,
            "password": PASSWORD,
            "password_again": PASSWORD,
        }
        self._client.times = self._measured.hashed
        self._screen = self._walker.post(self._screen, fields).location
        self._client.times = self._measured.pages

    def _fill_in(self) -> None:
        answer = self._walker.post(self._screen, {"action": "validate", **ENROLMENT})
        self._screen = answer.location

    def _confirm(self) -> None:
        self._walker.confirm(self._screen)

    def _read_code(self) -> None:
        asked = time.perf_counter()
        while not (mail := _MAIL.search(self._client.get("/messagerie").text)):
            if time.perf_counter() - asked > _CODE_PATIENCE:
                raise AssertionError("no mail came")
            time.sleep(0.2)
        self._measured.codes.append(time.perf_counter() - asked)
        self._activation_code = found(_CODE, self._client.get(mail[1]).text)

    def _activate(self) -> None:
        window = self._walker.open_window(self._walker.enter_code(self._activation_code))
        self._walker.number_shown(window.location)


def measure(seats: int) -> tuple[Measured, int]:
    """Play a class; return what was measured, and the server's memory at its most, in KiB."""
    measured = Measured()
    with _running_class() as (process, site, code, password):
        trainees = [Trainee(site, code, measured).steps() for _ in range(seats)]
        is_over = Event()
        watch = partial(_watch, site, password, measured, is_over)
        viewers = [Thread(target=watch) for _ in range(_VIEWERS)]
        for viewer in viewers:
            viewer.start()
        with ThreadPoolExecutor(seats) as pool:
            for together in zip(*trainees, strict=True):
                list(pool.map(partial(_tried, measured), together))
        is_over.set()
        for viewer in viewers:
            viewer.join()
        return measured, _memory(process.pid)


def _tried(measured: Measured, do: Callable[[], None]) -> None:
    try:
        do()
    except (AssertionError, OSError) as trouble:
        measured.troubles[f"{do.__name__}: {str(trouble)[:80]}"] += 1


def _watch(site: str, password: str, measured: Measured, is_over: Event) -> None:
    client = TimedClient(site, times=measured.boards)
    board = "/classe/tableau/"
    Walker(client).post(f"{board}entrer", {"password": password}, shown=board)
    while not is_over.wait(2):
        client.get(f"{board}places")


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
        address, code, password = (
            found(re.compile(rf"{words}[^:\n]* : (\S+)"), told)
            for words in ("Adresse", "Code", "Mot de passe")
        )
        try:
            yield process, address.removesuffix("classe/"), code, password
        finally:
            process.terminate()


def _memory(pid: int) -> int:
    """Return the most memory that a process has had, in KiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    most = re.search(r"VmHWM:\s*(\d+)", status)
    return int(most[1]) if most else 0


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
        _told("requests", measured.pages),
        _told("requests of the step with a hash", measured.hashed),
        _told("board", measured.boards),
        _told("codes, from the step after « Confirmer »", measured.codes),
        *(f"{number} × {trouble}" for trouble, number in measured.troubles.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
