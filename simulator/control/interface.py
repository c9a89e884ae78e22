"""The routes of the control interface; without the token, none of them exists (U-66)."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from hmac import compare_digest
from re import fullmatch
from secrets import token_hex
from typing import TYPE_CHECKING, TypeVar, cast

from flask import Blueprint, Response, current_app, jsonify, request, url_for
from flask.blueprints import BlueprintSetupState
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound

from simulator.control import bodies, seeds
from simulator.control.clocks import at_real_time, with_clock
from simulator.control.description import CAPABILITIES, CONTRACT_VERSION, PREFIX, describe
from simulator.control.page import PAGE
from simulator.defects import CATALOGUE, Defect, existing
from simulator.prefix import SANDBOX_ID
from simulator.storage.sandboxes import COMMON, Sandbox

if TYPE_CHECKING:
    from simulator.services import Services
    from simulator.simulation import Simulation

M = TypeVar("M", bound=BaseModel)

COMMON_NAME = "common"  # of the sandbox without prefix, in the paths of this interface

bp = Blueprint("control", __name__, url_prefix=PREFIX)


@bp.record_once
def _guard_first(state: BlueprintSetupState) -> None:
    # Ahead of the application's own hooks: the access gate must see what an unknown page shows.
    state.app.before_request_funcs.setdefault(None, []).insert(0, _guard)


def _guard() -> Response | None:
    if request.path != PREFIX and not request.path.startswith(f"{PREFIX}/"):
        return None
    if request.path == PAGE:
        return None  # it asks for the token in its own way
    token = _simulation().settings.control_token or ""
    given = request.headers.get("Authorization", "")
    if not compare_digest(given.encode(), f"Bearer {token}".encode()):
        request.url_rule = None  # from here on a page like any other that does not exist
        request.routing_exception = NotFound()
        return None
    if isinstance(request.routing_exception, NotFound | MethodNotAllowed):
        return _answer_failure(request.routing_exception)  # it belongs to no blueprint
    return None


@bp.errorhandler(InternalServerError)
@bp.errorhandler(HTTPException)
def _answer_failure(error: HTTPException) -> Response:
    answer = _refusal(error.code or InternalServerError.code, "", error.name)
    if isinstance(error, MethodNotAllowed):
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return answer


@bp.errorhandler(ValidationError)
def _answer_invalid_body(error: ValidationError) -> Response:
    return _json(bodies.Errors(errors=bodies.errors_of(error)), 400)


@bp.errorhandler(seeds.RefusedSeedError)
def _answer_refused_seed(error: seeds.RefusedSeedError) -> Response:
    return _json(bodies.Errors(errors=list(error.errors)), 400)


@bp.errorhandler(seeds.AddressTakenError)
def _answer_taken_address(error: seeds.AddressTakenError) -> Response:
    return _refusal(409, "address", f"the address is taken: {error.state}")


@bp.get("/openapi.json")
def describe_interface() -> Response:
    """Describe this interface."""
    return jsonify(describe())


@bp.get("/contract")
def tell_contract() -> Response:
    """Tell that the whole contract is served."""
    return _json(bodies.Contract(version=CONTRACT_VERSION, capabilities=CAPABILITIES))


@bp.get("/defects")
def list_defects() -> Response:
    """List the defects."""
    return _json(bodies.DefectList(defects=[_described(item) for item in CATALOGUE.values()]))


@bp.get("/sandboxes")
def list_sandboxes() -> Response:
    """List the sandboxes."""
    names = [_name(sandbox) for sandbox in _simulation().sandboxes.all()]
    return _json(bodies.SandboxList(sandboxes=names))


@bp.post("/sandboxes")
def create_sandbox() -> Response:
    """Make an empty sandbox."""
    asked = _body(bodies.NewSandbox)
    sandbox_id = asked.id or token_hex(8)
    defects = _simulation().settings.defects if asked.defects is None else _once(asked.defects)
    is_made = sandbox_id != COMMON_NAME and _simulation().sandboxes.create(sandbox_id, defects)
    if not is_made:
        return _refusal(409, "id", "the id is taken")
    return _json(_name(_sandbox(sandbox_id)), 201)


@bp.get("/sandboxes/<sandbox_id>")
def show_sandbox(sandbox_id: str) -> Response:
    """Show a sandbox's state."""
    return _json(_state(_sandbox(sandbox_id)))


@bp.delete("/sandboxes/<sandbox_id>")
def erase_sandbox(sandbox_id: str) -> Response:
    """Erase a sandbox and all it holds; the common one is there again at once, empty."""
    sandbox = _sandbox(sandbox_id)
    _simulation().sandboxes.erase(sandbox.id)
    _simulation().exercised.forget(sandbox.id)
    return Response(status=204)


@bp.put("/sandboxes/<sandbox_id>/clock")
def set_clock(sandbox_id: str) -> Response:
    """Put a clock to an instant or forward, freeze it or let it run."""
    setting = _body(bodies.ClockSetting)
    try:
        sandbox = _change(sandbox_id, lambda sandbox: with_clock(sandbox, setting))
    except ValueError as error:
        return _refusal(400, "advance_seconds", str(error))
    return _json(_state(sandbox))


@bp.delete("/sandboxes/<sandbox_id>/clock")
def reset_clock(sandbox_id: str) -> Response:
    """Bring a clock back to real time."""
    return _json(_state(_change(sandbox_id, at_real_time)))


