"""The command ``espace-expert report``, in French, on the report that a run left in a folder.

Exit status: 0 for all is well, 1 for a difference or a failure, 2 for a mistake in the command,
3 for what could not be verified, 4 for a report that cannot be used.
"""

import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from reports.comparing import comparison, formats
from reports.comparing.merging import MergeError
from reports.comparing.shard_folders import gather
from reports.formats import json_stream
from reports.formats.bearings import describe
from reports.formats.json_stream import ReportError
from reports.french import count, trouble
from reports.judging.endings import Ending, judge_run
from reports.judging.known_failures import KnownFailuresError, judge_exemptions, load_exemptions
from reports.judging.model import SCHEMA_VERSION, Report
from reports.publishing import manifest
from reports.publishing.report_folder import PublicationError
from reports.wording import headline, shard

_DIFFERENT, _MISTAKEN = 1, 2
_TWO = 2
_SENTENCES_SHOWN = 20
_DEFAULT = Path("build/conformance")
_LIMITS = (
    "Ce contrôle dit que les pièces sont celles que le rapport décrit. Il ne dit pas qui a fait "
    "l’exécution, ni que rien n’a été refait : qui peut modifier les pièces peut aussi modifier "
    "leurs sommes et le rapport, et rien n’est signé."
)


def _show_help(context: typer.Context, is_asked: bool) -> None:  # noqa: FBT001 - called by Typer
    if is_asked:
        typer.echo(context.get_help())
        raise typer.Exit


# Typer's own help option speaks English; an empty metavar keeps the word « bool » away.
Help = Annotated[
    bool,
    typer.Option(
        "--help", metavar="", help="Affiche cette aide.", callback=_show_help, is_eager=True
    ),
]
# No argument is required for Typer, which would say so in English.
Folder = Annotated[
    Path,
    typer.Argument(
        metavar="DOSSIER",
        show_default=False,
        help="Dossier du rapport (build/conformance si rien n’est dit).",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", metavar="", help="Refuse aussi tout « non vérifié ».")
]
Known = Annotated[
    Path | None,
    typer.Option(
        metavar="FICHIER",
        help="Échecs connus, en TOML, au lieu de ceux qui ont été dits à l’exécution.",
    ),
]
Parts = Annotated[
    list[Path] | None,
    typer.Argument(metavar="DOSSIERS…", show_default=False, help="Dossier de chaque part."),
]
Pair = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="ANCIEN NOUVEAU", show_default=False, help="Dossiers des deux rapports."
    ),
]
Markdown = Annotated[
    Path | None, typer.Option(metavar="FICHIER", help="Écrit aussi la comparaison en Markdown.")
]
Html = Annotated[
    Path | None, typer.Option(metavar="FICHIER", help="Écrit aussi la comparaison en HTML.")
]
Into = Annotated[
    Path,
    typer.Option(
        metavar="DOSSIER",
        show_default=False,
        help="Où écrire le rapport (build/conformance si rien n’est dit).",
    ),
]

app = typer.Typer(subcommand_metavar="COMMANDE", add_completion=False)


@app.callback(
    invoke_without_command=True,
    add_help_option=False,
    help="Contrôle, juge, réunit et compare les rapports de conformité.",
)
def report(context: typer.Context, *, help_: Help = False) -> None:  # noqa: ARG001 - acted upon by its callback
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        _show_help(context, is_asked=True)


@app.command(
    rich_help_panel="Commandes",
    add_help_option=False,
    help="Contrôle que le rapport et ses pièces sont intacts.\n\n"
    "Code de sortie : 0 intact, 1 une différence, 4 rapport illisible.",
)
def check(*, folder: Folder = _DEFAULT, help_: Help = False) -> None:  # noqa: ARG001 - acted upon by its callback
    """Verify a report against its schema, and its evidence against it."""
    found = _read(folder)
    try:
        differences = list(manifest.find_differences(found, folder))
    except OSError as error:
        _end(f"Pièces illisibles : {error.filename} ({trouble(error)}).", Ending.BROKEN)
    number = sum(1 for _ in manifest.evidence_of(found))
    for sentence in differences:
        _say(sentence)
    _say(
        f"Rapport : version {SCHEMA_VERSION}, conforme à son schéma, "
        f"{count(len(found.scenarios), 'scénario')}."
    )
    _say(
        f"Pièces : {number}, {count(len(differences), 'différence')}."
        if differences
        else f"Pièces : {number}, toutes là et intactes."
    )
    _say(_LIMITS)
    if differences:
        raise typer.Exit(_DIFFERENT)


