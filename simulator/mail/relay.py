"""Handing a message to a mail server, and telling a refusal for good from a trouble that passes."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from ipaddress import ip_address
from smtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)
from socket import SHUT_RDWR, getaddrinfo, socket
from threading import Timer

# With no name given, the library would ask the network for this machine's.
_OWN_NAME = "[127.0.0.1]"
_READY = 220
_FIRST_PERMANENT_REPLY = 500  # RFC 5321, 4.2.1


class MessageRefusedError(Exception):
    """The message will never be accepted for its recipient (U-41)."""


class DeliveryPostponedError(Exception):
    """The message could not be handed over now; the reason names no address and no code."""


class NotLoopbackError(Exception):
    """The host is not this machine; the message says so in French."""


@dataclass(frozen=True)
class Relay:
    """A mail server; `timeout` is how many seconds a whole exchange may take."""

    host: str
    port: int
    timeout: float = 10

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        """Return once the server has accepted the message.

        Raises MessageRefusedError for a 5yz answer about this message, whatever the command;
        DeliveryPostponedError for whatever else goes wrong: the trouble is then the server's.
        """
        try:
            with self._connection() as connection:
                connection.send_message(message, sender, [recipient])
        except SMTPRecipientsRefused as error:
            reply = error.recipients[recipient][0]
            raise _error_of(f"RCPT {reply}", reply) from error
        except (SMTPSenderRefused, SMTPDataError) as error:
            reply = error.smtp_code
            raise _error_of(f"{type(error).__name__} {reply}", reply) from error
        except SMTPResponseException as error:
            raise DeliveryPostponedError(f"{type(error).__name__} {error.smtp_code}") from error
        except (SMTPException, OSError) as error:
            raise DeliveryPostponedError(type(error).__name__) from error

    @contextmanager
    def _connection(self) -> Iterator[SMTP]:
        connection = _Connection(self.timeout)
        try:
            # Not in the constructor, which would leave the socket open where it fails.
            code, _ = connection.connect(self.host, self.port)
            if code != _READY:
                raise DeliveryPostponedError(f"greeting {code}")
            yield connection
            # Accepted is accepted: SMTP's own `with` raises for a bad answer to QUIT, and the
            # message would be sent a second time.
            with suppress(SMTPException, OSError):
                connection.quit()
        finally:
            connection.end()


class _Connection(SMTP):
    """One exchange, cut at its deadline: a time-out of the library's begins anew at each byte."""

    def __init__(self, deadline: float) -> None:
        super().__init__(local_hostname=_OWN_NAME, timeout=deadline)
        self._watch = Timer(deadline, self._cut)
        self._watch.daemon = True
        self._connected: socket | None = None
        self._is_late = False
        self._watch.start()

    def _get_socket(self, host: str, port: int, timeout: float) -> socket:
        self._connected = super()._get_socket(host, port, timeout)  # type: ignore[misc]  # where SMTP_SSL steps in too
        if self._is_late:
            raise TimeoutError
        return self._connected

    def _cut(self) -> None:
        self._is_late = True
        if self._connected:
            with suppress(OSError):
                self._connected.shutdown(SHUT_RDWR)

    def end(self) -> None:
        """Close the connection."""
        self._watch.cancel()
        self.close()


def _error_of(reason: str, reply: int) -> Exception:
    is_permanent = reply >= _FIRST_PERMANENT_REPLY
    return MessageRefusedError(reason) if is_permanent else DeliveryPostponedError(reason)


def require_loopback(host: str) -> None:
    """Raise NotLoopbackError unless every address of a host is loopback."""
    try:
        found = getaddrinfo(host, None)
    except (OSError, UnicodeError) as error:
        raise NotLoopbackError(f"« {host} » : ce nom ne mène à aucune adresse.") from error
    if not all(ip_address(address[0]).is_loopback for *_, address in found):
        raise NotLoopbackError(f"« {host} » n'est pas une adresse de cette machine.")
