import re
import tomllib
from pathlib import Path

import pytest

from simulator import defects
from simulator.defects import CATALOGUE, Defect, UnknownDefectError, known

ROOT = Path(__file__).parents[2]
STATEMENTS = {
    statement["id"]: statement["verified"]
    for statement in tomllib.loads((ROOT / "features/fiche.toml").read_text("utf-8"))["statement"]
}
ALL = list(CATALOGUE.values())


def test_no_defect_is_lost_behind_another_of_its_name() -> None:
    written = sorted(item.id for theme in defects._THEMES for item in theme.DEFECTS)  # noqa: SLF001
    assert written == list(CATALOGUE)


@pytest.mark.parametrize("defect", ALL, ids=lambda defect: defect.id)
def test_a_defect_breaks_an_automated_statement_and_says_so_in_one_french_sentence(
    defect: Defect,
) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", defect.id)
    assert STATEMENTS.get(defect.breaks) == "automated"
    assert re.fullmatch(r"[A-ZÀÉ0-9«].*\.", defect.sentence)


def test_no_two_defects_say_the_same() -> None:
    sentences = [defect.sentence for defect in ALL]
    assert len(set(sentences)) == len(sentences)


def test_an_unknown_defect_is_refused_with_those_that_come_near() -> None:
    with pytest.raises(UnknownDefectError, match=r"« delai-50h » n'existe pas.*delai-49h"):
        known("delai-50h")
    with pytest.raises(UnknownDefectError, match=r"« zzz » n'existe pas\.$"):
        known("zzz")


def test_every_automated_statement_is_broken_by_a_defect() -> None:
    automated = {name for name, verified in STATEMENTS.items() if verified == "automated"}
    assert automated - {defect.breaks for defect in ALL} == set()
