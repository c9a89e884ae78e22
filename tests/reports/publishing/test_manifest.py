import hashlib
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reports.judging.model import Evidence, Report
from reports.publishing.manifest import find_differences, render
from reports.publishing.report_folder import make_staging, publish

Change = Callable[[Path], object]
PIECE = "evidence/a/01.txt"


def piece(path: str, content: bytes) -> Evidence:
    return Evidence(
        name="l’écran",
        path=path,
        media_type="text/plain",
        step=1,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
    )


def with_evidence(report: Report, *evidence: Evidence) -> Report:
    [scenario, *others] = (replace(item, evidence=()) for item in report.scenarios)
    return replace(report, scenarios=(replace(scenario, evidence=evidence), *others))


@pytest.fixture
def report(green_report: Report) -> Report:
    return with_evidence(green_report, piece("evidence/b/01.txt", b"deux"), piece(PIECE, b"un"))


@pytest.fixture
def folder(report: Report, tmp_path: Path) -> Path:
    """A published report with its evidence."""
    staging = make_staging(tmp_path)
    for item, content in zip(report.scenarios[0].evidence, (b"deux", b"un"), strict=True):
        file = staging / item.path
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
    publish(report, tmp_path, staging)
    return tmp_path


def test_intact_evidence_has_no_difference(report: Report, folder: Path) -> None:
    assert list(find_differences(report, folder)) == []


def test_sums_are_those_that_sha256sum_reads(report: Report, folder: Path) -> None:
    names = [line.split("  ")[1] for line in render(report, folder).splitlines()]
    assert names == ["a/01.txt", "b/01.txt"]
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(check, cwd=folder / "evidence", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"a/01.txt: OK\nb/01.txt: OK\n")


def publish_with_differences(report: Report, folder: Path) -> None:
    staging = make_staging(folder)
    shutil.copytree(folder / "evidence", staging / "evidence")
    (staging / "ecarts.html").write_text("les écarts", encoding="utf-8")
    publish(report, folder, staging)


def test_the_page_of_the_differences_has_its_sum(report: Report, folder: Path) -> None:
    publish_with_differences(report, folder)
    assert list(find_differences(report, folder)) == []
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(check, cwd=folder / "evidence", capture_output=True, check=False)
    assert (done.returncode, b"../ecarts.html: OK" in done.stdout) == (0, True)


@pytest.mark.parametrize("text", ["d’autres écarts", None])
def test_a_changed_page_of_the_differences_is_told(
    text: str | None, report: Report, folder: Path
) -> None:
    publish_with_differences(report, folder)
    page = folder / "ecarts.html"
    page.unlink() if text is None else page.write_text(text, encoding="utf-8")
    told = ["ecarts.html : n’est pas la page dont SHA256SUMS donne la somme."]
    assert list(find_differences(report, folder)) == told


def test_a_run_without_differences_leaves_no_old_page(report: Report, folder: Path) -> None:
    publish_with_differences(report, folder)
    staging = make_staging(folder)
    shutil.copytree(folder / "evidence", staging / "evidence")
    publish(report, folder, staging)
    assert not (folder / "ecarts.html").exists()
    assert list(find_differences(report, folder)) == []


def sums(text: str) -> Change:
    return lambda folder: (folder / "evidence/SHA256SUMS").write_text(text, encoding="utf-8")


def replace_by_link(folder: Path) -> None:
    (folder / PIECE).rename(folder / "moved")
    (folder / PIECE).symlink_to(folder / "moved")


@pytest.mark.parametrize(
    "tamper, sentences",
    [
        (lambda folder: (folder / PIECE).unlink(), [f"{PIECE} : manque."]),
        (replace_by_link, [f"{PIECE} : manque."]),
        (
            lambda folder: (folder / PIECE).write_bytes(b"xx"),
            [f"{PIECE} : n’est plus le fichier que le rapport décrit."],
        ),
        (
            lambda folder: (folder / PIECE).write_bytes(b"un, et plus"),
            [f"{PIECE} : n’est plus le fichier que le rapport décrit."],
        ),
        (
            lambda folder: (folder / "evidence/x.txt").write_bytes(b""),
            ["evidence/x.txt : en trop, aucun scénario ne le cite."],
        ),
        (
            lambda folder: (folder / "evidence/SHA256SUMS").unlink(),
            ["evidence/SHA256SUMS : manque."],
        ),
        (
            sums(f"{'0' * 64}  c.txt\n{hashlib.sha256(b'deux').hexdigest()}  b/01.txt\n"),
            [
                f"evidence/SHA256SUMS : ne donne pas à {PIECE} la somme que donne le rapport.",
                "evidence/SHA256SUMS : cite evidence/c.txt, que le rapport ne connaît pas.",
            ],
        ),
    ],
)
def test_each_difference_is_named(
    report: Report, folder: Path, tamper: Change, sentences: list[str]
) -> None:
    tamper(folder)
    assert list(find_differences(report, folder)) == sentences


@pytest.mark.parametrize("path", ["/etc/hostname", "evidence/../../x", "../x", "index.html"])
def test_nothing_outside_of_the_evidence_is_read(
    green_report: Report, folder: Path, path: str
) -> None:
    report = with_evidence(green_report, piece(path, b""))
    assert f"{path} : hors du dossier des pièces." in list(find_differences(report, folder))


def test_what_no_scenario_tells_of_is_not_published(green_report: Report, tmp_path: Path) -> None:
    staging = make_staging(tmp_path)
    (staging / "evidence").mkdir(parents=True)
    (staging / "evidence/lost.txt").write_bytes(b"d'un processus mort")
    publish(with_evidence(green_report), tmp_path, staging)
    assert list((tmp_path / "evidence").iterdir()) == [tmp_path / "evidence/SHA256SUMS"]
