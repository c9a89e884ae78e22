"""A site that nobody here has built: judged knowing its profile, as our own simulator is judged."""

from pathlib import Path

from tests.disguise.judging import judge

STATEMENTS = 255 + 39  # of the guide that are verified automatically, and readings of it
DOCUMENTARY = 6


def test_every_statement_of_the_guide_holds_under_a_disguise(tmp_path: Path) -> None:
    counts = judge("mairie", "piloté", tmp_path, "-n0", "-q")
    assert counts == {"conforme": STATEMENTS, "hors périmètre": DOCUMENTARY}
