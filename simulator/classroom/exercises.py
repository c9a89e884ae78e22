"""Exercises: sheets of instructions, each judged by what happens at the seat it is given to."""

import tomllib
from collections.abc import Sequence
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from simulator.classroom.events import Kind
from simulator.classroom.incidents import INCIDENTS
from simulator.classroom.progress import TITLES
from simulator.storage.classroom import Event

_Text = Annotated[str, Field(min_length=1, max_length=2000)]
_Statement = Annotated[str, Field(pattern=r"^[RA]-\d(\.\d{3}|\d)$")]


class SheetError(Exception):
    """A sheet that cannot be used; the message says in French where and why, a line for each."""


class Start(StrEnum):
    """What a seat holds when a sheet is given to it."""

    NOTHING = "rien"
    PREREGISTERED = "pré-inscription"
    SPACE = "espace"
    SOLE_HOLDER = "certificat d'un seul"
    CABINET = "certificat d'un cabinet de trois"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Criterion(_Part):
    """One thing to achieve: exactly one of `screen`, `refused`, `mail_read` and `no_refusal`.

    `screen` is reached, or `refused` refuses, with `words` among its own where they are given.
    """

    says: _Text
    statements: Annotated[list[_Statement], Field(min_length=1)]
    screen: str = ""
    refused: str = ""
    words: str = ""
    mail_read: bool = False
    no_refusal: bool = False

    @model_validator(mode="after")
    def _looks_at_one_thing(self) -> Self:
        looked_at = [self.screen, self.refused, self.mail_read, self.no_refusal]
        if sum(map(bool, looked_at)) != 1:
            raise _refused("un critère et un seul : screen, refused, mail_read ou no_refusal")
        for screen in filter(None, (self.screen, self.refused)):
            if screen not in TITLES:
                raise _refused(f"l'écran « {screen} » n'existe pas : {', '.join(TITLES)}")
        if self.words and not self.refused:
            raise _refused("words ne va qu'avec refused")
        return self

    def is_met(self, events: Sequence[Event]) -> bool:
        """Tell whether what happened since the sheet was given meets it."""
        if self.no_refusal:
            return all(event.kind != Kind.REFUSAL for event in events)
        return any(map(self._is_met_by, events))

    def _is_met_by(self, event: Event) -> bool:
        if self.mail_read:
            return event.kind == Kind.MAIL_READ
        if self.refused:
            is_refusal = event.kind == Kind.REFUSAL and event.screen == self.refused
            return is_refusal and self.words.casefold() in event.words.casefold()
        return event.kind == Kind.SCREEN and event.screen == self.screen


class Sheet(_Part):
    """What a trainee is to do, from where, and how it is seen that it is done."""

    title: _Text
    aim: _Text
    instructions: _Text
    start: Start = Start.NOTHING
    incident: str = ""
    is_mail_held: bool = False
    is_window_blocked: bool = False
    criteria: Annotated[list[Criterion], Field(min_length=1, max_length=12)]

    @model_validator(mode="after")
    def _knows_its_incident(self) -> Self:
        if self.incident and self.incident not in INCIDENTS:
            raise _refused(f"l'incident « {self.incident} » n'existe pas : {', '.join(INCIDENTS)}")
        return self

    def met(self, events: Sequence[Event]) -> list[bool]:
        """Tell which criteria are met; that there was no refusal counts once the others are."""
        met = [criterion.is_met(events) for criterion in self.criteria]
        pairs = list(zip(self.criteria, met, strict=True))
        is_over = all(done for criterion, done in pairs if not criterion.no_refusal)
        return [done and (is_over or not criterion.no_refusal) for criterion, done in pairs]


def own_sheets() -> dict[str, Sheet]:
    """Return the sheets that come with the simulator, by their names, in order."""
    folder = files("simulator.classroom").joinpath("sheets")
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return {name: read_sheet(name, folder.joinpath(name).read_text("utf-8")) for name in found}


def class_sheets(folder: Path | None) -> dict[str, Sheet]:
    """Return our own sheets, then those of a trainer's folder. Raises SheetError."""
    return own_sheets() | (sheets_of(folder) if folder else {})


def sheets_of(folder: Path) -> dict[str, Sheet]:
    """Return the sheets of a trainer's own folder. Raises SheetError for all that is wrong."""
    sheets: dict[str, Sheet] = {}
    faults: list[str] = []
    names = sorted(folder.glob("*.toml"))
    if not names:
        raise SheetError(f"Le dossier {folder} ne contient aucune fiche (*.toml).")
    for path in names:
        try:
            sheets[path.name] = read_sheet(path.name, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            faults.append(f"{path.name} : ce fichier ne peut être lu ({type(error).__name__}).")
        except SheetError as error:
            faults.append(str(error))
    if faults:
        raise SheetError("\n".join(faults))
    return sheets


def read_sheet(name: str, text: str) -> Sheet:
    """Read a sheet. Raises SheetError, a line for each fault with the line of the file."""
    try:
        return Sheet.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SheetError(f"{name} : ce n'est pas du TOML ({error}).") from error
    except ValidationError as error:
        faults = [
            _fault(name, text, item["loc"], item["type"], item["msg"]) for item in error.errors()
        ]
        raise SheetError("\n".join(faults)) from error


_KINDS = {
    "missing": "cette clé manque",
    "extra_forbidden": "cette clé n'existe pas",
    "enum": f"attend {', '.join(f'« {start} »' for start in Start)}",
    "string_pattern_mismatch": "attend l'identifiant d'un énoncé, par exemple « R-2.135 »",
    "string_too_short": "ne peut être vide",
    "string_too_long": "est trop long",
    "string_type": "attend un texte entre guillemets",
    "bool_type": "attend true ou false",
    "bool_parsing": "attend true ou false",
    "list_type": "attend une liste",
    "too_short": "ne peut être vide",
    "too_long": "a trop d'éléments",
}


def _fault(name: str, text: str, where: tuple[int | str, ...], kind: str, message: str) -> str:
    said = message if kind == "refused" else _KINDS.get(kind, "valeur incorrecte")
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
    return f"{name}, ligne {_line_of(text, where)} : {key or 'la fiche'} : {said}."


def _line_of(text: str, where: tuple[int | str, ...]) -> int:
    """Return the line of what is wrong, or of the criterion that it is in."""
    lines = text.splitlines()
    first = 0
    if where[:1] == ("criteria",) and len(where) > 1 and isinstance(where[1], int):
        heads = [rank for rank, line in enumerate(lines) if line.strip() == "[[criteria]]"]
        first = heads[where[1]] if where[1] < len(heads) else 0
    keys = [part for part in where if isinstance(part, str) and part != "criteria"]
    found = (
        rank for rank, line in enumerate(lines[first:], first) if keys and line.startswith(keys[0])
    )
    return next(found, first) + 1


def _refused(message: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "{told}", {"told": message})
