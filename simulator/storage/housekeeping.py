"""Erasing what a sandbox has no more use for (U-67)."""

from datetime import datetime

from sqlalchemy import Engine, delete, select, update

from simulator.domain.policy import Policy
from simulator.storage import tables
from simulator.storage.database import reading, writing


def erase_lapsed(engine: Engine, sandbox: str, now: datetime, policy: Policy) -> bool:
    """Erase the personal data of lapsed pre-registrations, and timed-out sessions and their traces.

    Tell whether there was anything to erase.
    `now` is the sandbox's own instant. Rules never rely on this having run: they compare instants.
    """
    registrations, sessions = tables.registrations, tables.sessions
    is_lapsed = (
        (registrations.c.sandbox == sandbox)
        & (registrations.c.sent_at < now - policy.code_lifetime)
        & registrations.c.password_hash.is_not(None)
    )
    is_timed_out = (sessions.c.sandbox == sandbox) & (
        sessions.c.last_seen_at < now - policy.session_lifetime
    )
    is_old_try = (tables.wrong_codes.c.sandbox == sandbox) & (
        tables.wrong_codes.c.at < now - policy.wrong_code_window
    )
    with reading(engine) as connection:  # mostly there is nothing to do, and no need to lock
        has_work = any(
            connection.execute(select(table.c.sandbox).where(condition)).first()
            for table, condition in (
                (registrations, is_lapsed),
                (sessions, is_timed_out),
                (tables.wrong_codes, is_old_try),
            )
        )
    if not has_work:
        return False
    with writing(engine, sandbox) as connection:
        connection.execute(
            update(registrations).where(is_lapsed).values(enrolment=None, password_hash=None)
        )
        connection.execute(delete(tables.wrong_codes).where(is_old_try))
        connection.execute(delete(sessions).where(is_timed_out))
        alive = select(sessions.c.id).where(sessions.c.sandbox == sandbox)
        for table in (tables.wizards, tables.views, tables.tickets):
            connection.execute(
                delete(table).where(table.c.sandbox == sandbox, table.c.session.not_in(alive))
            )
    return True
