from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reports.judging.endings import Ending, judge_run
from reports.judging.known_failures import (
    Exemption,
    KnownFailuresError,
    exemptions_of,
    judge_exemptions,
    load_exemptions,
)
from reports.judging.model import KnownFailureState, Report

FILE = """\
max = 1
[[failure]]
statement = "R-1.002"
owner = "équipe Activation"
reason = "Corrigé en 4.2."
until = 2026-07-31
"""
KNOWN = Exemption(
    statement="R-1.002",
    owner="équipe Activation",
    reason="Corrigé en 4.2.",
    until=date(2026, 7, 31),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "known-failures.toml"


def test_known_failures_are_read(file: Path) -> None:
    file.write_text(FILE, encoding="utf-8")
    assert load_exemptions(file) == (KNOWN,)
    file.write_text("max = 0\n", encoding="utf-8")
    assert load_exemptions(file) == ()


@pytest.mark.parametrize(
    "old, new, sentence",
    [
        ("[[failure]]", "[[failure", "n’est pas du TOML"),
        ("max = 1", "", "« max » dit combien"),
        ("max = 1", "max = true", "« max » dit combien"),
        ("max = 1", "max = 0", "1 échec connu, pour 0 au plus"),
        ("max = 1", "max = 1\nmin = 0", "clé inconnue « min »"),
        ("[[failure]]", "[failure]", "s’écrit [[failure]]"),
        (FILE, "max = 1\nfailure = [1]\n", "s’écrit [[failure]]"),
        ("owner", "who", "clé inconnue « who »"),
        ('"équipe Activation"', '" "', "« owner » manque"),
        ('reason = "Corrigé en 4.2."\n', "", "« reason » manque"),
        ('"R-1.002"', "1", "« statement » manque"),
        ("2026-07-31", '"demain"', "« until » dit le dernier jour"),
        ("2026-07-31", "2026-07-31T10:00:00", "« until » dit le dernier jour"),
    ],
)
def test_unusable_file_is_refused_in_one_sentence(
    file: Path, old: str, new: str, sentence: str
) -> None:
    file.write_text(FILE.replace(old, new), encoding="utf-8")
    with pytest.raises(KnownFailuresError) as refusal:
        load_exemptions(file)
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_absent_and_doubled_are_refused(file: Path) -> None:
    with pytest.raises(KnownFailuresError, match="illisibles"):
        load_exemptions(file)
    entry = FILE.replace("max = 1\n", "")
    file.write_text(f"max = 9\n{entry}{entry}", encoding="utf-8")
    with pytest.raises(KnownFailuresError, match=r"R-1\.002 y est deux fois"):
        load_exemptions(file)


TOLERATED, EXPIRED, GONE, UNKNOWN = KnownFailureState


@pytest.mark.parametrize(
    "statement, ended, state",
    [
        ("R-1.002", datetime(2026, 7, 31, 21, 59, tzinfo=UTC), TOLERATED),
        ("R-1.002", datetime(2026, 7, 31, 22, 0, tzinfo=UTC), EXPIRED),  # August in Paris
        ("R-1.001", datetime(2026, 7, 1, tzinfo=UTC), GONE),
        ("R-1.003", datetime(2026, 7, 1, tzinfo=UTC), GONE),  # documentary
        ("R-1.005", datetime(2026, 7, 1, tzinfo=UTC), TOLERATED),  # not verified: may fail still
        ("R-9.999", datetime(2026, 7, 1, tzinfo=UTC), UNKNOWN),
    ],
)
def test_state_is_that_of_the_day_in_paris(
    failing_report: Report, statement: str, ended: datetime, state: KnownFailureState
) -> None:
    told = (replace(KNOWN, statement=statement),)
    [known] = judge_exemptions(told, failing_report.statements, ended)
    assert known.state is state
    assert exemptions_of([known]) == told


@pytest.mark.parametrize(
    "state, ending, refused",
    [
        (TOLERATED, Ending.HOLDS, ()),
        (EXPIRED, Ending.FAILS, ("1 énoncé non conforme", "1 échec connu expiré")),
        (
            UNKNOWN,
            Ending.FAILS,
            ("1 énoncé non conforme", "1 échec connu d’un énoncé inconnu"),
        ),
        (
            GONE,
            Ending.FAILS,
            ("1 énoncé non conforme", "1 échec connu qui ne se produit plus"),
        ),
    ],
)
def test_only_a_tolerated_failure_is_let_through(
    failing_report: Report, state: KnownFailureState, ending: Ending, refused: tuple[str, ...]
) -> None:
    known = judge_exemptions((KNOWN,), failing_report.statements, failing_report.finished)
    report = replace(
        failing_report,
        statements=failing_report.statements[:2],
        known_failures=tuple(replace(item, state=state) for item in known),
    )
    judgement = judge_run(report, is_strict=True)
    assert (judgement.ending, judgement.refused) == (ending, refused)
    assert judgement.let_through == (("1 échec connu",) if state is TOLERATED else ())
