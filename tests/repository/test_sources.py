"""What page objects look for: each word of the guide is where it is said to be, and is judged."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.site.vocabulary import Vocabulary
from reports.judging.register import Kind, Verification, load_register
from tests.repository.features_reading import Feature, Node, read_feature

ROOT = Path(__file__).parents[2]
REGISTER = {statement.id: statement for statement in load_register(ROOT / "features/fiche.toml")}
PAGES = sorted((ROOT / "fixtures" / "pages").glob("*.py"))
# What an HTML of ours would be known by. Refusals have no words of the guide; their reasons have.
HTML = re.compile(
    r"""get_by_role\(\s*["'](main|banner|region|navigation|heading|status|paragraph|listitem)["']"""
)


def attested_words() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for node in ast.walk(ast.parse(page.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="attested") | ast.Attribute(attr="_field"),
                    args=[ast.Constant(value=str(words)), ast.Constant(value=str(statement))],
                ):
                    yield words, statement


def as_read(text: str) -> str:
    text = text.replace("’", "'").replace("*", " ")
    return re.sub(r" (?=[:?])", "", " ".join(text.split()))


def outcomes(node: Node) -> str:
    """Give all that the « Alors » of a scenario say, tables and examples included."""
    said, is_outcome = [], False
    for step in node["steps"]:
        kind = step["keywordType"]
        is_outcome = kind == "Outcome" or (is_outcome and kind == "Conjunction")
        rows = step.get("dataTable", {}).get("rows", []) if is_outcome else []
        said += [step["text"]] * is_outcome + [
            cell["value"] for row in rows for cell in row["cells"]
        ]
    for example in node.get("examples", ()):
        said += [cell["value"] for row in example["tableBody"] for cell in row["cells"]]
    return as_read("\n".join(said))


def features() -> list[Feature]:
    paths = sorted((ROOT / "features").rglob("*.feature"))
    return [read_feature(str(path), path.read_text("utf-8")) for path in paths]


@pytest.fixture(scope="module")
def judged() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for feature in features():
        nodes = [node for kind, node in feature.blocks() if kind == "scenario"]
        for scenario, node in zip(feature.scenarios, nodes, strict=True):
            for tag in scenario.tags:
                found.setdefault(tag, []).append(outcomes(node))
    return found


ATTESTED = sorted(set(attested_words()))


def test_the_pages_look_for_words_of_the_guide() -> None:
    assert len(ATTESTED) > 40


@pytest.mark.parametrize("words, statement", ATTESTED)
def test_a_word_is_the_guide_s_and_its_statement_is_judged(
    words: str, statement: str, judged: dict[str, list[str]]
) -> None:
    source = REGISTER[statement]
    assert (source.kind, source.verification) == (Kind.FICHE, Verification.AUTOMATED)
    is_quoted = as_read(words) in as_read(source.quotation)
    is_required = any(as_read(words) in said for said in judged[statement])
    assert is_quoted or is_required
    assert judged[statement]


def test_every_chosen_word_says_by_which_reading_or_choice() -> None:
    schema = Vocabulary.model_json_schema()["$defs"]
    words = [word for group in schema.values() for word in group["properties"].values()]
    cited = [re.search(r"\(([ARU]-[\d.]+)\)\.$", word["description"]) for word in words]
    assert [found and found[1] in REGISTER for found in cited] == [True] * len(words)


def test_no_page_walk_or_step_knows_a_landmark_or_a_heading_level() -> None:
    files = [path for folder in ("fixtures", "steps") for path in (ROOT / folder).rglob("*.py")]
    knowing = {
        str(path.relative_to(ROOT)) for path in files if HTML.search(path.read_text("utf-8"))
    }
    assert knowing == set()
