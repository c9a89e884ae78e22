"""A second reader of a finished run, so that no mistake of the reporter's can make it green.

``python -m reports.audit build/conformance``, from the project's folder, compares what was declared
(the feature files and the register, read here line by line), what pytest itself saw run (its own
``pytest.xml``, or several where shards were merged) and what the report says, in JSON and on the
page. Of a shard, it judges its part. It shares no code with their
writers and needs the standard library only. A red verdict truly told is no difference.
"""

import ast
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from reports.audit.features import FeatureReader, Written

_COUNT = re.compile(r'data-count="(\w+) ([^"]+)">(\d+)<')
_SENTENCES_SHOWN = 20

Document = dict[str, Any]
Key = tuple[str, int, int]
"""File, line, and row of the outline (0 for none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A scenario to be run once: its tags, and the texts of its steps with the values put in."""

    name: str
    tags: frozenset[str]
    steps: tuple[str, ...]


def read_declared(root: Path) -> tuple[dict[Key, Declared], list[str]]:
    """Read what the project in ``root`` declares, and French sentences on what is wrong there."""
    declared: dict[Key, Declared] = {}
    oddities: list[str] = []
    for file in sorted((root / "features").rglob("*.feature")):
        reader = FeatureReader(file.relative_to(root).as_posix())
        reader.read(file.read_text("utf-8"))
        oddities += reader.oddities
        titles = Counter(scenario.title for scenario in reader.scenarios)
        for scenario in reader.scenarios:
            place = f"{scenario.path}:{scenario.line}, « {scenario.title} »"
            if titles[scenario.title] > 1:
                oddities.append(f"{place} : ce titre est {titles[scenario.title]} fois au fichier.")
            if not scenario.steps:
                oddities.append(f"{place} : scénario vide.")
            if scenario.is_outline and not scenario.rows:
                oddities.append(f"{place} : plan sans exemple.")
            for number, item in _read_rows(scenario, place):
                declared[scenario.path, scenario.line, number] = item
    return declared, oddities


def _read_rows(scenario: Written, place: str) -> Iterator[tuple[int, Declared]]:
    rows = scenario.rows if scenario.is_outline else [(set[str](), dict[str, str]())]
    for number, (tags, values) in enumerate(rows, start=int(scenario.is_outline)):
        yield (
            number,
            Declared(
                name=place + (f", exemple {number}" if number else ""),
                tags=frozenset(scenario.tags | tags),
                steps=tuple(_fill(text, values) for text in (*scenario.before, *scenario.steps)),
            ),
        )


def find_differences(folder: Path, root: Path) -> Iterator[str]:
    """Compare all that is left of the run whose report is in ``folder``.

    Args:
        folder: Holds ``conformance.json``, ``index.html`` and ``pytest.xml`` or ``pytest-*.xml``.
        root: The project; its ``features`` are what was declared.

    Yields:
        One French sentence for each difference.

    Raises:
        OSError, ValueError, LookupError, TypeError, SyntaxError: Something cannot be read.
    """
    declared, oddities = read_declared(root)
    yield from oddities
    register = tomllib.loads((root / "features/fiche.toml").read_text("utf-8"))["statement"]
    report = json.loads((folder / "conformance.json").read_text("utf-8"))
    suites = [_read_suite(file) for file in sorted(folder.glob("pytest*.xml"))]
    started, finished = (datetime.fromisoformat(report[key]) for key in ("started", "finished"))
    for suite in suites:
        if not started <= datetime.fromisoformat(suite.attrib["timestamp"]) <= finished:
            yield "Le rapport n’est pas celui de cette exécution de pytest."
    if not suites:
        raise LookupError("pytest.xml")
    if not declared:
        yield "Aucun scénario n’est déclaré."
    foreign = _foreign(register, report["target"])
    left_out = _left_out(register, declared, report["target"])
    part = _part(declared, report["shard"], left_out)
    yield from _compare_counts(report, len(declared), len(part))
    yield from _compare_scenarios(report["scenarios"], declared, part, left_out)
    yield from _compare_runs(suites, report["scenarios"], part)
    yield from _compare_statements(report, register, declared, foreign)
    yield from _compare_page((folder / "index.html").read_text("utf-8"), report)
    for problem in report["problems"]:
        yield f"Le rapport signale lui-même : {problem}"


