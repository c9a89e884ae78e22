"""E-mail addresses that are nobody's: those of reserved domains (RFC 2606), and the fiche's own."""

import re

SAMPLE_ADDRESS = "lila.rosemonde@hotmail.fr"
RESERVED_ENDINGS = {"example", "test", "invalid", "localhost"}
RESERVED_DOMAINS = {"example.com", "example.net", "example.org"}


def addresses_in(text: str) -> list[str]:
    """Find what is written as an address, even badly."""
    return re.findall(r"[^\s\"|«»(),;]*@[\w.-]*\w", text)


def is_fictitious(address: str) -> bool:
    """Tell whether an address can be nobody's."""
    labels = address.rpartition("@")[2].casefold().split(".")
    # A name of one label is nobody's mail domain.
    is_reserved = labels[-1] in RESERVED_ENDINGS or ".".join(labels[-2:]) in RESERVED_DOMAINS
    return len(labels) == 1 or is_reserved or address.casefold() == SAMPLE_ADDRESS
