"""Flask's session kept on the server; its cookie is an opaque secret of one sandbox (U-75)."""

from datetime import timedelta
from secrets import token_urlsafe
from typing import Any

from flask import Flask, Request, Response, request
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from simulator.screens.request import request_services
from simulator.storage.sessions import BrowserSession, new_session

_KEPT_FRESH_EVERY = timedelta(minutes=1)  # not at each request: reading a page need not write


class StoredSession(CallbackDict[str, Any], SessionMixin):
    """A session: `id` lasts, the cookie changes where it must (`rotate`).

    `has_expired` tells that the browser brought the cookie of a session that is no more.
    """

    def __init__(self, stored: BrowserSession, cookie: str | None, *, has_expired: bool) -> None:
        """Wrap a stored session; without a cookie, one is drawn when it is first kept."""
        self.modified = False
        self.accessed = True
        self.new = cookie is None
        self.stored = stored
        self.cookie = cookie
        self.has_expired = has_expired
        super().__init__(stored.content, _mark_modified)

    @property
    def id(self) -> str:
        """The lasting id; a session that somebody refers to is kept."""
        self.modified = self.modified or self.new
        return self.stored.id

    def rotate(self) -> None:
        """Keep the session under a new cookie, so that a known one opens nothing."""
        self.cookie = None
        self.modified = True


def _mark_modified(session: Any) -> None:  # noqa: ANN401 - what CallbackDict calls with itself
    session.modified = True


class StoredSessions(SessionInterface):
    """Opens and keeps the sessions of the request's sandbox."""

    def open_session(self, app: Flask, request: Request) -> StoredSession:
        """Return the browser's session, or a new one."""
        del app
        services = request_services()
        cookie = request.cookies.get(services.sessions.cookie_name)
        stored = cookie and services.sessions.find(
            cookie, services.clock.now(), services.policy.session_lifetime
        )
        if not stored:
            return StoredSession(new_session(), None, has_expired=cookie is not None)
        return StoredSession(stored, cookie, has_expired=False)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep a session that changed, or that was not seen for a while."""
        del app
        if not isinstance(session, StoredSession):
            msg = "another interface's session"
            raise TypeError(msg)
        services = request_services()
        now = services.clock.now()
        last_seen_at = session.stored.last_seen_at
        is_stale = last_seen_at is not None and abs(now - last_seen_at) > _KEPT_FRESH_EVERY
        response.vary.add("Cookie")
        if not (session.modified or is_stale):
            return
        cookie = session.cookie or token_urlsafe(32)
        services.sessions.save(session.stored.id, cookie, dict(session), now)
        if cookie != session.cookie:
            response.set_cookie(
                services.sessions.cookie_name,
                cookie,
                path=f"{request.script_root}/",
                httponly=True,
                samesite="Lax",
                secure=request.is_secure,
            )
