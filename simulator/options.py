"""The options of the command line, and their help in French."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from simulator.defects import CATALOGUE

NAME = "espace-expert"


def show_help(context: typer.Context, is_asked: bool) -> None:  # noqa: FBT001 - called by Typer
    """Show the help of a command, and end."""
    if is_asked:
        typer.echo(context.get_help())
        raise typer.Exit


def _show_version(is_asked: bool) -> None:  # noqa: FBT001 - called by Typer
    if is_asked:
        typer.echo(f"{NAME} {version('espace-expert')}")
        raise typer.Exit


def _list_defects(is_asked: bool) -> None:  # noqa: FBT001 - called by Typer
    if is_asked:
        for defect in CATALOGUE.values():
            typer.echo(f"{defect.id} ({defect.breaks}) : {defect.sentence}")
        raise typer.Exit


# Typer's own help option speaks English; an empty metavar keeps the word « bool » away.
Help = Annotated[
    bool,
    typer.Option(
        "--help", metavar="", help="Affiche cette aide.", callback=show_help, is_eager=True
    ),
]
Version = Annotated[
    bool,
    typer.Option(
        "--version", metavar="", help="Dit la version.", callback=_show_version, is_eager=True
    ),
]
Port = Annotated[
    int,
    typer.Option(
        metavar="PORT",
        show_default=False,
        help="Port du site (8000 si rien n'est dit, 0 pour un port libre).",
    ),
]
Address = Annotated[
    str,
    typer.Option(
        metavar="ADRESSE",
        show_default=False,
        help="Adresse de cette machine où répondre (127.0.0.1 si rien n'est dit).",
    ),
]
AllowOtherAddresses = Annotated[
    bool,
    typer.Option(
        "--allow-other-addresses",
        metavar="",
        help="Permet une adresse que d'autres machines atteignent ; demande --access-code.",
    ),
]
ClassAddress = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="ADRESSE",
        show_default=False,
        help=(
            "Adresse de cette machine sur le réseau de la salle (la sienne si rien n'est dit ;"
            " 127.0.0.1 pour essayer seul)."
        ),
    ),
]
Exercises = Annotated[
    Path | None,
    typer.Option(
        metavar="DOSSIER",
        help="Dossier de vos propres fiches d'exercice (*.toml), en plus de celles d'ici.",
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help=(
            "Base de données où tout garder, par exemple sqlite:///espace-expert.sqlite pour un "
            "fichier ; sans elle, tout est effacé à l'arrêt."
        ),
    ),
]
Smtp = Annotated[
    str | None,
    typer.Option(
        metavar="SERVEUR:PORT",
        help="Serveur SMTP à qui remettre les courriels, au lieu de la messagerie d'ici.",
    ),
]
AllowOtherRelay = Annotated[
    bool,
    typer.Option(
        "--allow-other-relay",
        metavar="",
        help="Permet un serveur SMTP d'une autre machine : de vrais courriels peuvent partir.",
    ),
]
ControlToken = Annotated[
    str | None,
    typer.Option(
        metavar="JETON",
        envvar="ESPACE_EXPERT_CONTROL_TOKEN",
        show_envvar=False,
        help="Ouvre l'interface de contrôle à qui a ce jeton (ou ESPACE_EXPERT_CONTROL_TOKEN).",
    ),
]
Defects = Annotated[
    list[str] | None,
    typer.Option(
        "--defect",
        metavar="DÉFAUT",
        help="Met en place un défaut nommé ; peut être répété. Voir --list-defects.",
    ),
]
ListDefects = Annotated[
    bool,
    typer.Option(
        "--list-defects",
        metavar="",
        help="Donne la liste des défauts : nom, énoncé enfreint, ce qui ne va plus.",
        callback=_list_defects,
        is_eager=True,
    ),
]
AccessCode = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        envvar="ESPACE_EXPERT_ACCESS_CODE",
        show_envvar=False,
        help="Code demandé à chaque visiteur (ou ESPACE_EXPERT_ACCESS_CODE).",
    ),
]
