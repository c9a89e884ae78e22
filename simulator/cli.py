"""The command `espace-expert`, in French."""

import logging
import signal
import sys
from datetime import timedelta
from importlib.metadata import entry_points
from pathlib import Path
from threading import Event

import typer
from sqlalchemy import make_url

from simulator.checking import (
    EXPECTED,
    RefusedError,
    check_port,
    check_secrets,
    checked_database,
    checked_defects,
    relay_of,
    trusted_hosts_of,
)
from simulator.classroom.addresses import NoPrivateAddressError, private_address
from simulator.classroom.announcement import announcement
from simulator.classroom.exercises import SheetError
from simulator.classroom.secrets import drawn_code, drawn_secret
from simulator.control.description import PREFIX
from simulator.defects import existing
from simulator.options import (
    NAME,
    AccessCode,
    Address,
    AllowOtherAddresses,
    AllowOtherRelay,
    ClassAddress,
    ControlToken,
    Database,
    Defects,
    Exercises,
    Help,
    ListDefects,
    Port,
    Smtp,
    Version,
    show_help,
)
from simulator.server import AddressUnavailableError, Server
from simulator.simulation import LOOPBACK_HOSTS, Class, Settings
from simulator.storage.database import DatabaseUnreachableError

COMMANDS = "espace_expert.commands"
"""The entry points that bring a sub-command: each a Typer application."""

_CLASS_RETENTION = timedelta(hours=24)  # of what no file was asked for


def main() -> None:
    """Run the command: exit code 0, 1 for a trouble at work, 2 for a mistake in the command.

    The sub-commands of other parts of the project say their own codes.
    """
    _add_commands()
    try:
        sys.exit(app(prog_name=NAME, standalone_mode=False))
    except AddressUnavailableError as error:
        _end(str(error), 1)
    except DatabaseUnreachableError as error:
        _end(f"La base de données ne peut être ouverte : {error}.", 1)
    except typer.TyperException as error:
        _end(_sentence(error), 2)
    except (RefusedError, SheetError) as error:
        _end(str(error), 2)


def _add_commands() -> None:
    """Add the sub-commands that are installed, found by name: nothing of them is imported here."""
    for entry in entry_points(group=COMMANDS):
        try:
            app.add_typer(entry.load(), name=entry.name, rich_help_panel="Commandes")
        except ImportError:
            _add_lacking(entry.name)


def _add_lacking(name: str) -> None:
    @app.command(
        name,
        rich_help_panel="Commandes",
        add_help_option=False,
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
        help="Demande une installation plus complète : espace-expert[conformance].",
    )
    def refuse() -> None:
        raise RefusedError(
            f"La commande {name} demande une installation plus complète : "
            "pip install espace-expert[conformance]."
        )


def _end(sentence: str, code: int) -> None:
    typer.echo(sentence, err=True)
    sys.exit(code)


def _sentence(error: typer.TyperException) -> str:
    # Typer keeps the classes of these errors to itself; what they carry tells them apart.
    parameter = getattr(error, "param", None)
    option = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    if parameter is not None:
        option = parameter.opts[0]
    context = getattr(error, "ctx", None)
    command = context.command_path if context else NAME
    if option in EXPECTED:
        return f"L'option {option} {EXPECTED[option]}."
    if option and hasattr(error, "possibilities"):
        return f"L'option {option} n'existe pas : {command} --help dit lesquelles existent."
    if option:
        return f"L'option {option} est mal employée : {command} --help dit comment."
    return f"Cette commande n'existe pas ou dit un mot de trop : voyez {command} --help."


