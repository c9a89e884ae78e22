"""S14, the forgotten password: the number and the confidence answer give a new one (U-63)."""

from datetime import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from simulator.domain.values.credentials import CredentialsEntry
from simulator.domain.values.faults import Fault, FieldFault
from simulator.domain.values.spaces import Space
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import browser_session, request_services

bp = Blueprint("forgotten_password", __name__)


class IdentityForm(FlaskForm):
    """What tells whose question is to be asked."""

    address = StringField("Votre adresse électronique :")
    number = StringField("Votre numéro d'abonné :")


class AnswerForm(FlaskForm):
    """The answer, and the new password twice."""

    answer = StringField("Réponse :")
    password = PasswordField("Votre nouveau mot de passe :")
    password_again = PasswordField("Confirmer votre nouveau mot de passe :")


@bp.route("/mot-de-passe-oublie", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """Ask for the address and the number; a right pair leads to the question."""
    if request.method == "GET":
        return render_template("forgotten_password.html", form=IdentityForm(formdata=None))
    services = request_services()
    typed = {name: request.form.get(name, "") for name in ("address", "number")}
    form = IdentityForm(formdata=None, data=typed)
    faults = [FieldFault(name, Fault.REQUIRED) for name, text in typed.items() if not text.strip()]
    if faults:
        show_faults(form, faults, services.wording)
        return render_template("forgotten_password.html", form=form), 422
    with services.storage.reading() as registry:
        space = services.rules.space_to_recover(
            services, registry, typed["address"], typed["number"]
        )
    if space is None:
        form.form_errors.append(services.wording.recovery_refused)
        return render_template("forgotten_password.html", form=form), 422
    until = services.clock.now() + services.policy.ticket_lifetime
    browser_session()["recovery"] = {"space_id": space.id, "until": until.isoformat()}
    return redirect(url_for("forgotten_password.ask"), 303)


@bp.route("/mot-de-passe-oublie/question", methods=["GET", "POST"])
def ask() -> ResponseReturnValue:
    """Ask the registered question (R-2.102); the old password is never shown."""
    space = _space_in_recovery()
    if space is None:
        return redirect(url_for("forgotten_password.show"), 303)
    services = request_services()
    question = services.wording.questions[space.enrolment.question]
    if request.method == "GET":
        form = AnswerForm(formdata=None)
        return render_template("forgotten_password_question.html", form=form, question=question)
    answer = request.form.get("answer", "")
    form = AnswerForm(formdata=None, data={"answer": answer})
    entry = CredentialsEntry(
        address="",
        address_again="",
        password=request.form.get("password", ""),
        password_again=request.form.get("password_again", ""),
    )
    faults = list(services.rules.password_faults(services, entry))
    if not answer.strip():
        faults.insert(0, FieldFault("answer", Fault.REQUIRED))
    if faults:
        show_faults(form, faults, services.wording)
    elif not services.rules.answer_is_right(space, answer):
        form.form_errors.append(services.wording.recovery_refused)
    else:
        return _renew(space, entry.password)
    page = render_template("forgotten_password_question.html", form=form, question=question)
    return page, 422


def _space_in_recovery() -> Space | None:
    recovery = browser_session().get("recovery")
    services = request_services()
    if recovery is None or services.clock.now() > datetime.fromisoformat(recovery["until"]):
        return None
    with services.storage.reading() as registry:
        return registry.space(recovery["space_id"])


def _renew(space: Space, password: str) -> ResponseReturnValue:
    services = request_services()
    password_hash = services.passwords.hash(password)
    with services.storage.writing() as registry:
        registry.replace_space((registry.space(space.id) or space).with_password(password_hash))
    session = browser_session()
    del session["recovery"]
    session["has_new_password"] = True
    return redirect(url_for("login.show"), 303)
