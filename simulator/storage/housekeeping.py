"""Erasing what a sandbox has no more use for (U-67)."""

from datetime import datetime

from sqlalchemy import ColumnElement, Engine, Table, delete, select, update

from simulator.domain.policy import Policy
from simulator.storage import tables
from simulator.storage.database import reading, writing


def lapsed(engine: Engine, sandbox: str, now: datetime, policy: Policy) -> frozenset[str]:
    """Return the ids of what there is to erase at `now`, the sandbox's own instant."""
    with reading(engine) as connection:
        return frozenset(
            found
            for table, condition in _conditions(sandbox, now, policy).items()
            for found in connection.scalars(select(table.c.id).where(condition))
        )


def erase_lapsed(engine: Engine, sandbox: str, now: datetime, policy: Policy) -> None:
    """Erase the personal data of lapsed pre-registrations, and timed-out sessions and their traces.

    `now` is the sandbox's own instant. Rules never rely on this having run: they compare instants.
    """
    registrations, sessions, tries = tables.registrations, tables.sessions, tables.wrong_codes
    conditions = _conditions(sandbox, now, policy)
    with writing(engine, sandbox) as connection:
        connection.execute(
            update(registrations)
            .where(conditions[registrations])
            .values(enrolment=None, password_hash=None)
        )
        connection.execute(delete(tries).where(conditions[tries]))
        connection.execute(delete(sessions).where(conditions[sessions]))
        alive = select(sessions.c.id).where(sessions.c.sandbox == sandbox)
        for table in (tables.wizards, tables.views, tables.tickets):
            connection.execute(
                delete(table).where(table.c.sandbox == sandbox, table.c.session.not_in(alive))
            )


def _conditions(sandbox: str, now: datetime, policy: Policy) -> dict[Table, ColumnElement[bool]]:
    registrations, sessions, tries = tables.registrations, tables.sessions, tables.wrong_codes
    return {
        registrations: (registrations.c.sandbox == sandbox)
        & (registrations.c.sent_at < now - policy.code_lifetime)
        & registrations.c.password_hash.is_not(None),
        sessions: (sessions.c.sandbox == sandbox)
        & (sessions.c.last_seen_at < now - policy.session_lifetime),
        tries: (tries.c.sandbox == sandbox) & (tries.c.at < now - policy.wrong_code_window),
    }
