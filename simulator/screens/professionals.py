"""S01c: the page of the e-mail's path to the activation (A-02)."""

from flask import Blueprint, render_template

bp = Blueprint("professionals", __name__)


@bp.get("/professionnels")
def show() -> str:
    """Show the way to the choice of the procedure (R-2.157)."""
    return render_template("professionals.html")
