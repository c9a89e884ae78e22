from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask import Flask
from werkzeug.test import TestResponse

Ask = Callable[..., TestResponse]


def test_the_common_sandbox_is_always_there(ask: Ask) -> None:
    assert ask("GET", "/sandboxes").json == {"sandboxes": [{"id": "common", "path": "/"}]}


def test_a_sandbox_is_made_listed_and_shown_at_its_path(control_app: Flask, ask: Ask) -> None:
    made = ask("POST", "/sandboxes", {"id": "poste-1"})
    assert made.status_code == 201
    assert made.json == {"id": "poste-1", "path": "/b/poste-1/"}
    assert ask("GET", "/sandboxes").json == {
        "sandboxes": [{"id": "common", "path": "/"}, {"id": "poste-1", "path": "/b/poste-1/"}]
    }
    assert control_app.test_client().get("/b/poste-1/").status_code == 200


def test_a_sandbox_without_an_id_gets_one(ask: Ask) -> None:
    ids = {(ask("POST", "/sandboxes").json or {})["id"] for _ in range(3)}
    assert len(ids) == 3
    for sandbox_id in ids:
        assert ask("GET", f"/sandboxes/{sandbox_id}").status_code == 200


@pytest.mark.parametrize("taken", ["essai", "common"])
def test_an_id_is_given_once(ask: Ask, sandbox: str, taken: str) -> None:
    answer = ask("POST", "/sandboxes", {"id": taken})
    assert answer.status_code == 409
    assert answer.json == {"errors": [{"field": "id", "message": "the id is taken"}]}
    assert ask("GET", sandbox).status_code == 200


def test_a_new_sandbox_is_empty_and_at_real_time(ask: Ask, sandbox: str) -> None:
    before = datetime.now(UTC)
    state = ask("GET", sandbox).json or {}
    assert before <= datetime.fromisoformat(state.pop("now")) <= datetime.now(UTC)
    assert state == {
        "id": "essai",
        "path": "/b/essai/",
        "is_frozen": False,
        "is_mail_held": False,
        "opens_in_click": True,
        "defects": [],
        "spaces": 0,
        "certificate_spaces": 0,
        "pending_registrations": 0,
        "queued_mails": 0,
        "sent_mails": 0,
        "refused_mails": 0,
    }


def test_an_erased_sandbox_is_no_more(control_app: Flask, ask: Ask, sandbox: str) -> None:
    erased = ask("DELETE", sandbox)
    assert (erased.status_code, erased.data) == (204, b"")
    assert ask("GET", sandbox).status_code == 404
    assert control_app.test_client().get("/b/essai/").status_code == 404


def test_the_common_sandbox_is_emptied(ask: Ask) -> None:
    person = {"address": "lila@example.fr", "password": "Secret123"}
    ask("POST", "/sandboxes/common/spaces", person)
    assert ask("DELETE", "/sandboxes/common").status_code == 204
    assert (ask("GET", "/sandboxes/common").json or {})["spaces"] == 0


@pytest.mark.parametrize(
    "method, below, body",
    [
        ("GET", "", None),
        ("DELETE", "", None),
        ("PUT", "/clock", {"is_frozen": True}),
        ("DELETE", "/clock", None),
        ("PUT", "/mail", {"is_held": True}),
        ("POST", "/certificate-spaces", {"address": "lila@example.fr"}),
        ("POST", "/registrations", {"address": "lila@example.fr", "password": "Secret123"}),
        ("POST", "/spaces", {"address": "lila@example.fr", "password": "Secret123"}),
    ],
)
@pytest.mark.parametrize("unknown", ["inconnu", "MAJUSCULES", "a%00b"])
def test_an_unknown_sandbox_is_said_to_be(
    ask: Ask, method: str, below: str, body: object, unknown: str
) -> None:
    answer = ask(method, f"/sandboxes/{unknown}{below}", body)
    assert answer.status_code == 404
    assert answer.json == {"errors": [{"field": "", "message": "Not Found"}]}


@pytest.mark.parametrize(
    "body, field",
    [
        ({"id": "Majuscule"}, "id"),
        ({"id": "a/b"}, "id"),
        ({"id": "essai\n"}, "id"),
        ({"id": "a" * 37}, "id"),
        ({"id": ""}, "id"),
        ({"id": 7}, "id"),
        ({"name": "essai"}, "name"),
        (["essai"], ""),
    ],
)
def test_a_bad_body_is_refused_by_the_name_of_its_field(ask: Ask, body: object, field: str) -> None:
    answer = ask("POST", "/sandboxes", body)
    assert answer.status_code == 400
    assert [error["field"] for error in (answer.json or {})["errors"]] == [field]
    assert len((ask("GET", "/sandboxes").json or {})["sandboxes"]) == 1


@pytest.mark.parametrize("text", [b"{", b"\xff", b'{"id": "\\ud800"}', b"[" * 10_000])
def test_what_is_not_json_is_refused(ask: Ask, text: bytes) -> None:
    answer = ask("POST", "/sandboxes", data=text)
    assert answer.status_code == 400
    assert [error["field"] for error in (answer.json or {})["errors"]] == [""]
