import re
from pathlib import Path

LOCK = (Path(__file__).parents[2] / "requirements.lock").read_text("utf-8")
REQUIREMENT = re.compile(
    r"^(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?==(?P<version>[\w.]+)(?P<marker> ; [^\\\n]+)? \\\n"
    r"(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+",
    re.MULTILINE,
)
COMMENT = re.compile(r"^    # .*\n", re.MULTILINE)


def test_every_line_of_the_lock_is_a_pinned_requirement_with_its_hashes() -> None:
    assert COMMENT.sub("", REQUIREMENT.sub("", LOCK)) == ""


def test_the_lock_holds_what_the_project_asks_for() -> None:
    names = {match["name"] for match in REQUIREMENT.finditer(LOCK)}
    assert {"flask", "playwright", "psycopg", "pytest-bdd", "ruff", "hatchling"} <= names


def test_the_lock_names_no_address_and_no_folder() -> None:
    assert re.findall(r"\S*(?:://|@|/\w)\S*", LOCK) == []
