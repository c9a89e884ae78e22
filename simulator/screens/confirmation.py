"""S10, in the new window: its request makes the space, and shows the subscriber number."""

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from simulator.domain.values.activation import CodeRefusal
from simulator.domain.values.spaces import Space
from simulator.screens.activation import ActivationForm, refuse
from simulator.screens.request import browser_session, request_services

bp = Blueprint("confirmation", __name__)


@bp.post("/inscription")
def activate() -> ResponseReturnValue:
    """Make the space with the ticket that the window brings, then show it (U-35, U-50)."""
    services = request_services()
    ticket = request.form.get("ticket", "")
    session_id = browser_session().id
    with services.storage.writing() as registry:
        outcome = services.rules.activate(services, registry, ticket, session_id)
    if isinstance(outcome, CodeRefusal):
        return refuse(outcome, ActivationForm(formdata=None))
    return redirect(url_for("confirmation.show", space_id=outcome.id), 303)


@bp.get("/inscription/<uuid:space_id>")
def show(space_id: UUID) -> ResponseReturnValue:
    """Show the confirmation, again at a reload (R-3.040)."""
    space = visible_space(space_id)
    services = request_services()
    return render_template(
        "confirmation.html",
        space=space,
        name=services.name_first_last(space.enrolment, services.wording),
        registered_on=services.wording.long_date(space.registered_on),
    )


def visible_space(space_id: UUID) -> Space:
    """Return a space to the session that made it, or to its owner once logged in (U-71).

    Abort with 403 for anybody else, whether there is such a space or not (R-4.011).
    """
    session = browser_session()
    with request_services().storage.reading() as registry:
        space = registry.space(str(space_id))
        is_visible = space is not None and (
            session.get("space_id") == space.id or registry.may_see(session.stored.id, space.id)
        )
    if space is None or not is_visible:
        abort(403)
    return space
