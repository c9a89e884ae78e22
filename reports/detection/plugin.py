"""The pytest plugin that tries each defect on the scenarios of its statement.

``pytest features --detect`` makes one test of each scenario with each defect of its own statements,
and one without any. With a defect the scenario is expected to fail, so that neither way out is a
failure of the run. What came of each is kept in ``build/detection/results.jsonl`` and not run again
as long as nothing has changed; the matrix is made of it, and no conformance report.

With a defect waits are short. Where a verdict rests on what ended so in an error, a run in one
process tries that again, with the ordinary waits.

The target's own plugin tells the defects (the hook ``pytest_known_defects``), puts those of the
fixture ``defects`` into the scenario's site, and tells ``note_exercised`` which made a difference.
"""

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_bdd.parser import Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.types import THEN

from reports.collecting.outcomes import read_phase, read_record
from reports.collecting.recording import ScenarioRecord
from reports.detection.gathering import PROPERTY, Gatherer, make_judge, trial_of
from reports.detection.model import Key, KnownDefect, Outcome, title_of
from reports.detection.results import Results, digest_of
from reports.judging.model import scenario_key
from reports.plugin import template_of

DEFAULT_FOLDER = "build/detection"
RESULTS_NAME = "results.jsonl"

_MESSAGE_LENGTH = 600
_LETTERS = {Outcome.GREEN: "v", Outcome.RED: "r", Outcome.BROKEN: "e"}


@dataclass(frozen=True)
class Detection:
    """What is tried in this process."""

    defects: Sequence[KnownDefect]
    results: Results
    is_whole: bool

    def own_of(self, function: object) -> list[str]:
        """Give the defects of the statements that a test function is tagged with."""
        tags = {mark.name for mark in getattr(function, "pytestmark", ())}
        return [defect.id for defect in self.defects if defect.breaks in tags]


@dataclass
class Attempt:
    """A trial under way: ``values`` are those of ``Trial``, filled as it goes on."""

    values: dict[str, Any]
    failed_step: Step | None = None
    exception: Exception | None = field(default=None, repr=False)


_DETECTION = pytest.StashKey[Detection]()
_ATTEMPT = pytest.StashKey[Attempt]()


