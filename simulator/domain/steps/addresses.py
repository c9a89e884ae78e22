"""The e-mail address, identifier of a space without certificate."""

from re import compile as pattern

from simulator.domain.desk import Desk
from simulator.domain.policy import Policy
from simulator.domain.ports import Registry
from simulator.domain.texts import BLANKS
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.faults import Fault

# U-16: no look-up, and reserved test domains are as good as any other.
_LOCAL_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
# Without « =? », which in a header begins an encoded word, and could hide anything (U-76).
_LOCAL_PART = pattern(rf"(?!.*=\?){_LOCAL_ATOM}(?:\.{_LOCAL_ATOM})*")
_LABEL = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
_DOMAIN = pattern(rf"(?:{_LABEL}\.)+[A-Za-z]{{1,63}}")
_LOCAL_PART_MAX_LENGTH = 64  # RFC 5321, 4.5.3.1.1


def trimmed_address(typed: str) -> str:
    """Return the address without its outer blanks; case is kept for display and sending (U-13)."""
    return typed.strip(BLANKS)


def address_key(address: str) -> str:
    """Return what two writings of one address share (U-13)."""
    return trimmed_address(address).casefold()


def address_fault(address: str, policy: Policy) -> Fault | None:
    """Judge the syntax of a trimmed address: « L'adresse électronique doit être valide »."""
    if len(address) > policy.address_max_length:
        return Fault.ADDRESS_TOO_LONG
    local_part, at, domain = address.rpartition("@")
    is_valid = (
        at
        and len(local_part) <= _LOCAL_PART_MAX_LENGTH
        and _LOCAL_PART.fullmatch(local_part)
        and _DOMAIN.fullmatch(domain)
    )
    return None if is_valid else Fault.ADDRESS_INVALID


def address_state(desk: Desk, registry: Registry, address: str) -> AddressState:
    """Look an address up, in the order in which the screens answer (U-09, A-12)."""
    key = desk.rules.address_key(address)
    if registry.certified_spaces(key):
        return AddressState.CERTIFIED
    return desk.rules.identifier_state(desk, registry, address)


def identifier_state(desk: Desk, registry: Registry, address: str) -> AddressState:
    """Tell whether a space without certificate, or a live pre-registration, has the address."""
    key = desk.rules.address_key(address)
    if registry.password_space(key):
        return AddressState.ACTIVE
    registration = registry.registration(key)
    if registration and desk.rules.registration_is_pending(desk, registration):
        return AddressState.PENDING
    return AddressState.FREE
