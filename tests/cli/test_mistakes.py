import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from subprocess import CompletedProcess

import pytest

from simulator.storage.database import open_database

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port: int = closed.getsockname()[1]
    return port


def sentence(result: CompletedProcess[str], code: int) -> str:
    """Check that the command ended with one line on stderr, and return it."""
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert result.returncode == code
    assert line.endswith(".")
    assert "Traceback" not in line
    return line


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["servir"], "Cette commande n'existe pas"),
        (["--prot", "1"], "--prot n'existe pas"),
        (["serve", "--prot", "1"], "--prot n'existe pas"),
        (["serve", "de", "trop"], "un mot de trop"),
        (["report", "juger"], "Cette commande n'existe pas"),
        (["report", "gate", "--prot"], "--prot n'existe pas : espace-expert report gate --help"),
        (["report", "gate", "--known"], "--known est mal employée"),
        (["report", "gate", "a", "b"], "un mot de trop"),
        (["serve", "--port"], "--port attend un nombre"),
        (["serve", "--port", "x"], "--port attend un nombre"),
        (["serve", "--port", "-1"], "--port attend un nombre"),
        (["serve", "--port", "65536"], "--port attend un nombre"),
        (["serve", "--allow-other-relay=oui"], "--allow-other-relay est mal employée"),
        (["serve", "--database", "données.sqlite"], "--database attend une adresse SQLAlchemy"),
        (["serve", "--database", "sqlite://"], "--database attend une adresse SQLAlchemy"),
        (["serve", "--database", "postgresql://h:x/d"], "--database attend"),
        (["serve", "--smtp", "localhost"], "--smtp attend un serveur et son port"),
        (["serve", "--smtp", "localhost:x"], "--smtp attend un serveur et son port"),
        (["serve", "--smtp", "u@localhost:25/x"], "--smtp attend un serveur et son port"),
        (["serve", "--smtp", "192.0.2.1:25"], "--allow-other-relay"),
        (["serve", "--address", "::"], "--allow-other-addresses"),
        (["serve", "--address", "192.0.2.1", "--allow-other-addresses"], "--access-code"),
        (["serve", "--control-token", ""], "--control-token attend"),
        (["serve", "--control-token", "avec espace"], "--control-token attend"),
        (["serve", "--access-code", "court"], "--access-code attend"),
    ],
)
def test_a_mistake_in_the_command_is_one_sentence(
    run: Run, arguments: list[str], said: str
) -> None:
    assert said in sentence(run(*arguments), 2)


def test_a_taken_port_is_said(run: Run, taken_port: int) -> None:
    said = sentence(run("serve", "--port", str(taken_port)), 1)
    assert said == f"Le port {taken_port} est déjà employé par un autre programme."


def test_a_taken_port_makes_no_database(run: Run, taken_port: int, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/neuf.sqlite"
    run("serve", "--port", str(taken_port), "--database", url)
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_another_machine_is_said(run: Run) -> None:
    result = run(
        "serve", "--address", "192.0.2.1", "--allow-other-addresses", "--access-code", "12345678"
    )  # fmt: skip
    assert "« 192.0.2.1 »" in sentence(result, 1)


def test_an_unknown_kind_of_database_is_said(run: Run) -> None:
    result = run("serve", "--port", "0", "--database", "inconnue://machine/base")
    assert "La base de données ne peut être ouverte" in sentence(result, 1)


def test_a_missing_folder_is_said(run: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/absent/base.sqlite"
    result = run("serve", "--port", "0", "--database", url)
    assert "La base de données ne peut être ouverte" in sentence(result, 1)


def test_a_file_that_is_no_database_is_said_and_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lettre.txt"
    file.write_text("Ceci n'est pas une base de données.\n" * 100)
    before = file.read_bytes()
    result = run("serve", "--port", "0", "--database", f"sqlite:///{file}")
    assert "La base de données ne peut être ouverte" in sentence(result, 1)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "change, difference",
    [
        ("DROP COLUMN defects", "sans sandboxes.defects"),
        ("ADD COLUMN is_old BOOLEAN NOT NULL DEFAULT 0", "avec sandboxes.is_old"),
    ],
)
def test_a_database_of_another_version_is_said_and_kept(
    run: Run, tmp_path: Path, change: str, difference: str
) -> None:
    url = f"sqlite:///{tmp_path}/ancienne.sqlite"
    open_database(url).dispose()
    with closing(connect(tmp_path / "ancienne.sqlite")) as database:
        database.execute(f"ALTER TABLE sandboxes {change}")
        database.execute("DROP TABLE mails")
        before = list(database.iterdump())
    said = sentence(run("serve", "--port", "0", "--database", url), 1)
    assert f"elle vient d'une autre version du simulateur, {difference} ;" in said
    with closing(connect(tmp_path / "ancienne.sqlite")) as database:
        assert list(database.iterdump()) == before


def test_an_unreachable_server_is_said_without_its_password(run: Run, closed_port: int) -> None:
    url = f"postgresql+psycopg://lila:motdepasse@127.0.0.1:{closed_port}/base"
    said = sentence(run("serve", "--port", "0", "--database", url), 1)
    assert "La base de données ne peut être ouverte" in said
    assert "motdepasse" not in said


def test_an_unknown_defect_is_refused_with_those_that_come_near(run: Run) -> None:
    said = sentence_or_question(run("serve", "--defect", "delai-50h"))
    assert "« delai-50h » n'existe pas ; voulez-vous dire delai-49h" in said


def sentence_or_question(result: CompletedProcess[str]) -> str:
    assert (result.returncode, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    assert "Traceback" not in line
    return line
