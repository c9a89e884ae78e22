"""Why an entry is refused, field by field; how it is said in French is the wording's business."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Fault(StrEnum):
    """What is wrong with one field."""

    CONDITIONS_NOT_ACCEPTED = auto()  # U-02
    REQUIRED = auto()  # U-31
    ADDRESS_INVALID = auto()  # U-03
    ADDRESS_TOO_LONG = auto()  # U-04
    ADDRESS_PAIR_DIFFERS = auto()  # U-05
    PASSWORD_FORM = auto()  # U-06
    PASSWORD_PAIR_DIFFERS = auto()  # U-07
    NAME_FORM = auto()  # U-25
    SIREN_FORM = auto()  # U-18
    SIREN_UNKNOWN = auto()  # U-17
    FOREIGN_IDENTIFIER_FORM = auto()  # U-21
    PHONE_FORM = auto()  # U-26
    TEXT_FORM = auto()  # U-76
    TOO_LONG = auto()  # U-25, U-27, U-29
    CHOICE_UNKNOWN = auto()  # U-24, A-14


@dataclass(frozen=True)
class FieldFault:
    """One refused field; `limit` is the length in characters that a TOO_LONG exceeds."""

    field: str
    fault: Fault
    limit: int | None = None
