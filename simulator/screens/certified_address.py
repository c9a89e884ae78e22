"""S05, 2ème étape blocked: the address belongs to a space with certificate."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from simulator.domain.values.wizard import Step
from simulator.screens import wizards
from simulator.screens.credentials import submit

bp = Blueprint("certified_address", __name__)


class OtherAddressForm(FlaskForm):
    """The fields of S04; the second asks for the « nouvelle » address (R-2.055, A-32)."""

    address = StringField("Votre adresse électronique :")
    address_again = StringField("Confirmer votre nouvelle adresse électronique :")
    password = PasswordField("Votre mot de passe :")
    password_again = PasswordField("Confirmer votre mot de passe:")


@bp.route("/creation/<uuid:wizard_id>/adresse-avec-certificat", methods=["GET", "POST"])
def show(wizard_id: UUID) -> ResponseReturnValue:
    """Say why the creation is blocked, and go on with another address (R-2.065, R-2.066)."""
    wizard = wizards.wizard_at(Step.CREDENTIALS, wizard_id)
    if wizard.certified_address is None:
        return redirect(wizards.screen_url(wizard, wizard.next_step), 303)
    if request.method == "POST":
        return submit(wizard, OtherAddressForm, "certified_address.html")
    return render_template(
        "certified_address.html",
        form=OtherAddressForm(formdata=None),
        wizard=wizard,
        quit_url=wizards.quit_url(wizard),
    )
