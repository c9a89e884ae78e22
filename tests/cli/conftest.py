import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

COMMAND = Path(sys.executable).with_name("espace-expert")
PATIENCE = 60  # seconds


@dataclass
class Running:
    process: subprocess.Popen[str]
    text: str

    @property
    def url(self) -> str:
        line = next(line for line in self.text.splitlines() if "Site : " in line)
        return line.partition("Site : ")[2]

    def ask(self, method: str, path: str, body: object = None, token: str = "") -> tuple[int, Any]:
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        connection.request(method, path, json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        content = answer.read().decode()
        connection.close()
        is_json = answer.headers.get_content_type() == "application/json"
        return answer.status, json.loads(content) if is_json else content

    def end(self, number: int) -> tuple[int, str, str]:
        self.process.send_signal(number)
        output, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, output, errors


@pytest.fixture
def start() -> Iterator[Callable[..., Running]]:
    """Start a real command on a free port; return once it has said that it is there."""
    processes: list[subprocess.Popen[str]] = []

    def start(command: str, *options: str) -> Running:
        process = subprocess.Popen(
            [COMMAND, command, "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        lines: list[str] = []
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Ctrl-C"):
                return Running(process, "".join(lines))
        _, errors = process.communicate(timeout=PATIENCE)
        pytest.fail(f"it did not start: {errors}")

    yield start
    for process in processes:
        process.kill()
        process.communicate(timeout=PATIENCE)


@pytest.fixture
def serve(start: Callable[..., Running]) -> Callable[..., Running]:
    """Start `serve` so."""
    return partial(start, "serve")


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the real command to its end."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    return run
