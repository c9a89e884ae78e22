"""What the options of the command line may say, and the French sentences for what they may not."""

from urllib.parse import urlsplit

import typer
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from simulator.defects import UnknownDefectError, known
from simulator.mail.relay import NotLoopbackError, Relay, require_loopback
from simulator.simulation import LOOPBACK_HOSTS

_LAST_PORT = 65535
_SECRET_MIN_LENGTH = 8
EXPECTED = {  # by option, what a value that is refused should have been
    "--port": f"attend un nombre de 0 à {_LAST_PORT}",
    "--database": "attend une adresse SQLAlchemy, par exemple sqlite:///espace-expert.sqlite",
    "--smtp": "attend un serveur et son port, par exemple 127.0.0.1:1025",
    "--control-token": (
        f"attend au moins {_SECRET_MIN_LENGTH} lettres sans accent, chiffres ou signes, sans espace"
    ),
    "--access-code": f"attend au moins {_SECRET_MIN_LENGTH} caractères",
}


class RefusedError(Exception):
    """What was asked for is not allowed; the message is a French sentence."""


def check_port(port: int) -> None:
    """Refuse a port that no machine has. Raises typer.BadParameter."""
    if not 0 <= port <= _LAST_PORT:
        raise typer.BadParameter("", param_hint="--port")


def check_secrets(control_token: str | None, access_code: str | None) -> None:
    """Refuse a token or a code that is soon guessed. Raises typer.BadParameter."""
    if control_token is not None and not (
        len(control_token) >= _SECRET_MIN_LENGTH
        and control_token.isascii()
        and all(character.isprintable() and character != " " for character in control_token)
    ):
        raise typer.BadParameter("", param_hint="--control-token")
    if access_code is not None and len(access_code.strip()) < _SECRET_MIN_LENGTH:
        raise typer.BadParameter("", param_hint="--access-code")


def checked_defects(ids: list[str]) -> tuple[str, ...]:
    """Return the defects, each once. Raises RefusedError for one that does not exist."""
    try:
        return tuple(known(defect_id) for defect_id in dict.fromkeys(ids))
    except UnknownDefectError as error:
        raise RefusedError(str(error)) from error


def checked_database(url: str | None) -> str | None:
    """Return a database's URL that may be opened. Raises typer.BadParameter."""
    if url is None:
        return None
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise typer.BadParameter("", param_hint="--database") from error
    # A database in memory is another one for each connection.
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise typer.BadParameter("", param_hint="--database")
    return url


def relay_of(smtp: str | None, *, is_any_allowed: bool) -> Relay | None:
    """Return the mail server that is named, None where none is.

    Raises typer.BadParameter, and RefusedError for one of another machine.
    """
    if smtp is None:
        return None
    try:
        parts = urlsplit(f"//{smtp}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise typer.BadParameter("", param_hint="--smtp") from error
    if not host or not port or parts.netloc != smtp:
        raise typer.BadParameter("", param_hint="--smtp")
    if not is_any_allowed:
        try:
            require_loopback(host)
        except NotLoopbackError as error:
            raise _refusal("--smtp", error, "--allow-other-relay") from error
    return Relay(host, port)


def trusted_hosts_of(
    address: str, access_code: str | None, *, is_any_allowed: bool
) -> tuple[str, ...] | None:
    """Return the names to answer to, None for any. Raises RefusedError."""
    try:
        require_loopback(address)
    except NotLoopbackError as error:
        if is_any_allowed and access_code:
            return None
        remedy = "--allow-other-addresses avec --access-code"
        raise _refusal("--address", error, remedy) from error
    return LOOPBACK_HOSTS


def _refusal(option: str, error: NotLoopbackError, remedy: str) -> RefusedError:
    return RefusedError(f"{option} {str(error).rstrip('.')} (pour passer outre : {remedy}).")
