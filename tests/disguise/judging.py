"""`python -m tests.disguise.judging NAME … [-- OPTIONS]`: each site judged knowing more and less.

By its profile a site is judged with its control interface, without, and by its address alone.
OPTIONS are pytest's. Exit status: 1 where a sound site was blamed for anything.
"""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory

from simulator.mail.relay import Relay
from tests.disguise.costume import NAMES
from tests.disguise.site import CONTROL, disguised_site

ROOT = Path(__file__).parents[2]
PROFILES = Path(__file__).parent / "profiles"
TOKEN = "jeton-du-site-deguise"

KNOWLEDGE = ("piloté", "profil", "adresse")
"""How much is known of a site: its profile and its control interface, its profile, its address."""


@contextmanager
def profile_of(name: str, knowledge: str, folder: Path) -> Iterator[Path]:
    """Serve a disguised site; give its profile, with the places where it and its mail are."""
    with create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    relay = Relay("127.0.0.1", port)
    with disguised_site(name, relay, control_token=TOKEN) as address:
        text = (PROFILES / f"{name}.toml").read_text("utf-8")
        if knowledge == "piloté":
            control = f'control = {{ url = "{address}{CONTROL[1:]}", token_env = "DEGUISE" }}\n'
            text = control + text
        if knowledge == "adresse":
            head, _, rest = text.partition("addresses =")
            mailbox = rest[rest.index("\n[mailbox]") : rest.index("\n[vocabulary]")]
            text = head + mailbox
        file = folder / f"{name}.toml"
        here = text.replace("http://127.0.0.1:8000/", address).replace("2525", str(port))
        file.write_text(here, "utf-8")
        yield file


def judge(name: str, knowledge: str, report: Path, *options: str) -> Counter[str]:
    """Run the features on a disguised site; count the guide's statements by verdict."""
    with TemporaryDirectory() as folder, profile_of(name, knowledge, Path(folder)) as profile:
        command = [sys.executable, "-m", "pytest", "features", "--target", str(profile)]
        command += ["--conformance", str(report), *options]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"DEGUISE": TOKEN}, check=False)
    statements = json.loads((report / "conformance.json").read_text("utf-8"))["statements"]
    return Counter(
        item["verdict"] for item in statements if item["statement"]["kind"] in {"fiche", "lecture"}
    )


def main() -> None:
    """Judge the sites that are named, or all, knowing more and less of them."""
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    parser = ArgumentParser(prog="python -m tests.disguise.judging")
    parser.add_argument("names", nargs="*", help="les sites (tous si rien n’est dit)")
    parser.add_argument("--knowing", choices=KNOWLEDGE, action="append")
    asked = parser.parse_args(words[:end])
    is_blamed = False
    for name in asked.names or NAMES:
        for knowledge in asked.knowing or KNOWLEDGE:
            report = ROOT / f"build/deguise/{name}-{knowledge}"
            counts = judge(name, knowledge, report, *words[end + 1 :])
            told = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
            sys.stdout.write(f"{name}, {knowledge} : {told}\n")
            is_blamed |= counts["non conforme"] > 0
    sys.exit(is_blamed)


if __name__ == "__main__":
    main()
