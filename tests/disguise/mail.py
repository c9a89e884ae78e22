"""The e-mail of a disguise: the same words in another writing, without the simulator's headers."""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from textwrap import wrap

from simulator.mail.relay import Relay

_POLICY = SMTP.clone(max_line_length=76)
_KEPT_HEADERS = ("From", "To", "Date", "Subject", "Message-ID")
_FLOWED_WIDTH = 66


def in_base64(message: EmailMessage, text: str) -> None:
    """Write the whole body in base64."""
    message.set_content(text, cte="base64")


def flowed(message: EmailMessage, text: str) -> None:
    """Write paragraphs in lines that a blank at their end joins again, and one behind the code."""
    lines = []
    for paragraph in text.splitlines():
        broken = wrap(paragraph, _FLOWED_WIDTH, break_on_hyphens=False) or [""]
        lines += [f"{line} " for line in broken[:-1]] + broken[-1:]
        if paragraph and " " not in paragraph:
            lines[-1] += " "
    message.set_content(
        "\n".join(lines) + "\n", cte="quoted-printable", params={"format": "flowed"}
    )


def in_two_versions(message: EmailMessage, text: str) -> None:
    """Write it as text, and as HTML without any link or logo."""
    message.set_content(text, charset="iso-8859-1", cte="quoted-printable")
    paragraphs = text.strip().split("\n\n")
    lines = [f"<p>{escape(one, quote=False)}</p>".replace("\n", "<br>") for one in paragraphs]
    message.add_alternative(
        f"<html><body>{''.join(lines)}</body></html>", subtype="html", cte="base64"
    )


WRITINGS: dict[str, Callable[[EmailMessage, str], None]] = {
    "base64": in_base64,
    "flowed": flowed,
    "two-versions": in_two_versions,
}


@dataclass(frozen=True)
class DisguisedRelay(Relay):
    """A mail server that gets each message in another writing."""

    writing: str = "base64"

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        """See `Relay.send`."""
        super().send(rewritten(message, self.writing), sender=sender, recipient=recipient)


def rewritten(message: EmailMessage, writing: str) -> EmailMessage:
    """Return a message of the simulator in another writing.

    What a defect has made of more than one part is sent as it is.
    """
    if message.is_multipart() or message.get_content_type() != "text/plain":
        return message
    other = EmailMessage(policy=_POLICY)
    for name, value in message.items():
        if name in _KEPT_HEADERS or name not in {
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "MIME-Version",
            "X-Simulateur",
            "X-Simulateur-Bac",
        }:
            other[name] = value
    WRITINGS[writing](other, message.get_content())
    return other
