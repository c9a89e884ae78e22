"""The OpenAPI 3.1 description of the control interface, made from its bodies."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from simulator.control import bodies
from simulator.prefix import SANDBOX_ID

PREFIX = "/_control"
_SANDBOX = "/sandboxes/{sandbox_id}"
_COMPONENTS = "#/components/schemas/"


@dataclass(frozen=True)
class Operation:
    """One method of one path below the prefix: what it takes, its answer, how it may refuse.

    `capability` is what another site that serves it says that it can do; empty for what is no part
    of the contract.
    """

    method: Literal["get", "post", "put", "delete"]
    path: str
    id: str
    summary: str
    answer: type[BaseModel] | None = None
    status: int = 200
    body: type[BaseModel] | None = None
    may_conflict: bool = False
    capability: str = ""


CONTRACT_VERSION = 1
"""Changes where a harness that knows the one before could no longer use what it was promised."""

OPERATIONS = (
    Operation("get", "/openapi.json", "describe_interface", "Describe this interface."),
    Operation(
        "get",
        "/contract",
        "tell_contract",
        "Tell that the whole contract is served.",
        answer=bodies.Contract,
    ),
    Operation("get", "/defects", "list_defects", "List the defects.", answer=bodies.DefectList),
    Operation(
        "get", "/sandboxes", "list_sandboxes", "List the sandboxes.", answer=bodies.SandboxList
    ),
    Operation(
        "post",
        "/sandboxes",
        "create_sandbox",
        "Make an empty sandbox.",
        body=bodies.NewSandbox,
        answer=bodies.SandboxName,
        status=201,
        may_conflict=True,
        capability="sandboxes",
    ),
    Operation(
        "get",
        _SANDBOX,
        "show_sandbox",
        "Show a sandbox's state.",
        answer=bodies.SandboxState,
        capability="counts",
    ),
    Operation(
        "delete",
        _SANDBOX,
        "erase_sandbox",
        "Erase a sandbox and all it holds; the common one is there again at once, empty.",
        status=204,
        capability="sandboxes",
    ),
    Operation(
        "put",
        f"{_SANDBOX}/clock",
        "set_clock",
        "Put a clock to an instant or forward, freeze it or let it run.",
        body=bodies.ClockSetting,
        answer=bodies.SandboxState,
        capability="clock",
    ),
    Operation(
        "delete",
        f"{_SANDBOX}/clock",
        "reset_clock",
        "Bring a clock back to real time.",
        answer=bodies.SandboxState,
        capability="clock",
    ),
    Operation(
        "put",
        f"{_SANDBOX}/mail",
        "set_mail",
        "Hold the outbox, or release it.",
        body=bodies.MailSetting,
        answer=bodies.SandboxState,
        capability="held-mail",
    ),
    Operation(
        "put",
        f"{_SANDBOX}/window",
        "set_window",
        "Open the confirmation's window in the click, or by a script that a blocker stops.",
        body=bodies.WindowSetting,
        answer=bodies.SandboxState,
        capability="window",
    ),
    Operation(
        "put",
        f"{_SANDBOX}/defects",
        "set_defects",
        "Put defects in force, and no others.",
        body=bodies.DefectsSetting,
        answer=bodies.SandboxState,
    ),
    Operation(
        "post",
        f"{_SANDBOX}/certificate-spaces",
        "make_certificate_space",
        "Make a space with certificate.",
        body=bodies.CertificateSpace,
        answer=bodies.MadeCertificateSpace,
        status=201,
        capability="certificate-spaces",
    ),
    Operation(
        "post",
        f"{_SANDBOX}/registrations",
        "make_registration",
        "Pre-register somebody, who is sent a code.",
        body=bodies.Applicant,
        answer=bodies.MadeRegistration,
        status=201,
        may_conflict=True,
        capability="registrations",
    ),
    Operation(
        "post",
        f"{_SANDBOX}/arrivals",
        "make_arrival",
        "Have a new browser come as far as a screen of the creation.",
        body=bodies.Arrival,
        answer=bodies.MadeArrival,
        status=201,
        may_conflict=True,
        capability="arrivals",
    ),
    Operation(
        "post",
        f"{_SANDBOX}/spaces",
        "make_space",
        "Make an active space without certificate, without any e-mail.",
        body=bodies.Applicant,
        answer=bodies.MadeSpace,
        status=201,
        may_conflict=True,
        capability="spaces",
    ),
)


CAPABILITIES = sorted({operation.capability for operation in OPERATIONS} - {""})
"""All that a site may say that it can do."""


def describe() -> Mapping[str, Any]:
    """Return the description as an OpenAPI 3.1 document."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        item = paths.setdefault(f"{PREFIX}{operation.path}", {})
        item[operation.method] = _described(operation)
        if operation.path.startswith(_SANDBOX):
            item["parameters"] = [_SANDBOX_PARAMETER]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Control interface of the simulator",
            "version": version("espace-expert"),
            "description": (
                "Without the token, every path answers as a page that does not exist. "
                "The sandbox without prefix is named « common »."
            ),
        },
        "paths": paths,
        "security": [{"token": []}],
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


_SANDBOX_PARAMETER = {
    "name": "sandbox_id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": f"^{SANDBOX_ID}$"},
}


def _described(operation: Operation) -> Mapping[str, Any]:
    answer: dict[str, Any] = {"description": "Done."}
    if operation.answer is not None:
        answer["content"] = _content(operation.answer)
    elif operation.id == "describe_interface":
        answer["content"] = {"application/json": {"schema": {"type": "object"}}}
    described: dict[str, Any] = {
        "operationId": operation.id,
        "summary": operation.summary,
        "responses": {str(operation.status): answer, **_refusals(operation)},
    }
    if operation.body is not None:
        has_required_field = any(
            field.is_required() for field in operation.body.model_fields.values()
        )
        described["requestBody"] = {
            "required": has_required_field,
            "content": _content(operation.body),
        }
    return described


def _refusals(operation: Operation) -> Mapping[str, Any]:
    texts = {}
    if operation.body is not None:
        texts["400"] = "A field is unknown, missing or refused; the answer names it."
    if operation.path.startswith(_SANDBOX):
        texts["404"] = "There is no such sandbox."
    if operation.may_conflict:
        texts["409"] = "The id, or the address, is taken."
    return {
        status: {"description": text, "content": _content(bodies.Errors)}
        for status, text in texts.items()
    }


def _content(model: type[BaseModel]) -> Mapping[str, Any]:
    return {"application/json": {"schema": {"$ref": f"{_COMPONENTS}{model.__name__}"}}}


def _schemas() -> Mapping[str, Any]:
    taken = {operation.body for operation in OPERATIONS if operation.body}
    given = {operation.answer for operation in OPERATIONS if operation.answer} | {bodies.Errors}
    _, schemas = models_json_schema(
        [
            *((model, "validation") for model in sorted(taken, key=lambda m: m.__name__)),
            *((model, "serialization") for model in sorted(given, key=lambda m: m.__name__)),
        ],
        ref_template=f"{_COMPONENTS}{{model}}",
    )
    return dict(schemas["$defs"])
