"""Feature files as the lint sees them, read with the official Gherkin parser."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, cast

from gherkin.errors import ParserError
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler, GherkinDocumentWithURI
from pytest_bdd.steps import step_function_context_registry

Node = dict[str, Any]
"""A node of the parser's tree, as it comes: plain mappings."""

TYPES = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True, slots=True)
class Step:
    """A step; ``type`` is ``given``, ``when`` or ``then``, that of the step before for « Et »."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario as written: an outline is one.

    ``background`` and ``steps`` keep their ``<placeholders>``; ``played`` has the steps of every
    row, background included, with the values put in.
    """

    title: str
    rule: str
    tags: frozenset[str]
    background: tuple[Step, ...]
    steps: tuple[Step, ...]
    played: tuple[Step, ...]
    examples: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature file; ``document`` is empty and ``error`` is not where Gherkin refuses it."""

    path: str
    text: str
    document: Node = field(default_factory=dict)
    scenarios: tuple[Scenario, ...] = ()
    error: str = ""

    @property
    def tags(self) -> set[str]:
        nodes = (tag for _, node in self.blocks() for tag in node.get("tags", ()))
        return {node["name"].removeprefix("@") for node in nodes}

    @property
    def texts(self) -> Iterator[str]:
        """Every text of the file but its tags and comments."""
        return texts_of(self.document)

    def blocks(self) -> Iterator[tuple[str, Node]]:
        """Give every feature, rule, background, scenario and examples with its kind, in order."""
        if self.document:
            yield "feature", self.document["feature"]
            yield from _blocks_below(self.document["feature"])


@dataclass(frozen=True, slots=True)
class Definition:
    """A step definition: the file and function it is in, its type, its text as declared."""

    file: str
    function: str
    type: str | None
    text: str
    matches: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Project:
    """All that the rules look at; ``register`` says of each statement whether it is automated."""

    features: tuple[Feature, ...]
    register: dict[str, bool]
    definitions: tuple[Definition, ...]


def read_feature(path: str, text: str) -> Feature:
    """Read one file; ``path`` is what it is to be called by."""
    try:
        document = cast("Node", Parser().parse(text))
    except ParserError as error:
        return Feature(path, text, error=" ".join(str(error).split()))
    if "feature" not in document:
        return Feature(path, text, error="aucune fonctionnalité")
    return Feature(path, text, document, tuple(_read_scenarios(document, path)))


def defined_steps(package: str) -> tuple[Definition, ...]:
    """Give the step definitions that pytest-bdd knows from the modules of ``package``."""
    return tuple(
        Definition(
            file=f"{context.step_func.__module__.replace('.', '/')}.py",
            function=context.step_func.__name__,
            type=context.type,
            text=context.parser.name,
            matches=context.parser.is_matching,
        )
        for context in step_function_context_registry.values()
        if context.step_func.__module__.startswith(f"{package}.")
    )


def unquoted(text: str) -> str:
    """Leave out what stands between quotes, and the quotes within quotes with it."""
    depth, kept = 0, ""
    for token in re.finditer(r"""(?P<open>(?:^|(?<=[\s('’]))"(?=[^,.;:)]))|"|[^"]+""", text):
        if token["open"]:
            depth += 1
        elif token[0] == '"':
            depth = max(depth - 1, 0)
        elif not depth:
            kept += token[0]
    return kept


def texts_of(node: Any) -> Iterator[str]:  # noqa: ANN401 - whatever the parser's tree holds
    """Give every text below a node but its tags and comments."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from texts_of(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in {"tags", "comments"}:
                yield from texts_of(value)


def _blocks_below(holder: Node) -> Iterator[tuple[str, Node]]:
    for child in holder["children"]:
        ((kind, node),) = child.items()
        yield kind, node
        yield from (("examples", examples) for examples in node.get("examples", ()))
        if kind == "rule":
            yield from _blocks_below(node)


def _read_scenarios(document: Node, path: str) -> Iterator[Scenario]:
    played: dict[str, list[Node]] = {}
    with_uri = cast("GherkinDocumentWithURI", document | {"uri": path})
    for pickle in cast("list[Node]", Compiler().compile(with_uri)):
        played.setdefault(pickle["astNodeIds"][0], []).extend(pickle["steps"])
    yield from _scenarios_below(document["feature"], Scope(), played)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a scenario has from where it stands."""

    rule: str = ""
    tags: frozenset[str] = frozenset()
    background: tuple[Step, ...] = ()


def _scenarios_below(
    holder: Node, scope: Scope, played: dict[str, list[Node]]
) -> Iterator[Scenario]:
    scope = replace(scope, tags=scope.tags | _tags(holder))
    for child in holder["children"]:
        ((kind, node),) = child.items()
        if kind == "background":
            scope = replace(scope, background=scope.background + _steps(node["steps"]))
        elif kind == "rule":
            yield from _scenarios_below(node, replace(scope, rule=node["name"]), played)
        else:
            yield Scenario(
                title=node["name"],
                rule=scope.rule,
                tags=scope.tags.union(_tags(node), *map(_tags, node["examples"])),
                background=scope.background,
                steps=_steps(node["steps"]),
                played=tuple(
                    Step(TYPES.get(step["type"], ""), step["text"])
                    for step in played.get(node["id"], ())
                ),
                examples=tuple(node["examples"]),
            )


def _steps(nodes: list[Node]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for node in nodes:
        before = steps[-1].type if steps else "given"
        steps.append(Step(TYPES.get(node["keywordType"], before), node["text"]))
    return tuple(steps)


def _tags(node: Node) -> frozenset[str]:
    return frozenset(tag["name"].removeprefix("@") for tag in node["tags"])
