"""S01b: the page behind the pavé « Mon espace », on the path that S08 prints."""

from flask import Blueprint, render_template

from simulator.screens.help import FOCUS_FICHES

bp = Blueprint("professional_portal", __name__)


@bp.get("/professionnel")
def show() -> str:
    """Show the way to the procedure and the section « Aide » (R-1.006, R-2.130)."""
    return render_template("professional_portal.html", focus_fiches=FOCUS_FICHES)
