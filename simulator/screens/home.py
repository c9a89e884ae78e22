"""S01: the home page, where every way into the procedure begins."""

from flask import Blueprint, render_template

bp = Blueprint("home", __name__)


@bp.get("/")
def show() -> str:
    """Show the union of the fiche's two pictures (R-2.001, R-3.001, A-34)."""
    return render_template("home.html")
