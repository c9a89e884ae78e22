"""Reading a received message as a person sees it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default


@dataclass(frozen=True)
class Mail:
    """A message, decoded; `date` is aware with the offset written in it, None where it has none."""

    sender: str
    recipient: str
    date: datetime | None
    subject: str
    text: str


def read(raw: bytes) -> Mail:
    """Decode any message; one that cannot be read is shown as its own source."""
    try:
        return _read(message_from_bytes(raw, policy=default))
    except Exception:  # noqa: BLE001 - the library raises about anything for a broken message
        return Mail("", "", None, "", raw.decode(errors="replace"))


def _read(message: EmailMessage) -> Mail:
    body = message.get_body(("plain", "html"))
    text = body.get_content() if body else ""
    return Mail(
        sender=_header(message, "From"),
        recipient=_header(message, "To"),
        date=_date(message),
        subject=_header(message, "Subject"),
        text=_printable(text.replace("\r\n", "\n")),
    )


def _header(message: EmailMessage, name: str) -> str:
    return _printable(str(message.get(name, "")))


def _printable(text: str) -> str:
    # Bytes that no charset explains come out as surrogates, which no page could be encoded with.
    return text.encode(errors="replace").decode()


def _date(message: EmailMessage) -> datetime | None:
    header = message["Date"]
    date: datetime | None = header.datetime if header else None
    return date.replace(tzinfo=UTC) if date and date.tzinfo is None else date
