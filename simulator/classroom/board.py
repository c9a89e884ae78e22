"""The trainer's board: where each seat stands, and what is done to one, some or all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from hmac import compare_digest

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField

from simulator.classroom.admission import for_trainer, is_trainer, let_trainer_in, this_class, tries
from simulator.classroom.announcement import joining_address
from simulator.classroom.giving import give
from simulator.classroom.incidents import INCIDENTS
from simulator.classroom.panel import sheets
from simulator.classroom.rows import rows
from simulator.control.bodies import ClockSetting
from simulator.control.clocks import at_real_time, with_clock
from simulator.domain.texts import tidy
from simulator.screens.request import simulation
from simulator.storage.classroom import Seat
from simulator.storage.sandboxes import Sandbox

bp = Blueprint("class_board", __name__, url_prefix="/classe/tableau", template_folder="templates")

_MESSAGE_LENGTH = 300


class TrainerForm(FlaskForm):
    """The trainer's password."""

    password = PasswordField("Mot de passe de l'animation :")


class ActionForm(FlaskForm):
    """What is done to the seats that are ticked; nothing but the protection of a form."""


def _later(sandbox: Sandbox, hours: int) -> Sandbox:
    return with_clock(sandbox, ClockSetting(advance_seconds=hours * 3600))


SETTINGS: Mapping[str, Callable[[Sandbox], Sandbox]] = {
    "+1 h": partial(_later, hours=1),
    "+24 h": partial(_later, hours=24),
    "+49 h": partial(_later, hours=49),
    "Heure réelle": at_real_time,
    "Retenir les courriels": lambda old: replace(old, is_mail_held=True),
    "Laisser partir les courriels": lambda old: replace(old, is_mail_held=False),
    "Bloquer la fenêtre": lambda old: replace(old, opens_in_click=False),
    "Débloquer la fenêtre": lambda old: replace(old, opens_in_click=True),
    "Retirer l'incident": lambda old: replace(old, defects=()),
}
"""What each button of the board does to a seat's sandbox."""


@bp.get("/")
def show() -> ResponseReturnValue:
    """Show the board to the trainer; ask anybody else for the password."""
    this_class()
    if not is_trainer():
        return render_template("class_login.html", form=TrainerForm(formdata=None))
    return _board()


@bp.post("/entrer")
def enter() -> ResponseReturnValue:
    """Let the trainer in."""
    form = TrainerForm(formdata=None)
    if tries().are_too_many():
        form.form_errors.append("Trop d'essais. Réessayez dans une minute.")
        return render_template("class_login.html", form=form), 429
    given = request.form.get("password", "").strip()
    if not compare_digest(given.encode(), this_class().password.encode()):
        tries().note()
        form.password.errors = ["Ce n'est pas le mot de passe affiché au lancement de la classe."]
        return render_template("class_login.html", form=form), 422
    return let_trainer_in(url_for("class_board.show"))


@bp.get("/places")
@for_trainer
def show_rows() -> ResponseReturnValue:
    """Give the lines alone, and nothing where they are as they were (ETag)."""
    response = make_response(render_template("class_rows.html", rows=rows()))
    response.add_etag()
    return response.make_conditional(request)


@bp.post("/")
@for_trainer
def act() -> ResponseReturnValue:
    """Do to each ticked seat what was asked for."""
    ticked = set(request.form.getlist("seat"))
    seats = [seat for seat in simulation().seats.all() if seat.sandbox in ticked]
    if not seats:
        return _board("Cochez d'abord une place au moins."), 422
    action = request.form.get("action", "")
    if action == "Mettre en place" and request.form.get("incident") not in INCIDENTS:
        return _board("Choisissez d'abord un incident."), 422
    if action == "Donner l'exercice" and request.form.get("exercise") not in sheets():
        return _board("Choisissez d'abord un exercice."), 422
    if not (do := _deed(action)):
        return _board("Ce bouton n'existe pas."), 422
    for seat in seats:
        do(seat)
    simulation().send_now()
    return redirect(url_for("class_board.show"), 303)


def _deed(action: str) -> Callable[[Seat], object] | None:
    seats = simulation().seats
    if action in SETTINGS:
        return lambda seat: simulation().change(seat.sandbox, SETTINGS[action])
    asked = request.form
    return {
        "Mettre en place": lambda seat: simulation().change(
            seat.sandbox, lambda old: replace(old, defects=(asked["incident"],))
        ),
        "Afficher ce message": lambda seat: seats.set(
            seat.sandbox, message=tidy(asked.get("message", ""))[:_MESSAGE_LENGTH]
        ),
        "Donner l'exercice": lambda seat: give(
            simulation(), seat, asked["exercise"], sheets()[asked["exercise"]]
        ),
        "Retirer l'exercice": lambda seat: seats.set(seat.sandbox, exercise=""),
        "Remettre à zéro": lambda seat: seats.reset(replace(seat, message="", exercise="")),
    }.get(action)


def _board(fault: str = "") -> str:
    return render_template(
        "class_board.html",
        form=ActionForm(formdata=None),
        rows=rows(),
        address=joining_address(request.host_url),
        code=this_class().code,
        incidents=INCIDENTS,
        sheets=sheets(),
        fault=fault,
    )
