from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reports.cli import app
from reports.formats import json_stream
from reports.judging.known_failures import judge_exemptions
from reports.judging.model import Report, ScenarioOutcome, Shard
from reports.judging.verdicts import judge_statement
from reports.publishing.report_folder import make_staging, publish
from tests.reports.judging.test_known_failures import FILE, KNOWN

Change = Callable[[Report], Report]
PASSED, FAILED, BROKEN, UNVERIFIED, NOT_RUN, _ = ScenarioOutcome


def call(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def refusal(result: Result, code: int) -> str:
    """Check that the command ended with one sentence on stderr, and return it."""
    assert (result.exit_code, result.stdout) == (code, "")
    [line] = result.stderr.splitlines()
    return line


@pytest.fixture
def save(tmp_path: Path) -> Callable[[Report], Path]:
    def write(report: Report) -> Path:
        bare = tuple(replace(item, evidence=()) for item in report.scenarios)
        publish(replace(report, scenarios=bare), tmp_path, make_staging(tmp_path))
        return tmp_path

    return write


def becoming(outcome: ScenarioOutcome) -> Change:
    """Have the only scenario end otherwise, and its statement judged anew."""

    def change(report: Report) -> Report:
        scenarios = tuple(
            replace(item, outcome=outcome, reason="Pas d’horloge.") for item in report.scenarios
        )
        results = tuple(
            judge_statement(item.statement, scenarios, report.target) for item in report.statements
        )
        return replace(report, scenarios=scenarios, statements=results)

    return change


@pytest.mark.parametrize(
    "change, lenient, strict, said",
    [
        (lambda report: report, 0, 0, "Tout tient."),
        (becoming(FAILED), 1, 1, "Refusé : 1 énoncé non conforme."),
        (becoming(NOT_RUN), 3, 3, "rien n’a pu être vérifié, 1 énoncé automatisé non vérifié"),
        (becoming(UNVERIFIED), 3, 3, "rien n’a pu être vérifié"),
        (becoming(BROKEN), 4, 4, "Refusé : 1 scénario en erreur"),
        (lambda report: replace(report, problems=("Un ver.",)), 4, 4, "1 anomalie de l’exécution"),
        (lambda report: replace(report, statements=()), 4, 4, "aucun énoncé automatisé"),
    ],
)
def test_gate_ends_as_documented(
    green_report: Report,
    save: Callable[[Report], Path],
    change: Change,
    lenient: int,
    strict: int,
    said: str,
) -> None:
    folder = save(change(green_report))
    for code, options in ((lenient, ()), (strict, ("--strict",))):
        result = call("gate", folder, *options)
        assert result.exit_code == code
        assert said in result.stdout


def test_gate_lets_a_stated_lack_through_unless_strict(
    failing_report: Report, save: Callable[[Report], Path]
) -> None:
    good, lacking = failing_report.scenarios[0], failing_report.scenarios[2]
    scenarios = (
        good,
        replace(lacking, tags=("R-1.002",), outcome=UNVERIFIED, reason="Pas d’horloge."),
    )
    results = tuple(
        judge_statement(item.statement, scenarios, failing_report.target)
        for item in failing_report.statements
        if item.statement.id in {"R-1.001", "R-1.002", "R-1.004"}
    )
    folder = save(replace(failing_report, scenarios=scenarios, statements=results))
    result = call("gate", folder)
    assert result.exit_code == 0
    assert "Laissé passer : 1 énoncé automatisé non vérifié, pour une raison dite" in result.stdout
    assert "1 énoncé à vérifier par une personne" in result.stdout
    assert call("gate", folder, "--strict").exit_code == 3


def test_a_broken_run_outweighs_a_failure_and_a_failure_what_is_unverified(
    failing_report: Report, save: Callable[[Report], Path]
) -> None:
    assert call("gate", save(failing_report)).exit_code == 1
    assert call("gate", save(replace(failing_report, problems=("Un ver.",)))).exit_code == 4


def test_gate_takes_known_failures_of_the_run_or_of_a_file(
    green_report: Report, save: Callable[[Report], Path], tmp_path: Path
) -> None:
    failing = becoming(FAILED)(green_report)
    exemptions = (replace(KNOWN, statement="R-1.001"),)
    known = judge_exemptions(exemptions, failing.statements, failing.finished)
    folder = save(replace(failing, known_failures=known))
    result = call("gate", folder, "--strict")
    assert result.exit_code == 0
    assert "Échec connu de R-1.001, en cours : Corrigé en 4.2." in result.stdout
    assert "(équipe Activation, jusqu’au 31/07/2026)" in result.stdout
    file = tmp_path / "known.toml"
    file.write_text(FILE.replace("R-1.002", "R-9.999"), encoding="utf-8")
    result = call("gate", folder, "--known", file)
    assert result.exit_code == 1
    assert "Échec connu de R-9.999, inconnue" in result.stdout
    file.write_text("max", encoding="utf-8")
    assert "n’est pas du TOML" in refusal(call("gate", folder, "--known", file), 2)


def test_gate_refuses_a_shard(green_report: Report, save: Callable[[Report], Path]) -> None:
    folder = save(replace(green_report, shard=Shard(index=1, total=2)))
    assert "que la part 1/2 d’une exécution" in refusal(call("gate", folder), 3)


def test_check_says_what_it_proves_and_what_not(
    green_report: Report, save: Callable[[Report], Path]
) -> None:
    folder = save(green_report)
    result = call("check", folder)
    assert result.exit_code == 0
    assert "Rapport : version 3, conforme à son schéma, 1 scénario." in result.stdout
    assert "Pièces : 0, toutes là et intactes." in result.stdout
    assert "rien n’est signé" in result.stdout
    (folder / "evidence").mkdir()
    (folder / "evidence" / "\x1b[31m<b>.txt").write_bytes(b"")
    result = call("check", folder)
    assert result.exit_code == 1
    assert "evidence/�[31m<b>.txt : en trop" in result.stdout
    assert "Pièces : 0, 1 différence." in result.stdout


@pytest.mark.parametrize(
    "content, sentence",
    [
        (None, "introuvable"),
        (b"", "pas du JSON lisible"),
        (b"\xff\xfe", "pas du texte UTF-8"),
        (b"[]", "n’est pas un rapport de conformité"),
        (b"[" * 100_000, "pas du JSON lisible"),
        (b'{"schema_version": 1}', "de version 1 ; seule la version 3 est lue"),
        (b'{"schema_version": 3}', "Rapport incohérent"),
        (b'{"schema_version": "\\u001b[2J\\n2"}', "de version"),
    ],
)
def test_a_report_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    if content is not None:
        (tmp_path / "conformance.json").write_bytes(content)
    for words in (("check", tmp_path), ("gate", tmp_path), ("merge", tmp_path)):
        said = refusal(call(*words), 4)
        assert sentence in said
        assert "\x1b" not in said


def test_a_cut_report_is_refused(green_report: Report, save: Callable[[Report], Path]) -> None:
    file = save(green_report) / json_stream.NAME
    file.write_bytes(file.read_bytes()[:-40])
    assert "pas du JSON lisible" in refusal(call("gate", file.parent), 4)


def test_merge_says_what_it_made_or_why_not(
    green_report: Report, save: Callable[[Report], Path], tmp_path: Path
) -> None:
    assert "Dites les dossiers des parts" in refusal(call("merge"), 2)
    folder = save(replace(green_report, shard=Shard(index=1, total=2)))
    assert "Il manque 2/2." in refusal(call("merge", folder, "--into", tmp_path / "x"), 1)
    assert not (tmp_path / "x").exists()
    folder = save(replace(green_report, shard=Shard(index=1, total=1)))
    result = call("merge", folder, "--into", tmp_path / "x")
    assert result.exit_code == 0
    assert f"1 part réunie dans {tmp_path / 'x'}." in result.stdout
    assert json_stream.read(tmp_path / "x").shard is None
