from dataclasses import replace

from reports.judging.known_failures import judge_exemptions
from reports.judging.model import Report
from reports.publishing import terminal
from tests.reports.judging.test_known_failures import KNOWN


def test_each_statement_is_named_with_its_verdict(failing_report: Report) -> None:
    text = terminal.render(failing_report, "build/conformance")
    assert "  conforme        R-1.001, A-06 (lecture)\n" in text
    assert "  non conforme    R-1.002 «" in text
    assert "  non conforme    U-11 (choix)" in text
    assert "  non vérifié     R-1.005" in text
    assert "  hors périmètre  R-1.003" in text


def test_failure_is_told_in_full(failing_report: Report) -> None:
    text = terminal.render(failing_report, "build/conformance")
    failure = text[text.index("ÉCHEC : mauvais (features/a.feature:12)") :]
    assert "R-1.002 (fiche, lignes 24, 537) : «\N{NO-BREAK SPACE}texte de R-1.002" in failure
    assert "U-11 (choix du simulateur) : texte de U-11" in failure
    assert "Alors la page dit" in failure
    assert "attendu <script>" in failure
    assert "build/conformance/evidence/a/01.png" in failure


def test_problems_are_told(green_report: Report) -> None:
    report = replace(green_report, problems=("Un processus de test s’est arrêté.",))
    assert "Un processus de test s’est arrêté." in terminal.render(report, "build")


def test_known_failures_are_told_with_their_state(failing_report: Report) -> None:
    known = judge_exemptions((KNOWN,), failing_report.statements, failing_report.finished)
    text = terminal.render(replace(failing_report, known_failures=known), "build")
    assert "Échec connu de R-1.002, en cours : Corrigé en 4.2. (équipe Activation, jusqu’au" in text
    assert "  non conforme    R-1.002 «" in text


def test_only_a_whole_run_judges_the_register(green_report: Report) -> None:
    holds = "Tout ce qui est déclaré a été exécuté et tient."
    assert terminal.conclude(green_report, is_whole=True) == holds
    assert "n’est pas jugé" in terminal.conclude(green_report, is_whole=False)
