"""S02: simplified or expert, creation or activation."""

from flask import Blueprint, render_template

bp = Blueprint("procedure_choice", __name__)


@bp.get("/procedure")
def show() -> str:
    """Show the two procedures, two links each (R-2.005 to R-2.009)."""
    return render_template("procedure_choice.html")
