"""2ème étape: the address and the password, each typed twice."""

from collections.abc import Iterator

from simulator.domain.desk import Desk
from simulator.domain.policy import Policy
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.faults import Fault, FieldFault


def password_fault(password: str, policy: Policy) -> Fault | None:
    """Judge the form of a password, which is never trimmed (R-2.037 to R-2.041, A-06)."""
    has_length = policy.password_min_length <= len(password) <= policy.password_max_length
    has_alphabet = all(character in policy.password_alphabet for character in password)
    return None if has_length and has_alphabet else Fault.PASSWORD_FORM


def credentials_faults(desk: Desk, entry: CredentialsEntry) -> tuple[FieldFault, ...]:
    """Return every fault of the form, in the order of its fields (U-08)."""
    return (*_address_faults(desk, entry), *desk.rules.password_faults(desk, entry))


def password_faults(desk: Desk, entry: CredentialsEntry) -> tuple[FieldFault, ...]:
    """Return the faults of a new password and its repetition, wherever one is chosen."""
    return tuple(_password_faults(desk, entry))


def _address_faults(desk: Desk, entry: CredentialsEntry) -> Iterator[FieldFault]:
    address = desk.rules.trimmed_address(entry.address)
    again = desk.rules.trimmed_address(entry.address_again)
    if not address:
        yield FieldFault("address", Fault.REQUIRED)
    elif fault := desk.rules.address_fault(address, desk.policy):
        yield FieldFault("address", fault, desk.policy.address_max_length)
    if not again:
        yield FieldFault("address_again", Fault.REQUIRED)
    elif address and desk.rules.address_key(address) != desk.rules.address_key(again):
        yield FieldFault("address_again", Fault.ADDRESS_PAIR_DIFFERS)


def _password_faults(desk: Desk, entry: CredentialsEntry) -> Iterator[FieldFault]:
    if not entry.password:
        yield FieldFault("password", Fault.REQUIRED)
    elif fault := desk.rules.password_fault(entry.password, desk.policy):
        yield FieldFault("password", fault)
    if not entry.password_again:
        yield FieldFault("password_again", Fault.REQUIRED)
    elif entry.password and entry.password != entry.password_again:
        yield FieldFault("password_again", Fault.PASSWORD_PAIR_DIFFERS)
