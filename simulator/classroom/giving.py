"""A sheet given to a seat: it begins empty, then holds what the sheet starts from."""

from dataclasses import replace

from simulator.classroom.exercises import Sheet, Start
from simulator.control import seeds
from simulator.control.bodies import Applicant, CertificateSpace
from simulator.simulation import Simulation
from simulator.storage.classroom import Seat

ADDRESS = "contact@cabinet.example"
"""The address that the sheets speak of."""

_APPLICANT = Applicant(address=ADDRESS, password="Secret123")  # noqa: S106 - the sheets tell it
_HOLDERS = (("Lila", "Rosemonde"), ("Malo", "Kerval"), ("Zoé", "Amblard"))


def give(simulation: Simulation, seat: Seat, name: str, sheet: Sheet) -> None:
    """Empty a seat and have it begin a sheet."""
    simulation.seats.reset(replace(seat, exercise=name, message=""))
    sandbox = simulation.change(
        seat.sandbox,
        lambda old: replace(
            old,
            is_mail_held=sheet.is_mail_held,
            opens_in_click=not sheet.is_window_blocked,
            defects=(sheet.incident,) if sheet.incident else (),
        ),
    )
    services = simulation.services(sandbox)
    match sheet.start:
        case Start.PREREGISTERED:
            seeds.make_registration(services, _APPLICANT)
        case Start.SPACE:
            seeds.make_space(services, _APPLICANT)
        case Start.SOLE_HOLDER | Start.CABINET:
            number = 1 if sheet.start is Start.SOLE_HOLDER else len(_HOLDERS)
            for first_name, last_name in _HOLDERS[:number]:
                holder = CertificateSpace(
                    address=ADDRESS, first_name=first_name, last_name=last_name
                )
                seeds.make_certificate_space(services, holder)
        case Start.NOTHING:
            pass
    simulation.send_now()
