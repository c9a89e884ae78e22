"""Known failures: a file of statements that may fail until a day, each with who answers for it."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reports.french import count, trouble
from reports.judging.model import KnownFailure, KnownFailureState, StatementResult, Verdict

_KEYS = ("statement", "owner", "reason", "until")
_PARIS = ZoneInfo("Europe/Paris")


class KnownFailuresError(Exception):
    """The file cannot be used; the message is one French sentence that names the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One entry of the file; the fields are those of ``reports.judging.model.KnownFailure``."""

    statement: str
    owner: str
    reason: str
    until: date


def load_exemptions(path: Path) -> tuple[Exemption, ...]:
    """Read the file: ``max``, then a ``[[failure]]`` for each.

    Raises:
        KnownFailuresError: It cannot be read, says something unknown or too little, or holds more
            entries than the ``max`` it sets itself.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnownFailuresError(
            f"Échecs connus illisibles : {path} ({trouble(error)})."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownFailuresError(
            f"Échecs connus illisibles : {path} n’est pas du TOML ({error})."
        ) from error
    limit, tables = document.pop("max", None), document.pop("failure", [])
    if document:
        raise KnownFailuresError(f"{path.name} : clé inconnue « {next(iter(document))} ».")
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 0:
        raise KnownFailuresError(f"{path.name} : « max » dit combien d’échecs au plus (max = 3).")
    if not isinstance(tables, list):
        raise KnownFailuresError(f"{path.name} : un échec connu s’écrit [[failure]].")
    if len(tables) > limit:
        told = count(len(tables), "échec connu", "échecs connus")
        raise KnownFailuresError(f"{path.name} : {told}, pour {limit} au plus (max).")
    exemptions = [
        _read_exemption(table, f"{path.name}, échec connu n° {number}")
        for number, table in enumerate(tables, start=1)
    ]
    for exemption in exemptions:
        if [other.statement for other in exemptions].count(exemption.statement) > 1:
            raise KnownFailuresError(f"{path.name} : {exemption.statement} y est deux fois.")
    return tuple(exemptions)


def judge_exemptions(
    exemptions: Iterable[Exemption], results: Sequence[StatementResult], ended: datetime
) -> tuple[KnownFailure, ...]:
    """Say what a run makes of each known failure, on the day it ended (in Paris)."""
    verdicts = {result.statement.id: result.verdict for result in results}
    day = ended.astimezone(_PARIS).date()
    return tuple(
        KnownFailure(
            statement=item.statement,
            owner=item.owner,
            reason=item.reason,
            until=item.until,
            state=_state(verdicts.get(item.statement), is_over=day > item.until),
        )
        for item in exemptions
    )


def exemptions_of(known_failures: Iterable[KnownFailure]) -> tuple[Exemption, ...]:
    """Give back what a run was told, to judge it anew."""
    return tuple(
        Exemption(statement=item.statement, owner=item.owner, reason=item.reason, until=item.until)
        for item in known_failures
    )


def _state(verdict: Verdict | None, *, is_over: bool) -> KnownFailureState:
    if verdict is None:
        return KnownFailureState.UNKNOWN
    # What could not be verified may fail still.
    if verdict in {Verdict.CONFORMING, Verdict.OUT_OF_SCOPE}:
        return KnownFailureState.GONE
    return KnownFailureState.EXPIRED if is_over else KnownFailureState.TOLERATED


def _read_exemption(table: object, place: str) -> Exemption:
    if not isinstance(table, Mapping):
        raise KnownFailuresError(f"{place} : un échec connu s’écrit [[failure]].")
    for key in table:
        if key not in _KEYS:
            raise KnownFailuresError(f"{place} : clé inconnue « {key} ».")
    until = table.get("until")
    if not isinstance(until, date) or isinstance(until, datetime):
        raise KnownFailuresError(f"{place} : « until » dit le dernier jour (until = 2026-12-31).")
    return Exemption(
        statement=_read_text(table, "statement", place),
        owner=_read_text(table, "owner", place),
        reason=_read_text(table, "reason", place),
        until=until,
    )


def _read_text(table: Mapping[str, object], key: str, place: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise KnownFailuresError(f"{place} : « {key} » manque.")
    return value
