"""Putting a finished report in its folder, whole or not at all."""

import os
import shutil
from pathlib import Path

from reports.formats import FORMATS
from reports.model import Report

EVIDENCE_NAME = "evidence"


class PublicationError(Exception):
    """The report cannot be written; the message is one French sentence."""


def publish(report: Report, folder: Path, evidence: Path) -> None:
    """Replace what ``folder`` holds by this report.

    Args:
        report: The run.
        folder: Made if need be.
        evidence: Where this run kept its evidence; taken away from there, absent if there is none.

    Raises:
        PublicationError: The folder cannot be written to.
    """
    contents = {name: _encode(render(report)) for name, render in FORMATS.items()}
    unfinished = {name: folder / f".{name}.{os.getpid()}" for name in contents}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            unfinished[name].write_bytes(content)
        # Nothing is replaced before everything new has been written.
        shutil.rmtree(folder / EVIDENCE_NAME, ignore_errors=True)
        if evidence.is_dir():
            evidence.replace(folder / EVIDENCE_NAME)
        for name in contents:
            unfinished[name].replace(folder / name)
    except OSError as error:
        raise PublicationError(
            f"Le rapport n’a pas pu être écrit dans {folder} ({error.strerror})."
        ) from error
    finally:
        for file in unfinished.values():
            file.unlink(missing_ok=True)


def _encode(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
