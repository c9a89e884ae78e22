"""S03, 1ère étape: the general conditions; accepting them begins a wizard."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField

from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.wizard import Step, Wizard
from simulator.screens import wizards
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import browser_session, request_services

bp = Blueprint("conditions", __name__)


class ConditionsForm(FlaskForm):
    """One box, not ticked (R-2.018, R-2.020)."""

    are_accepted = BooleanField(
        "Je reconnais avoir pris connaissance des conditions générales et les accepte sans "
        "restriction."
    )


@bp.route("/creation", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """Show the conditions, and begin a wizard once they are accepted (R-2.019, R-2.022)."""
    services = request_services()
    session = browser_session()
    form = ConditionsForm(formdata=None)
    if request.method == "GET":
        if session.pop("has_lost_wizard", False):
            form.form_errors.append(services.wording.session_expired)
        return render_template("conditions.html", form=form)
    if "are_accepted" not in request.form:
        refusal = FieldFault("are_accepted", Fault.CONDITIONS_NOT_ACCEPTED)
        show_faults(form, [refusal], services.wording)
        return render_template("conditions.html", form=form), 422
    wizard = Wizard(services.secrets.identifier(), session.id, services.clock.now())
    wizards.save(wizard)
    return redirect(wizards.screen_url(wizard, Step.CREDENTIALS), 303)


def start_again() -> str:
    """Return the screen as it is shown after the loss of a session (U-37, U-79)."""
    form = ConditionsForm(formdata=None)
    form.form_errors.append(request_services().wording.session_expired)
    return render_template("conditions.html", form=form)
