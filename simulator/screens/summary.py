"""S07, the summary « Votre inscription », to be confirmed."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from simulator.domain.values.addresses import AddressState
from simulator.domain.values.wizard import Step, Wizard
from simulator.screens import credentials, wizards
from simulator.screens.request import request_services, simulation

bp = Blueprint("summary", __name__)


@bp.route("/creation/<uuid:wizard_id>/recapitulatif", methods=["GET", "POST"])
def show(wizard_id: UUID) -> ResponseReturnValue:
    """Show every value, go back to modify them, or confirm (R-2.115)."""
    wizard = wizards.wizard_at(Step.SUMMARY, wizard_id)
    if request.method == "POST":
        if request.form.get("action") == "previous":
            return redirect(wizards.screen_url(wizard, Step.ENROLMENT), 303)
        return _confirm(wizard)
    if wizard.enrolment is None or wizard.address is None:
        msg = "a wizard at its summary has all its data"
        raise ValueError(msg)
    services = request_services()
    sections = services.recap_sections(wizard.enrolment, wizard.address, services.wording)
    return render_template(
        "summary.html",
        form=FlaskForm(formdata=None),
        sections=sections,
        quit_url=wizards.quit_url(wizard),
    )


def _confirm(shown: Wizard) -> ResponseReturnValue:
    services = request_services()
    with services.storage.writing() as registry:
        # Read again: of two « Confirmer » at once, the second must see what the first did (U-38).
        wizard = registry.wizard(shown.id, shown.session) or shown
        if wizard.next_step not in {Step.SUMMARY, Step.PREREGISTRATION}:  # taken back in a tab
            return redirect(wizards.screen_url(wizard, wizard.next_step), 303)
        outcome = services.rules.confirm(services, registry, wizard)
    # FREE: confirmed before, and refused since by the mail server; S08 says to check the address.
    if isinstance(outcome, AddressState) and outcome is not AddressState.FREE:
        address = wizard.address or ""
        form = credentials.CredentialsForm(
            formdata=None, data={"address": address, "address_again": address}
        )
        return credentials.refuse(wizard, outcome, address, form, "credentials.html")
    simulation().send_now()
    return redirect(wizards.screen_url(wizard, Step.PREREGISTRATION), 303)
