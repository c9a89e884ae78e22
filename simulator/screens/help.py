"""S15: the help behind « AIDE »."""

from typing import Final

from flask import Blueprint, render_template

FOCUS_FICHES: Final = (
    "Opter pour l'accès sans certificat DANS l'espace professionnel",
    "Opter pour l'accès sans certificat HORS espace professionnel",
    "Demander une adhésion aux services en ligne (mode expert)",
    "Désigner un Administrateur Suppléant",
    "Désigner des délégués et consulter les délégations",
)
"""The other fiches that ours names, in its order (R-1.010, R-3.037)."""

bp = Blueprint("help", __name__)


@bp.get("/aide")
def show() -> str:
    """Show the assistance and the list of fiches (U-56)."""
    return render_template("help.html", focus_fiches=FOCUS_FICHES)
