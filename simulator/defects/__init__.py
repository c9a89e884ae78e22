"""The named defects: faults that real teams leave, to be put into a sandbox on purpose.

Nothing else in the simulator knows of them: one is a change to the services of a sandbox.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from types import MappingProxyType

from simulator.defects import (
    accessibility,
    activation,
    activation_ways,
    addresses,
    assistance,
    blocked_windows,
    certificate_option,
    certified_address,
    codes,
    conditions,
    confirmation,
    credentials,
    delay,
    eligibility,
    enrolment,
    enrolment_values,
    first_access,
    mail,
    numbers,
    obligatory,
    passwords,
    pending,
    preregistration,
    procedure_choice,
    record,
    registration,
    screens,
    second_codes,
    space,
    summary,
    surroundings,
    ways,
)
from simulator.defects.model import Defect, Exercised
from simulator.services import Services

__all__ = [
    "CATALOGUE",
    "Defect",
    "Exercised",
    "UnknownDefectError",
    "existing",
    "known",
    "put_in",
]

_THEMES = (
    accessibility,
    activation,
    activation_ways,
    addresses,
    assistance,
    blocked_windows,
    certificate_option,
    certified_address,
    codes,
    conditions,
    confirmation,
    credentials,
    delay,
    eligibility,
    enrolment,
    enrolment_values,
    first_access,
    mail,
    numbers,
    obligatory,
    passwords,
    pending,
    preregistration,
    procedure_choice,
    record,
    registration,
    screens,
    second_codes,
    space,
    summary,
    surroundings,
    ways,
)


def _gather() -> Mapping[str, Defect]:
    gathered = sorted(
        (
            replace(defect, theme=theme.__name__.rpartition(".")[2])
            for theme in _THEMES
            for defect in theme.DEFECTS
        ),
        key=lambda defect: defect.id,
    )
    return MappingProxyType({defect.id: defect for defect in gathered})


CATALOGUE = _gather()
"""Every defect by its id, in alphabetical order; a test sees that no id is there twice."""


class UnknownDefectError(ValueError):
    """There is no such defect; the message says so in French, with the ids that come near."""


def known(defect_id: str) -> str:
    """Return the id of a defect. Raises UnknownDefectError."""
    if defect_id in CATALOGUE:
        return defect_id
    near = get_close_matches(defect_id, CATALOGUE, n=3)
    advice = f" ; voulez-vous dire {' ou '.join(near)} ?" if near else "."
    raise UnknownDefectError(f"Le défaut « {defect_id} » n'existe pas{advice}")


def put_in(services: Services, ids: Sequence[str], note: Callable[[str], None]) -> Services:
    """Return services with these defects, in that order; `note` is told which made a difference.

    An id that was good when a database was written, and is no more, changes nothing.
    """
    for defect in existing(ids):
        services = defect.change(services, partial(note, defect.id))
    return services


def existing(ids: Iterable[str]) -> list[Defect]:
    """Return the defects of these ids, those that the catalogue no longer has left out."""
    return [CATALOGUE[defect_id] for defect_id in ids if defect_id in CATALOGUE]
