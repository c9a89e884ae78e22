from pathlib import Path

import pytest

from reports.judging.model import Report
from reports.publishing import report_folder
from reports.publishing.report_folder import PublicationError, make_staging, publish


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def stage(folder: Path, **files: str) -> Path:
    staging = make_staging(folder)
    (staging / "evidence").mkdir(parents=True)
    for name, text in files.items():
        (staging / f"{name}.xml").write_text(text, encoding="utf-8")
    return staging


@pytest.fixture
def folder(green_report: Report, tmp_path: Path) -> Path:
    """A folder with a report, and files of others."""
    folder = tmp_path / "conformance"
    publish(green_report, folder, stage(folder))
    (folder / "pytest.xml").write_text("<a/>", encoding="utf-8")
    (folder / "notes.txt").write_text("à moi", encoding="utf-8")
    return folder


def test_a_new_report_takes_the_place_of_the_old(folder: Path, failing_report: Report) -> None:
    before = contents(folder)
    publish(failing_report, folder, make_staging(folder))
    after = contents(folder)
    assert before["conformance.json"] != after["conformance.json"]
    assert not (folder / "evidence").exists()
    assert after["pytest.xml"] == b"<a/>"
    assert after["notes.txt"] == "à moi".encode()
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_what_pytest_saw_of_shards_takes_the_place_of_what_it_saw_of_all(
    folder: Path, green_report: Report
) -> None:
    names = {"pytest-1": "<b/>", "pytest-2": "<c/>"}
    publish(green_report, folder, stage(folder, **names))
    assert sorted(file.name for file in folder.glob("pytest*.xml")) == [
        "pytest-1.xml",
        "pytest-2.xml",
    ]
    publish(green_report, folder, make_staging(folder))
    assert list(folder.glob("pytest*.xml")) == []


@pytest.mark.parametrize("moment", range(6))
def test_a_report_that_cannot_be_put_in_place_leaves_the_old_one(
    folder: Path, failing_report: Report, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    before = contents(folder)
    rename, done = Path.rename, 0

    def fail_once(self: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == moment + 1:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(PublicationError) as refusal:
        publish(failing_report, folder, stage(folder))
    assert str(refusal.value).endswith("(accès refusé).")
    assert contents(folder) == before
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_in_the_place_of_a_file_stays(folder: Path, green_report: Report) -> None:
    (folder / "conformance.json").unlink()
    (folder / "conformance.json").mkdir()
    (folder / "conformance.json" / "x").write_bytes(b"")
    before = contents(folder)
    with pytest.raises(PublicationError, match="un dossier est à cette place"):
        publish(green_report, folder, stage(folder))
    assert contents(folder) == before


def test_a_format_that_fails_leaves_the_old_report(
    folder: Path, green_report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(report: Report) -> str:
        raise ValueError(f"{report.tool_version}\nest de trop")

    before = contents(folder)
    monkeypatch.setattr(report_folder, "FORMATS", {"index.html": fail})
    with pytest.raises(PublicationError) as refusal:
        publish(green_report, folder, stage(folder))
    assert str(refusal.value).endswith("index.html (ValueError : 0.1.0 est de trop).")
    assert contents(folder) == before
