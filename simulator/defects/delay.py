"""The 48 hours: how long, from when, by which clock."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from simulator.defects.changes import all_of, with_policy, with_rule, with_wording
from simulator.defects.model import Defect
from simulator.domain.policy import Policy
from simulator.domain.values.activation import CodeRefusal

_PARIS = ZoneInfo("Europe/Paris")


def _by_the_wall_clock(sent_at: datetime | None, now: datetime, policy: Policy) -> bool:
    if sent_at is None:
        return True
    wall_now, wall_sent = (
        instant.astimezone(_PARIS).replace(tzinfo=None) for instant in (now, sent_at)
    )
    return wall_now - wall_sent <= policy.code_lifetime


def _to_the_end_of_the_day(sent_at: datetime | None, now: datetime) -> bool:
    if sent_at is None:
        return True
    days = now.astimezone(_PARIS).date() - sent_at.astimezone(_PARIS).date()
    return days <= timedelta(days=2)


DEFECTS = (
    Defect(
        "delai-49h",
        "R-2.137",
        "Le code d'activation marche encore une heure après la fin du délai de 48 heures.",
        with_policy(code_lifetime=timedelta(hours=49)),
    ),
    Defect(
        "delai-un-jour",
        "R-2.135",
        "Le code d'activation est inopérant après un seul jour.",
        with_policy(code_lifetime=timedelta(hours=24)),
    ),
    Defect(
        "delai-borne-exclue",
        "A-08",
        "À 48 heures juste, le code est déjà refusé : « < » a été écrit pour « <= ».",
        with_rule(
            "code_is_alive",
            lambda sound, sent_at, now, policy: sound(sent_at, now + timedelta(seconds=1), policy),
        ),
    ),
    Defect(
        "delai-depuis-confirmer",
        "R-2.136",
        "Les 48 heures sont comptées du clic sur « Confirmer » et non de l'envoi du courriel.",
        with_rule(
            "registration_is_pending",
            lambda sound, desk, registration: sound(
                desk, replace(registration, sent_at=registration.confirmed_at)
            ),
        ),
    ),
    Defect(
        "delai-a-la-pendule",
        "R-2.146",
        "Aux changements d'heure, le délai finit à la même heure de pendule deux jours plus tard.",
        with_rule("code_is_alive", lambda _, *arguments: _by_the_wall_clock(*arguments)),
    ),
    Defect(
        "delai-en-jours-de-calendrier",
        "U-65",
        "Le délai est compté en jours : le code marche jusqu'au soir du deuxième.",
        all_of(
            with_policy(code_lifetime=timedelta(hours=72)),  # or the lapsed data would be erased
            with_rule(
                "code_is_alive",
                lambda _, sent_at, now, _policy: _to_the_end_of_the_day(sent_at, now),
            ),
        ),
    ),
    Defect(
        "delai-message-code-faux",
        "U-48",
        "Un code expiré est refusé par le message d'un code faux.",
        with_wording(
            code_refusals={
                CodeRefusal.EXPIRED: (
                    "L'adresse électronique ou le code d'activation est incorrect."
                )
            }
        ),
    ),
)
