"""Writes the blast radius that a whole detection run has measured.

``python -m reports.detection.radius MATRIX RADIUS`` takes ``detection.json`` and the file of what
each defect is declared to turn red besides its own statement. Defects that the run did not try keep
what they had. Ends with 1 and one French sentence where there is nothing to go by.
"""

import json
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reports.detection.model import SCHEMA_VERSION

_HEADING = """\
# Measured, not written by hand: `make detect-all`, then `make radius`.
# The other statements whose scenarios each defect turns red too; one that is not here breaks its
# own statement alone.
"""


class RadiusError(Exception):
    """Nothing was written; the message says why, in French."""


def write(matrix_file: Path, radius_file: Path) -> int:
    """Replace the file by what was measured; give the number of defects in it.

    Raises RadiusError.
    """
    findings = _read(matrix_file)
    try:
        radius = tomllib.loads(radius_file.read_text("utf-8")) if radius_file.exists() else {}
        radius |= {item["defect"]["id"]: item["also_red"] for item in findings}
        kept = {defect: statements for defect, statements in sorted(radius.items()) if statements}
        unfinished = radius_file.with_name(f".{radius_file.name}.{os.getpid()}")
        unfinished.write_text(_HEADING + _as_toml(kept), encoding="utf-8")
        unfinished.replace(radius_file)
    except (OSError, ValueError) as error:
        raise RadiusError(f"{radius_file} ne peut être réécrit ({error}).") from error
    return len(kept)


def _read(file: Path) -> list[dict[str, Any]]:
    try:
        matrix = json.loads(file.read_text("utf-8"))
        is_known = matrix["schema_version"] == SCHEMA_VERSION
        is_whole, findings = matrix.get("is_whole"), matrix["findings"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise RadiusError(
            f"{file} n’est pas une matrice lisible : lancez make detect-all."
        ) from error
    if not is_known or not is_whole:
        raise RadiusError(
            f"{file} n’est pas d’un essai complet : menez make detect-all à son terme."
        )
    found: list[dict[str, Any]] = findings
    return found


def _as_toml(radius: Mapping[str, list[str]]) -> str:
    lines = []
    for defect, statements in radius.items():
        lines += ["", f"{defect} = [", *(f'    "{name}",' for name in statements), "]"]
    return "\n".join([*lines, ""])


def main() -> None:
    """Write it, and say so in one line."""
    matrix_file, radius_file = map(Path, sys.argv[1:])
    try:
        number = write(matrix_file, radius_file)
    except RadiusError as error:
        sys.exit(str(error))
    print(f"{radius_file} : {number} défauts touchent d’autres énoncés que le leur.")  # noqa: T201


if __name__ == "__main__":
    main()
