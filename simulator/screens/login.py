"""S11, the access to the space: « saisissez vos identifiants »."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField

from simulator.domain.values.faults import Fault, FieldFault
from simulator.screens.fault_texts import show_faults
from simulator.screens.request import browser_session, request_services

bp = Blueprint("login", __name__)


class LoginForm(FlaskForm):
    """An address and a password, nothing else (R-0.001)."""

    address = StringField("Votre adresse électronique :")
    password = PasswordField("Votre mot de passe :")


@bp.route("/connexion", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """Show the form, and open the space of a right pair (R-1.026); one text refuses (U-61)."""
    session = browser_session()
    if request.method == "GET":
        has_new_password = session.pop("has_new_password", False)
        form = LoginForm(formdata=None)
        return render_template("login.html", form=form, has_new_password=has_new_password)
    services = request_services()
    typed = {name: request.form.get(name, "") for name in ("address", "password")}
    form = LoginForm(formdata=None, data=typed)
    faults = [FieldFault(name, Fault.REQUIRED) for name, text in typed.items() if not text]
    if faults:
        show_faults(form, faults, services.wording)
        return render_template("login.html", form=form), 422
    with services.storage.reading() as registry:
        space = services.rules.log_in(services, registry, typed["address"], typed["password"])
    if space is None:
        form.form_errors.append(services.wording.login_refused)
        return render_template("login.html", form=form), 422
    session.rotate()
    session["space_id"] = space.id
    return redirect(url_for("space.show"), 303)
