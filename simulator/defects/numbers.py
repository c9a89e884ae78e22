"""The subscriber number, and the date of the registration."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from simulator.defects.changes import (
    all_of,
    with_method,
    with_page,
    with_policy,
    with_registry,
    with_rule,
)
from simulator.defects.model import Defect, Note

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from simulator.domain.values.spaces import Space
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry

_PARIS = ZoneInfo("Europe/Paris")


def _dated_of_the_request(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", *ticket: str
) -> Any:  # noqa: ANN401 - what the sound one gives
    outcome = sound(services, registry, *ticket)
    registration = registry.registration(getattr(outcome, "address_key", ""))
    if registration is None:
        return outcome
    dated = replace(outcome, registered_at=registration.confirmed_at)
    registry.replace_space(dated)
    return dated


def _with_the_clock_of_universal_time(
    sound: "Callable[[str], Space | None]", space_id: str
) -> "Space | None":
    space = sound(space_id)
    # The hour that universal time has, taken for the hour of Paris.
    return space and replace(space, registered_at=space.registered_at.replace(tzinfo=_PARIS))


def _dated_today(services: "Services", note: Note) -> "Services":
    def read(sound: "Callable[[str], Space | None]", space_id: str) -> "Space | None":
        space = sound(space_id)
        return space and replace(space, registered_at=services.clock.now())

    return with_registry("space", read)(services, note)


def _drawn_again(services: "Services", note: Note) -> "Services":
    def read(sound: Any, space_id: str) -> "Space | None":  # noqa: ANN401 - a bound method
        space: Space | None = sound(space_id)
        if space is None:
            return None
        number = services.rules.new_number(services, sound.__self__, space.registered_at)
        return replace(space, number=number)

    return with_registry("space", read)(services, note)


def _of_the_first_of_the_company(sound: Any, space_id: str) -> "Space | None":  # noqa: ANN401 - a bound method
    found: Space | None = sound(space_id)
    if found is None:
        return None
    spaces: list[Space] = sound.__self__.spaces()  # oldest first
    first = next(space for space in spaces if space.enrolment.siren == found.enrolment.siren)
    return replace(found, number=first.number)


def _next_number(
    sound: "Callable[..., str]", services: "Services", registry: "SqlRegistry", now: "datetime"
) -> str:
    numbers = [int(space.number) for space in registry.spaces()]
    return str(max(numbers) + 1) if numbers else sound(services, registry, now)


def _announced(services: "Services", note: Note) -> "Services":
    number = f"{services.clock.now().astimezone(_PARIS).year}0000000001"

    def reserved(sound: "Callable[..., str]", *arguments: Any) -> str:  # noqa: ANN401 - the rule's own
        _, registry, _ = arguments
        return sound(*arguments) if registry.has_number(number) else number

    said = f"</h1><p>Votre numéro d'abonné sera le {number}.</p>"
    change = all_of(with_rule("new_number", reserved), with_page("preregistration", "</h1>", said))
    return change(services, note)


DEFECTS = (
    Defect(
        "date-de-la-demande",
        "R-3.025",
        "L'inscription est datée du jour de la pré-inscription et non de l'activation.",
        with_rule("activate", _dated_of_the_request),
    ),
    Defect(
        "date-en-temps-universel",
        "A-22",
        "Peu après minuit, l'inscription est datée de la veille : le jour est celui de Greenwich.",
        with_registry("space", _with_the_clock_of_universal_time),
    ),
    Defect(
        "date-sans-1er",
        "U-74",
        "Le premier jour du mois s'écrit « 1 janvier » et non « 1er janvier ».",
        with_method("wording", "long_date", lambda sound, day: sound(day).replace("1er ", "1 ")),
    ),
    Defect(
        "date-de-la-lecture",
        "R-3.040",
        "Rechargée le lendemain, la confirmation prend la date du jour.",
        _dated_today,
    ),
    Defect(
        "numero-tire-a-chaque-affichage",
        "U-35",
        "Le numéro d'abonné est tiré au hasard à chaque affichage, et non une fois pour toutes.",
        _drawn_again,
    ),
    Defect(
        "numero-donne-avant-l-activation",
        "R-2.171",
        "La fin de pré-inscription donne le numéro d'abonné d'un espace qui n'existe pas encore.",
        _announced,
    ),
    Defect(
        "numero-de-l-exemple",
        "R-3.026",
        "Le numéro d'abonné commence toujours par 2011, l'année de l'exemple de la fiche.",
        with_rule("new_number", lambda sound, *arguments: f"2011{sound(*arguments)[4:]}"),
    ),
    Defect(
        "numero-a-9-chiffres",
        "A-24",
        "L'année n'est suivie que de 9 chiffres dans le numéro d'abonné.",
        with_policy(number_random_digits=9),
    ),
    Defect(
        "numero-de-l-annee-de-greenwich",
        "U-73",
        "La nuit du Nouvel An, le numéro d'abonné est encore de l'année finie.",
        with_rule(
            "new_number",
            lambda sound, services, registry, now: sound(
                services, registry, now.replace(tzinfo=_PARIS)
            ),
        ),
    ),
    Defect(
        "numero-du-premier-de-l-entreprise",
        "R-3.027",
        "La confirmation donne le numéro du premier abonné de la même entreprise.",
        with_registry("space", _of_the_first_of_the_company),
    ),
    Defect(
        "numeros-qui-se-suivent",
        "U-72",
        "Les numéros d'abonné se suivent : du sien, on devine celui d'un autre.",
        with_rule("new_number", _next_number),
    ),
)