@bp.put("/sandboxes/<sandbox_id>/mail")
def set_mail(sandbox_id: str) -> Response:
    """Hold the outbox, or release it."""
    is_held = _body(bodies.MailSetting).is_held
    sandbox = _change(sandbox_id, lambda old: replace(old, is_mail_held=is_held))
    _simulation().send_now()
    return _json(_state(sandbox))


@bp.put("/sandboxes/<sandbox_id>/window")
def set_window(sandbox_id: str) -> Response:
    """Open the confirmation's window in the click, or by a script that a blocker stops."""
    in_click = _body(bodies.WindowSetting).opens_in_click
    return _json(_state(_change(sandbox_id, lambda old: replace(old, opens_in_click=in_click))))


@bp.put("/sandboxes/<sandbox_id>/defects")
def set_defects(sandbox_id: str) -> Response:
    """Put defects in force, and no others."""
    defects = _once(_body(bodies.DefectsSetting).defects)
    sandbox = _change(sandbox_id, lambda old: replace(old, defects=defects))
    _simulation().exercised.forget(sandbox.id)
    return _json(_state(sandbox))


@bp.post("/sandboxes/<sandbox_id>/certificate-spaces")
def make_certificate_space(sandbox_id: str) -> Response:
    """Make a space with certificate."""
    body = _body(bodies.CertificateSpace)
    space = seeds.make_certificate_space(_services(sandbox_id), body)
    return _json(bodies.MadeCertificateSpace(id=space.id, number=space.number), 201)


@bp.post("/sandboxes/<sandbox_id>/registrations")
def make_registration(sandbox_id: str) -> Response:
    """Pre-register somebody, who is sent a code."""
    body = _body(bodies.Applicant)
    registration = seeds.make_registration(_services(sandbox_id), body)
    _simulation().send_now()
    return _json(bodies.MadeRegistration(id=registration.id), 201)


@bp.post("/sandboxes/<sandbox_id>/spaces")
def make_space(sandbox_id: str) -> Response:
    """Make an active space without certificate, without any e-mail."""
    body = _body(bodies.Applicant)
    space = seeds.make_space(_services(sandbox_id), body)
    made = bodies.MadeSpace(id=space.id, number=space.number, registered_at=space.registered_at)
    return _json(made, 201)


@bp.post("/sandboxes/<sandbox_id>/arrivals")
def make_arrival(sandbox_id: str) -> Response:
    """Have a new browser come as far as a screen of the creation."""
    sandbox = _sandbox(sandbox_id)
    asked = _body(bodies.Arrival)
    services = _simulation().services(sandbox)
    wizard, cookie = seeds.make_arrival(services, asked)
    _simulation().send_now()
    root = _name(sandbox).path
    screen = url_for(f"{asked.screen}.show", wizard_id=wizard.id)
    made = bodies.MadeArrival(
        path=f"{root}{screen.removeprefix('/')}",
        cookie_name=services.sessions.cookie_name,
        cookie_value=cookie,
        cookie_path=root,
    )
    return _json(made, 201)


def _simulation() -> "Simulation":
    return cast("Simulation", current_app.extensions["simulation"])


def _services(name: str) -> "Services":
    return _simulation().services(_sandbox(name))


def _sandbox(name: str) -> Sandbox:
    is_id = fullmatch(SANDBOX_ID, name)
    found = _simulation().sandboxes.find(COMMON if name == COMMON_NAME else name) if is_id else None
    if found is None:
        raise NotFound
    return found


def _change(name: str, change: Callable[[Sandbox], Sandbox]) -> Sandbox:
    try:
        return _simulation().change(_sandbox(name).id, change)
    except LookupError as error:  # erased meanwhile
        raise NotFound from error


def _name(sandbox: Sandbox) -> bodies.SandboxName:
    if sandbox.id == COMMON:
        return bodies.SandboxName(id=COMMON_NAME, path="/")
    return bodies.SandboxName(id=sandbox.id, path=f"/b/{sandbox.id}/")


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _described(defect: Defect) -> bodies.DefectDescription:
    return bodies.DefectDescription(
        id=defect.id,
        theme=defect.theme,
        breaks=defect.breaks,
        sentence=defect.sentence,
    )


def _in_force(sandbox: Sandbox) -> list[bodies.DefectInForce]:
    exercised = _simulation().exercised.of(sandbox.id)
    return [
        bodies.DefectInForce(
            id=defect.id, sentence=defect.sentence, is_exercised=defect.id in exercised
        )
        for defect in existing(sandbox.defects)
    ]


def _state(sandbox: Sandbox) -> bodies.SandboxState:
    _simulation().keep_house(sandbox)  # a lapsed pre-registration does not count as pending
    return bodies.SandboxState(
        **_name(sandbox).model_dump(),
        now=sandbox.now(),
        is_frozen=sandbox.frozen_at is not None,
        is_mail_held=sandbox.is_mail_held,
        opens_in_click=sandbox.opens_in_click,
        defects=_in_force(sandbox),
        **asdict(_simulation().sandboxes.counts(sandbox.id)),
    )


def _body(model: type[M]) -> M:
    return model.model_validate_json(request.get_data() or b"{}")


def _json(answer: BaseModel, status: int = 200) -> Response:
    return Response(answer.model_dump_json(), status, mimetype="application/json")


def _refusal(status: int, field: str, message: str) -> Response:
    error = bodies.FieldError(field=field, message=message)
    return _json(bodies.Errors(errors=[error]), status)
