"""One SQLite file has one server: two would send each letter twice."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

Serve = Callable[..., Any]  # the class belongs to a file that cannot be imported
Run = Callable[..., Any]


def test_a_second_server_on_the_same_file_is_refused_until_the_first_is_gone(
    serve: Serve, run: Run, tmp_path: Path
) -> None:
    options = ("--database", f"sqlite:///{tmp_path / 'commune.sqlite'}")
    first = serve(*options)
    second = run("serve", "--port", "0", *options)
    assert second.returncode == 1
    assert "un autre serveur s'en sert déjà" in second.stderr
    assert "Traceback" not in second.stderr
    first.process.kill()
    first.process.wait()
    assert serve(*options).end(signal.SIGTERM)[0] == 0
