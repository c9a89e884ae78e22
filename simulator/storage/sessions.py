"""Browser sessions: the cookie holds an opaque secret, everything else stays here (U-75)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, insert, select, update

from simulator.storage import tables
from simulator.storage.database import reading, writing


@dataclass(frozen=True)
class BrowserSession:
    """A session's lasting id, its content (JSON), and when it was last used."""

    id: str
    content: dict[str, Any] = field(default_factory=dict)
    last_seen_at: datetime | None = None


def cookie_digest(cookie: str) -> str:
    """Return what is stored of a cookie's secret."""
    return sha256(cookie.encode()).hexdigest()


def new_session() -> BrowserSession:
    """Return a session that is not kept yet."""
    return BrowserSession(str(uuid4()))


@dataclass(frozen=True)
class Sessions:
    """The sessions of one sandbox."""

    engine: Engine
    sandbox: str

    @property
    def cookie_name(self) -> str:
        """What a browser is to call its cookie.

        The common sandbox's cookie also reaches the others, whose paths are below its own.
        """
        return f"seance_{self.sandbox}" if self.sandbox else "seance"

    def find(self, cookie: str, now: datetime, lifetime: timedelta) -> BrowserSession | None:
        """Return the session of a cookie, None where it is unknown or has timed out (U-37)."""
        c = tables.sessions.c
        with reading(self.engine) as connection:
            row = connection.execute(
                select(tables.sessions).where(
                    c.sandbox == self.sandbox, c.cookie_digest == cookie_digest(cookie)
                )
            ).one_or_none()
        if row is None or now - row.last_seen_at > lifetime:
            return None
        return BrowserSession(row.id, row.content, row.last_seen_at)

    def save(self, session_id: str, cookie: str, content: dict[str, Any], now: datetime) -> None:
        """Keep a session under a cookie, old or new."""
        c = tables.sessions.c
        values = {
            "cookie_digest": cookie_digest(cookie),
            "content": content,
            "last_seen_at": now,
        }
        with writing(self.engine, self.sandbox) as connection:
            updated = connection.execute(
                update(tables.sessions)
                .where(c.sandbox == self.sandbox, c.id == session_id)
                .values(**values)
            )
            if not updated.rowcount:
                connection.execute(
                    insert(tables.sessions).values(sandbox=self.sandbox, id=session_id, **values)
                )
