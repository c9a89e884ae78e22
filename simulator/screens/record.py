"""D01, the record as a PDF."""

from uuid import UUID

from flask import Blueprint, Response

from simulator.screens.confirmation import visible_space
from simulator.screens.request import request_services

bp = Blueprint("record", __name__)


@bp.get("/inscription/<uuid:space_id>/recapitulatif.pdf")
def show(space_id: UUID) -> Response:
    """Return the record of a space, to be shown, saved or printed (R-4.002, R-4.008, U-69)."""
    space = visible_space(space_id)
    services = request_services()
    content = services.render_record(
        holder=services.name_first_last(space.enrolment, services.wording),
        number=space.number,
        registered_on=services.wording.long_date(space.registered_on),
        issued_at=services.clock.now(),
        sections=services.recap_sections(space.enrolment, space.address, services.wording),
    )
    response = Response(content, mimetype="application/pdf")
    name = f"recapitulatif_{space.number}.pdf"
    response.headers.set("Content-Disposition", "inline", filename=name)
    return response
