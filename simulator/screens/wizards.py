"""The way between the screens of the wizard: one cannot be reached before the one it needs."""

from uuid import UUID

from flask import abort, redirect, request, url_for

from simulator.domain.values.wizard import Step, Wizard
from simulator.screens.request import browser_session, request_services

SCREENS = frozenset(
    {
        "conditions",
        "credentials",
        "certified_address",
        "certificate_option",
        "enrolment",
        "summary",
        "preregistration",
    }
)
_ORDER = tuple(Step)


def wizard_at(step: Step, wizard_id: UUID) -> Wizard:
    """Return the browser's wizard, which has come as far as `step`.

    Abort to the first step that is not done (U-36), or to the conditions where the wizard is
    unknown: with a word about it if there was one (U-37).
    """
    session = browser_session()
    with request_services().storage.reading() as registry:
        wizard = registry.wizard(str(wizard_id), session.stored.id)
    if wizard is None:
        if session.has_expired or request.method == "POST":
            session["has_lost_wizard"] = True
        abort(redirect(url_for("conditions.show"), 303))
    is_over = wizard.next_step is Step.PREREGISTRATION and step is not Step.PREREGISTRATION
    if is_over or _ORDER.index(wizard.next_step) < _ORDER.index(step):
        abort(redirect(screen_url(wizard, wizard.next_step), 303))
    return wizard


def screen_url(wizard: Wizard, step: Step) -> str:
    """Return the address of a wizard's screen."""
    return url_for(f"{step}.show", wizard_id=wizard.id)


def quit_url(wizard: Wizard) -> str:
    """Return where « Quitter » of a wizard's screens leads."""
    return url_for("wizard_exit.leave", wizard_id=wizard.id)


def save(wizard: Wizard) -> None:
    """Keep a wizard as it has become."""
    with request_services().storage.writing() as registry:
        registry.save_wizard(wizard)
