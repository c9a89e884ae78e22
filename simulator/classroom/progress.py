"""Where a trainee is, and whether they are stuck, from what happened at the seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.classroom.events import Kind
from simulator.storage.classroom import Event

STUCK_AFTER = timedelta(minutes=5)
"""How long without a step forward before a seat is said to be stuck."""

STUCK_REFUSALS = 3
"""How many times the same refusal before it is."""

_WINDOW_COMES = timedelta(seconds=5)

STEPS = {
    "procedure_choice": 1,
    "conditions": 2,
    "credentials": 3,
    "certified_address": 3,
    "enrolment": 4,
    "summary": 5,
    "preregistration": 6,
    "activation": 7,
    "confirmation": 8,
}
"""The screens of the procedure, each with its place on the way."""

LAST_STEP = 8

TITLES = {
    "home": "Page d'accueil",
    "professionals": "Page des professionnels",
    "procedure_choice": "Choix de la procédure",
    "conditions": "1ère étape : conditions générales",
    "credentials": "2ème étape : identifiants",
    "certified_address": "2ème étape bloquée",
    "enrolment": "3ème étape : formulaire",
    "summary": "Récapitulatif",
    "preregistration": "Fin de pré-inscription",
    "activation": "4ème étape : activation",
    "confirmation": "Confirmation",
    "mailbox": "Messagerie",
    "login": "Accès à l'espace",
    "space": "Espace",
    "contact_details": "Coordonnées",
    "certificate_option": "Option sans certificat",
    "forgotten_password": "Mot de passe oublié",
    "help": "Aide",
    "assistance": "Assistance",
    "simulator_notes": "À propos du simulateur",
}
"""What the board calls a screen; any other is « Autre page »."""


@dataclass(frozen=True)
class Standing:
    """Where a seat stands.

    `step` counts from 0, nothing of the procedure seen, to `LAST_STEP`, the space made; `since` is
    when the screen came. `refusal` is the last one since then, empty where there is none.
    """

    step: int
    screen: str
    since: datetime
    refusal: str
    read_mails: int
    is_window_missing: bool
    is_stuck: bool

    @property
    def is_done(self) -> bool:
        """The space is made."""
        return self.step == LAST_STEP


def standing(joined_at: datetime, events: Sequence[Event], now: datetime) -> Standing:
    """Tell where a seat stands at `now`; `events` are oldest first."""
    step, progressed_at = 0, joined_at
    screen, since = "", joined_at
    refusals: list[str] = []
    asked_at: datetime | None = None
    for event in events:
        if event.kind == Kind.REFUSAL:
            refusals.append(event.words)
        if event.kind == Kind.WINDOW:
            asked_at = event.at
        if event.screen == "confirmation":
            asked_at = None
        if event.kind == Kind.SCREEN and event.screen != screen:
            screen, since, refusals = event.screen, event.at, []
        if event.kind == Kind.SCREEN and STEPS.get(event.screen, 0) > step:
            step, progressed_at = STEPS[event.screen], event.at
    is_repeated = len(refusals) >= STUCK_REFUSALS and len(set(refusals[-STUCK_REFUSALS:])) == 1
    is_idle = now - progressed_at > STUCK_AFTER
    return Standing(
        step=step,
        screen=TITLES.get(screen, "Autre page") if screen else "Vient d'arriver",
        since=since,
        refusal=refusals[-1] if refusals else "",
        read_mails=sum(event.kind == Kind.MAIL_READ for event in events),
        is_window_missing=asked_at is not None and now - asked_at > _WINDOW_COMES,
        is_stuck=step < LAST_STEP and (is_repeated or is_idle),
    )
