"""Handing a message to a mail server, and telling a refusal for good from a trouble that passes."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from ipaddress import ip_address
from smtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from socket import getaddrinfo

# With no name given, the library would ask the network for this machine's.
_OWN_NAME = "[127.0.0.1]"
_FIRST_PERMANENT_REPLY = 500  # RFC 5321, 4.2.1


class RecipientRefusedError(Exception):
    """The recipient will never be accepted (U-41)."""


class DeliveryPostponedError(Exception):
    """The message could not be handed over now; the reason names no address and no code."""


class NotLoopbackError(Exception):
    """The host is not this machine; the message says so in French."""


@dataclass(frozen=True)
class Relay:
    """A mail server; `timeout` is how many seconds it may take for each answer."""

    host: str
    port: int
    timeout: float = 10

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        """Return once the server has accepted the message.

        Raises RecipientRefusedError for a 5xx answer to RCPT TO, DeliveryPostponedError for
        whatever else goes wrong: the trouble is then the server's, not the address's (U-41).
        """
        try:
            with self._connection() as connection:
                connection.send_message(message, sender, [recipient])
        except SMTPRecipientsRefused as error:
            reply = error.recipients[recipient][0]
            if reply >= _FIRST_PERMANENT_REPLY:
                raise RecipientRefusedError(f"RCPT {reply}") from error
            raise DeliveryPostponedError(f"RCPT {reply}") from error
        except SMTPResponseException as error:
            raise DeliveryPostponedError(f"{type(error).__name__} {error.smtp_code}") from error
        except (SMTPException, OSError) as error:
            raise DeliveryPostponedError(type(error).__name__) from error

    @contextmanager
    def _connection(self) -> Iterator[SMTP]:
        connection = SMTP(self.host, self.port, local_hostname=_OWN_NAME, timeout=self.timeout)
        try:
            yield connection
            # Accepted is accepted: SMTP's own `with` raises for a bad answer to QUIT, and the
            # message would be sent a second time.
            with suppress(SMTPException, OSError):
                connection.quit()
        finally:
            connection.close()


def require_loopback(host: str) -> None:
    """Raise NotLoopbackError unless every address of a host is loopback."""
    try:
        found = getaddrinfo(host, None)
    except (OSError, UnicodeError) as error:
        raise NotLoopbackError(f"« {host} » : ce nom ne mène à aucune adresse.") from error
    if not all(ip_address(address[0]).is_loopback for *_, address in found):
        raise NotLoopbackError(f"« {host} » n'est pas une adresse de cette machine.")
