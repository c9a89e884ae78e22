"""What the feature files declare, read with the official Gherkin parser.

pytest-bdd is not asked: it silently keeps one of two scenarios of the same title in a file
(pytest-dev/pytest-bdd#191), and what it does not collect would never be missed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from gherkin.errors import ParserError
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler, GherkinDocumentWithURI

from reports.judging.model import Row, scenario_key

Node = dict[str, Any]
"""A node of the parser's tree, as it comes: plain mappings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredStep:
    """A step as written, with the values of the row put in."""

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...]
    text_block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredScenario:
    """A scenario, or one row of an outline.

    The fields are those of ``reports.judging.model.Scenario``.
    ``steps`` is empty when it has none of its own, whatever its backgrounds hold.
    """

    path: str
    line: int
    feature: str
    rule: str
    name: str
    title: str
    row: Row | None
    tags: tuple[str, ...]
    steps: tuple[DeclaredStep, ...]

    @property
    def key(self) -> str:
        """What a collected test is matched by."""
        return scenario_key(self.path, self.line, self.row.number if self.row else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A French sentence on a feature file that cannot be trusted as it stands."""

    path: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """All that a folder of features declares."""

    scenarios: tuple[DeclaredScenario, ...]
    flaws: tuple[Flaw, ...]


def read_features(folder: Path, root: Path) -> Declaration:
    """Read every ``.feature`` below ``folder``; paths are given relative to ``root``."""
    scenarios: list[DeclaredScenario] = []
    flaws: list[Flaw] = []
    for file in sorted(folder.rglob("*.feature")):
        path = file.relative_to(root).as_posix()
        try:
            document = cast("Node", Parser().parse(file.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, ParserError) as error:
            flaws.append(Flaw(path=path, sentence=f"{path} est illisible : {_one_line(error)}."))
            continue
        found = list(_scenarios_of(document, path))
        scenarios += found
        flaws += [Flaw(path=path, sentence=text) for text in _find_flaws(document, path, found)]
    return Declaration(scenarios=tuple(scenarios), flaws=tuple(flaws))


def _scenarios_of(document: Node, path: str) -> Iterator[DeclaredScenario]:
    nodes = {node["id"]: (rule, node) for rule, node in _scenario_nodes(document)}
    keywords = {step["id"]: step["keyword"].strip() for step in _step_nodes(document)}
    with_uri = cast("GherkinDocumentWithURI", document | {"uri": path})
    for pickle in cast("list[Node]", Compiler().compile(with_uri)):
        scenario_id, *row_ids = pickle["astNodeIds"]
        rule, node = nodes[scenario_id]
        yield DeclaredScenario(
            path=path,
            line=node["location"]["line"],
            feature=document["feature"]["name"],
            rule=rule,
            name=node["name"],
            title=pickle["name"],
            row=_row_of(node, row_ids[0]) if row_ids else None,
            tags=tuple(dict.fromkeys(tag["name"].lstrip("@") for tag in pickle["tags"])),
            steps=tuple(_declared_step(step, keywords) for step in pickle["steps"]),
        )


def _scenario_nodes(document: Node) -> Iterator[tuple[str, Node]]:
    for child in _children(document):
        if "scenario" in child:
            yield "", child["scenario"]
        for grandchild in child["rule"]["children"] if "rule" in child else ():
            if "scenario" in grandchild:
                yield child["rule"]["name"], grandchild["scenario"]


def _step_nodes(document: Node) -> Iterator[Node]:
    for child in _children(document):
        for holder in child["rule"]["children"] if "rule" in child else (child,):
            for block in holder.values():
                yield from block["steps"]


def _children(document: Node) -> list[Node]:
    return cast("list[Node]", document["feature"]["children"]) if "feature" in document else []


def _row_of(node: Node, row_id: str) -> Row:
    rows = [
        (row["id"], examples["tableHeader"]["cells"], row["cells"])
        for examples in node["examples"]
        if "tableHeader" in examples
        for row in examples["tableBody"]
    ]
    for number, (found_id, header, cells) in enumerate(rows, start=1):
        if found_id == row_id:
            pairs = zip(header, cells, strict=True)
            values = tuple((name["value"], cell["value"]) for name, cell in pairs)
            return Row(number=number, values=values)
    raise KeyError(row_id)


def _declared_step(step: Node, keywords: dict[str, str]) -> DeclaredStep:
    argument = step.get("argument", {})
    rows = argument.get("dataTable", {}).get("rows", ())
    return DeclaredStep(
        keyword=keywords[step["astNodeIds"][0]],
        text=step["text"],
        table=tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows),
        text_block=argument.get("docString", {}).get("content", ""),
    )


def _find_flaws(document: Node, path: str, scenarios: list[DeclaredScenario]) -> Iterator[str]:
    nodes = [node for _, node in _scenario_nodes(document)]
    if not nodes:
        yield f"{path} ne déclare aucun scénario."
    for title, times in Counter(node["name"] for node in nodes).items():
        if times > 1:
            yield f"{path} : {times} scénarios ont le même titre « {title} », un seul serait joué."
    declared_lines = {scenario.line for scenario in scenarios}
    for node in nodes:
        if node["location"]["line"] not in declared_lines:
            yield f"{path} : le plan « {node['name']} » n’a aucun exemple."
        if not node["steps"]:
            yield f"{path} : le scénario « {node['name']} » n’a aucune étape."


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
