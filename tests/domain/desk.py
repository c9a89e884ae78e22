"""The desk of the tests: a clock that is set, secrets that are known beforehand."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from simulator.domain.desk import Rules
from simulator.domain.policy import Policy
from simulator.domain.rules import RULES

COMPANIES = {
    "987654321": "SARLALERIS",  # the fiche's, whose check digit is wrong
    "123456782": "ATELIER DES TILLEULS",
}


@dataclass
class SettableClock:
    """A `Clock` that stands still until it is moved."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant

    def advance(self, duration: timedelta) -> None:
        self.instant += duration


class ListedCompanies:
    """A `CompanyDirectory` of two companies."""

    def name_of(self, siren: str) -> str | None:
        return COMPANIES.get(siren)


@dataclass
class QuickPasswords:
    """`Passwords` with a hash that takes no time; remembers which hashes were compared."""

    compared: list[str | None] = field(default_factory=list)

    def hash(self, password: str) -> str:
        return sha256(password.encode()).hexdigest()

    def verify(self, password_hash: str | None, password: str) -> bool:
        self.compared.append(password_hash)
        return password_hash == self.hash(password)


@dataclass
class KnownSecrets:
    """`Secrets` in a known order; `next_choices` are drawn first."""

    next_choices: deque[str] = field(default_factory=deque)
    choices: list[tuple[str, int]] = field(default_factory=list)
    identifiers: int = 0

    def choose(self, alphabet: str, length: int) -> str:
        self.choices.append((alphabet, length))
        if self.next_choices:
            return self.next_choices.popleft()
        start = len(self.choices)
        return "".join(alphabet[(start + rank) % len(alphabet)] for rank in range(length))

    def identifier(self) -> str:
        self.identifiers += 1
        return str(UUID(int=self.identifiers))


@dataclass
class KnownDesk:
    """A `Desk` whose every part a test can see and change."""

    clock: SettableClock
    rules: Rules = RULES
    policy: Policy = Policy()
    companies: ListedCompanies = field(default_factory=ListedCompanies)
    passwords: QuickPasswords = field(default_factory=QuickPasswords)
    secrets: KnownSecrets = field(default_factory=KnownSecrets)
