"""What goes wrong gets a French page and the right status."""

import sqlite3
from pathlib import Path

import pytest
from flask import Flask

from tests.screens.visitor import ADDRESS, PASSWORD, Visitor

UUID = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(
    "path",
    [
        "/nulle-part",
        "/creation/",
        "/creation/1/identifiants",
        "/inscription/1",
        "/messagerie/1",
        f"/inscription/{UUID}/recapitulatif.PDF",
        "/static/nulle-part.css",
        "/static/../app.py",
        "/%00",
        "/%FF%FE",
        "/😀",
        "/b/",
        "/b/MAJUSCULES/",
        f"/{'a' * 10_000}",
    ],
)
def test_an_unknown_path_is_not_found(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert visitor.statuses[-1] == 404
    assert page.headings == ["Page introuvable"]
    assert "Cette page n'existe pas." in page.main
    visitor.follow("Revenir à la page d'accueil")
    assert visitor.url == "/"


@pytest.mark.parametrize("path", [f"/creation/{UUID}/{end}" for end in ("formulaire", "quitter")])
def test_an_unknown_wizard_begins_again(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    assert visitor.statuses == [303, 200]


@pytest.mark.parametrize(
    "method, path, allowed",
    [
        ("POST", "/procedure", "GET"),
        ("DELETE", "/creation", "GET"),
        ("PUT", "/connexion", "POST"),
        ("PATCH", "/", "GET"),
        ("TRACE", "/activation", "GET"),
        ("PROPFIND", "/", "GET"),
        ("GET", "/inscription", "POST"),
        ("GET", "/espace/deconnexion", "POST"),
    ],
)
def test_an_unknown_method_is_refused_and_the_known_ones_named(
    visitor: Visitor, method: str, path: str, allowed: str
) -> None:
    token = visitor.open("/activation").form.hidden
    response = visitor.client.open(path, method=method, data=token)
    assert response.status_code == 405
    assert "Demande incorrecte" in response.text
    assert allowed in response.headers.get("Allow", "")


@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_an_oversize_body_is_refused(visitor: Visitor, content_type: str) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="code"\r\n\r\n' + b"a" * 300_000
    response = visitor.client.post("/activation", data=body, content_type=content_type)
    assert response.status_code == 413
    assert "Les informations envoyées sont trop volumineuses." in response.text


@pytest.mark.parametrize(
    "content_type, body",
    [
        ("application/json", b'{"csrf_token": []}'),
        ("multipart/form-data", b"--x"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n--x"),
        ("application/x-www-form-urlencoded", b"%&=%zz&csrf_token=%ff&&&"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfe"),
        ("", b"\x00"),
    ],
)
def test_a_body_that_is_no_form_is_a_stale_one(
    visitor: Visitor, content_type: str, body: bytes
) -> None:
    response = visitor.client.post("/activation", data=body, content_type=content_type)
    assert response.status_code == 400
    assert "Votre session a expiré, veuillez recommencer." in response.text


@pytest.mark.parametrize("path", ["/", "/creation", "/static/style.css", "/nulle-part", "/b/x/"])
@pytest.mark.parametrize("host", ["ailleurs.exemple.test", "localhost.exemple.test", "10.0.0.1"])
def test_an_unknown_host_is_refused(visitor: Visitor, host: str, path: str) -> None:
    response = visitor.client.get(path, base_url=f"http://{host}")
    assert response.status_code == 400
    assert "Ce simulateur ne répond pas à ce nom de site." in response.text


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1:1", "www.impots.gouv.fr:1"])
def test_the_hosts_of_this_machine_are_answered(visitor: Visitor, host: str) -> None:
    assert visitor.client.get("/", base_url=f"http://{host}").status_code == 200


@pytest.mark.parametrize("cookie", ["x", "é", "a" * 4000, '"', "%00"])
def test_a_made_up_cookie_is_a_new_session(visitor: Visitor, cookie: str) -> None:
    header = f"seance={cookie}".encode().decode("latin-1")
    response = visitor.client.get("/procedure", headers={"Cookie": header})
    assert response.status_code == 200
    response = visitor.client.get("/creation", headers={"Cookie": header})
    assert response.status_code == 200


def test_a_failing_database_gives_a_page_and_writes_no_personal_data_in_the_log(
    app: Flask,
    visitor: Visitor,
    database: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert app.debug is False
    visitor.reach_summary()
    with sqlite3.connect(database) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    connection.close()
    page = visitor.press("Confirmer")
    assert visitor.statuses == [500]
    assert page.headings == ["Erreur du simulateur"]
    assert "Le simulateur n'a pas pu répondre à cette demande." in page.main
    assert "Traceback" not in page.html
    written = caplog.text + "".join(capfd.readouterr())
    assert "full" in written
    for secret in (ADDRESS, PASSWORD, "Rosemonde", "Lili"):
        assert secret not in written


def test_what_could_not_be_confirmed_can_be_later(visitor: Visitor, database: Path) -> None:
    summary = visitor.reach_summary()
    with sqlite3.connect(database) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        connection.commit()
        visitor.press("Confirmer")
        connection.execute("DROP TRIGGER full")
    connection.close()
    page = visitor.press("Confirmer", on=summary)
    assert page.headings == ["Activation de votre espace abonné"]
    assert len(visitor.mails()) == 1
