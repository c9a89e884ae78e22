"""The register: every statement that a run has to answer for, read from ``features/fiche.toml``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reports.french import trouble

_Choice = TypeVar("_Choice", bound=StrEnum)


class Kind(StrEnum):
    """Where a statement comes from; no two are ever counted together."""

    FICHE = "fiche"
    READING = "lecture"
    CHOICE = "choix"
    RGAA = "rgaa"


class Verification(StrEnum):
    """How a statement is verified; only ``AUTOMATED`` is carried by scenarios."""

    AUTOMATED = "automated"
    MANUAL = "manual"
    DOCUMENTARY = "documentary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement, with the words it rests on.

    Attributes:
        id: ``R-2.135`` (fiche), ``A-06`` (reading), ``U-11`` (choice) or ``RGAA-10.11`` (criterion
            of the RGAA); also the tag of scenarios.
        chapter: Chapter of the fiche, as in ``rules.csv`` (``"2 (48h)"``);
            of a criterion ``"rgaa"``.
        lines: Lines of the fiche, as in ``rules.csv`` (``"24 537"``); empty for what no line says.
        quotation: The fiche's exact words; for a reading or a choice, the words that state it; of a
            criterion, the RGAA's own.
        kind: Fiche, reading, choice or criterion.
        verification: Automated, manual or documentary.
        reason: Why it is not automated; empty if it is.
    """

    id: str
    chapter: str
    lines: str
    quotation: str
    kind: Kind
    verification: Verification
    reason: str


class RegisterError(Exception):
    """The register cannot be used; the message is one French sentence that names the place."""


STATEMENT_ID = re.compile(r"R-\d\.\d{3}|[AU]-\d{2}|RGAA-\d{1,2}\.\d{1,2}")
"""What the id of a statement looks like; a tag of this form must be in the register."""

_KIND_BY_PREFIX = {"R": Kind.FICHE, "A": Kind.READING, "U": Kind.CHOICE, "RGAA": Kind.RGAA}
_REQUIRED_KEYS = ("id", "chapter", "quote", "kind", "verified")
_OPTIONAL_KEYS = ("lines", "reason")


def load_register(path: Path) -> tuple[Statement, ...]:
    """Read every statement of the register, in its order.

    Raises:
        RegisterError: The file is absent or not TOML, or a statement is incomplete, contradictory
            or there twice.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RegisterError(f"Registre illisible : {path} ({trouble(error)}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegisterError(f"Registre illisible : {path} n’est pas du TOML ({error}).") from error
    tables = document.pop("statement", None)
    if document:
        raise RegisterError(f"{path.name} : clé inconnue « {next(iter(document))} ».")
    if not isinstance(tables, list) or not tables:
        raise RegisterError(f"{path.name} : aucun énoncé ([[statement]]).")
    statements: dict[str, Statement] = {}
    for number, table in enumerate(tables, start=1):
        statement = _read_statement(table, f"{path.name}, énoncé n° {number}")
        if statement.id in statements:
            raise RegisterError(f"{path.name} : l’énoncé {statement.id} y est deux fois.")
        statements[statement.id] = statement
    return tuple(statements.values())


def _read_statement(table: Mapping[str, object], place: str) -> Statement:
    if isinstance(table.get("id"), str):
        place = f"{place} ({table['id']})"
    values = _read_texts(table, place)
    if not STATEMENT_ID.fullmatch(values["id"]):
        raise RegisterError(f"{place} : « {values['id']} » n’est pas un identifiant d’énoncé.")
    statement = Statement(
        id=values["id"],
        chapter=values["chapter"],
        lines=values["lines"],
        quotation=values["quote"],
        kind=_read_choice(Kind, "kind", values, place),
        verification=_read_choice(Verification, "verified", values, place),
        reason=values["reason"],
    )
    if statement.kind is not _KIND_BY_PREFIX[statement.id.partition("-")[0]]:
        raise RegisterError(f"{place} : l’identifiant contredit kind = « {statement.kind} ».")
    if statement.kind is Kind.FICHE and not statement.lines:
        raise RegisterError(f"{place} : un énoncé de la fiche dit ses lignes (lines).")
    is_automated = statement.verification is Verification.AUTOMATED
    if not is_automated and not statement.reason:
        raise RegisterError(f"{place} : un énoncé non automatisé dit pourquoi (reason).")
    if is_automated and statement.reason:
        raise RegisterError(f"{place} : un énoncé automatisé n’a pas de raison (reason) à donner.")
    return statement


def _read_texts(table: Mapping[str, object], place: str) -> dict[str, str]:
    values = dict.fromkeys(_OPTIONAL_KEYS, "")
    for key, value in table.items():
        if key not in _REQUIRED_KEYS + _OPTIONAL_KEYS:
            raise RegisterError(f"{place} : clé inconnue « {key} ».")
        if not isinstance(value, str):
            raise RegisterError(f"{place} : « {key} » doit être un texte.")
        values[key] = value
    for key in _REQUIRED_KEYS:
        if not values.get(key, "").strip():
            raise RegisterError(f"{place} : « {key} » manque.")
    return values


def _read_choice(
    choices: type[_Choice], key: str, values: Mapping[str, str], place: str
) -> _Choice:
    try:
        return choices(values[key])
    except ValueError:
        known = ", ".join(choices)
        raise RegisterError(
            f"{place} : {key} = « {values[key]} » est inconnu (connus : {known})."
        ) from None
