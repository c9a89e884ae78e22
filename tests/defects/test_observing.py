"""Observed defects change nothing, and each is noted where it would have mattered, alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from simulator.defects.changes import (
    all_of,
    instead_of,
    with_mail,
    with_mail_text,
    with_method,
    with_page,
    with_policy,
    with_record,
    with_registry,
    with_rule,
    with_service,
    with_wording,
)
from simulator.defects.model import Change, Defect
from simulator.defects.observing import observe
from simulator.domain.activation import CodeRefusal, Ticket
from simulator.domain.addresses import AddressState
from simulator.domain.faults import Fault
from simulator.mail.outbox import Mail
from simulator.services import Page, Services, services_of
from simulator.storage.database import open_database
from simulator.storage.sandboxes import Sandbox, Sandboxes

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
Observe = Callable[..., Services]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/essai.sqlite")
    Sandboxes(engine).create("essai")
    yield engine
    engine.dispose()


@pytest.fixture
def noted() -> set[str]:
    return set()


@pytest.fixture
def watching(engine: Engine, noted: set[str]) -> Observe:
    def start(**changes: Change) -> Services:
        sound = services_of(engine, Sandbox("essai", NOON, frozen_at=NOON))
        return observe(sound, [Defect(name, "", "", it) for name, it in changes.items()], noted.add)

    return start


def raising(*_: object) -> Any:  # noqa: ANN401 - what a faulty function should have given
    raise ZeroDivisionError


def test_a_number_matters_once_read_and_stays(watching: Observe, noted: set[str]) -> None:
    services = watching(
        a=with_policy(code_length=11), b=with_policy(code_length=13), c=with_policy(code_length=12)
    )
    assert (services.policy.password_min_length, noted) == (8, set())
    assert (services.policy.code_length, noted) == (12, {"a", "b"})


def test_a_rule_matters_for_those_that_decide_otherwise(watching: Observe, noted: set[str]) -> None:
    services = watching(
        accepts=with_rule("address_fault", instead_of(Fault.ADDRESS_INVALID, None)),
        long=with_rule("address_fault", instead_of(Fault.ADDRESS_TOO_LONG, None)),
        breaks=with_rule("address_fault", raising),
    )
    fault = services.rules.address_fault("lila", services.policy)
    assert (fault, noted) == (Fault.ADDRESS_INVALID, {"accepts", "breaks"})


def test_a_rule_that_acts_acts_once_and_soundly(watching: Observe, noted: set[str]) -> None:
    calls: list[str] = []

    def twice(sound: Callable[..., str], *given: object) -> str:
        calls.append("faulty")
        return sound(*given)

    services = watching(again=with_rule("new_number", twice), other=with_policy(code_length=1))
    with services.storage.reading() as registry:
        assert services.rules.new_number(services, registry, NOON).startswith("2026")
    assert (calls, noted) == ([], {"again"})


def test_a_fault_of_two_parts_is_judged_with_both(watching: Observe, noted: set[str]) -> None:
    both = all_of(
        with_rule("identifier_state", lambda *_: AddressState.PENDING),
        with_rule(
            "address_state", lambda _, desk, *given: desk.rules.identifier_state(desk, *given)
        ),
    )
    services = watching(both=both)
    with services.storage.reading() as registry:
        state = services.rules.option_address_state  # not replaced, and none of the two is asked
        assert (state is not None, noted) == (True, set())
        assert services.rules.address_state(services, registry, "a@b.example") is AddressState.FREE
    assert noted == {"both"}


def test_a_faulty_decision_that_would_write_writes_nothing(
    watching: Observe, noted: set[str]
) -> None:
    def acting(sound: Callable[..., object], services: Services, registry: Any, *typed: str) -> Any:  # noqa: ANN401 - those of the rule
        with services.storage.writing() as writing:
            writing.let_see("session", "espace")
        return sound(services, registry, *typed)

    services = watching(opens=with_rule("log_in", acting))
    with services.storage.reading() as registry:
        assert services.rules.log_in(services, registry, "a@b.example", "Secret123") is None
    with services.storage.reading() as registry:
        assert not registry.may_see("session", "espace")
    assert noted == {"opens"}


def test_what_is_remembered_is_sound(watching: Observe, noted: set[str]) -> None:
    services = watching(
        forgets=with_registry("put_ticket", lambda *_: None),
        sees=with_registry("may_see", lambda *_: True),
        reads=with_registry("may_see", lambda sound, *given: sound(*given)),
        writes=with_registry("may_see", lambda sound, *_: sound.__self__.drop_wizard("", "")),
    )
    ticket = Ticket("digest", "demande", "session", NOON, is_used=False)
    with services.storage.writing() as registry:
        registry.add_ticket(ticket)
        assert (registry.may_see("session", "espace"), noted) == (False, {"sees", "writes"})
        registry.put_ticket(replace(ticket, is_used=True))
    with services.storage.reading() as registry:
        kept = registry.ticket("digest")
    assert kept is not None
    assert kept.is_used
    assert "forgets" in noted


def test_texts_matter_by_what_is_read_and_by_their_order(
    watching: Observe, noted: set[str]
) -> None:
    sound = watching().wording
    last = list(CodeRefusal)[-1]
    services = watching(
        words=with_wording(code_refusals={CodeRefusal.EXPIRED: "Autre."}),
        order=with_wording(code_refusals={last: sound.code_refusals[last]}),
        login=with_wording(login_refused="Non."),
    )
    assert services.wording.code_refusals[last] == sound.code_refusals[last]
    assert noted == set()
    assert services.wording.code_refusals[CodeRefusal.EXPIRED] != "Autre."
    assert noted == {"words"}
    assert list(services.wording.code_refusals) == list(sound.code_refusals)
    assert noted == {"words", "order"}


def test_pages_and_forms_stay_as_they_are(watching: Observe, noted: set[str]) -> None:
    services = watching(
        here=with_page("space", "Ville", "Commune"), there=with_page("login", "Ville", "Commune")
    )
    page = Page("space", 200, (), "Ville", {})
    assert (services.show_page(page), noted) == (page, {"here"})


def test_mail_leaves_once_and_sound(watching: Observe, noted: set[str]) -> None:
    services = watching(
        lost=with_mail(lambda _: ()),
        kept=with_mail(lambda mail: [mail]),
        subject=with_mail_text(subject=str.lower),
    )
    message = EmailMessage()
    message["Subject"] = "sain"
    mail = Mail(message, "de@example.org", "a@example.org")
    assert (list(services.dispatch(mail)), noted) == ([mail], {"lost"})
    assert (services.mail_text.subject, noted) == (
        "ESPACE ABONNE DES PROFESSIONNELS",
        {"lost", "subject"},
    )


def test_the_record_is_printed_sound(watching: Observe, noted: set[str]) -> None:
    services = watching(
        number=with_record(lambda printed: printed | {"number": "autre"}),
        same=with_record(lambda printed: printed),
        page=lambda services, note: replace(services, render_record=lambda **_: note() or b""),
    )
    printed = services.render_record(
        holder="Lila", number="1", registered_on="10 juin 2011", issued_at=NOON, sections=[]
    )
    assert printed.startswith(b"%PDF")
    assert noted == {"number", "page"}


def test_the_clock_and_what_is_drawn_stay_sound(watching: Observe, noted: set[str]) -> None:
    services = watching(
        late=with_method("clock", "now", lambda sound: sound() + timedelta(hours=1)),
        drawn=with_method("secrets", "choose", lambda *_: "000"),
        named=with_method("companies", "name_of", lambda *_: "SARLALERIS"),
        section=with_service("recap_sections", raising),
    )
    assert services.secrets.identifier()
    assert noted == set()
    assert (services.clock.now(), noted) == (NOON, {"late"})
    assert services.secrets.choose("ab", 3) != "000"
    assert noted == {"late", "drawn"}
    assert services.companies.name_of("000000000") is None
    assert noted == {"late", "drawn", "named"}
