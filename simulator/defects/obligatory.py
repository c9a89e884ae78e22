"""The obligatory information of the 3rd step: forgotten, asked for without reason, badly told."""

from simulator.defects.changes import instead_of, with_rule, with_wording
from simulator.defects.model import Change, Defect
from simulator.defects.swapping import Faulty
from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.services import Services

_STREET = ("street_number", "street_type", "street_name", "address_complement", "postcode")


def _with_blanks_admitted(field: str) -> Change:
    """Have a field refused only where nothing at all is typed: blanks pass."""

    def faulty(sound: Faulty, services: Services, entry: EnrolmentEntry) -> tuple[FieldFault, ...]:
        return tuple(
            fault
            for fault in sound(services, entry)
            if (fault.field, fault.fault) != (field, Fault.REQUIRED) or not getattr(entry, field)
        )

    return with_rule("enrolment_faults", faulty)


def _with_obligatory(field: str) -> Change:
    def faulty(sound: Faulty, services: Services, entry: EnrolmentEntry) -> tuple[FieldFault, ...]:
        faults: tuple[FieldFault, ...] = sound(services, entry)
        is_empty = not getattr(entry, field).strip()
        return (*faults, FieldFault(field, Fault.REQUIRED)) if is_empty else faults

    return with_rule("enrolment_faults", faulty)


def _city_of_a_street(
    sound: Faulty, services: Services, entry: EnrolmentEntry
) -> tuple[FieldFault, ...]:
    faults: tuple[FieldFault, ...] = sound(services, entry)
    has_street = any(getattr(entry, field).strip() for field in _STREET)
    return faults if has_street else tuple(fault for fault in faults if fault.field != "city")


def _not_of_foreigners(sound: Faulty, services: Services, entry: EnrolmentEntry) -> Fault | None:
    fault: Fault | None = sound(services, entry)
    return None if fault is Fault.REQUIRED and entry.is_foreign else fault


DEFECTS = (
    Defect(
        "obligatoire-code-postal",
        "R-2.073",
        "Le code postal est exigé, bien qu'il n'ait pas d'étoile.",
        _with_obligatory("postcode"),
    ),
    Defect(
        "obligatoire-nom-en-espaces",
        "R-2.075",
        "Un nom fait d'espaces est accepté, et l'usager n'a plus de nom.",
        _with_blanks_admitted("last_name"),
    ),
    Defect(
        "obligatoire-siren-sauf-etranger",
        "R-2.076",
        "L'identifiant n'est pas réclamé à une entreprise étrangère.",
        with_rule("siren_fault", _not_of_foreigners),
    ),
    Defect(
        "obligatoire-telephone-oublie",
        "R-2.077",
        "Le numéro de téléphone peut rester vide, malgré son étoile.",
        with_rule("phone_fault", instead_of(Fault.REQUIRED, None)),
    ),
    Defect(
        "obligatoire-ville-avec-la-voie",
        "R-2.078",
        "La ville n'est réclamée que si le reste de l'adresse est donné.",
        with_rule("enrolment_faults", _city_of_a_street),
    ),
    Defect(
        "obligatoire-reponse-en-espaces",
        "R-2.080",
        "Une réponse de confiance faite d'espaces est acceptée.",
        _with_blanks_admitted("answer"),
    ),
    Defect(
        "obligatoire-libelle-de-la-voie",
        "R-2.082",
        "L'inscription est refusée à qui laisse vide le libellé de la voie.",
        _with_obligatory("street_name"),
    ),
    Defect(
        "obligatoire-sans-dire-lequel",
        "U-31",
        "Un champ vide est refusé sans être nommé.",
        with_wording(faults={Fault.REQUIRED: "Ce champ est obligatoire."}),
    ),
)
