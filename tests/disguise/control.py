"""What the tests ask of the control interface of a running site."""

import json
from collections.abc import Mapping
from urllib.request import Request, urlopen

TOKEN = "jeton-de-controle"
_TIMEOUT = 60  # seconds, on a busy machine


def control(site: str, path: str, body: Mapping[str, object]) -> dict[str, str]:
    """Ask for something to be made; return how the interface calls it."""
    request = Request(  # noqa: S310 - a site of this machine
        f"{site}_control/{path}",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
    )
    with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - the same
        made: dict[str, str] = json.load(answer)
        return made
