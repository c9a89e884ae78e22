"""The tables. All but the server's own keys belongs to a sandbox and goes with it."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData()


class Instant(TypeDecorator[datetime]):
    """An aware instant, stored in UTC without its zone: not every database keeps one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what the database keeps."""
        del dialect
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant that the database kept."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


_ID = String(36)
_DIGEST = String(64)
_ADDRESS = String(100)


def _of_sandbox(name: str, *columns: Column[object] | UniqueConstraint | Index) -> Table:
    return Table(
        name,
        metadata,
        Column("sandbox", _ID, primary_key=True),
        *columns,
        ForeignKeyConstraint(["sandbox"], ["sandboxes.id"], ondelete="CASCADE"),
    )


keys = Table(
    "keys",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("value", _DIGEST, nullable=False),
)

sandboxes = Table(
    "sandboxes",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("created_at", Instant, nullable=False),
    Column("clock_offset", Float, nullable=False, default=0.0),  # seconds
    Column("frozen_at", Instant),
    Column("is_mail_held", Boolean, nullable=False, default=False),
    Column("opens_in_click", Boolean, nullable=False, default=True),
    Column("defects", JSON, nullable=False),
)

sessions = _of_sandbox(
    "sessions",
    Column("id", _ID, primary_key=True),
    Column("cookie_digest", _DIGEST, nullable=False),
    Column("content", JSON, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    UniqueConstraint("sandbox", "cookie_digest"),
)

wizards = _of_sandbox(
    "wizards",
    Column("id", _ID, primary_key=True),
    Column("session", _ID, nullable=False),
    Column("content", JSON, nullable=False),
    Column("accepted_at", Instant, nullable=False),
)

registrations = _of_sandbox(
    "registrations",
    Column("id", _ID, primary_key=True),
    Column("address", _ADDRESS, nullable=False),
    Column("address_key", _ADDRESS, nullable=False),
    Column("code_hash", _DIGEST, nullable=False),
    Column("confirmed_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("enrolment", JSON(none_as_null=True)),
    Column("password_hash", Text),
    Column("space_id", _ID),
    UniqueConstraint("sandbox", "address_key"),
)

outbox = _of_sandbox(
    "outbox",
    Column("id", _ID, primary_key=True),
    Column("registration_id", _ID, nullable=False),
    Column("recipient", _ADDRESS, nullable=False),
    Column("code", String(64)),  # until the message is accepted, no longer
    Column("state", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_attempt_at", Instant, nullable=False),
    Column("claimed_by", _ID),  # the process that sends it
    Column("claimed_until", Instant),
    Index("outbox_due", "state", "next_attempt_at"),
)

spaces = _of_sandbox(
    "spaces",
    Column("id", _ID, primary_key=True),
    Column("number", String(14), nullable=False),
    Column("access", String(16), nullable=False),
    Column("address", _ADDRESS, nullable=False),
    Column("address_key", _ADDRESS, nullable=False, index=True),
    # The address key of a space without certificate, NULL for the others: databases let NULLs
    # repeat in a unique constraint, so the constraint says exactly.
    Column("identifier", _ADDRESS),
    Column("password_hash", Text),
    Column("registered_at", Instant, nullable=False),
    Column("enrolment", JSON, nullable=False),
    Column("dossiers", JSON, nullable=False),
    Column("services", JSON, nullable=False),
    UniqueConstraint("sandbox", "number"),
    UniqueConstraint("sandbox", "identifier"),
)

views = _of_sandbox(
    "views",
    Column("session", _ID, primary_key=True),
    Column("space_id", _ID, primary_key=True),
)

tickets = _of_sandbox(
    "tickets",
    Column("digest", _DIGEST, primary_key=True),
    Column("registration_id", _ID, nullable=False),
    Column("session", _ID, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("is_used", Boolean, nullable=False),
)

wrong_codes = _of_sandbox(
    "wrong_codes",
    Column("id", _ID, primary_key=True),
    Column("subject", _DIGEST, nullable=False),
    Column("at", Instant, nullable=False),
    Index("wrong_codes_of_subject", "sandbox", "subject", "at"),
)

mails = _of_sandbox(
    "mails",
    Column("id", _ID, primary_key=True),
    Column("received_at", Instant, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

seats = _of_sandbox(
    "seats",
    Column("key", String(6), nullable=False, unique=True),
    Column("cookie_digest", _DIGEST, nullable=False),
    Column("first_name", String(60), nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("message", Text, nullable=False),
    Column("exercise", String(200), nullable=False),
)

seat_events = Table(
    "seat_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sandbox", _ID, nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("screen", String(60), nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Instant, nullable=False),
    ForeignKeyConstraint(["sandbox"], ["sandboxes.id"], ondelete="CASCADE"),
)
