"""S13, « Gérer vos coordonnées »: the recapitulated data, at any time."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from simulator.screens.request import request_services
from simulator.screens.space import own_space

bp = Blueprint("contact_details", __name__)


@bp.get("/espace/coordonnees")
def show() -> ResponseReturnValue:
    """Show the data, the number and the record (R-4.010, A-47)."""
    space = own_space()
    services = request_services()
    return render_template(
        "contact_details.html",
        space=space,
        name=services.name_first_last(space.enrolment, services.wording),
        registered_on=services.wording.long_date(space.registered_on),
        sections=services.recap_sections(space.enrolment, space.address, services.wording),
    )
