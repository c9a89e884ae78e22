"""The activation e-mail (M01): one part of plain text, without any link (A-10, R-2.163)."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from re import compile as pattern
from zoneinfo import ZoneInfo

CODE_PLACEHOLDER = "{code}"
SANDBOX_HEADER = "X-Simulateur-Bac"

_NOTICE = "Courriel d'un simulateur, sans valeur. Il ne vient pas de l'administration fiscale."
_POLICY = SMTP.clone(max_line_length=76)  # RFC 2045, 6.7; 78 by default, made for headers
_PARIS = ZoneInfo("Europe/Paris")
_BODY = Path(__file__).with_name("activation.txt").read_text(encoding="utf-8")

# Without « =? »: readers take it for an encoded word, and the standard library even writes out
# what is encoded in it, line breaks and other headers included.
_PLAIN_ADDRESS = pattern(r"(?!.*=\?)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+")


class UnwritableAddressError(ValueError):
    """The address cannot stand in a header as it is; the message does not repeat it."""


@dataclass(frozen=True)
class MailText:
    """The words of the e-mail, the fiche's own by default (R-2.147, R-2.149, R-2.151 to R-2.164).

    The sender is the fiche's exact string, whose domain may be a misreading (A-04). The activation
    code takes the place of `CODE_PLACEHOLDER` in the body.
    """

    sender: str = "ne.pas_repondre@dofip.finances.gouv.fr"
    subject: str = "ESPACE ABONNE DES PROFESSIONNELS"
    body: str = _BODY


def compose(
    *,
    text: MailText,
    recipient: str,
    code: str,
    sent_at: datetime,
    message_id: str,
    sandbox: str,
) -> EmailMessage:
    """Return the e-mail that brings a code to one recipient (U-77).

    `sent_at` is aware, in whole seconds; the Date header bears it as Paris time (R-2.150).
    `message_id` has its angle brackets. `sandbox` is empty for the common one.
    Raises UnwritableAddressError for the recipient, ValueError for a line break in another header
    (U-76).
    """
    if not _PLAIN_ADDRESS.fullmatch(recipient):
        raise UnwritableAddressError("the recipient's address cannot be written in a header")
    message = EmailMessage(policy=_POLICY)
    message["From"] = text.sender
    message["To"] = recipient
    message["Date"] = sent_at.astimezone(_PARIS)
    message["Subject"] = text.subject
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    message["X-Simulateur"] = _NOTICE
    if sandbox:
        message[SANDBOX_HEADER] = sandbox
    # Quoted-printable wraps the lines of the source only: decoding restores each paragraph whole.
    message.set_content(text.body.replace(CODE_PLACEHOLDER, code), cte="quoted-printable")
    return message
