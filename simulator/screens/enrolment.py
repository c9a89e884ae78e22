"""S06, 3ème étape: the enrolment form."""

from dataclasses import asdict
from uuid import UUID

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField, StringField

from simulator.domain.values.enrolment import EnrolmentEntry
from simulator.domain.values.wizard import Step
from simulator.screens import wizards
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import request_services
from simulator.wording import Wording

bp = Blueprint("enrolment", __name__)


class EnrolmentForm(FlaskForm):
    """The fields of the screen, in its order (R-2.074); lists are filled by the wording."""

    courtesy_title = SelectField("Civilité :", validate_choice=False)
    last_name = StringField("Nom :")
    first_name = StringField("Prénom :")
    is_foreign = BooleanField("Entreprise étrangère :")
    siren = StringField("S.I.R.E.N ou équivalent :")
    phone = StringField("Numéro de téléphone :")
    street_number = StringField("Numéro de la voie :")
    street_type = StringField("Nature de la voie :")
    street_name = StringField("Libellé de la voie :")
    address_complement = StringField("Complément d'adresse :")
    postcode = StringField("Code postal :")
    city = StringField("Ville :")
    country = StringField("Pays :")
    question = SelectField("Question :", validate_choice=False)
    answer = StringField("Réponse :")


@bp.route("/creation/<uuid:wizard_id>/formulaire", methods=["GET", "POST"])
def show(wizard_id: UUID) -> ResponseReturnValue:
    """Show the form; « Étape précédente », « Effacer » and « Valider » all keep the address."""
    wizard = wizards.wizard_at(Step.ENROLMENT, wizard_id)
    services = request_services()
    if request.method == "POST":
        action = request.form.get("action")
        if action == "clear":
            wizards.save(wizard.with_entry(EnrolmentEntry()))
            return redirect(wizards.screen_url(wizard, Step.ENROLMENT), 303)
        entry = _typed_entry()
        if action == "previous":  # U-32
            wizards.save(wizard.with_entry(entry))
            return redirect(wizards.screen_url(wizard, Step.CREDENTIALS), 303)
        faults = services.rules.enrolment_faults(services, entry)
        if not faults:
            enrolment = services.rules.read_enrolment(services, entry)
            wizards.save(wizard.with_enrolment(entry, enrolment))
            return redirect(wizards.screen_url(wizard, Step.SUMMARY), 303)
        wizard = wizard.with_entry(entry)
        wizards.save(wizard)
    else:
        faults = ()
    form = _form(wizard.entry, services.wording)
    show_faults(form, faults, services.wording)
    page = render_template(
        "enrolment.html", form=form, address=wizard.address, quit_url=wizards.quit_url(wizard)
    )
    return page, 422 if faults else 200


def _typed_entry() -> EnrolmentEntry:
    # Read from the request, not from the form object: for a missing field that would give its
    # default, and what a browser always sends is to be refused where it is not sent.
    texts = {
        name: request.form.get(name, "")
        for name in EnrolmentEntry.__dataclass_fields__
        if name != "is_foreign"
    }
    return EnrolmentEntry(is_foreign="is_foreign" in request.form, **texts)


def _form(entry: EnrolmentEntry, wording: Wording) -> EnrolmentForm:
    form = EnrolmentForm(formdata=None, data=asdict(entry))
    form.courtesy_title.choices = [(str(k), text) for k, text in wording.courtesy_titles.items()]
    form.question.choices = [(str(k), text) for k, text in wording.questions.items()]
    return form
