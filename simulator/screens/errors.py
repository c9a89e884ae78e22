"""What goes wrong, said in French with the right status."""

from flask import Flask, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    MethodNotAllowed,
    SecurityError,
)

from simulator.screens import conditions, wizards
from simulator.screens.request import has_known_sandbox, request_services

_TEXTS = {
    400: ("Demande incorrecte", "Cette demande ne peut être comprise."),
    403: ("Accès refusé", "Cette page n'est pas accessible depuis ce navigateur."),
    404: ("Page introuvable", "Cette page n'existe pas."),
    405: ("Demande incorrecte", "Cette page ne peut être demandée de cette façon."),
    413: ("Demande trop volumineuse", "Les informations envoyées sont trop volumineuses."),
    429: ("Trop de demandes", "Trop de demandes ont été envoyées. Veuillez patienter."),
}
_OTHERS = ("Erreur du simulateur", "Le simulateur n'a pas pu répondre à cette demande.")

# Where a form begins again that is sent to an address without a screen of its own.
_WAYS_BACK = {"confirmation.activate": "activation.show", "space.log_out": "space.show"}


def register(app: Flask) -> None:
    """Have the application answer its errors with a page of the site."""
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(CSRFError, _answer_stale_form)
    app.register_error_handler(InternalServerError, _answer)
    app.register_error_handler(SecurityError, _answer_untrusted_host)


def refuse_untrusted_host() -> None:
    """Refuse a host of another name before anything needs an address of the site."""
    if isinstance(request.routing_exception, SecurityError):
        raise request.routing_exception


def _answer(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    code = error.code or InternalServerError.code
    title, text = _TEXTS.get(code, _OTHERS)
    home = url_for("home.show") if has_known_sandbox() else "/"
    methods = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    headers = {"Allow": ", ".join(methods)} if methods else {}
    return _page(title, text, home, "Revenir à la page d'accueil"), code, headers


def _answer_untrusted_host(error: SecurityError) -> tuple[str, int]:
    return render_template("untrusted_host.html"), error.code


def _answer_stale_form(error: CSRFError) -> tuple[str, int]:
    """Send a stale form back to where its way begins (U-37, U-79)."""
    if request.blueprint in wizards.SCREENS:
        return conditions.start_again(), error.code
    text = request_services().wording.session_expired
    endpoint = request.endpoint or "home.show"
    url = url_for(_WAYS_BACK.get(endpoint, endpoint), **(request.view_args or {}))
    return _page("Session expirée", text, url, "Recommencer"), error.code


def _page(title: str, text: str, url: str, way_out: str) -> str:
    return render_template("error.html", title=title, message=text, back_url=url, back_text=way_out)
