import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.mail.inbox import Inbox

Serve = Callable[..., Any]  # the class belongs to a file that cannot be imported

TOKEN = "jeton-de-test"
LILA = {"address": "lila@example.fr", "password": "Secret123"}


def test_it_says_its_addresses(serve: Serve) -> None:
    running = serve()
    assert running.url.startswith("http://127.0.0.1:")
    assert f"Messagerie : {running.url}messagerie" in running.text
    assert "effacées à l'arrêt" in running.text
    assert "Interface de contrôle" not in running.text
    assert running.ask("GET", "/")[0] == 200
    assert running.ask("GET", "/messagerie")[0] == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_leaves_nothing(
    serve: Serve, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    running = serve()
    assert list(tmp_path.iterdir())
    assert running.ask("GET", "/")[0] == 200
    assert running.end(number) == (0, "Simulateur arrêté.\n", "")
    assert list(tmp_path.iterdir()) == []


def test_data_in_a_file_survive_a_restart(serve: Serve, tmp_path: Path) -> None:
    file = tmp_path / "données.sqlite"
    options = ("--database", f"sqlite:///{file}", "--control-token", TOKEN)
    first = serve(*options)
    assert f"gardées dans {file}" in first.text
    made, _ = first.ask("POST", "/_control/sandboxes/common/spaces", LILA, TOKEN)
    assert made == 201
    assert first.end(signal.SIGINT)[0] == 0
    status, state = serve(*options).ask("GET", "/_control/sandboxes/common", token=TOKEN)
    assert (status, state["spaces"]) == (200, 1)


def test_data_in_no_file_are_gone(serve: Serve) -> None:
    first = serve("--control-token", TOKEN)
    first.ask("POST", "/_control/sandboxes/common/spaces", LILA, TOKEN)
    first.end(signal.SIGINT)
    _, state = serve("--control-token", TOKEN).ask("GET", "/_control/sandboxes/common", token=TOKEN)
    assert state["spaces"] == 0


def test_the_control_interface_is_announced_without_its_token(serve: Serve) -> None:
    running = serve("--control-token", TOKEN)
    assert f"{running.url}_control/openapi.json" in running.text
    assert TOKEN not in running.text
    assert running.ask("GET", "/_control/openapi.json", token=TOKEN)[0] == 200
    assert running.ask("GET", "/_control/openapi.json")[0] == 404


def test_secrets_may_come_from_the_environment(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESPACE_EXPERT_CONTROL_TOKEN", TOKEN)
    monkeypatch.setenv("ESPACE_EXPERT_ACCESS_CODE", "code-de-la-classe")
    running = serve()
    assert "Code d'accès : demandé" in running.text
    assert "code-de-la-classe" not in running.text
    assert running.ask("GET", "/")[0] == 303
    assert running.ask("GET", "/_control/sandboxes", token=TOKEN)[0] == 200


def test_an_smtp_server_takes_the_place_of_the_mail_page(serve: Serve) -> None:
    inbox = Inbox(lambda _mail: None)
    inbox.start()
    try:
        running = serve("--smtp", f"127.0.0.1:{inbox.port}")
        assert f"serveur SMTP 127.0.0.1:{inbox.port}" in running.text
        assert "Messagerie" not in running.text
        assert running.ask("GET", "/messagerie")[0] == 404
        assert running.end(signal.SIGINT)[0] == 0
    finally:
        inbox.stop()


def test_other_machines_may_ask_when_it_is_meant(serve: Serve) -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - the very case
    code = ("--access-code", "code-de-la-classe")
    running = serve("--address", everywhere, "--allow-other-addresses", *code)
    assert running.ask("GET", "/")[0] == 303
    assert running.end(signal.SIGTERM)[0] == 0


def test_nothing_asked_is_logged(serve: Serve) -> None:
    running = serve("--control-token", TOKEN)
    running.ask("POST", "/_control/sandboxes/common/registrations", LILA, TOKEN)
    running.ask("GET", "/nulle-part?code=SECRET")
    assert running.end(signal.SIGINT)[1:] == ("Simulateur arrêté.\n", "")


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals to close here")
def test_a_closed_terminal_ends_it_too(serve: Serve) -> None:
    assert serve().end(signal.SIGHUP)[0] == 0


def test_defects_are_in_force_and_said(serve: Serve) -> None:
    running = serve("--defect", "accueil-sans-tva", "--defect", "delai-49h")
    assert "Défaut en place : accueil-sans-tva (La colonne « Professionnels »" in running.text
    assert "Défaut en place : delai-49h (" in running.text
    assert "ma TVA" not in running.ask("GET", "/")[1]