app = typer.Typer(
    name=NAME,
    subcommand_metavar="COMMANDE",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(
    invoke_without_command=True,
    add_help_option=False,
    help="Simulateur de référence de « Créer un espace professionnel expert ».",
)
def espace_expert(
    context: typer.Context,
    *,
    help_: Help = False,  # noqa: ARG001 - acted upon by its callback
    version_: Version = False,  # noqa: ARG001 - the same
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        show_help(context, is_asked=True)


@app.command(
    rich_help_panel="Commandes",
    add_help_option=False,
    help="Lance le simulateur et sa messagerie, jusqu'à Ctrl-C.",
)
def serve(  # noqa: PLR0913 - one argument for each option of the command
    *,
    port: Port = 8000,
    address: Address = "127.0.0.1",
    allow_other_addresses: AllowOtherAddresses = False,
    database: Database = None,
    smtp: Smtp = None,
    allow_other_relay: AllowOtherRelay = False,
    control_token: ControlToken = None,
    access_code: AccessCode = None,
    defects: Defects = None,
    list_defects: ListDefects = False,  # noqa: ARG001 - acted upon by its callback
    help_: Help = False,  # noqa: ARG001 - acted upon by its callback
) -> None:
    """Run a simulator until a signal ends it."""
    ended = _end_signals()
    _log_to_stderr()
    check_port(port)
    check_secrets(control_token, access_code)
    settings = Settings(
        database_url=checked_database(database),
        relay=relay_of(smtp, is_any_allowed=allow_other_relay),
        control_token=control_token,
        access_code=access_code,
        defects=checked_defects(defects or []),
        trusted_hosts=trusted_hosts_of(address, access_code, is_any_allowed=allow_other_addresses),
    )
    with Server(settings, address, port) as server:
        typer.echo(_startup_text(server, settings))
        ended.wait()
    typer.echo("Simulateur arrêté.")


@app.command(
    "class",
    rich_help_panel="Commandes",
    add_help_option=False,
    help="Lance une classe : une place par stagiaire, et le tableau de qui l'anime.",
)
def hold_class(
    *,
    port: Port = 8000,
    address: ClassAddress = None,
    database: Database = None,
    exercises: Exercises = None,
    help_: Help = False,  # noqa: ARG001 - acted upon by its callback
) -> None:
    """Hold a class until a signal ends it."""
    ended = _end_signals()
    _log_to_stderr()
    check_port(port)
    try:
        host = private_address(address)
    except NoPrivateAddressError as error:
        raise RefusedError(str(error)) from error
    classroom = Class(drawn_code(), drawn_secret(), exercises=exercises)
    settings = Settings(
        database_url=checked_database(database),
        classroom=classroom,
        retention=Settings.retention if database else _CLASS_RETENTION,
        trusted_hosts=(host, *LOOPBACK_HOSTS),
    )
    with Server(settings, host, port) as server:
        typer.echo(announcement(f"{server.url}/", classroom))
        ended.wait()
    typer.echo("Classe terminée.")


def _log_to_stderr() -> None:
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    # A whole class that clicks at once waits a moment: nothing to warn of at each click.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def _end_signals() -> Event:
    ended = Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # the last where there are terminals to close
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
    return ended


def _startup_text(server: Server, settings: Settings) -> str:
    lines = [
        "Simulateur de « Créer un espace professionnel expert »",
        f"  Site : {server.url}/",
        _mail_line(server, settings),
        _data_line(settings),
    ]
    if settings.control_token is not None:
        lines.append(f"  Page de contrôle : {server.url}{PREFIX}/ (mot de passe : le jeton)")
        lines.append(f"  Interface de contrôle : {server.url}{PREFIX}/openapi.json (avec le jeton)")
    lines += [
        f"  Défaut en place : {defect.id} ({defect.sentence})"
        for defect in existing(server.simulation.common_sandbox().defects)
    ]
    if settings.access_code is not None:
        lines.append("  Code d'accès : demandé à chaque visiteur")
    return "\n".join([*lines, "Ctrl-C pour arrêter."])


def _mail_line(server: Server, settings: Settings) -> str:
    if settings.relay is None:
        return f"  Messagerie : {server.url}/messagerie"
    return f"  Courriels remis au serveur SMTP {settings.relay.host}:{settings.relay.port}"


def _data_line(settings: Settings) -> str:
    if settings.database_url is None:
        return "  Données : effacées à l'arrêt (--database pour les garder)"
    url = make_url(settings.database_url)
    is_file = url.get_backend_name() == "sqlite"
    where = Path(url.database or "").absolute() if is_file else url.render_as_string()
    return f"  Données : gardées dans {where}"
