"""The command itself, killed by the system and started again on its file."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.http_client import HttpClient
from tests.smtp import code_in, mail_server
from tests.walking import Walker

COMMAND = Path(sys.executable).with_name("espace-expert")


@contextmanager
def served(database: Path, smtp_port: int) -> Iterator[str]:
    """Run the command until it is killed; yield the address of the site."""
    process = subprocess.Popen(
        [
            *(COMMAND, "serve", "--port", "0", "--database", f"sqlite:///{database}"),
            *("--smtp", f"127.0.0.1:{smtp_port}"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            site = next(line for line in process.stdout if "Site" in line)
            yield re.findall(r"http://\S+", site)[0]
        finally:
            process.kill()


def test_a_person_goes_on_where_they_were_after_each_kill(tmp_path: Path) -> None:
    database = tmp_path / "simulateur.sqlite"
    client = HttpClient("")
    walker = Walker(client)
    with mail_server() as (relay, recipients):
        with served(database, relay.port) as client.base:
            summary = walker.walk_to_summary()
        with served(database, relay.port) as client.base:
            assert "SARLALERIS" in client.get(summary).text
            registered = walker.confirm(summary).location
        with served(database, relay.port) as client.base:
            assert "Madame Rosemonde Lila" in client.get(registered).text
            [message] = recipients.wait_for(1)
            screen = walker.enter_code(code_in(message))
        with served(database, relay.port) as client.base:
            confirmation = walker.open_window(screen).location
            number = walker.number_shown(confirmation)
        with served(database, relay.port) as client.base:
            assert walker.number_shown(confirmation) == number
            assert walker.can_log_in()
            assert len({code_in(message) for message in recipients.messages}) == 1
