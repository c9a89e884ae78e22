"""docs/architecture.md says what is there: its drawing, its answers, its table of themes."""

import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
CODE = {".css", ".feature", ".html", ".js", ".py", ".typ"}
# One module for each screen, or for each theme: there, a room is as large as what it is about.
LARGE = {"defects", "pages", "screens", "steps", "templates"}


def contracts(kind: str) -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [item for item in settings["tool"]["importlinter"]["contracts"] if item["type"] == kind]


def floors() -> list[list[set[str]]]:
    """Give the layers of each contract, highest first, by the last name of each module."""
    return [
        [{name.strip() for name in layer.split("|")} for layer in contract["layers"]]
        for contract in contracts("layers")
    ]


def drawn_arrows() -> list[tuple[str, str]]:
    drawing = PAGE.split("```mermaid")[1].split("```")[0]
    return re.findall(r"^ *(\w+) --> (\w+)$", drawing, re.MULTILINE)


def drawn_rooms() -> set[str]:
    drawing = PAGE.split("```mermaid")[1].split("```")[0]
    named = re.findall(r"^ *(?:subgraph )?(\w+)(?: -[^\n]*?> (\w+))?$", drawing, re.MULTILINE)
    return {name for pair in named for name in pair if name} - {"end"}


@pytest.mark.parametrize("upper, lower", drawn_arrows())
def test_no_arrow_of_the_drawing_climbs(upper: str, lower: str) -> None:
    places = [
        [index for name in (upper, lower) for index, floor in enumerate(layers) if name in floor]
        for layers in floors()
    ]
    assert not [pair for pair in places if len(pair) == 2 and pair[0] >= pair[1]]


@pytest.mark.parametrize("upper, lower", drawn_arrows())
def test_an_arrow_of_the_drawing_is_an_import(upper: str, lower: str) -> None:
    if upper == "features":
        upper = "conftest.py"  # pytest finds the steps of a feature by the plugins that it names
    folders = {path.name: path for path in [*ROOT.glob("*/*"), *ROOT.glob("*")]}
    place = folders[upper]
    sources = [place] if place.is_file() else [*place.rglob("*.py")]
    named = re.compile(
        rf"^(from|import) [\w.]*\b{lower}\b|^from \w+ import .*\b{lower}\b|\"{lower}\.",
        re.MULTILINE,
    )
    assert any(named.search(source.read_text(encoding="utf-8")) for source in sources)


def test_the_drawing_has_every_room_and_no_other() -> None:
    tops = ("features", "steps", "fixtures", "simulator", "reports")
    inner = {
        folder.name
        for top in ("fixtures", "simulator", "reports")
        for folder in (ROOT / top).iterdir()
        if (folder / "__init__.py").exists()
    }
    assert drawn_rooms() == inner | set(tops)


def test_two_rooms_of_one_floor_have_no_arrow() -> None:
    beside = {
        frozenset(pair)
        for layers in floors()
        for floor in layers
        for pair in combinations(floor, 2)
    }
    assert [arrow for arrow in drawn_arrows() if frozenset(arrow) in beside] == []


def rows(title: str) -> list[list[str]]:
    section = PAGE.split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_ten_questions_are_answered() -> None:
    assert len(rows("Where is…")) == 10


@pytest.mark.parametrize("answer", [answer for _, answer in rows("Where is…")])
def test_an_answer_is_at_most_two_files_that_exist(answer: str) -> None:
    files = re.findall(r"`([^`]+)`", answer)
    assert 1 <= len(files) <= 2
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_each_theme_of_the_features_has_its_steps() -> None:
    pairs = {
        features.strip("`"): steps.strip("`") for features, steps in rows("One name for a theme")
    }
    folders = {f"features/{path.parent.name}/" for path in ROOT.glob("features/*/*.feature")}
    assert set(pairs) == folders
    others = set(re.findall(r"`(\w+)`", PAGE.split("several themes speak of:")[1].split("\n\n")[0]))
    modules = {path.stem for path in ROOT.glob("steps/*.py")} - {"__init__"}
    assert sorted([*(Path(steps).stem for steps in pairs.values()), *others]) == sorted(modules)


def test_no_folder_holds_more_than_eighteen_files_of_code() -> None:
    counts: dict[str, int] = {}
    for top in ("bench", "docs", "features", "fixtures", "reports", "simulator", "steps", "tests"):
        for path in (ROOT / top).rglob("*"):
            if path.suffix in CODE and "__pycache__" not in path.parts:
                folder = path.parent.relative_to(ROOT).as_posix()
                counts[folder] = counts.get(folder, 0) + 1
    crowded = {folder for folder, count in counts.items() if count > 18}
    assert {folder for folder in crowded if Path(folder).name not in LARGE} == set()
