"""S05b, the option for access without certificate, as far as this fiche tells of it (U-59).

The certificate is simulated: the holder picks the space that it would have opened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, SelectField, StringField

from simulator.domain.values.addresses import AddressState
from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.spaces import Space
from simulator.domain.values.wizard import Step, Wizard
from simulator.screens import wizards
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import browser_session, request_services

bp = Blueprint("certificate_option", __name__)


class OptionForm(FlaskForm):
    """The certificate, then the credentials of the space without certificate."""

    certificate = SelectField("Votre certificat (simulé) :", validate_choice=False)
    address = StringField("Votre adresse électronique :")
    address_again = StringField("Confirmer votre adresse électronique :")
    password = PasswordField("Votre mot de passe :")
    password_again = PasswordField("Confirmer votre mot de passe:")


@bp.route("/creation/<uuid:wizard_id>/option-sans-certificat", methods=["GET", "POST"])
def show(wizard_id: UUID) -> ResponseReturnValue:
    """Let a holder keep the usual address or give another (R-2.059 to R-2.063)."""
    wizard = wizards.wizard_at(Step.CREDENTIALS, wizard_id)
    address = wizard.certified_address
    services = request_services()
    if address is None:
        return redirect(wizards.screen_url(wizard, wizard.next_step), 303)
    with services.storage.reading() as registry:
        spaces = registry.certified_spaces(services.rules.address_key(address))
    if not spaces:  # the last of them has opted in the meantime
        wizards.save(replace(wizard, certified_address=None))
        return redirect(wizards.screen_url(wizard, wizard.next_step), 303)
    if request.method == "POST":
        return _submit(wizard, spaces)
    form = _form(spaces, {"address": address, "address_again": address})
    return _page(form, wizard, spaces), 200


@bp.get("/option-sans-certificat")
def done() -> ResponseReturnValue:
    """Say that the space now opens so, to whoever has just opted and to nobody else."""
    if not browser_session().get("has_opted"):
        return redirect(url_for("home.show"), 303)
    return render_template("certificate_option_done.html")


def _submit(wizard: Wizard, spaces: Sequence[Space]) -> ResponseReturnValue:
    services = request_services()
    chosen = {space.id: space for space in spaces}.get(request.form.get("certificate", ""))
    typed = {name: request.form.get(name, "") for name in CredentialsEntry.__dataclass_fields__}
    entry = CredentialsEntry(**typed)
    faults = list(services.rules.credentials_faults(services, entry))
    if chosen is None:
        faults.insert(0, FieldFault("certificate", Fault.CHOICE_UNKNOWN))
    form = _form(spaces, {**typed, "certificate": request.form.get("certificate")})
    if faults or chosen is None:
        show_faults(form, faults, services.wording)
        return _page(form, wizard, spaces), 422
    password_hash = services.passwords.hash(entry.password)
    with services.storage.writing() as registry:
        space = registry.space(chosen.id) or chosen
        outcome = services.rules.opt_for_password(
            services, registry, space, services.rules.trimmed_address(entry.address), password_hash
        )
        if not isinstance(outcome, AddressState):
            registry.drop_wizard(wizard.id, wizard.session)
    if isinstance(outcome, AddressState):
        form["address"].errors = [services.wording.taken_addresses[outcome]]
        return _page(form, wizard, spaces), 422
    browser_session()["has_opted"] = True
    return redirect(url_for("certificate_option.done"), 303)


def _form(spaces: Sequence[Space], data: Mapping[str, str | None]) -> OptionForm:
    form = OptionForm(formdata=None, data=data)
    services = request_services()
    form.certificate.choices = [
        (
            space.id,
            f"{services.name_first_last(space.enrolment, services.wording)} ({space.number})",
        )
        for space in spaces
    ]
    return form


def _page(form: OptionForm, wizard: Wizard, spaces: Sequence[Space]) -> str:
    return render_template(
        "certificate_option.html",
        form=form,
        is_sole_holder=len(spaces) == 1,
        quit_url=wizards.quit_url(wizard),
    )
