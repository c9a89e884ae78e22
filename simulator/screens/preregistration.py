"""S08, the end of the pre-registration: « Activation de votre espace abonné »."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from simulator.domain.values.wizard import Step
from simulator.screens import wizards
from simulator.screens.request import request_services

bp = Blueprint("preregistration", __name__)


@bp.route("/creation/<uuid:wizard_id>/pre-inscription", methods=["GET", "POST"])
def show(wizard_id: UUID) -> ResponseReturnValue:
    """Say that the code is on its way, again at a reload (U-35); « OK » leaves (A-49)."""
    wizard = wizards.wizard_at(Step.PREREGISTRATION, wizard_id)
    if request.method == "POST":
        return redirect(wizards.quit_url(wizard), 303)
    if wizard.enrolment is None:
        msg = "a confirmed wizard has all its data"
        raise ValueError(msg)
    services = request_services()
    with services.storage.reading() as registry:
        is_refused = services.rules.code_was_refused(services, registry, wizard)
    return render_template(
        "preregistration.html",
        form=FlaskForm(formdata=None),
        name=services.name_last_first(wizard.enrolment, services.wording),
        address=wizard.address,
        is_refused=is_refused,
        quit_url=wizards.quit_url(wizard),
    )
