"""Each helper, and when it says that the fault mattered."""

from collections.abc import Iterator
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
    with_answer,
    with_form,
    with_mail,
    with_mail_text,
    with_method,
    with_page,
    with_pattern,
    with_policy,
    with_record,
    with_redirection,
    with_registry,
    with_rule,
    with_service,
    with_wording,
)
from simulator.defects.model import Change
from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.faults import Fault
from simulator.mail.outbox import Mail
from simulator.services import Page, Services, services_of
from simulator.storage.database import open_database
from simulator.storage.sandboxes import Sandbox, Sandboxes

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/essai.sqlite")
    Sandboxes(engine).create("essai")
    yield engine
    engine.dispose()


class Bench:
    """Services with a fault, and how often it was said to matter."""

    def __init__(self, engine: Engine) -> None:
        self.sound = services_of(engine, Sandbox("essai", NOON, frozen_at=NOON))
        self.noted = 0

    def put_in(self, change: Change) -> Services:
        return change(self.sound, self._note)

    def _note(self) -> None:
        self.noted += 1


@pytest.fixture
def bench(engine: Engine) -> Bench:
    return Bench(engine)


def page(screen: str, html: str) -> Page:
    return Page(screen, 200, (), html, {})


def mail() -> Mail:
    message = EmailMessage()
    message["Subject"] = "sain"
    return Mail(message, "de@example.org", "a@example.org")


def test_a_number_matters_once_read(bench: Bench) -> None:
    services = bench.put_in(with_policy(code_length=11))
    assert (services.policy.password_min_length, bench.noted) == (8, 0)
    assert (services.policy.code_length, bench.noted) == (11, 1)
    assert bench.sound.policy.code_length == 12


def test_a_rule_matters_where_it_decides_otherwise(bench: Bench) -> None:
    change = with_rule("address_fault", instead_of(Fault.ADDRESS_INVALID, None))
    fault = bench.put_in(change).rules.address_fault
    assert (fault("a" * 101, bench.sound.policy), bench.noted) == (Fault.ADDRESS_TOO_LONG, 0)
    assert (fault("lila", bench.sound.policy), bench.noted) == (None, 1)


def test_a_rule_that_acts_matters_once_called(bench: Bench) -> None:
    change = with_rule("new_number", lambda _sound, *_: "20110000000000")
    services = bench.put_in(change)
    with services.storage.reading() as registry:
        assert services.rules.new_number(services, registry, NOON) == "20110000000000"
    assert bench.noted == 1


def test_a_text_matters_once_read_and_the_others_do_not(bench: Bench) -> None:
    change = with_wording(code_refusals={CodeRefusal.EXPIRED: "Autre."}, login_refused="Non.")
    wording = bench.put_in(change).wording
    assert wording.code_refusals[CodeRefusal.WRONG] != "Autre."
    assert wording.recovery_refused
    assert bench.noted == 0
    assert (wording.code_refusals[CodeRefusal.EXPIRED], bench.noted) == ("Autre.", 1)
    assert (wording.login_refused, bench.noted) == ("Non.", 2)


def test_texts_that_are_given_come_first_in_a_list(bench: Bench) -> None:
    change = with_wording(code_refusals={CodeRefusal.EXPIRED: "Autre."})
    first, *others = bench.put_in(change).wording.code_refusals
    assert (first, len(others)) == (CodeRefusal.EXPIRED, len(CodeRefusal) - 1)
    assert bench.noted


def test_a_mail_s_words_matter_once_read(bench: Bench) -> None:
    text = bench.put_in(with_mail_text(subject=str.lower)).mail_text
    assert (text.body == bench.sound.mail_text.body, bench.noted) == (True, 0)
    assert (text.subject, bench.noted) == ("espace abonne des professionnels", 1)


def test_a_mail_may_leave_changed_twice_elsewhere_or_not(bench: Bench) -> None:
    def retitled(mail: Mail) -> list[Mail]:
        mail.message.replace_header("Subject", "autre")
        return [mail, replace(mail, recipient="ailleurs@example.org")]

    sound = mail()
    sent = bench.put_in(with_mail(retitled)).dispatch(sound)
    assert [item.message["Subject"] for item in sent] == ["autre", "autre"]
    assert [item.recipient for item in sent] == ["a@example.org", "ailleurs@example.org"]
    assert (sound.message["Subject"], bench.noted) == ("sain", 1)
    assert bench.put_in(with_mail(lambda _: ())).dispatch(mail()) == []
    assert bench.noted == 2


def test_a_mail_left_as_it_is_does_not_matter(bench: Bench) -> None:
    bench.put_in(with_mail(lambda mail: [mail])).dispatch(mail())
    assert bench.noted == 0


@pytest.mark.parametrize(
    "html", ["Ville\u00a0:", "Ville&nbsp;:", "Ville\n  :"], ids=["no-break", "entity", "wrapped"]
)
def test_a_page_s_text_is_found_whatever_its_blanks(bench: Bench, html: str) -> None:
    show = bench.put_in(with_page("enrolment", "Ville :", "Commune :")).show_page
    assert show(page("summary", html)).html == html
    assert bench.noted == 0
    assert (show(page("enrolment", html)).html, bench.noted) == ("Commune :", 1)


