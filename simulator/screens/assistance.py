"""S16: whom to ask when the procedure fails (the fiche's chapter 5)."""

from flask import Blueprint, render_template

bp = Blueprint("assistance", __name__)


@bp.get("/assistance")
def show() -> str:
    """Show the two channels of the assistance (R-5.001 to R-5.004, U-90)."""
    return render_template("assistance.html")
