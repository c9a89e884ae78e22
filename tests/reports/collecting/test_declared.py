from collections.abc import Callable
from pathlib import Path

import pytest

from reports.collecting.declared import Declaration, DeclaredStep, read_features
from reports.judging.model import Row

FEATURE = """\
# language: fr
@R-1.001
Fonctionnalité: Le code
  Contexte:
    Étant donné un simulateur

  Scénario: Hors de toute règle
    Alors rien

  @A-06
  Règle: Le code vit 48 heures
    Contexte:
      Étant donné un code

    @U-11
    Plan du scénario: Code <raison>
      Quand on attend <durée>
        | heures  |
        | <durée> |
      Alors le texte est
        \"\"\"
        <raison>
        \"\"\"
      @R-1.002
      Exemples:
        | raison | durée |
        | bon    | 48    |
      Exemples:
        | raison | durée |
        | mort   | 49    |
"""


@pytest.fixture
def declare(tmp_path: Path) -> Callable[[str], Declaration]:
    def write(text: str) -> Declaration:
        (tmp_path / "features").mkdir()
        (tmp_path / "features" / "a.feature").write_text(text, encoding="utf-8")
        return read_features(tmp_path / "features", tmp_path)

    return write


def test_scenarios_carry_rule_row_and_all_their_tags(
    declare: Callable[[str], Declaration],
) -> None:
    plain, good, dead = declare(FEATURE).scenarios
    assert (plain.key, plain.rule, plain.row) == ("features/a.feature:7:0", "", None)
    assert plain.tags == ("R-1.001",)
    assert (good.key, dead.key) == ("features/a.feature:16:1", "features/a.feature:16:2")
    assert (good.feature, good.rule) == ("Le code", "Le code vit 48 heures")
    assert (good.name, good.title) == ("Code <raison>", "Code bon")
    assert good.row == Row(number=1, values=(("raison", "bon"), ("durée", "48")))
    assert good.tags == ("R-1.001", "A-06", "U-11", "R-1.002")
    assert dead.tags == ("R-1.001", "A-06", "U-11")


def test_steps_hold_backgrounds_and_values(declare: Callable[[str], Declaration]) -> None:
    dead = declare(FEATURE).scenarios[2]
    assert dead.steps == (
        DeclaredStep(keyword="Étant donné", text="un simulateur", table=(), text_block=""),
        DeclaredStep(keyword="Étant donné", text="un code", table=(), text_block=""),
        DeclaredStep(
            keyword="Quand", text="on attend 49", table=(("heures",), ("49",)), text_block=""
        ),
        DeclaredStep(keyword="Alors", text="le texte est", table=(), text_block="mort"),
    )


HEAD = "# language: fr\nFonctionnalité: F\n  Contexte:\n    Étant donné x\n"


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "ne déclare aucun scénario"),
        (HEAD, "ne déclare aucun scénario"),
        ("Fonctionnalité: F", "est illisible"),
        (HEAD + "  Scénario: S\n", "le scénario « S » n’a aucune étape"),
        (
            HEAD + "  Scénario: S\n    Alors y\n  Règle: R\n    Scénario: S\n      Alors z\n",
            "2 scénarios ont le même titre « S »",
        ),
        (
            HEAD + "  Plan du scénario: P\n    Alors <y>\n    Exemples:\n      | y |\n",
            "le plan « P » n’a aucun exemple",
        ),
        (
            HEAD + "  Plan du scénario: P\n    Alors <y>\n    Exemples:\n",
            "le plan « P » n’a aucun exemple",
        ),
    ],
)
def test_flaw_is_named(declare: Callable[[str], Declaration], text: str, sentence: str) -> None:
    [flaw] = declare(text).flaws
    assert flaw.path == "features/a.feature"
    assert sentence in flaw.sentence
    assert "\n" not in flaw.sentence


def test_scenario_without_step_of_its_own_has_none(
    declare: Callable[[str], Declaration],
) -> None:
    [scenario] = declare(HEAD + "  Scénario: S\n").scenarios
    assert scenario.steps == ()


def test_good_file_has_no_flaw(declare: Callable[[str], Declaration]) -> None:
    assert declare(FEATURE).flaws == ()