class Hooks:
    """What this plugin asks of the target's."""

    @pytest.hookspec(firstresult=True)
    def pytest_known_defects(self, config: pytest.Config) -> Sequence[Mapping[str, Any]] | None:
        """Give the catalogue: the fields of ``KnownDefect`` for each defect, by id."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the target's plugin tell its defects."""
    pluginmanager.add_hookspecs(Hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--detect``, ``--defect`` and ``--detection``."""
    group = parser.getgroup("défauts")
    group.addoption(
        "--detect",
        action="store_true",
        help="essaie chaque défaut sur les scénarios de son énoncé, et dit lesquels le voient ; "
        "reprend où il en était",
    )
    group.addoption(
        "--defect",
        metavar="DÉFAUT",
        action="append",
        default=[],
        help="ce défaut seulement (peut être répété) ; sans --detect, il est mis en place pour "
        "tous les scénarios",
    )
    group.addoption(
        "--detection",
        metavar="DIR",
        default=DEFAULT_FOLDER,
        help=f"dossier de la matrice ({DEFAULT_FOLDER} si rien n’est dit)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make ready to detect, if that is asked for."""
    asked, is_detecting = config.getoption("--defect"), config.getoption("--detect")
    if not (asked or is_detecting):
        return
    told = config.hook.pytest_known_defects(config=config) or ()
    catalogue = {item["id"]: KnownDefect(**item) for item in told}
    for defect_id in asked:
        if defect_id not in catalogue:
            near = get_close_matches(defect_id, catalogue, n=3)
            advice = f" ; voulez-vous dire {' ou '.join(near)} ?" if near else "."
            raise pytest.UsageError(f"Le défaut « {defect_id} » n’existe pas{advice}")
    if not is_detecting or config.getoption("--collect-only"):
        return
    # Of hundreds of failures nobody reads the source: to find it takes longer than the scenario.
    config.option.tbstyle = "value"
    defects = [item for item in catalogue.values() if not asked or item.id in asked]
    file = config.rootpath / config.getoption("--detection") / RESULTS_NAME
    results = Results(file, digest_of(config.rootpath))
    config.stash[_DETECTION] = Detection(defects, results, is_whole=not asked)
    if not hasattr(config, "workerinput"):
        gatherer = Gatherer(config, defects, results, is_whole=not asked)
        config.pluginmanager.register(gatherer, "defect-gatherer")


@pytest.hookimpl(trylast=True)  # the rows of an outline first: see `_row_of`
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have each scenario once without defect, and once with each of its own."""
    detection = metafunc.config.stash.get(_DETECTION, None)
    is_scenario = metafunc.function in scenario_wrapper_template_registry
    if detection is None or not is_scenario or "defects" not in metafunc.fixturenames:
        return
    if own := detection.own_of(metafunc.function):
        is_expected = pytest.mark.xfail(strict=False)
        pairs = [pytest.param((defect,), id=defect, marks=is_expected) for defect in own]
        metafunc.parametrize("defects", [pytest.param((), id="sain"), *pairs], indirect=True)


@pytest.hookimpl(wrapper=True)  # so that what `-k` leaves out is gone by then
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None, None, None]:
    """Leave what is to be tried, for the first time or again."""
    yield
    detection = config.stash.get(_DETECTION, None)
    if detection is None:
        return
    known = detection.results.known()
    # Alone: never among workers.
    again = frozenset() if hasattr(config, "workerinput") else _to_try_again(config, detection)
    due = []
    for item in items:
        values = _trial_of_item(item, detection)
        if values is None:
            continue
        key = values["scenario"], values["defect"]
        is_faulty_base = not key[1] and key in known and known[key].outcome is not Outcome.GREEN
        if key in known and key not in again and not is_faulty_base:
            continue
        values["is_hurried"] = bool(key[1]) and key not in again
        item.stash[_ATTEMPT] = Attempt(values)
        item.user_properties.append((PROPERTY, values))
        due.append(item)
    config.hook.pytest_deselected(items=[item for item in items if _ATTEMPT not in item.stash])
    items[:] = due


def _to_try_again(config: pytest.Config, detection: Detection) -> frozenset[Key]:
    judge = make_judge(
        config.rootpath, detection.defects, detection.results, is_whole=detection.is_whole
    )
    return judge.to_try_again()


def _trial_of_item(item: pytest.Item, detection: Detection) -> dict[str, Any] | None:
    """Give what a test is the trial of, None where it is none."""
    template, callspec = template_of(item), getattr(item, "callspec", None)
    if template is None or callspec is None or "defects" not in callspec.params:
        return None
    # pytest numbers the rows of an outline with the trials of each.
    number_of_trials = 1 + len(detection.own_of(cast("pytest.Function", item).function))
    is_outline = "_pytest_bdd_example" in callspec.params
    row = callspec.indices["_pytest_bdd_example"] // number_of_trials + 1 if is_outline else 0
    path = Path(template.feature.filename).relative_to(item.config.rootpath)
    return {
        "scenario": scenario_key(path.as_posix(), template.line_number, row),
        "title": title_of(template.name, row),
        "defect": "".join(callspec.params["defects"]),
        "outcome": str(Outcome.GREEN),
        "is_exercised": False,
        "is_hurried": False,
        "step": "",
        "message": "",
        "seconds": 0.0,
    }


def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Step, exception: Exception) -> None:
    """Note which step did not pass, and on what."""
    if attempt := request.node.stash.get(_ATTEMPT, None):
        attempt.failed_step, attempt.exception = step, exception


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what came of a trial; what went wrong first counts."""
    report = yield
    if attempt := item.stash.get(_ATTEMPT, None):
        values = attempt.values
        values["seconds"] += call.duration
        if call.excinfo and values["outcome"] == Outcome.GREEN:
            values |= _read_failure(attempt, report)
    return report


def _read_failure(attempt: Attempt, report: pytest.TestReport) -> dict[str, str]:
    step, record = attempt.failed_step, read_record(report)
    # Of a step whose fixtures could not be made, the « Alors » itself has judged nothing.
    has_judged = step and step.type == THEN and not _is_kept_from_judging(record)
    is_red = has_judged and isinstance(attempt.exception, AssertionError)
    # Playwright ends with its log of the wait, which says nothing more.
    message = read_phase(report).message.partition("\nCall log:")[0]
    return {
        "outcome": str(Outcome.RED if is_red else Outcome.BROKEN),
        "step": f"{step.keyword.capitalize()} {step.name}" if step else "",
        "message": message.removeprefix("AssertionError: ").strip()[:_MESSAGE_LENGTH],
    }


def _is_kept_from_judging(record: ScenarioRecord | None) -> bool:
    return record is not None and bool(record["broken"] or record["hindered"])


@pytest.hookimpl(tryfirst=True)
def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """Have a letter for each trial with a defect, and none of its failures listed."""
    trial = trial_of(report)
    if trial is None or not trial.defect:
        return None
    if report.when != "teardown":
        return "", "", ""
    return trial.outcome, _LETTERS[trial.outcome], trial.outcome.upper()


@pytest.fixture(scope="session")
def is_detecting(pytestconfig: pytest.Config) -> bool:
    """Whether scenarios are run to see which defects they see."""
    return bool(pytestconfig.getoption("--detect"))


@pytest.fixture
def is_hurried(request: pytest.FixtureRequest) -> bool:
    """Whether waits are short: with a defect many scenarios wait for what does not come."""
    attempt = request.node.stash.get(_ATTEMPT, None)
    return attempt is not None and bool(attempt.values["is_hurried"])


@pytest.fixture
def defects(request: pytest.FixtureRequest) -> Sequence[str]:
    """The ids of the defects in force: that which is tried, or else those of ``--defect``."""
    in_force: Sequence[str] = getattr(request, "param", request.config.getoption("--defect"))
    return in_force


@pytest.fixture
def note_exercised(request: pytest.FixtureRequest) -> Callable[[Collection[str]], None]:
    """Told which defects made a difference, once the scenario has ended."""

    def note(ids: Collection[str]) -> None:
        if attempt := request.node.stash.get(_ATTEMPT, None):
            attempt.values["is_exercised"] = attempt.values["defect"] in ids

    return note
