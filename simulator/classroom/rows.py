"""The lines of the board, each made of what is known of a seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from simulator.classroom.events import Kind
from simulator.classroom.incidents import INCIDENTS
from simulator.classroom.panel import sheets
from simulator.classroom.progress import LAST_STEP, Standing, standing
from simulator.domain.values.spaces import PARIS
from simulator.screens.request import simulation
from simulator.storage.classroom import Event, Seat
from simulator.storage.sandboxes import Sandbox


@dataclass(frozen=True)
class Row:
    """A line of the board."""

    seat: Seat
    sandbox: Sandbox
    standing: Standing
    received_mails: int
    events: Sequence[Event]

    @property
    def dots(self) -> str:
        """The steps made, and those to come."""
        return "●" * self.standing.step + "○" * (LAST_STEP - self.standing.step)

    @property
    def since(self) -> str:
        """When the screen came, on the wall's clock."""
        return self.standing.since.astimezone(PARIS).strftime("%H:%M")

    @property
    def incidents(self) -> list[str]:
        """What is put in on purpose, in the trainer's words."""
        return [
            *(INCIDENTS.get(defect, defect) for defect in self.sandbox.defects),
            *(["Courriels retenus"] if self.sandbox.is_mail_held else []),
            *(["Fenêtre sans clic"] if not self.sandbox.opens_in_click else []),
            *([f"Horloge : +{self.hours_ahead} h"] if self.hours_ahead else []),
        ]

    @property
    def hours_ahead(self) -> int:
        """How far its clock is ahead, in whole hours."""
        return round(self.sandbox.clock_offset / 3600)

    @property
    def exercise(self) -> str:
        """Its sheet, and how much of it is done; empty where it was given none."""
        sheet = sheets().get(self.seat.exercise)
        if sheet is None:
            return ""
        met = sheet.met(self.events)
        return f"{sheet.title} : {sum(met)}/{len(met)}"

    @property
    def refusals(self) -> list[str]:
        """What it was refused, in the order of the refusals."""
        return [event.words for event in self.events if event.kind == Kind.REFUSAL]


def rows() -> list[Row]:
    """Return the lines of every seat, in the order of arrival."""
    now = datetime.now(UTC)
    events = simulation().seats.events()
    mails = simulation().seats.received_mails()
    sandboxes = {sandbox.id: sandbox for sandbox in simulation().sandboxes.all()}
    return [
        Row(
            seat=seat,
            sandbox=sandboxes[seat.sandbox],
            standing=standing(seat.joined_at, events.get(seat.sandbox, []), now),
            received_mails=mails.get(seat.sandbox, 0),
            events=events.get(seat.sandbox, []),
        )
        for seat in simulation().seats.all()
        if seat.sandbox in sandboxes
    ]
