"""A run that is not what it seems does not get past its audit, whichever side is wrong."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reports.audit import second_reading
from reports.audit.second_reading import find_differences, read_declared
from reports.collecting.declared import read_features

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.reports.conftest import Run

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[3]
OPTIONS = ("--conformance", "build/conformance", "--junitxml", "build/conformance/pytest.xml")
GREEN = "  @R-1.001\n  Scénario: Bon\n    Alors cela tient\n"
SCENARIOS = '''
  Règle: Une
    Et quelques mots de prose.
    Contexte:
      Étant donné une personne
    # Un commentaire
    @R-1.001
    Scénario: Bon
      Quand elle montre "a" : b
        """
        Scénario: ce n'en est pas un
        """
      Alors cela tient
        | Exemples: | rien |
  @R-1.001
  Règle: Autre
    Plan du scénario: Plan
      Quand elle montre "<nom>" : <texte>
      Alors cela tient
      @A-01
      Exemples:
        | cas | nom | texte |
        | un  | x   | a\\|b  |
      Exemples: d'autres
        | cas  | nom | texte |
        | deux | y   | c     |
'''
REGISTER = """
[[statement]]
id = "A-01"
chapter = "1.1"
quote = "une lecture"
kind = "lecture"
verified = "automated"
[[statement]]
id = "R-1.005"
chapter = "1.1"
lines = "33"
quote = "mode de transmission EFI"
kind = "fiche"
verified = "documentary"
reason = "Aucun écran ne le montre."
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place of a project that ran and is green, made by the first test that asks for it."""
    return tmp_path_factory.mktemp("audit") / "green"


@pytest.fixture
def project(kept: Path, run: Run, tmp_path: Path) -> Path:
    """A green project with its report, to be tampered with."""
    if not kept.exists():
        ended = run(SCENARIOS, *OPTIONS, register=REGISTER)
        assert ended.status == 0, ended.text
        shutil.copytree(ended.folder.parents[1], kept)
    return Path(shutil.copytree(kept, tmp_path / "project"))


def differences(project: Path) -> list[str]:
    return list(find_differences(project / "build" / "conformance", project))


def test_a_run_that_is_what_it_seems_has_no_difference(project: Path) -> None:
    assert differences(project) == []


Report = dict[str, Any]


def tell(change: Callable[[Report], object]) -> Callable[[Path], None]:
    """Make the report say something else."""

    def tamper(project: Path) -> None:
        path = project / "build" / "conformance" / "conformance.json"
        report = json.loads(path.read_text("utf-8"))
        change(report)
        path.write_text(json.dumps(report), encoding="utf-8")

    return tamper


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Replace a text that is in a file."""

    def tamper(project: Path) -> None:
        path = project / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return tamper


def first(report: Report) -> Report:
    scenario: Report = report["scenarios"][0]
    return scenario


FEATURE = "features/a.feature"
WITNESS = "build/conformance/pytest.xml"
PAGE = "build/conformance/index.html"


@pytest.mark.parametrize(
    "tamper, sentence",
    [
        # What was declared
        (edit(FEATURE, "  @R-1.001\n  Règle", GREEN + "  @R-1.001\n  Règle"), "0 fois dans"),
        (edit(FEATURE, "        | un  | x   | a\\|b  |\n", ""), "rien ne déclare"),
        (edit(FEATURE, "Scénario: Bon", "Scénario: Plan"), "ce titre est 2 fois"),
        (edit(FEATURE, "Exemples: d'autres", "Exemple: Vide"), "scénario vide"),
        (edit(FEATURE, "      Exemples: d'a", "    Plan du scénario: Z\n   Exemples: d'a"), "vide"),
        (edit(FEATURE, "    Contexte:\n", "    Contexte:\n    Étan donné a\n"), "ne se lit pas"),
        (edit(FEATURE, "Alors cela tient", "Alors cela dure"), "étapes du rapport ne sont pas"),
        (edit(FEATURE, "@A-01", "@A-02"), "@A-02 n’est pas"),
        (edit(FEATURE, "@A-01", ""), "Aucun scénario ne porte l’énoncé automatisé A-01"),
        (edit(FEATURE, "@A-01", "@R-1.005"), "@R-1.005 n’est pas"),
        (edit(FEATURE, "@A-01", ""), "étiquettes du rapport ne sont pas"),
        (edit("features/fiche.toml", "une lecture", "une autre"), "A-01 : le rapport ne le cite"),
        (edit("features/fiche.toml", '"A-01"', '"A-02"'), "ne sont pas ceux du registre"),
        (lambda project: (project / FEATURE).unlink(), "Aucun scénario n’est déclaré"),
        # What pytest saw
        (edit(WITNESS, ":12:0", ":13:0"), "pytest ne l’a pas exécuté"),
        (edit(WITNESS, "</properties>", "</properties><failure/>"), "pas réussi pour pytest"),
        (edit(WITNESS, "</properties>", "</properties><skipped/>"), "pas réussi pour pytest"),
        (edit(WITNESS, 'name="conformance"', 'name="x"'), "mené à son terme le test test_bon"),
        (edit(WITNESS, 'timestamp="2', 'timestamp="1'), "pas celui de cette exécution"),
        # What the report says
        (tell(lambda report: report["scenarios"].pop()), "0 fois dans le rapport"),
        (tell(lambda report: report["scenarios"].append(first(report))), "2 fois dans le rapport"),
        (tell(lambda report: report["counts"].update(declared=4)), "4 déclarés selon"),
        (tell(lambda report: report["counts"].update(collected=2)), "2 collectés selon"),
        (tell(lambda report: report["counts"].update(executed=2)), "2 exécutés selon"),
        (tell(lambda report: first(report)["steps"].pop()), "étapes du rapport ne sont pas"),
        (tell(lambda report: first(report)["steps"].pop()), "réussi, avec 3 étapes jouées sur 4"),
        (tell(lambda report: first(report)["steps"][1].update(outcome="not_run")), "avec 3 étapes"),
        (tell(lambda report: first(report).update(outcome="failed")), "pytest, « failed » au"),
        (tell(lambda report: first(report).update(outcome="failed")), "« non conforme » à son"),
        (tell(lambda report: first(report).update(outcome="unverified")), "« non vérifié » à son"),
        (tell(lambda report: first(report).update(outcome="broken")), "rien ne l’a jugé"),
        (tell(lambda report: first(report).update(outcome="not_run")), "rien ne l’a jugé"),
        (tell(lambda report: first(report)["tags"].clear()), "étiquettes du rapport ne sont pas"),
        (tell(lambda report: report["statements"].pop()), "ne sont pas ceux du registre"),
        (tell(lambda report: report["statements"].pop()), "Les totaux de la page font 3, pour 2"),
        (
            tell(lambda report: report["statements"][2].update(verdict="conforme")),
            "R-1.005 : « conforme » au rapport, « hors périmètre » à son calcul",
        ),
        (tell(lambda report: report["statements"][0]["scenarios"].pop()), "les scénarios qui le"),
        (tell(lambda report: report["problems"].append("Un ver.")), "signale lui-même : Un ver."),
        (edit(PAGE, 'conforme">1<', 'conforme">2<'), "Les totaux de la page ne sont pas"),
        (edit(PAGE, "data-count", "data-x"), "Les totaux de la page font 2, pour 3"),
    ],
)  # fmt: skip
def test_any_difference_is_told(
    tamper: Callable[[Path], None], sentence: str, project: Path
) -> None:
    tamper(project)
    assert any(sentence in told for told in differences(project)), differences(project)


