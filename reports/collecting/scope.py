"""What a run is asked to answer for, by pytest's command line."""

from dataclasses import dataclass

import pytest

from reports.judging.known_failures import Exemption, KnownFailuresError, load_exemptions
from reports.judging.model import Shard
from reports.judging.shards import ShardError, read_shard


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a run answers for.

    Attributes:
        is_whole: For the whole register, so flaws count wherever they are.
        shard: For that part of the scenarios only, None for all.
        exemptions: The failures that are known.
    """

    is_whole: bool
    shard: Shard | None
    exemptions: tuple[Exemption, ...]


def add_options(group: pytest.OptionGroup) -> None:
    """Add ``--conformance``, ``--shard`` and ``--known-failures``."""
    group.addoption(
        "--conformance",
        metavar="DIR",
        help="répond de tout le registre : le rapport va dans DIR, et la sortie n’est 0 que si "
        "tout ce qui est déclaré a été exécuté et tient",
    )
    group.addoption(
        "--shard",
        metavar="I/N",
        help="ne répond que d’une part des scénarios, la I-ième de N (avec --conformance)",
    )
    group.addoption(
        "--known-failures",
        metavar="FICHIER",
        help="laisse passer les échecs connus de ce fichier TOML (avec --conformance)",
    )


def read_scope(config: pytest.Config) -> Scope:
    """Read these options.

    Raises:
        pytest.UsageError: They say something impossible; one French sentence.
    """
    is_whole = config.getoption("--conformance") is not None
    for option in ("--shard", "--known-failures"):
        if config.getoption(option) is not None and not is_whole:
            raise pytest.UsageError(f"L’option {option} demande --conformance DIR.")
    part, known = config.getoption("--shard"), config.getoption("--known-failures")
    try:
        return Scope(
            is_whole=is_whole,
            shard=None if part is None else read_shard(part),
            exemptions=()
            if known is None
            else load_exemptions(config.invocation_params.dir / known),
        )
    except (ShardError, KnownFailuresError) as error:
        raise pytest.UsageError(str(error)) from error
