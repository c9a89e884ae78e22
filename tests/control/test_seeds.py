from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.control.bodies import Applicant, CertificateSpace
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.services import Services
from simulator.simulation import Simulation
from simulator.storage.outbox import Outbox

Ask = Callable[..., TestResponse]

LILA = {"address": "Lila.Rosemonde@example.fr", "password": "Secret123"}
NOON = {"now": "2011-06-10T12:00:00+02:00", "is_frozen": True}


@pytest.fixture
def services(simulation: Simulation, sandbox: str) -> Services:
    found = simulation.sandboxes.find(sandbox.rpartition("/")[2])
    assert found is not None
    return simulation.services(found)


def state_of(services: Services, address: str) -> AddressState:
    with services.storage.reading() as registry:
        return services.rules.address_state(services, registry, address)


def counts(ask: Ask, sandbox: str) -> dict[str, int]:
    state = ask("GET", sandbox).json or {}
    return {name: count for name, count in state.items() if type(count) is int and count}


def test_spaces_with_certificate_may_share_an_address(
    ask: Ask, sandbox: str, services: Services
) -> None:
    body = {
        "address": "cabinet@example.fr",
        "courtesy_title": "monsieur",
        "last_name": "Tilleul",
        "first_name": "Jean",
        "siren": "123 456 782",
        "dossiers": ["123456782 TVA"],
        "services": ["Consulter", "Payer"],
    }
    made = [ask("POST", f"{sandbox}/certificate-spaces", body) for _ in range(3)]
    assert [answer.status_code for answer in made] == [201, 201, 201]
    assert counts(ask, sandbox) == {"certificate_spaces": 3}
    assert state_of(services, "CABINET@example.fr") is AddressState.CERTIFIED
    with services.storage.reading() as registry:
        spaces = registry.certified_spaces("cabinet@example.fr")
    assert {space.number for space in spaces} == {(answer.json or {})["number"] for answer in made}
    assert spaces[0].enrolment.last_name == "Tilleul"
    assert spaces[0].enrolment.company_name == "CABINET DES TILLEULS"
    assert spaces[0].dossiers == ("123456782 TVA",)
    assert spaces[0].services == ("Consulter", "Payer")


def test_a_number_has_the_year_of_the_sandbox(ask: Ask, sandbox: str) -> None:
    ask("PUT", f"{sandbox}/clock", NOON)
    made = ask("POST", f"{sandbox}/certificate-spaces", {"address": "a@example.fr"}).json or {}
    assert made["number"].startswith("2011")
    assert len(made["number"]) == 14


def test_a_registration_waits_for_its_activation_and_posts_its_code(
    ask: Ask, sandbox: str, services: Services
) -> None:
    made = ask("POST", f"{sandbox}/registrations", LILA)
    assert made.status_code == 201
    assert counts(ask, sandbox) == {"pending_registrations": 1, "queued_mails": 1}
    assert state_of(services, LILA["address"]) is AddressState.PENDING
    [entry] = Outbox(services.storage.engine).due(datetime.now(UTC))
    assert entry.recipient == LILA["address"]
    with services.storage.writing() as registry:
        judged = services.rules.check_code(
            services, registry, LILA["address"], entry.code, "127.0.0.1"
        )
    assert not isinstance(judged, str)
    assert judged.id == (made.json or {})["id"]


def test_a_lapsed_registration_is_not_pending(ask: Ask, sandbox: str, services: Services) -> None:
    ask("PUT", f"{sandbox}/clock", NOON)
    ask("POST", f"{sandbox}/registrations", LILA)
    outbox = Outbox(services.storage.engine)
    [entry] = outbox.due(datetime.now(UTC))
    outbox.record_sent(entry, datetime.fromisoformat("2011-06-10T12:00:00+02:00"))
    at_the_limit = ask("PUT", f"{sandbox}/clock", {"advance_seconds": 48 * 3600}).json or {}
    assert at_the_limit["pending_registrations"] == 1
    past_it = ask("PUT", f"{sandbox}/clock", {"advance_seconds": 0.000001}).json or {}
    assert past_it["pending_registrations"] == 0
    assert ask("POST", f"{sandbox}/registrations", LILA).status_code == 201


