import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.disguise.control import TOKEN, control
from tests.disguise.costume import NAMES
from tests.smtp import mail_server

_APPLICANT = {"address": "lila@example.fr", "password": "Secret123"}


@pytest.mark.parametrize("name", NAMES)
def test_the_command_runs_a_site_until_it_is_told_to_stop(name: str) -> None:
    with mail_server() as (relay, recipients):
        smtp = f"{relay.host}:{relay.port}"
        command = [sys.executable, "-m", "tests.disguise", name, "--smtp", smtp]
        command += ["--control-token", TOKEN, "--defect", "accueil-sans-documentation"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            try:
                assert running.stdout is not None
                site = running.stdout.readline().strip()
                with urlopen(site, timeout=60) as answer:  # noqa: S310 - a site of this machine
                    assert b">Documentation<" not in answer.read()
                control(site, "sandboxes/common/registrations", _APPLICANT)
                recipients.wait_for()
            finally:
                running.send_signal(signal.SIGTERM)
            assert running.wait(60) == 0
