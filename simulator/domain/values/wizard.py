"""The way through the four steps, kept on the server (U-75)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum, auto
from typing import Self

from simulator.domain.values.enrolment import Enrolment, EnrolmentEntry


class Step(StrEnum):
    """The screens of the wizard that need an earlier one; values are the screens' names."""

    CREDENTIALS = auto()
    ENROLMENT = auto()
    SUMMARY = auto()
    PREREGISTRATION = auto()


@dataclass(frozen=True)
class Wizard:
    """What one tab has gone through since the conditions were accepted (U-39).

    `address` and `password_hash` are set together by the 2nd step, `enrolment` by the 3rd,
    `registration_id` by « Confirmer ». `entry` is the form of the 3rd step as last typed, valid or
    not (U-32). `certified_address` is the one that S05 last refused.
    """

    id: str
    session: str
    accepted_at: datetime
    address: str | None = None
    password_hash: str | None = None
    certified_address: str | None = None
    entry: EnrolmentEntry = EnrolmentEntry()
    enrolment: Enrolment | None = None
    registration_id: str | None = None

    @property
    def next_step(self) -> Step:
        """The first step that is not done (U-36)."""
        if self.registration_id is not None:
            return Step.PREREGISTRATION
        if self.address is None:
            return Step.CREDENTIALS
        return Step.ENROLMENT if self.enrolment is None else Step.SUMMARY

    def with_credentials(self, address: str, password_hash: str) -> Self:
        """Return the wizard after a valid 2nd step."""
        return replace(self, address=address, password_hash=password_hash, certified_address=None)

    def without_credentials(self, *, certified_address: str | None) -> Self:
        """Return the wizard after a 2nd step whose address is taken (R-2.048, R-2.093)."""
        return replace(self, address=None, password_hash=None, certified_address=certified_address)

    def with_entry(self, entry: EnrolmentEntry) -> Self:
        """Return the wizard with the 3rd step as typed so far, to be validated (again)."""
        return replace(self, entry=entry, enrolment=None)

    def with_enrolment(self, entry: EnrolmentEntry, enrolment: Enrolment) -> Self:
        """Return the wizard after a valid 3rd step."""
        return replace(self, entry=entry, enrolment=enrolment)

    def confirmed(self, registration_id: str) -> Self:
        """Return the wizard after « Confirmer »; it no longer needs the password's hash."""
        return replace(self, password_hash=None, registration_id=registration_id)