@pytest.mark.parametrize(
    "scenarios, sentence",
    [
        (GREEN + GREEN.replace("  @R-1.001\n", ""), "ce titre est 2 fois au fichier"),
        (GREEN + "  Scénario: Vide\n", "« Vide » : scénario vide"),
        (GREEN + "  Scénario: S\n    Alors personne ne sait\n", "rien ne l’a jugé (Étape non déf"),
        (GREEN + "  Scénario: S\n    Quand le processus meurt\n", "n’a pas mené à son terme"),
        (GREEN.replace("@R-1.001", ""), "Aucun scénario ne porte l’énoncé automatisé R-1.001"),
    ],
    ids=["doubled title", "empty scenario", "undefined step", "lost worker", "no scenario"],
)  # fmt: skip
def test_a_run_that_lost_something_ends_red_twice(run: Run, scenarios: str, sentence: str) -> None:
    ended = run(scenarios, *OPTIONS, "-n", "1")
    assert ended.status == 1
    found = differences(ended.folder.parents[1])
    assert any(sentence in told for told in found), found


def test_a_failure_truly_told_is_no_difference(run: Run) -> None:
    failing = "  Scénario: Mauvais\n    Alors cela ne tient pas\n"
    waiting = "  Scénario: Horloge\n    Quand elle attend l’horloge\n    Alors cela tient\n"
    ended = run(GREEN + failing + waiting, *OPTIONS)
    assert ended.status == 1
    assert differences(ended.folder.parents[1]) == []


def start(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reports.audit", *arguments],
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_says_each_difference_and_ends_with_1(project: Path) -> None:
    green = start(project, "build/conformance")
    assert (green.returncode, green.stdout) == (
        0,
        "Contrôle du rapport : déclaré = collecté = exécuté = rapporté.\n",
    )
    edit(FEATURE, "@A-01", "")(project)
    red = start(project, "build/conformance")
    assert red.returncode == 1
    assert red.stdout.count("Contrôle du rapport : ") == len(differences(project))


@pytest.mark.parametrize("name", ["conformance.json", "pytest.xml", "index.html"])
def test_a_piece_that_is_missing_or_cut_is_red_in_one_sentence(name: str, project: Path) -> None:
    piece = project / "build" / "conformance" / name
    piece.write_text(piece.read_text("utf-8")[:40], encoding="utf-8")
    assert start(project, "build/conformance").returncode == 1
    piece.unlink()
    missing = start(project, "build/conformance")
    assert missing.returncode == 1
    assert missing.stdout.count("Contrôle impossible") == missing.stdout.count("\n") == 1
    assert "Traceback" not in missing.stderr


def test_the_command_asks_for_a_folder(project: Path) -> None:
    assert start(project).returncode == 2


def test_both_readers_read_the_features_alike() -> None:
    declared, oddities = read_declared(ROOT)
    assert oddities == []
    known = {
        (item.path, item.line, item.row.number if item.row else 0): item
        for item in read_features(ROOT / "features", ROOT).scenarios
    }
    assert known
    assert declared.keys() == known.keys()
    for key, item in declared.items():
        assert item.tags == set(known[key].tags)
        assert item.steps == tuple(step.text for step in known[key].steps)


def test_the_audit_needs_the_standard_library_only() -> None:
    imported = set()
    for module in Path(second_reading.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module))
    assert imported - set(sys.stdlib_module_names) == {
        "collections.abc",
        "reports.audit.features",
        "reports.audit.second_reading",
        "xml.etree",
    }
