"""Who may be where: a trainee at their own seat, the trainer everywhere, nobody else."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from hmac import compare_digest, new
from typing import cast

from flask import Response, abort, current_app, g, make_response, redirect, request
from flask.typing import ResponseReturnValue

from simulator.classroom.secrets import digest
from simulator.classroom.tries import Tries
from simulator.screens.request import request_services, simulation
from simulator.simulation import Class
from simulator.storage.classroom import Seat

JOINING = "/classe/"
_SEAT_COOKIE = "place"
_TRAINER_COOKIE = "animation"
# They look at their visitors themselves.
OPEN = frozenset({"class_joining", "class_board", "class_results"})


def this_class() -> Class:
    """Return the class that is held. Aborts with 404 where there is none."""
    return simulation().settings.classroom or abort(404)


def tries() -> Tries:
    """Return the wrong tries of this server."""
    return cast("Tries", current_app.extensions["class_tries"])


def admit() -> ResponseReturnValue | None:
    """Lead whoever is not at a seat of theirs to where one is taken."""
    is_open = request.endpoint == "static" or request.blueprint in OPEN
    if simulation().settings.classroom is None or is_open or is_trainer():
        return None
    seat = simulation().seats.at(request_services().sandbox.id)
    if seat is None or not is_at(seat):
        return redirect(JOINING, 303)
    g.seat = seat
    return None


def is_at(seat: Seat) -> bool:
    """Tell whether the browser is at a seat."""
    return compare_digest(digest(request.cookies.get(_SEAT_COOKIE, "")), seat.cookie_digest)


def is_trainer() -> bool:
    """Tell whether the browser has given the trainer's password."""
    given = request.cookies.get(_TRAINER_COOKIE, "")
    return compare_digest(given.encode(), _trainers_secret().encode())


def seated(sandbox: str, secret: str) -> Response:
    """Lead the browser to a seat, known there by that secret."""
    root = f"/b/{sandbox}/"
    return _let_in(root, _SEAT_COOKIE, secret, path=root)


def let_trainer_in(board: str) -> Response:
    """Lead the browser to the board, known as the trainer's."""
    return _let_in(board, _TRAINER_COOKIE, _trainers_secret(), path="/")


def _let_in(where: str, cookie: str, secret: str, *, path: str) -> Response:
    response = make_response(redirect(where, 303))
    response.set_cookie(
        cookie, secret, path=path, httponly=True, samesite="Lax", secure=request.is_secure
    )
    return response


def for_trainer(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Refuse a view to anybody but the trainer, with 403."""

    @wraps(view)
    def guarded(*args: object, **values: object) -> ResponseReturnValue:
        this_class()
        return view(*args, **values) if is_trainer() else abort(403)

    return guarded


def _trainers_secret() -> str:
    key = simulation().secret_key.encode()
    return new(key, this_class().password.encode(), sha256).hexdigest()
