"""S09, 4ème étape: the address and the code; a right pair opens a window (A-07)."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import StringField

from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.faults import Fault, FieldFault
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import browser_session, request_services, visitor

bp = Blueprint("activation", __name__)


class ActivationForm(FlaskForm):
    """Two fields, and none for a password (R-3.008 to R-3.010); labels not attested (A-13)."""

    address = StringField("Votre adresse électronique :")
    code = StringField("Votre code d'activation :")


@bp.route("/activation", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """Show the form; « Valider » with a right pair shows it again, with a window to open (U-50)."""
    if request.method == "GET":
        return _page(ActivationForm(formdata=None))
    services = request_services()
    typed = {name: request.form.get(name, "") for name in ("address", "code")}
    form = ActivationForm(formdata=None, data=typed)
    faults = [
        FieldFault(name, Fault.REQUIRED) for name, text in typed.items() if not text.strip()
    ]
    if faults:
        show_faults(form, faults, services.wording)
        return _page(form), 422
    with services.storage.writing() as registry:
        outcome = services.rules.check_code(
            services, registry, typed["address"], typed["code"], visitor()
        )
        ticket = (
            None
            if isinstance(outcome, CodeRefusal)
            else services.rules.open_window(services, registry, outcome, browser_session().id)
        )
    if isinstance(outcome, CodeRefusal):
        return refuse(outcome, form)
    return _page(form, ticket=ticket, window=services.secrets.identifier())


def refuse(refusal: CodeRefusal, form: ActivationForm) -> ResponseReturnValue:
    """Say why the activation does not go on (A-46), and where to go where there is a way."""
    form.form_errors.append(request_services().wording.code_refusals[refusal])
    status = 429 if refusal is CodeRefusal.TOO_MANY_TRIES else 422
    return _page(form, refusal=refusal), status


def _page(form: ActivationForm, **told: str | None) -> str:
    opens_in_click = request_services().sandbox.opens_in_click
    return render_template("activation.html", form=form, opens_in_click=opens_in_click, **told)
