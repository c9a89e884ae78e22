"""How a trainee comes to a seat, and back to it; and what is shown on the wall meanwhile."""

from datetime import UTC, datetime
from hmac import compare_digest
from io import BytesIO
from secrets import token_hex

import segno
from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import StringField

from simulator.classroom.admission import for_trainer, seated, this_class, tries
from simulator.classroom.announcement import joining_address
from simulator.classroom.secrets import as_typed, digest, drawn_code, drawn_secret
from simulator.domain.texts import name_fault, text_fault, tidy
from simulator.screens.request import simulation
from simulator.storage.classroom import Seat

bp = Blueprint("class_joining", __name__, url_prefix="/classe", template_folder="templates")

_NAME_LENGTH = 50
_TOO_MANY = "Trop de codes incorrects ont été saisis dans cette classe. Réessayez dans une minute."


class JoiningForm(FlaskForm):
    """The code of the class and a first name."""

    code = StringField("Code de la classe :")
    first_name = StringField("Votre prénom :")


class ReturnForm(FlaskForm):
    """The key of a seat that is taken already."""

    key = StringField("Clé de votre place :")


@bp.get("/")
def show() -> ResponseReturnValue:
    """Ask for the code and the first name, or for a seat's key."""
    this_class()
    return _page(JoiningForm(formdata=None, data={"code": request.args.get("code", "")}))


@bp.post("/")
def join() -> ResponseReturnValue:
    """Give a seat of their own to who knows the code."""
    form = JoiningForm()
    if tries().are_too_many():
        form.form_errors.append(_TOO_MANY)
        return _page(form), 429
    first_name = " ".join(tidy(request.form.get("first_name", "")).split())
    if not compare_digest(
        as_typed(request.form.get("code", "")).encode(), this_class().code.encode()
    ):
        tries().note()
        form.code.errors = ["Ce code n'est pas celui de la classe."]
    elif not first_name:
        form.first_name.errors = ["Dites votre prénom : votre formateur le verra sur son tableau."]
    elif len(first_name) > _NAME_LENGTH or text_fault(first_name) or name_fault(first_name):
        form.first_name.errors = [f"Un prénom a des lettres, et {_NAME_LENGTH} caractères au plus."]
    if form.code.errors or form.first_name.errors:
        return _page(form), 422
    secret = drawn_secret()
    seat = Seat(token_hex(16), drawn_code(), digest(secret), first_name, datetime.now(UTC))
    if not simulation().seats.add(seat, this_class().capacity):
        form.form_errors.append("La classe est complète : voyez votre formateur.")
        return _page(form), 409
    return seated(seat.sandbox, secret)


@bp.post("/place")
def come_back() -> ResponseReturnValue:
    """Lead another browser to the seat of a key, and the first one away from it."""
    this_class()
    form = ReturnForm()
    if tries().are_too_many():
        form.form_errors.append(_TOO_MANY)
        return _page(JoiningForm(formdata=None), form), 429
    seat = simulation().seats.of_key(as_typed(request.form.get("key", "")))
    if seat is None:
        tries().note()
        form.key.errors = [
            "Aucune place n'a cette clé. Elle est en haut de chaque écran de la vôtre."
        ]
        return _page(JoiningForm(formdata=None), form), 422
    secret = drawn_secret()
    simulation().seats.set(seat.sandbox, cookie_digest=digest(secret))
    return seated(seat.sandbox, secret)


@bp.get("/projecteur")
@for_trainer
def show_projector() -> ResponseReturnValue:
    """Show the address, the code and both as a picture, in large, for the wall."""
    return render_template(
        "class_projector.html", address=joining_address(request.host_url), code=this_class().code
    )


@bp.get("/code.svg")
@for_trainer
def show_picture() -> ResponseReturnValue:
    """Draw the address with the code in it as a QR code."""
    drawn = BytesIO()
    where = joining_address(request.host_url, this_class().code)
    segno.make(where).save(drawn, kind="svg", scale=8, border=2)
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


def _page(joining: JoiningForm, coming_back: ReturnForm | None = None) -> str:
    back = coming_back or ReturnForm(formdata=None)
    return render_template("class_joining.html", joining=joining, coming_back=back)
