"""« Gérer mes services », on the way to « Gérer vos coordonnées » (R-4.010)."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from simulator.screens.space import own_space

bp = Blueprint("my_services", __name__)


@bp.get("/espace/services")
def show() -> ResponseReturnValue:
    """Show the services of the space, none at first (R-1.020)."""
    return render_template("my_services.html", space=own_space())
