"""S04, 2ème étape: the address and the password."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from simulator.domain.values.addresses import AddressState
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.wizard import Step, Wizard
from simulator.screens import wizards
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import request_services

bp = Blueprint("credentials", __name__)


class CredentialsForm(FlaskForm):
    """Four fields, each value twice (R-2.025); passwords always come back empty (R-2.045)."""

    address = StringField("Votre adresse électronique :")
    address_again = StringField("Confirmer votre adresse électronique :")
    password = PasswordField("Votre mot de passe :")
    password_again = PasswordField("Confirmer votre mot de passe:")


@bp.route("/creation/<uuid:wizard_id>/identifiants", methods=["GET", "POST"])
def show(wizard_id: UUID) -> ResponseReturnValue:
    """Show the form, and go on with a free address and a good password (R-2.046)."""
    wizard = wizards.wizard_at(Step.CREDENTIALS, wizard_id)
    if request.method == "POST":
        return submit(wizard, CredentialsForm, "credentials.html")
    address = wizard.address or ""  # U-32
    form = CredentialsForm(formdata=None, data={"address": address, "address_again": address})
    return render_template(
        "credentials.html", form=form, wizard=wizard, quit_url=wizards.quit_url(wizard)
    )


def submit(wizard: Wizard, form_class: type[FlaskForm], template: str) -> ResponseReturnValue:
    """Judge the form: what is typed first, and only then who has the address (U-09)."""
    services = request_services()
    typed = {name: request.form.get(name, "") for name in CredentialsEntry.__dataclass_fields__}
    entry = CredentialsEntry(**typed)
    form = form_class(formdata=None, data=typed)
    faults = services.rules.credentials_faults(services, entry)
    if faults:
        show_faults(form, faults, services.wording)
        page = render_template(
            template, form=form, wizard=wizard, quit_url=wizards.quit_url(wizard)
        )
        return page, 422
    address = services.rules.trimmed_address(entry.address)
    with services.storage.reading() as registry:
        state = services.rules.address_state(services, registry, address)
    if state is not AddressState.FREE:
        return refuse(wizard, state, address, form, template)
    wizards.save(wizard.with_credentials(address, services.passwords.hash(entry.password)))
    return redirect(wizards.screen_url(wizard, Step.ENROLMENT), 303)


def refuse(
    wizard: Wizard, state: AddressState, address: str, form: FlaskForm, template: str
) -> ResponseReturnValue:
    """Answer to an address that is taken: S05 if by a certificate (R-2.048), here otherwise."""
    if state is AddressState.CERTIFIED:
        wizards.save(wizard.without_credentials(certified_address=address))
        return redirect(url_for("certified_address.show", wizard_id=wizard.id), 303)
    wizards.save(wizard.without_credentials(certified_address=wizard.certified_address))
    form["address"].errors = [request_services().wording.taken_addresses[state]]
    page = render_template(
        template,
        form=form,
        wizard=wizard,
        quit_url=wizards.quit_url(wizard),
        is_pending=state is AddressState.PENDING,
    )
    return page, 422
