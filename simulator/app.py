"""The application: `create_app` is the only way in, for people and for tests alike."""

from datetime import UTC, datetime

from flask import Flask, Response, abort, g, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.datastructures import Headers, ImmutableMultiDict

from simulator.classroom import admission, board, joining, results
from simulator.classroom.events import events_of
from simulator.classroom.exercises import class_sheets
from simulator.classroom.panel import with_panel
from simulator.classroom.tries import Tries
from simulator.companies import company_names
from simulator.control import interface, page
from simulator.prefix import ENVIRON_KEY, SandboxPrefix
from simulator.screens import SCREENS, access_gate, errors, mailbox, static_files
from simulator.screens.request import has_known_sandbox, request_services, simulation
from simulator.screens.session import StoredSessions
from simulator.services import Page
from simulator.simulation import Settings, Simulation

_BESIDE_THE_SITE = frozenset(
    {blueprint.name for blueprint in (interface.bp, page.bp, joining.bp, board.bp, results.bp)}
)
_MAX_REQUEST = 256 * 1024  # bytes: the longest honest form is a few kilobytes


def create_app(settings: Settings) -> Flask:
    """Return the application of a new simulation, `app.extensions["simulation"]`.

    E-mails are sent between that simulation's `start()` and `stop()`.
    Raises `simulator.storage.database.DatabaseUnreachableError`, and
    `simulator.classroom.exercises.SheetError` for a class.
    """
    # First: a sheet that cannot be used leaves nothing open.
    sheets = class_sheets(settings.classroom.exercises) if settings.classroom else {}
    running = Simulation(settings)
    app = Flask(__name__, static_folder="screens/static", template_folder="screens/templates")
    app.extensions["simulation"] = running
    app.config.update(
        SECRET_KEY=running.secret_key,
        MAX_CONTENT_LENGTH=_MAX_REQUEST,
        MAX_FORM_MEMORY_SIZE=_MAX_REQUEST,
        TRUSTED_HOSTS=settings.trusted_hosts and list(settings.trusted_hosts),
        WTF_CSRF_TIME_LIMIT=None,  # a form lives as long as its session
    )
    app.session_interface = StoredSessions()
    app.wsgi_app = SandboxPrefix(app.wsgi_app)  # type: ignore[method-assign]  # Flask's documented way to add a middleware
    # In this order: a form is judged only where its host, its sandbox and its sender may be.
    app.before_request(errors.refuse_untrusted_host)
    app.before_request(_refuse_unknown_sandbox)
    app.before_request(access_gate.refuse_without_code)
    app.before_request(admission.admit)
    csrf = CSRFProtect(app)
    app.before_request(_read_form)
    app.after_request(_note_events)
    app.after_request(_show_page)  # the last of them: they run in the reverse order
    app.after_request(_protect)
    app.context_processor(_common_context)
    errors.register(app)
    static_files.register(app)
    for screen in SCREENS:
        app.register_blueprint(screen)
    if running.has_mailbox:
        app.register_blueprint(mailbox.bp)
    if settings.classroom is not None:
        app.extensions["class_tries"] = Tries()
        app.extensions["class_sheets"] = sheets
        app.register_blueprint(joining.bp)
        app.register_blueprint(board.bp)
        app.register_blueprint(results.bp)
    if settings.control_token is not None:
        app.register_blueprint(interface.bp)
        app.register_blueprint(page.bp)
        csrf.exempt(interface.bp)
    return app


def _refuse_unknown_sandbox() -> None:
    if not has_known_sandbox() and request.endpoint != "static":  # its page has a style too
        abort(404)


def _is_of_the_site() -> bool:
    return request.endpoint != "static" and request.blueprint not in _BESIDE_THE_SITE


def _read_form() -> None:
    if request.method == "POST" and _is_of_the_site():
        g.typed = request.form.to_dict()
        read = request_services().read_form(request.blueprint or "", g.typed)
        request.form = ImmutableMultiDict(read)


def _show_page(response: Response) -> Response:
    if not _is_of_the_site():
        return response
    shown = request_services().show_page(_page_of(response))
    response.status_code = shown.status
    response.headers = Headers(shown.headers)
    if _is_html(response):
        response.set_data(shown.html)
    return response


def _is_html(response: Response) -> bool:
    return response.mimetype == "text/html"


def _page_of(response: Response) -> Page:
    return Page(
        screen=request.blueprint or "",
        status=response.status_code,
        headers=tuple(response.headers.items()),
        html=response.get_data(as_text=True) if _is_html(response) else "",
        typed=g.get("typed", {}),  # not read yet where a form is refused as a whole
    )


def _note_events(response: Response) -> Response:
    """Keep what a page tells of the seat that it goes to, and show its sheet as that has it."""
    if "seat" not in g or not _is_of_the_site():
        return response
    events = list(events_of(_page_of(response), request.endpoint or "", datetime.now(UTC)))
    if events:
        simulation().seats.note(g.seat.sandbox, events)
    if _is_html(response):
        response.set_data(with_panel(response.get_data(as_text=True)))
    return response


def _common_context() -> dict[str, object]:
    # In a class the site is reached through a seat alone.
    is_reached = simulation().settings.classroom is None or request.environ.get(ENVIRON_KEY)
    return {
        "is_reached": is_reached,
        "has_mailbox": simulation().has_mailbox and is_reached,
        "seat": g.get("seat"),
        "is_kept": simulation().settings.database_url is not None,
        "retention_days": simulation().settings.retention.days,
        "example_companies": list(company_names().items()),
    }


def _protect(response: Response) -> Response:
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    response.headers["Content-Security-Policy"] = "; ".join(
        f"{directive} {sources}" for directive, sources in policy.items()
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
