"""The command that holds a class."""

import re
import signal
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.cli.conftest import Running

Run = Callable[..., CompletedProcess[str]]


def test_it_says_what_is_given_to_trainees_and_what_is_the_trainers(
    start: Callable[..., Running],
) -> None:
    running = start("class", "--address", "127.0.0.1")
    for line in ("Adresse à donner aux stagiaires", "Tableau de l'animation", "Page à projeter"):
        assert re.search(rf"{line} : http://127\.0\.0\.1:\d+/classe/", running.text)
    assert re.search(r"Code de la classe : [A-Z0-9]{6}\n", running.text)
    assert "█" in running.text  # the QR code
    status, output, errors = running.end(signal.SIGINT)
    assert (status, output, errors) == (0, "Classe terminée.\n", "")


def test_two_classes_have_codes_and_passwords_of_their_own(start: Callable[..., Running]) -> None:
    texts = [start("class", "--address", "127.0.0.1").text for _ in range(2)]
    secrets = [re.findall(r"(?:Code de la classe|Mot de passe).* : (\S+)", text) for text in texts]
    assert not set(secrets[0]) & set(secrets[1])


@pytest.mark.parametrize("address", ["0.0.0.0", "8.8.8.8", "salle"])  # noqa: S104 - refused
def test_an_address_that_is_not_private_is_refused(run: Run, address: str) -> None:
    result = run("class", "--address", address)
    assert (result.returncode, result.stdout) == (2, "")
    assert re.fullmatch(r".*adresse.*\.\n", result.stderr)


def test_what_is_wrong_with_a_trainers_sheet_is_told_before_anything_starts(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "essai.toml").write_text('title = "Essai"\nbut = ""\n', "utf-8")
    result = run("class", "--address", "127.0.0.1", "--exercises", str(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert "essai.toml, ligne 2 : but : cette clé n'existe pas." in result.stderr


def test_a_port_that_is_taken_is_told(run: Run, start: Callable[..., Running]) -> None:
    running = start("class", "--address", "127.0.0.1")
    port = re.search(r":(\d+)/classe/", running.text)
    result = run("class", "--address", "127.0.0.1", "--port", port[1] if port else "")
    assert (result.returncode, "est déjà employé" in result.stderr) == (1, True)