def main(arguments: Sequence[str]) -> int:
    """Print each difference and a conclusion in French; 0 only if there is none."""
    if len(arguments) != 1:
        sys.stdout.write("Usage : python -m reports.audit.second_reading DOSSIER_DU_RAPPORT\n")
        return 2
    folder = Path(arguments[0])
    sentences: list[str] = []
    try:
        sentences.extend(find_differences(folder, Path.cwd()))
    except (OSError, ValueError, LookupError, TypeError, SyntaxError) as error:
        sentences.append(f"Contrôle impossible dans {folder} ({type(error).__name__} : {error}).")
    for sentence in sentences[:_SENTENCES_SHOWN]:
        sys.stdout.write(f"Contrôle du rapport : {sentence}\n")
    if len(sentences) > _SENTENCES_SHOWN:
        rest = len(sentences) - _SENTENCES_SHOWN
        sys.stdout.write(f"Contrôle du rapport : {rest} autres différences.\n")
    if not sentences:
        sys.stdout.write("Contrôle du rapport : déclaré = collecté = exécuté = rapporté.\n")
    return 1 if sentences else 0


def _read_suite(file: Path) -> ET.Element:
    suite = ET.parse(file).getroot().find("testsuite")  # noqa: S314 - pytest's own, of a moment ago
    if suite is None:
        raise LookupError(f"testsuite, {file.name}")
    return suite


def _foreign(register: list[Document], target: Document) -> set[str]:
    """Give the choices that another site has not made its own, and what it reads otherwise."""
    choices = {item["id"] for item in register if item["kind"] == "choix"}
    if not target["is_another"]:
        return set()
    return (choices - set(target["adopted"])) | _otherwise(target)


def _otherwise(target: Document) -> set[str]:
    return {item["id"] for item in target["readings"]}


def _left_out(
    register: list[Document], declared: dict[Key, Declared], target: Document
) -> set[Key]:
    """Give the scenarios about such choices and nothing else, or by a reading that is another's."""
    known, foreign = {item["id"] for item in register}, _foreign(register, target)
    carried = {key: item.tags & known for key, item in declared.items()}
    return {
        key for key, ids in carried.items() if ids and (ids <= foreign or ids & _otherwise(target))
    }


def _part(
    declared: dict[Key, Declared], shard: Document | None, left_out: set[Key]
) -> dict[Key, Declared]:
    """Leave what is to be run: of a shard, every n-th scenario in the order of files and lines."""
    keys = sorted(declared)
    if shard is not None:
        keys = keys[shard["index"] - 1 :: shard["total"]]
    return {key: declared[key] for key in keys if key not in left_out}


def _compare_counts(report: Document, declared: int, asked: int) -> Iterator[str]:
    counts = report["counts"]
    for name, noun, number in (
        ("declared", "déclarés", declared),
        ("collected", "collectés", asked),
        ("executed", "exécutés", asked),
    ):
        if counts[name] != number:
            yield f"{number} scénarios dans les fichiers, {counts[name]} {noun} selon le rapport."


def _compare_scenarios(
    scenarios: list[Document],
    declared: dict[Key, Declared],
    part: dict[Key, Declared],
    left_out: set[Key],
) -> Iterator[str]:
    times = Counter(_key(item) for item in scenarios)
    for key, item in declared.items():
        if times[key] != 1:
            yield f"{item.name} : {times[key]} fois dans le rapport, au lieu d’une."
    for scenario in scenarios:
        known = declared.get(_key(scenario))
        if known is None:
            yield f"Le rapport a un scénario que rien ne déclare : {scenario['id']}."
        else:
            yield from _compare_scenario(scenario, known, is_asked=_key(scenario) in part)
            if (scenario["outcome"] == "out_of_scope") != (_key(scenario) in left_out):
                yield f"{known.name} : à tort dans le périmètre, ou hors de lui."


def _compare_scenario(scenario: Document, known: Declared, *, is_asked: bool) -> Iterator[str]:
    if not is_asked and scenario["outcome"] not in {"not_run", "out_of_scope"}:
        yield f"{known.name} : il n’est pas de cette part de l’exécution."
    if set(scenario["tags"]) != known.tags:
        yield f"{known.name} : les étiquettes du rapport ne sont pas celles du fichier."
    if tuple(step["text"] for step in scenario["steps"]) != known.steps:
        yield f"{known.name} : les étapes du rapport ne sont pas celles du fichier."
    passed = sum(step["outcome"] == "passed" for step in scenario["steps"])
    if scenario["outcome"] == "passed" and passed != len(known.steps):
        yield f"{known.name} : réussi, avec {passed} étapes jouées sur {len(known.steps)}."
    if is_asked and scenario["outcome"] in {"broken", "not_run"}:
        yield f"{known.name} : rien ne l’a jugé ({scenario['reason']})"