def test_an_active_space_opens_by_its_password_and_sent_nothing(
    ask: Ask, sandbox: str, services: Services
) -> None:
    ask("PUT", f"{sandbox}/clock", NOON)
    made = ask("POST", f"{sandbox}/spaces", LILA)
    assert made.status_code == 201
    assert counts(ask, sandbox) == {"spaces": 1}
    with services.storage.reading() as registry:
        space = services.rules.log_in(services, registry, LILA["address"], LILA["password"])
    assert space is not None
    assert made.json == {
        "id": space.id,
        "number": space.number,
        "registered_at": "2011-06-10T10:00:00Z",
    }
    assert space.enrolment.first_name == "Lila"
    assert (space.dossiers, space.services) == ((), ())


@pytest.mark.parametrize("kind", ["registrations", "spaces"])
@pytest.mark.parametrize(
    "first, body, state",
    [
        ("certificate-spaces", {"address": LILA["address"]}, "certified"),
        ("registrations", LILA, "pending"),
        ("spaces", LILA, "active"),
    ],
)
def test_an_address_is_taken_once(
    ask: Ask, sandbox: str, kind: str, first: str, body: dict[str, str], state: str
) -> None:
    ask("POST", f"{sandbox}/{first}", body)
    before = counts(ask, sandbox)
    answer = ask("POST", f"{sandbox}/{kind}", LILA | {"address": " lila.rosemonde@EXAMPLE.fr"})
    assert answer.status_code == 409
    assert answer.json == {
        "errors": [{"field": "address", "message": f"the address is taken: {state}"}]
    }
    assert counts(ask, sandbox) == before


def test_nothing_is_seen_from_another_sandbox(ask: Ask, sandbox: str) -> None:
    ask("POST", f"{sandbox}/spaces", LILA)
    assert counts(ask, "/sandboxes/common") == {}
    assert ask("POST", "/sandboxes/common/spaces", LILA).status_code == 201


@pytest.mark.parametrize("kind", ["registrations", "spaces"])
@pytest.mark.parametrize(
    "changed, field, message",
    [
        ({"address": ""}, "address", "required"),
        ({"address": "lila"}, "address", "address_invalid"),
        (
            {"address": "a" * 101},
            "address",
            "address_too_long (at most 100 characters)",
        ),
        ({"password": ""}, "password", "required"),
        ({"password": "court"}, "password", "password_form"),
        ({"last_name": ""}, "last_name", "required"),
        ({"first_name": "a" * 51}, "first_name", "too_long (at most 50 characters)"),
        ({"siren": "000000000"}, "siren", "siren_unknown"),
        ({"phone": "x"}, "phone", "phone_form"),
        ({"city": "\u202e"}, "city", "text_form"),
    ],
)
def test_the_rules_refuse_by_the_name_of_the_field(
    ask: Ask, sandbox: str, kind: str, changed: dict[str, str], field: str, message: str
) -> None:
    answer = ask("POST", f"{sandbox}/{kind}", LILA | changed)
    assert answer.status_code == 400
    assert answer.json == {"errors": [{"field": field, "message": message}]}
    assert counts(ask, sandbox) == {}


def test_all_faults_are_said_at_once(ask: Ask, sandbox: str) -> None:
    body = {"address": "x", "password": "x", "siren": "x", "answer": ""}
    answer = ask("POST", f"{sandbox}/spaces", body)
    fields = [error["field"] for error in (answer.json or {})["errors"]]
    assert fields == ["address", "password", "siren", "answer"]


@pytest.mark.parametrize(
    "changed, fields",
    [
        ({"adress": "x"}, ["adress"]),
        ({"address": 7}, ["address"]),
        ({"courtesy_title": "Madame"}, ["courtesy_title"]),
        ({"question": ""}, ["question"]),
        ({"is_foreign": "non"}, ["is_foreign"]),
        ({"dossiers": "x"}, ["dossiers"]),
        ({"dossiers": ["bon", " "], "services": ["\x00"]}, ["dossiers.1", "services.0"]),
        ({"services": ["x"] * 101}, ["services"]),
        ({"password": "Secret123"}, ["password"]),
    ],
)
def test_a_wrong_field_or_type_is_refused_by_name(
    ask: Ask, sandbox: str, changed: dict[str, Any], fields: list[str]
) -> None:
    body = {"address": "a@example.fr"} | changed
    answer = ask("POST", f"{sandbox}/certificate-spaces", body)
    assert answer.status_code == 400
    assert [error["field"] for error in (answer.json or {})["errors"]] == fields
    assert counts(ask, sandbox) == {}