@app.command(
    rich_help_panel="Commandes",
    add_help_option=False,
    help="Juge le rapport, pour une chaîne d’intégration.\n\n"
    "Code de sortie : 0 tout tient, 1 un énoncé ne tient pas, 3 tout n’a pas pu être vérifié, "
    "4 l’exécution elle-même est en défaut. Un « non vérifié » dont la raison est dite (la cible "
    "ne l’offre pas, une personne doit le faire) est laissé passer, sauf avec --strict.",
)
def gate(
    *,
    folder: Folder = _DEFAULT,
    strict: Strict = False,
    known: Known = None,
    help_: Help = False,  # noqa: ARG001 - acted upon by its callback
) -> None:
    """Judge a run, and end with what a pipeline stands on."""
    found = _read(folder)
    if known is not None:
        try:
            exemptions = load_exemptions(known)
        except KnownFailuresError as error:
            _end(str(error), _MISTAKEN)
        judged = judge_exemptions(exemptions, found.statements, found.finished)
        found = replace(found, known_failures=judged)
    if found.shard:
        _end(
            f"Ce rapport n’est que la part {shard(found.shard)} d’une exécution : "
            "réunissez d’abord ses parts (espace-expert report merge).",
            Ending.UNVERIFIED,
        )
    judgement = judge_run(found, is_strict=strict)
    for item in found.known_failures:
        _say(f"Échec connu de {item.statement}, {describe(item)}.")
    if judgement.let_through:
        _say(f"Laissé passer : {', '.join(judgement.let_through)}.")
    holds = "Le reste tient." if judgement.let_through else "Tout tient."
    _say(f"Refusé : {', '.join(judgement.refused)}." if judgement.refused else holds)
    raise typer.Exit(judgement.ending)


@app.command(
    rich_help_panel="Commandes",
    add_help_option=False,
    help="Réunit les parts d’une exécution en un seul rapport.\n\n"
    "Code de sortie : 0 réunies, 1 une part manque, est en double ou vient d’ailleurs, "
    "4 rapport illisible.",
)
def merge(
    *,
    folders: Parts = None,
    into: Into = _DEFAULT,
    help_: Help = False,  # noqa: ARG001 - acted upon by its callback
) -> None:
    """Put the shards of one run together."""
    if not folders:
        _end("Dites les dossiers des parts : espace-expert report merge --help.", _MISTAKEN)
    try:
        merged = gather(folders, into)
    except ReportError as error:
        _end(str(error), Ending.BROKEN)
    except (MergeError, PublicationError) as error:
        _end(str(error), _DIFFERENT)
    _say(f"{count(len(folders), 'part réunie', 'parts réunies')} dans {into}.")
    _say(headline(merged))


@app.command(
    rich_help_panel="Commandes",
    add_help_option=False,
    help="Compare deux rapports : verdicts changés, énoncés et scénarios apparus, disparus ou qui "
    "contrôlent moins.\n\n"
    "Code de sortie : 0 rien n’est moins bien, 1 quelque chose l’est, 4 rapport illisible.",
)
def compare(
    *,
    folders: Pair = None,
    markdown: Markdown = None,
    html: Html = None,
    help_: Help = False,  # noqa: ARG001 - acted upon by its callback
) -> None:
    """Compare an older run with a newer one."""
    if folders is None or len(folders) != _TWO:
        _end("Dites deux dossiers : espace-expert report compare --help.", _MISTAKEN)
    compared = comparison.compare(*(_read(folder) for folder in folders))
    _say(formats.render_text(compared).rstrip())
    for file, render in (
        (markdown, formats.render_markdown),
        (html, formats.render_html),
    ):
        if file is not None:
            _write(file, render(compared))
    if compared.worse:
        raise typer.Exit(_DIFFERENT)


def _write(file: Path, text: str) -> None:
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        _end(f"Impossible d’écrire {file} ({trouble(error)}).", _MISTAKEN)


def _say(text: str, *, is_error: bool = False) -> None:
    """Print a text; what a report holds is never taken for orders to the terminal."""
    shown = "".join(
        sign
        if sign.isprintable() or sign == "\n" or unicodedata.category(sign) == "Zs"
        else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )
    typer.echo(shown, err=is_error)


def _read(folder: Path) -> Report:
    try:
        return json_stream.read(folder)
    except ReportError as error:
        _end(str(error), Ending.BROKEN)


def _end(sentence: str, code: int) -> NoReturn:
    _say(sentence, is_error=True)
    raise typer.Exit(code)
