"""The option for access without certificate, as far as this fiche tells of it (U-59)."""

from simulator.domain.desk import Desk
from simulator.domain.ports import Registry
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.spaces import Access, Space


def option_address_state(
    desk: Desk, registry: Registry, space: Space, address: str
) -> AddressState:
    """Judge the address wanted by the holder of a space with certificate (R-2.059 to R-2.062).

    The usual address may be kept while no space without certificate has it: of a cabinet's
    collaborators, the first to opt keeps it (A-09, R-2.068, R-2.069).
    """
    if desk.rules.address_key(address) == space.address_key:
        return desk.rules.identifier_state(desk, registry, address)
    return desk.rules.address_state(desk, registry, address)


def opt_for_password(
    desk: Desk, registry: Registry, space: Space, address: str, password_hash: str
) -> Space | AddressState:
    """Turn a space with certificate into one without: same number, dossiers, services (R-2.063).

    Return the state of the address instead where it cannot be taken.
    """
    if space.access is not Access.CERTIFICATE:
        return AddressState.ACTIVE
    state = desk.rules.option_address_state(desk, registry, space, address)
    if state is not AddressState.FREE:
        return state
    opened = space.opened_by_password(address, desk.rules.address_key(address), password_hash)
    registry.replace_space(opened)
    return opened
