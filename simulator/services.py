"""What a sandbox works with. A fault put in on purpose is a function from services to services."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine

from simulator.companies import Companies
from simulator.documents.record import render_record
from simulator.domain.desk import Rules
from simulator.domain.policy import Policy
from simulator.domain.ports import Clock, CompanyDirectory, Passwords, Secrets
from simulator.domain.rules import RULES
from simulator.domain.values.enrolment import Enrolment
from simulator.mail.message import MailText
from simulator.mail.outbox import Mail
from simulator.passwords import Argon2Passwords
from simulator.randomness import SystemSecrets
from simulator.recap import Section, name_first_last, name_last_first, recap_sections
from simulator.storage.mailbox import Mailbox
from simulator.storage.registry import Storage
from simulator.storage.sandboxes import Sandbox
from simulator.storage.sessions import Sessions
from simulator.wording import Wording


@dataclass(frozen=True)
class Page:
    """An answer about to leave: `html` is empty for a PDF and the like, which stay as they are.

    `screen` is the name of the screen that was asked for, empty for a page that does not exist, and
    `typed` what its form brought.
    """

    screen: str
    status: int
    headers: tuple[tuple[str, str], ...]
    html: str
    typed: Mapping[str, str]


def _as_typed(screen: str, typed: Mapping[str, str]) -> Mapping[str, str]:
    del screen
    return typed


def _as_made(page: Page) -> Page:
    return page


def _alone(mail: Mail) -> Sequence[Mail]:
    return (mail,)


@dataclass(frozen=True)
class Services:
    """The services of one sandbox; also the `simulator.domain.desk.Desk` of the procedure.

    What a form brings passes through `read_form` before its screen reads it, an answer through
    `show_page` and an e-mail through `dispatch` before they leave.
    """

    sandbox: Sandbox
    clock: Clock
    storage: Storage
    sessions: Sessions
    mailbox: Mailbox
    rules: Rules = RULES
    policy: Policy = Policy()
    companies: CompanyDirectory = Companies()
    passwords: Passwords = field(default_factory=Argon2Passwords)
    secrets: Secrets = SystemSecrets()
    wording: Wording = Wording()
    mail_text: MailText = MailText()
    render_record: Callable[..., bytes] = render_record
    recap_sections: Callable[[Enrolment, str, Wording], list[Section]] = recap_sections
    name_first_last: Callable[[Enrolment, Wording], str] = name_first_last
    name_last_first: Callable[[Enrolment, Wording], str] = name_last_first
    read_form: Callable[[str, Mapping[str, str]], Mapping[str, str]] = _as_typed
    show_page: Callable[[Page], Page] = _as_made
    dispatch: Callable[[Mail], Sequence[Mail]] = _alone


_PASSWORDS = Argon2Passwords()  # one: it prepares a hash, which takes a while


def services_of(engine: Engine, sandbox: Sandbox) -> Services:
    """Return the services of a sandbox, without any fault."""
    return Services(
        sandbox=sandbox,
        clock=sandbox,
        storage=Storage(engine, sandbox.id),
        sessions=Sessions(engine, sandbox.id),
        mailbox=Mailbox(engine, sandbox.id),
        passwords=_PASSWORDS,
    )
