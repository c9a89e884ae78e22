"""Where a class listens: an address of this machine that its own network alone reaches."""

import socket
from ipaddress import ip_address


class NoPrivateAddressError(Exception):
    """A class cannot listen there; the message says why in French."""


def private_address(asked: str | None) -> str:
    """Return the address asked for, or this machine's own on its network.

    Raises NoPrivateAddressError for one that is public, or that means every address.
    """
    if asked is None:
        return _own_address()
    try:
        address = ip_address(asked)
    except ValueError as error:
        raise NoPrivateAddressError(f"« {asked} » n'est pas une adresse de machine.") from error
    if address.is_unspecified or not (address.is_private or address.is_link_local):
        raise NoPrivateAddressError(
            f"Une classe ne répond qu'à une adresse privée, et {asked} n'en est pas une."
        )
    return asked


def _own_address() -> str:
    # Nothing is sent: to connect a datagram socket only chooses the way out. The address is one
    # of those kept for documentation: https://www.rfc-editor.org/rfc/rfc5737
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way_out:
        try:
            way_out.connect(("192.0.2.1", 9))
            found = str(way_out.getsockname()[0])
        except OSError:
            found = ""
    if found and not ip_address(found).is_loopback and ip_address(found).is_private:
        return found
    raise NoPrivateAddressError(
        "Cette machine n'a pas d'adresse sur un réseau privé : reliez-la à celui de la salle, ou "
        "donnez son adresse par --address (127.0.0.1 pour essayer seul)."
    )