def test_a_page_s_text_is_found_behind_escaped_quotes(bench: Bench) -> None:
    show = bench.put_in(with_page("space", "l'espace", "rien")).show_page
    assert show(page("space", "l&#39;espace")).html == "rien"


def test_a_page_without_the_text_does_not_matter(bench: Bench) -> None:
    bench.put_in(with_page("space", "absent", "rien")).show_page(page("space", "présent"))
    assert bench.noted == 0


def test_a_pattern_of_a_page_is_rewritten_over_several_lines(bench: Bench) -> None:
    show = bench.put_in(with_pattern("space", r"<b>(\d+).*?</b>", r"\1")).show_page
    assert show(page("home", "<b>1</b>")).html == "<b>1</b>"
    assert bench.noted == 0
    assert (show(page("space", "<b>1\n2</b>")).html, bench.noted) == ("1", 1)


def test_an_answer_may_change_its_status_and_headers(bench: Bench) -> None:
    change = with_answer("space", lambda page: replace(page, status=500, headers=(("a", "b"),)))
    shown = bench.put_in(change).show_page(page("space", ""))
    assert (shown.status, shown.headers, bench.noted) == (500, (("a", "b"),), 1)


def test_a_screen_leads_elsewhere(bench: Bench) -> None:
    show = bench.put_in(with_redirection("enrolment", "recap$", "identifiants")).show_page
    leading = replace(page("enrolment", ""), headers=(("Location", "/c/recap"), ("a", "recap")))
    assert show(page("enrolment", "recap")).headers == page("enrolment", "").headers
    assert bench.noted == 0
    assert show(leading).headers == (("Location", "/c/identifiants"), ("a", "recap"))
    assert bench.noted == 1


def test_a_form_is_read_otherwise_on_its_own_screen(bench: Bench) -> None:
    read = bench.put_in(with_form("login", lambda typed: {**typed, "password": "x"})).read_form
    assert (read("home", {}), bench.noted) == ({}, 0)
    assert (read("login", {"password": "y"}), bench.noted) == ({"password": "x"}, 1)
    read("login", {"password": "x"})
    assert bench.noted == 1


def test_the_record_is_misprinted(bench: Bench) -> None:
    printed: list[dict[str, Any]] = []

    def sound(**given: Any) -> bytes:  # noqa: ANN401 - the record's own arguments
        printed.append(given)
        return b"pdf"

    change = all_of(
        with_service("render_record", lambda *_: b""),
        lambda services, _: replace(services, render_record=sound),
        with_record(lambda given: given | {"number": "autre"}),
    )
    assert bench.put_in(change).render_record(number="1", holder="L") == b"pdf"
    assert (printed, bench.noted) == ([{"number": "autre", "holder": "L"}], 1)


def test_a_method_of_a_service_is_replaced_and_no_other(bench: Bench) -> None:
    change = with_method("secrets", "choose", lambda _sound, _alphabet, length: "0" * length)
    secrets = bench.put_in(change).secrets
    assert secrets.identifier()
    assert bench.noted == 0
    assert (secrets.choose("ab", 3), bench.noted) == ("000", 1)


def test_the_clock_may_be_wrong(bench: Bench) -> None:
    change = with_method("clock", "now", lambda sound: sound() + timedelta(hours=1))
    assert bench.put_in(change).clock.now() == NOON + timedelta(hours=1)


def test_the_registry_remembers_otherwise(bench: Bench) -> None:
    services = bench.put_in(with_registry("may_see", lambda _sound, *_: True))
    with services.storage.reading() as registry:
        assert registry.may_see("session", "espace")
        assert not registry.has_number("1")
    with bench.sound.storage.reading() as registry:
        assert not registry.may_see("session", "espace")
    assert bench.noted == 1


def test_two_faults_of_one_kind_are_both_there(bench: Bench) -> None:
    change = all_of(
        with_policy(code_length=11),
        with_policy(code_alphabet="a"),
        with_registry("has_number", lambda _sound, _number: True),
        with_registry("may_see", lambda _sound, *_: True),
    )
    services = bench.put_in(change)
    assert (services.policy.code_length, services.policy.code_alphabet) == (11, "a")
    with services.storage.reading() as registry:
        assert registry.has_number("1")
        assert registry.may_see("session", "espace")


def test_each_of_many_faults_asks_the_one_below_once(bench: Bench) -> None:
    asked = 0

    def count(sound: Any, *given: Any) -> Any:  # noqa: ANN401 - any function
        nonlocal asked
        asked += 1
        return sound(*given)

    pages = (with_page("home", f"mot {rank}", f"autre {rank}") for rank in range(10))
    services = bench.put_in(all_of(with_service("show_page", count), *pages))
    shown = services.show_page(page("home", "mot 3, mot 7"))
    assert (shown.html, asked, bench.noted) == ("autre 3, autre 7", 1, 2)
