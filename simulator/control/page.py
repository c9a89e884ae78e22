"""The control page, for a trainer: what each sandbox is like, and which defects there are.

A browser asks for the token as a password, whatever the name; nothing is changed from here.
"""

from hmac import compare_digest
from typing import TYPE_CHECKING, cast

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from simulator.control.description import PREFIX
from simulator.defects import CATALOGUE, existing
from simulator.domain.values.spaces import PARIS

if TYPE_CHECKING:
    from simulator.simulation import Simulation

PAGE = f"{PREFIX}/"

bp = Blueprint("control_page", __name__)


@bp.get(PAGE)
def show() -> ResponseReturnValue:
    """Show the sandboxes and the catalogue to whoever has the token."""
    simulation = cast("Simulation", current_app.extensions["simulation"])
    given = request.authorization.password if request.authorization else None
    token = simulation.settings.control_token or ""
    if not compare_digest((given or "").encode(), token.encode()):
        challenge = {"WWW-Authenticate": 'Basic realm="Simulateur", charset="UTF-8"'}
        return render_template("control_page.html", is_open=False), 401, challenge
    sandboxes = [
        {
            "path": f"/b/{sandbox.id}/" if sandbox.id else "/",
            "now": sandbox.now().astimezone(PARIS),
            "is_frozen": sandbox.frozen_at is not None,
            "is_mail_held": sandbox.is_mail_held,
            "opens_in_click": sandbox.opens_in_click,
            "refused_mails": simulation.sandboxes.counts(sandbox.id).refused_mails,
            "defects": existing(sandbox.defects),
            "exercised": simulation.exercised.of(sandbox.id),
        }
        for sandbox in simulation.sandboxes.all()
    ]
    return render_template(
        "control_page.html", is_open=True, sandboxes=sandboxes, catalogue=list(CATALOGUE.values())
    )
