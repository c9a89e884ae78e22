"""`python -m tests.disguise.judging NAME … [-- OPTIONS]`: each site judged by its profile.

OPTIONS are pytest's. Exit status: that of the first site whose run did not end well.
"""

import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory

from simulator.mail.relay import Relay
from tests.disguise.costume import NAMES
from tests.disguise.site import disguised_site

ROOT = Path(__file__).parents[2]
PROFILES = Path(__file__).parent / "profiles"


@contextmanager
def profile_of(name: str, folder: Path, defects: Sequence[str] = ()) -> Iterator[Path]:
    """Serve a disguised site; give its profile, with the places where it and its mail are."""
    with create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with disguised_site(name, Relay("127.0.0.1", port), defects=tuple(defects)) as address:
        text = (PROFILES / f"{name}.toml").read_text("utf-8")
        file = folder / f"{name}.toml"
        here = text.replace("http://127.0.0.1:8000/", address).replace("2525", str(port))
        file.write_text(here, "utf-8")
        yield file


def judge(name: str, report: Path, *options: str) -> int:
    """Run the features on a disguised site, and give pytest's status."""
    with TemporaryDirectory() as folder, profile_of(name, Path(folder)) as profile:
        command = [sys.executable, "-m", "pytest", "features", "--target", str(profile)]
        command += ["--conformance", str(report), *options]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


def main() -> None:
    """Judge the sites that are named, or all."""
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    parser = ArgumentParser(prog="python -m tests.disguise.judging")
    parser.add_argument("names", nargs="*", help="les sites (tous si rien n’est dit)")
    names = parser.parse_args(words[:end]).names or NAMES
    options = words[end + 1 :]
    statuses = [judge(name, ROOT / f"build/disguise-{name}", *options) for name in names]
    sys.exit(next(filter(None, statuses), 0))


if __name__ == "__main__":
    main()
