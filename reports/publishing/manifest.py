"""The sums of the evidence: written beside it, and held against what a folder holds.

The page of the differences, which the report itself does not know, has its sum among them.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from reports.judging.model import Evidence, Report

EVIDENCE_NAME = "evidence"
SUMS_NAME = "SHA256SUMS"
DIFFERENCES_NAME = "ecarts.html"
_DIFFERENCES = f"../{DIFFERENCES_NAME}"
_BLOCK = 1 << 20  # bytes read at a time


def evidence_of(report: Report) -> Iterator[Evidence]:
    """Give each piece of a report, of all scenarios."""
    for scenario in report.scenarios:
        yield from scenario.evidence


def render(report: Report, folder: Path) -> str:
    """Write the sums as ``sha256sum -c`` reads them in the folder of the evidence.

    Args:
        report: The run.
        folder: Of the report, where the page of the differences may be.

    Raises:
        OSError: That page cannot be read.
    """
    sums = [
        (item.sha256, item.path.removeprefix(f"{EVIDENCE_NAME}/"))
        for item in sorted(evidence_of(report), key=lambda item: item.path)
    ]
    if (page := folder / DIFFERENCES_NAME).exists():
        sums.append((_sum(page), _DIFFERENCES))
    return "".join(f"{digest}  {name}\n" for digest, name in sums)


def find_differences(report: Report, folder: Path) -> Iterator[str]:
    """Hold the evidence in a report's folder against the report and against its sums.

    Yields:
        One French sentence for each piece that is missing, altered or not the report's.

    Raises:
        OSError: Something there cannot be read.
    """
    pieces = {item.path: item for item in evidence_of(report)}
    for path, item in pieces.items():
        yield from _check_piece(item, folder / path)
    base = folder / EVIDENCE_NAME
    found = {file.relative_to(folder).as_posix() for file in base.rglob("*") if not file.is_dir()}
    sums = f"{EVIDENCE_NAME}/{SUMS_NAME}"
    for path in sorted(found - {*pieces, sums}):
        yield f"{path} : en trop, aucun scénario ne le cite."
    page = folder / DIFFERENCES_NAME
    if sums in found:
        text = (folder / sums).read_text("utf-8", "replace")
        yield from _check_sums(text, pieces, _sum(page) if page.is_file() else None)
    elif pieces or page.exists():
        yield f"{sums} : manque."


def _check_piece(item: Evidence, file: Path) -> Iterator[str]:
    parts = PurePosixPath(item.path).parts
    if parts[:1] != (EVIDENCE_NAME,) or ".." in parts:
        yield f"{item.path} : hors du dossier des pièces."
    elif file.is_symlink() or not file.is_file():
        yield f"{item.path} : manque."
    elif file.stat().st_size != item.size or _sum(file) != item.sha256:
        yield f"{item.path} : n’est plus le fichier que le rapport décrit."


def _check_sums(
    text: str, pieces: Mapping[str, Evidence], differences: str | None
) -> Iterator[str]:
    sums = dict(_read_sums(text.splitlines()))
    if sums.pop(f"{EVIDENCE_NAME}/{_DIFFERENCES}", None) != differences:
        yield f"{DIFFERENCES_NAME} : n’est pas la page dont {SUMS_NAME} donne la somme."
    place = f"{EVIDENCE_NAME}/{SUMS_NAME}"
    for path, item in pieces.items():
        if sums.pop(path, None) != item.sha256:
            yield f"{place} : ne donne pas à {path} la somme que donne le rapport."
    for path in sums:
        yield f"{place} : cite {path}, que le rapport ne connaît pas."


def _read_sums(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        digest, _, name = line.partition("  ")
        yield f"{EVIDENCE_NAME}/{name}", digest


def _sum(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as content:
        while block := content.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
