"""S13, « Gérer vos coordonnées »: the recapitulated data, at any time."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from simulator.recap import name_first_last, recap_sections
from simulator.screens.request import request_services
from simulator.screens.space import own_space

bp = Blueprint("contact_details", __name__)


@bp.get("/espace/coordonnees")
def show() -> ResponseReturnValue:
    """Show the data, the number and the record (R-4.010, A-47)."""
    space = own_space()
    wording = request_services().wording
    return render_template(
        "contact_details.html",
        space=space,
        name=name_first_last(space.enrolment, wording),
        registered_on=wording.long_date(space.registered_on),
        sections=recap_sections(space.enrolment, space.address, wording),
    )
