"""« Quitter » of the wizard's screens: its data are dropped, nothing is sent or made (R-2.011)."""

from uuid import UUID

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from simulator.screens.request import browser_session, request_services

bp = Blueprint("wizard_exit", __name__)


@bp.get("/creation/<uuid:wizard_id>/quitter")
def leave(wizard_id: UUID) -> ResponseReturnValue:
    """Drop the wizard and show the home page (U-54)."""
    with request_services().storage.writing() as registry:
        registry.drop_wizard(str(wizard_id), browser_session().stored.id)
    return redirect(url_for("home.show"), 303)
