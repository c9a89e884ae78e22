"""What each test that pytest collected is, where a detection runs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_bdd.parser import ScenarioTemplate, Step

from reports.judging.model import scenario_key
from reports.plugin import template_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One test.

    Attributes:
        statement: Whose defects it is run with; None for all.
        scenario: File, line and row, as ``reports.judging.model.scenario_key`` names it.
        title: Of the scenario, with its row.
        steps: In order, as a person reads them.
    """

    statement: str | None
    scenario: str
    title: str
    steps: tuple[str, ...]


PLACE = pytest.StashKey[Place]()


def place(items: Sequence[pytest.Item], root: Path) -> None:
    """Note what each test is that has the parameter ``defects``."""
    rows: dict[tuple[str, int], list[object]] = {}
    for item in items:
        template, callspec = template_of(item), getattr(item, "callspec", None)
        if template is None or callspec is None or "defects" not in callspec.params:
            continue
        key = _key_of(template, callspec.params, root, rows)
        row = f" (exemple {key.rpartition(':')[2]})" if not key.endswith(":0") else ""
        played = template.render(callspec.params.get("_pytest_bdd_example", {}))
        item.stash[PLACE] = Place(
            statement=callspec.params["defects"],
            scenario=key,
            title=f"« {template.name} »{row}",
            steps=tuple(map(step_text, played.steps)),
        )


def _key_of(
    template: ScenarioTemplate,
    parameters: Mapping[str, object],
    root: Path,
    rows: dict[tuple[str, int], list[object]],
) -> str:
    # pytest numbers the combinations of rows and statements, so rows are told apart by what they
    # hold: the same object in each combination, first met in the order of the examples.
    path = Path(template.feature.filename).relative_to(root).as_posix()
    met = rows.setdefault((path, template.line_number), [])
    row = parameters.get("_pytest_bdd_example")
    if row is not None and not any(row is known for known in met):
        met.append(row)
    ranks = [rank for rank, known in enumerate(met, start=1) if known is row]
    return scenario_key(path, template.line_number, ranks[0] if ranks else 0)


def step_text(step: Step) -> str:
    """Give a step as a person reads it."""
    return f"{step.keyword.capitalize()} {step.name}"
