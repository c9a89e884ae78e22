"""What a sandbox works with. A fault put in on purpose is a function from services to services."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Engine

from simulator.companies import Companies
from simulator.documents.record import render_record
from simulator.domain.policy import Policy
from simulator.domain.ports import Clock, CompanyDirectory, Passwords, Secrets
from simulator.domain.rules import Rules
from simulator.mail.message import MailText
from simulator.passwords import Argon2Passwords
from simulator.randomness import SystemSecrets
from simulator.storage.mailbox import Mailbox
from simulator.storage.registry import Storage
from simulator.storage.sandboxes import Sandbox
from simulator.storage.sessions import Sessions
from simulator.wording import Wording


@dataclass(frozen=True)
class Services:
    """The services of one sandbox; also the `simulator.domain.ports.Desk` of the procedure."""

    sandbox: Sandbox
    clock: Clock
    storage: Storage
    sessions: Sessions
    mailbox: Mailbox
    rules: Rules = Rules()
    policy: Policy = Policy()
    companies: CompanyDirectory = Companies()
    passwords: Passwords = field(default_factory=Argon2Passwords)
    secrets: Secrets = SystemSecrets()
    wording: Wording = Wording()
    mail_text: MailText = MailText()
    render_record: Callable[..., bytes] = render_record


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
