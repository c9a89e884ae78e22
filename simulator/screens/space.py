"""S12, the space, and its « Gérer mes services »."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from simulator.domain.values.spaces import Space
from simulator.screens.request import browser_session, request_services

bp = Blueprint("space", __name__)


def own_space() -> Space:
    """Return the space that the browser has opened; abort to the login without one (R-1.012)."""
    space_id = browser_session().get("space_id")
    with request_services().storage.reading() as registry:
        space = space_id and registry.space(space_id)
    if not space:
        abort(redirect(url_for("login.show"), 303))
    return space


@bp.get("/espace")
def show() -> ResponseReturnValue:
    """Show the space: empty at first (R-1.020), with the way to an adhesion (R-3.034)."""
    space = own_space()
    services = request_services()
    return render_template(
        "space.html",
        space=space,
        name=services.name_first_last(space.enrolment, services.wording),
        form=FlaskForm(formdata=None),
    )


@bp.post("/espace/deconnexion")
def log_out() -> ResponseReturnValue:
    """Close the space in this browser."""
    session = browser_session()
    session.pop("space_id", None)
    session.rotate()
    return redirect(url_for("home.show"), 303)
