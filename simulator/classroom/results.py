"""What is left of a class at its end: its results as a table, and then nothing."""

import csv
from collections import Counter
from io import StringIO

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue

from simulator.classroom.admission import for_trainer
from simulator.classroom.progress import LAST_STEP
from simulator.classroom.rows import Row, rows
from simulator.screens.request import simulation

bp = Blueprint("class_results", __name__, url_prefix="/classe/resultats")

_COLUMNS = (
    "Prénom",
    f"Étape (sur {LAST_STEP})",
    "Espace créé",
    "Exercice",
    "Refus",
    "Refus le plus fréquent",
    "Courriels ouverts",
)


@bp.get("/classe.csv")
@for_trainer
def save() -> ResponseReturnValue:
    """Give the results as a table that a French spreadsheet opens by itself."""
    written = StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow(_COLUMNS)
    table.writerows(_cells(row) for row in rows())
    answer = Response(written.getvalue().encode("utf-8-sig"), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=classe.csv"
    return answer


@bp.post("/effacer")
@for_trainer
def erase() -> ResponseReturnValue:
    """Erase every seat and all that it holds."""
    for seat in simulation().seats.all():
        simulation().sandboxes.erase(seat.sandbox)
    return redirect(url_for("class_board.show"), 303)


def _cells(row: Row) -> list[str]:
    refusals = Counter(row.refusals)
    most = refusals.most_common(1)[0][0] if refusals else ""
    cells = [
        row.seat.first_name,
        str(row.standing.step),
        "oui" if row.standing.is_done else "non",
        row.exercise,
        str(refusals.total()),
        most,
        str(row.standing.read_mails),
    ]
    return list(map(_plain, cells))


def _plain(cell: str) -> str:
    # A spreadsheet takes a text that begins so for a formula:
    # https://owasp.org/www-community/attacks/CSV_Injection
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@"} else cell