def test_what_is_missing_is_named(ask: Ask, sandbox: str) -> None:
    answer = ask("POST", f"{sandbox}/spaces", {})
    fields = [error["field"] for error in (answer.json or {})["errors"]]
    assert fields == ["address", "password"]


def test_a_refusal_never_repeats_a_value(ask: Ask, sandbox: str) -> None:
    answer = ask("POST", f"{sandbox}/spaces", LILA | {"password": ["Secret123"], "x": "Secret123"})
    assert answer.status_code == 400
    assert "Secret123" not in answer.text


@pytest.mark.parametrize("body", [CertificateSpace, Applicant])
def test_every_field_of_the_form_can_be_told(
    body: type[CertificateSpace | Applicant],
) -> None:
    assert set(EnrolmentEntry.__dataclass_fields__) <= set(body.model_fields)


@pytest.mark.parametrize(
    "screen, before, title",
    [
        ("credentials", None, "2ème étape"),
        ("certified_address", "certificate-spaces", "2ème étape : créer vos identifiants"),
        ("enrolment", None, "3ème étape"),
        ("summary", None, "Votre inscription"),
        ("preregistration", None, "Activation de votre espace abonné"),
    ],
)
def test_a_browser_finds_the_screen_that_it_is_brought_to(
    ask: Ask, sandbox: str, control_app: Flask, screen: str, before: str | None, title: str
) -> None:
    if before:
        ask("POST", f"{sandbox}/{before}", {"address": LILA["address"]})
    made = ask("POST", f"{sandbox}/arrivals", {"screen": screen, "applicant": LILA})
    assert made.status_code == 201
    arrival = made.json or {}
    browser = control_app.test_client()
    browser.set_cookie(arrival["cookie_name"], arrival["cookie_value"], path=arrival["cookie_path"])
    shown = browser.get(arrival["path"])
    assert shown.status_code == 200
    assert title in shown.get_data(as_text=True)
    assert control_app.test_client().get(arrival["path"]).status_code == 303


def test_an_arrival_past_the_confirmation_has_posted_its_code(ask: Ask, sandbox: str) -> None:
    ask("POST", f"{sandbox}/arrivals", {"screen": "preregistration", "applicant": LILA})
    assert counts(ask, sandbox) == {"pending_registrations": 1, "queued_mails": 1}


def test_an_arrival_leaves_no_trace_before_it_is_confirmed(ask: Ask, sandbox: str) -> None:
    ask("POST", f"{sandbox}/arrivals", {"screen": "summary", "applicant": LILA})
    assert counts(ask, sandbox) == {}


@pytest.mark.parametrize("screen", ["enrolment", "summary", "preregistration"])
def test_nobody_comes_past_the_2nd_step_with_a_taken_address(
    ask: Ask, sandbox: str, screen: str
) -> None:
    ask("POST", f"{sandbox}/spaces", LILA)
    answer = ask("POST", f"{sandbox}/arrivals", {"screen": screen, "applicant": LILA})
    assert (answer.status_code, answer.json) == (
        409,
        {"errors": [{"field": "address", "message": "the address is taken: active"}]},
    )


def test_only_a_certificate_blocks_the_2nd_step(ask: Ask, sandbox: str) -> None:
    asked = {"screen": "certified_address", "applicant": LILA}
    assert ask("POST", f"{sandbox}/arrivals", asked).status_code == 409


def test_past_the_2nd_step_somebody_is_expected(ask: Ask, sandbox: str) -> None:
    answer = ask("POST", f"{sandbox}/arrivals", {"screen": "summary"})
    assert answer.status_code == 400
    assert "an applicant is expected" in answer.get_data(as_text=True)


def test_an_arrival_is_refused_by_the_rules(ask: Ask, sandbox: str) -> None:
    asked = {"screen": "enrolment", "applicant": LILA | {"password": "court"}}
    answer = ask("POST", f"{sandbox}/arrivals", asked)
    assert answer.json == {"errors": [{"field": "password", "message": "password_form"}]}
