"""S03b: the general conditions, a text of the simulator's own."""

from flask import Blueprint, render_template

bp = Blueprint("terms", __name__)


@bp.get("/conditions-generales")
def show() -> str:
    """Show the placeholder of the conditions (A-16, U-57)."""
    return render_template("terms.html")
