"""The access code that a simulator asks for where others than this machine can reach it."""

from hmac import compare_digest

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField

from simulator.screens.request import browser_session, simulation

bp = Blueprint("access_gate", __name__)
_OPEN_BLUEPRINTS = frozenset(
    {"access_gate", "control", "control_page"}
)  # the control interface has its own token


class AccessForm(FlaskForm):
    """One field."""

    code = PasswordField("Code d'accès :")


def refuse_without_code() -> ResponseReturnValue | None:
    """Lead every page to the gate until the browser has given the code."""
    code = simulation().settings.access_code
    is_open = request.blueprint in _OPEN_BLUEPRINTS or request.endpoint == "static"
    if code is None or is_open or browser_session().get("has_access"):
        return None
    return redirect(url_for("access_gate.show"), 303)


@bp.route("/acces", methods=["GET", "POST"])
def show() -> ResponseReturnValue:
    """Ask for the code."""
    form = AccessForm(formdata=None)
    if request.method == "GET":
        return render_template("access_gate.html", form=form)
    code = simulation().settings.access_code or ""
    if not compare_digest(request.form.get("code", "").encode(), code.encode()):
        form.code.errors = ["Ce code d'accès est incorrect."]
        return render_template("access_gate.html", form=form), 422
    browser_session()["has_access"] = True
    return redirect(url_for("home.show"), 303)
