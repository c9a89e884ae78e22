"""Feature files read line by line, for the audit: a second reader, simpler than the real one."""

import re
from dataclasses import dataclass, field

_HEADING = re.compile(
    r"(Fonctionnalité|Contexte|Règle|Scénario|Exemple|Plan du [sS]cénario|Exemples):(.*)"
)
_STEP = re.compile(
    r"(?:(?:[ÉE]tant donné|Sachant|Et|Mais) (?:que |qu')?|[ÉE]tant donné(?:e|s|es) "
    r"|Lorsqu'|(?:Soit|Quand|Lorsque|Alors|Donc) )(.*)"
)


@dataclass(slots=True, kw_only=True)
class Written:
    """A scenario as its file has it, rows apart; ``steps`` are its own, ``before`` the Contexte."""

    path: str
    line: int
    title: str
    tags: set[str]
    before: list[str]
    steps: list[str] = field(default_factory=list)
    columns: list[str] | None = None
    rows: list[tuple[set[str], dict[str, str]]] = field(default_factory=list)
    is_outline: bool = False


class FeatureReader:
    """Reads one feature file, a line at a time, in the few words of Gherkin that ours are in.

    Attributes:
        scenarios: What was found.
        oddities: French sentences on lines that mean nothing here.
    """

    def __init__(self, path: str) -> None:
        self.scenarios: list[Written] = []
        self.oddities: list[str] = []
        self._path = path
        self._section = ""
        self._tags: set[str] = set()  # read, for the heading to come
        self._level_tags: dict[str, set[str]] = {"Fonctionnalité": set(), "Règle": set()}
        self._level_steps: dict[str, list[str]] = {"Fonctionnalité": [], "Règle": []}
        self._level = "Fonctionnalité"
        self._example_tags: set[str] = set()
        self._fence = ""

    def read(self, text: str) -> None:
        """Read the whole file."""
        for number, raw in enumerate(text.split("\n"), start=1):
            line = raw.strip()
            if self._fence or line.startswith(('"""', "```")):
                closes = self._fence and line == self._fence
                self._fence = "" if closes else self._fence or line[:3]
            elif line and not line.startswith("#"):
                self._read_line(line, number)

    def _read_line(self, line: str, number: int) -> None:
        if line.startswith("@"):
            self._tags |= {tag.removeprefix("@") for tag in line.split()}
        elif heading := _HEADING.fullmatch(line):
            self._begin(heading[1], heading[2].strip(), number)
        elif self._section in {"Fonctionnalité", "Règle"}:
            pass  # prose
        elif line.startswith("|"):
            self._read_row(_cells(line))
        elif (step := _STEP.fullmatch(line)) and self._section == "Contexte":
            self._level_steps[self._level].append(step[1])
        elif step and self._section == "Scénario":
            self.scenarios[-1].steps.append(step[1])
        else:
            self.oddities.append(f"{self._path}:{number} : cette ligne ne se lit pas : {line}")

    def _begin(self, keyword: str, title: str, number: int) -> None:
        tags, self._tags = self._tags, set()
        self._section = keyword
        if keyword in self._level_tags:
            self._level = keyword
            self._level_tags[keyword] = tags
            self._level_steps[keyword] = []
        elif keyword == "Exemples":
            self._example_tags = tags
            self.scenarios[-1].columns = None
        elif keyword != "Contexte":
            self._section = "Scénario"
            self.scenarios.append(
                Written(
                    path=self._path,
                    line=number,
                    title=title,
                    tags=tags.union(*self._level_tags.values()),
                    before=[text for steps in self._level_steps.values() for text in steps],
                    is_outline=keyword.startswith("Plan"),
                )
            )

    def _read_row(self, cells: list[str]) -> None:
        if self._section != "Exemples":
            return  # the table of a step
        scenario = self.scenarios[-1]
        if scenario.columns is None:
            scenario.columns = cells
        else:
            values = dict(zip(scenario.columns, cells, strict=True))
            scenario.rows.append((self._example_tags, values))


def _cells(line: str) -> list[str]:
    escapes = {r"\|": "|", r"\n": "\n", r"\\": "\\"}
    cells = re.findall(r"((?:\\.|[^\\|])*)\|", line.removeprefix("|"))
    return [re.sub(r"\\[|n\\]", lambda found: escapes[found[0]], cell.strip()) for cell in cells]
