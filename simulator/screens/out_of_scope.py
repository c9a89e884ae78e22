"""S02s: the page of all that the fiche names without following it."""

from flask import Blueprint, render_template

bp = Blueprint("out_of_scope", __name__)


@bp.get("/hors-perimetre")
def show() -> str:
    """Say that the page asked for is not simulated (R-1.004, U-58)."""
    return render_template("out_of_scope.html")
