"""Putting a finished report in its folder, whole or not at all."""

import errno
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.formats import FORMATS
from reports.french import trouble
from reports.judging.model import Report
from reports.publishing.manifest import DIFFERENCES_NAME, EVIDENCE_NAME, SUMS_NAME, evidence_of
from reports.publishing.manifest import render as render_sums

_TOLD = 200  # characters of a library's own words

WITNESSES = "pytest*.xml"
"""What pytest itself saw, beside the report: one file, or one for each shard that was merged."""


class PublicationError(Exception):
    """The report cannot be written; the message is one French sentence."""


def make_staging(folder: Path) -> Path:
    """Name a place beside the last report, which stays as it is until the new one is whole."""
    return folder / f".run-{uuid.uuid4().hex}"


def publish(report: Report, folder: Path, staging: Path) -> None:
    """Replace the report that ``folder`` holds by this one.

    Args:
        report: The run.
        folder: Made if need be.
        staging: Made by ``make_staging``; holds the evidence of this run, if it has any, in its
            ``evidence``, and may hold pytest's own files and the page of the differences, without
            which an old one goes as well. It is gone in the end.

    Raises:
        PublicationError: It cannot be written; the last report is as it was.
    """
    try:
        _write(report, staging)
        _swap(staging, folder)
    except OSError as error:
        raise PublicationError(
            f"Le rapport n’a pas pu être écrit dans {folder} ({trouble(error)})."
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write(report: Report, staging: Path) -> None:
    staging.mkdir(parents=True, exist_ok=True)
    for name in FORMATS:
        (staging / name).write_bytes(_render(report, name))
    evidence = staging / EVIDENCE_NAME
    kept = {staging / item.path for item in evidence_of(report)}
    for file in evidence.rglob("*"):
        if file not in kept and not file.is_dir():
            file.unlink()  # of a process that died before it could tell
    if evidence.is_dir() or (staging / DIFFERENCES_NAME).exists():
        evidence.mkdir(exist_ok=True)
        sums = render_sums(report, staging)
        (evidence / SUMS_NAME).write_text(sums, encoding="utf-8", newline="\n")


def _render(report: Report, name: str) -> bytes:
    try:
        content = FORMATS[name](report)
        return content.encode("utf-8") if isinstance(content, str) else content
    except Exception as error:  # whatever a library of one format makes of what a run holds
        told = " ".join(str(error).split())[:_TOLD]
        raise PublicationError(
            f"Le rapport n’a pas pu être composé : {name} ({type(error).__name__} : {told})."
        ) from error


def _swap(staging: Path, folder: Path) -> None:
    """Put all that is staged in its place, or leave everything as it was."""
    new = {
        *FORMATS,
        EVIDENCE_NAME,
        DIFFERENCES_NAME,
        *(file.name for file in staging.glob(WITNESSES)),
    }
    for name in FORMATS:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    aside = staging / ".old"
    aside.mkdir()
    with _undone_on_error() as moves:
        for name in sorted(new | _obsolete_witnesses(staging, folder)):
            for source, goal in ((folder, aside), (staging, folder)):
                if (source / name).exists():
                    (source / name).rename(goal / name)
                    moves.append((source / name, goal / name))


def _obsolete_witnesses(staging: Path, folder: Path) -> set[str]:
    # A run's own is written by pytest itself, before or after; those of shards come with them.
    is_merged = any(staging.glob(WITNESSES))
    return {file.name for file in folder.glob(WITNESSES) if is_merged or file.name != "pytest.xml"}


@contextmanager
def _undone_on_error() -> Iterator[list[tuple[Path, Path]]]:
    moves: list[tuple[Path, Path]] = []
    try:
        yield moves
    except OSError:
        for source, goal in reversed(moves):
            goal.rename(source)
        raise