def _compare_runs(
    suites: list[ET.Element], scenarios: list[Document], part: dict[Key, Declared]
) -> Iterator[str]:
    """Hold the report against pytest's own count of the tests that it ran."""
    runs: dict[Key, bool] = {}
    times: Counter[Key] = Counter()
    for case in (case for suite in suites for case in suite.iter("testcase")):
        found = case.find("properties/property[@name='conformance']")
        has_passed = all(case.find(tag) is None for tag in ("error", "failure", "skipped"))
        if found is not None:
            path, line, row = ast.literal_eval(found.attrib["value"])["key"].rsplit(":", 2)
            key = (path, int(line), int(row))
            runs[key] = has_passed and runs.get(key, True)
            times[key] += 1
        elif case.get("classname", "").startswith("features"):
            yield f"pytest n’a pas mené à son terme le test {case.get('name')}."
    for key, number in times.items():
        if number > 1 and key in part:
            yield f"{part[key].name} : joué {number} fois, rien ne dit laquelle croire."
    for key in set(part) - set(runs):
        yield f"{part[key].name} : pytest ne l’a pas exécuté."
    for scenario in scenarios:
        has_run = runs.get(_key(scenario))
        if times[_key(scenario)] == 1 and has_run != (scenario["outcome"] == "passed"):
            told = "réussi" if has_run else "pas réussi"
            yield f"{scenario['id']} : {told} pour pytest, « {scenario['outcome']} » au rapport."


def _compare_statements(
    report: Document,
    register: list[Document],
    declared: dict[Key, Declared],
    foreign: set[str],
) -> Iterator[str]:
    tags = {tag for item in declared.values() for tag in item.tags}
    automated = {item["id"] for item in register if item["verified"] == "automated"}
    for tag in sorted(tags - automated):
        yield f"L’étiquette @{tag} n’est pas celle d’un énoncé automatisé du registre."
    for statement in sorted(automated - tags):
        yield f"Aucun scénario ne porte l’énoncé automatisé {statement}."
    results = {item["statement"]["id"]: item for item in report["statements"]}
    if Counter(item["id"] for item in register) != Counter(
        item["statement"]["id"] for item in report["statements"]
    ):
        yield "Les énoncés du rapport ne sont pas ceux du registre."
    outcomes = [
        (declared[_key(item)].tags, item) for item in report["scenarios"] if _key(item) in declared
    ]
    for item in register:
        if item["id"] not in results:
            continue
        result = results[item["id"]]
        carriers = [scenario for tags, scenario in outcomes if item["id"] in tags]
        if Counter(result["scenarios"]) != Counter(scenario["id"] for scenario in carriers):
            yield f"{item['id']} : le rapport ne lui donne pas les scénarios qui le portent."
        if result["statement"]["quotation"] != item["quote"]:
            yield f"{item['id']} : le rapport ne le cite pas comme le registre."
        verified = "documentary" if item["id"] in foreign else item["verified"]
        verdict = _judge(verified, {scenario["outcome"] for scenario in carriers})
        if result["verdict"] != verdict:
            yield f"{item['id']} : « {result['verdict']} » au rapport, « {verdict} » à son calcul."


def _judge(verified: str, outcomes: set[str]) -> str:
    if verified == "documentary":
        return "hors périmètre"
    if "failed" in outcomes:
        return "non conforme"
    return "conforme" if verified == "automated" and outcomes == {"passed"} else "non vérifié"


def _compare_page(page: str, report: Document) -> Iterator[str]:
    shown = {(kind, verdict): int(number) for kind, verdict, number in _COUNT.findall(page)}
    told = Counter((item["statement"]["kind"], item["verdict"]) for item in report["statements"])
    if {place: number for place, number in shown.items() if number} != told:
        yield "Les totaux de la page ne sont pas ceux des énoncés du rapport."
    total = sum(shown.values())
    if total != len(report["statements"]):
        yield f"Les totaux de la page font {total}, pour {len(report['statements'])} énoncés."


def _key(scenario: Document) -> Key:
    row = scenario["row"]
    return scenario["path"], scenario["line"], row["number"] if row else 0


def _fill(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"<{name}>", value)
    return text
