"""Merging folders: the reports of shards, their evidence and what pytest itself saw."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from reports.comparing.merging import MergeError, merge
from reports.formats import json_stream
from reports.french import trouble
from reports.judging.model import Report
from reports.publishing import manifest
from reports.publishing.report_folder import PublicationError, make_staging, publish

_WITNESS = "pytest.xml"


def gather(folders: Sequence[Path], into: Path) -> Report:
    """Make one report of those of all shards of a run, and publish it.

    Args:
        folders: Each holds the report of a shard.
        into: Where the report goes; may be one of them.

    Raises:
        ReportError: One holds no report that can be read.
        MergeError: They are not all the shards of one run, or their evidence is not intact.
        PublicationError: The report cannot be written.
    """
    parts = [(folder.as_posix(), json_stream.read(folder)) for folder in folders]
    merged = merge(parts)
    for folder, (name, report) in zip(folders, parts, strict=True):
        _check_evidence(report, folder, name)
    staging = make_staging(into)
    try:
        for folder, (_, report) in zip(folders, parts, strict=True):
            _copy(report, folder, staging)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise PublicationError(
            f"Les pièces n’ont pas pu être réunies dans {into} ({trouble(error)})."
        ) from error
    publish(merged, into, staging)
    return merged


def _check_evidence(report: Report, folder: Path, name: str) -> None:
    try:
        difference = next(manifest.find_differences(report, folder), None)
    except OSError as error:
        difference = f"{error.filename} ({trouble(error)})."
    if difference:
        raise MergeError(f"Les pièces de {name} ne sont pas intactes : {difference}")


def _copy(report: Report, folder: Path, staging: Path) -> None:
    staging.mkdir(parents=True, exist_ok=True)
    for item in manifest.evidence_of(report):
        goal = staging / item.path
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / item.path, goal)
    if report.shard and (folder / _WITNESS).is_file():
        shutil.copyfile(folder / _WITNESS, staging / f"pytest-{report.shard.index}.xml")
