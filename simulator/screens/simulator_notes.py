"""« À propos de ce simulateur »: what it is, what it makes up, what becomes of the data."""

from flask import Blueprint, render_template

bp = Blueprint("simulator_notes", __name__)


@bp.get("/simulateur")
def show() -> str:
    """Show the notes; the only page that tells the fiche's words from the simulator's own."""
    return render_template("simulator_notes.html")
