"""`python -m tests.disguise NAME --port P --smtp HOST:PORT`: a disguised site, until Ctrl-C."""

import signal
import sys
from argparse import ArgumentParser
from threading import Event

from simulator.mail.relay import Relay
from tests.disguise.costume import NAMES
from tests.disguise.site import disguised_site


def _relay(text: str) -> Relay:
    host, _, port = text.rpartition(":")
    return Relay(host, int(port))


parser = ArgumentParser(prog="python -m tests.disguise", description="Lance un site déguisé.")
parser.add_argument("name", choices=NAMES, help="le déguisement")
parser.add_argument("--port", type=int, default=0, help="port du site (un port libre sinon)")
parser.add_argument("--smtp", type=_relay, required=True, metavar="HOST:PORT", help="messagerie")
parser.add_argument("--control-token", help="ouvre l'interface de contrôle")
parser.add_argument("--defect", action="append", default=[], help="défaut mis en place")
asked = parser.parse_args()

stopped = Event()
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, lambda *_: stopped.set())
with disguised_site(
    asked.name,
    asked.smtp,
    control_token=asked.control_token,
    defects=tuple(asked.defect),
    port=asked.port,
) as address:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()
    stopped.wait()
