"""The pytest plugin that tries each defect on scenarios, and sees which turn red.

``pytest features --detect own`` runs, for each defect, the scenarios of the statement that it
breaks, until one turns red; ``--detect all`` runs all of them. Each scenario is first run without
any defect, on a target that tells which would have made a difference: only with those is it run
again. A run leaves the matrix in ``build/detection``, and no conformance report.

The target's own plugin tells the defects (the hook ``pytest_known_defects``) and puts those of the
fixture ``defects`` into the scenario's site, or has it observe ``tried_defects`` where there are
none; ``note_exercised`` is told which made a difference, or would have.
"""

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import pytest
from pytest_bdd.parser import Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.types import THEN

from reports.detection.attempts import IN_FORCE, NOTED, STEP_ERROR, StepError
from reports.detection.gathering import Gatherer
from reports.detection.model import KnownDefect, Scope
from reports.detection.places import step_text
from reports.detection.running import Runner

if TYPE_CHECKING:
    from xdist.remote import Producer

DEFAULT_FOLDER = "build/detection"

_RUNNER = pytest.StashKey[Runner]()


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
        choices=[str(scope) for scope in Scope],
        help="met en place chaque défaut et cherche le scénario qui le voit : parmi ceux de son "
        "énoncé (own) ou parmi tous, en reprenant ce qui est déjà joué (all)",
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
    asked, scope = config.getoption("--defect"), config.getoption("--detect")
    if not (asked or scope):
        return
    told = config.hook.pytest_known_defects(config=config) or ()
    catalogue = {item["id"]: KnownDefect(**item) for item in told}
    for defect_id in asked:
        if defect_id not in catalogue:
            near = get_close_matches(defect_id, catalogue, n=3)
            advice = f" ; voulez-vous dire {' ou '.join(near)} ?" if near else "."
            raise pytest.UsageError(f"Le défaut « {defect_id} » n’existe pas{advice}")
    if not scope or config.getoption("--collect-only"):
        return
    # Of thousands of failures nobody reads the source: to find it takes longer than the scenario.
    config.option.tbstyle = "value"
    defects = [item for item in catalogue.values() if not asked or item.id in asked]
    config.stash[_RUNNER] = Runner(
        defects, Scope(scope), config.rootpath, config.rootpath / config.getoption("--detection")
    )
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Gatherer(config, config.stash[_RUNNER]), "defect-gatherer")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have each scenario once, or once for each of its statements where only their own are tried.

    The parameter but tells these apart: one test is run with many defects.
    """
    runner = metafunc.config.stash.get(_RUNNER, None)
    is_scenario = metafunc.function in scenario_wrapper_template_registry
    if runner is None or not is_scenario or "defects" not in metafunc.fixturenames:
        return
    tags = {mark.name for mark in metafunc.definition.iter_markers()}
    if judged := runner.judged(tags):
        ids = [statement or "tous" for statement in judged]
        metafunc.parametrize("defects", judged, ids=ids, indirect=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: "Producer") -> Any:  # noqa: ANN401 - xdist's, where it is there
    """Have the runs that need one another in one process."""
    runner = config.stash.get(_RUNNER, None)
    if runner is None:
        return None
    from reports.detection.scheduling import DetectionScheduling  # noqa: PLC0415 - it needs xdist

    return DetectionScheduling(config, log)


@pytest.hookimpl(wrapper=True)  # so that what `-k` leaves out is gone by then
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None, None, None]:
    """Leave what needs to be run, in its order."""
    runner = config.stash.get(_RUNNER, None)
    if runner:
        runner.place(items)
    yield
    if runner:
        items[:] = runner.arrange(items)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a scenario with its defects; its failures are no failure of the run."""
    runner = item.config.stash.get(_RUNNER, None)
    if runner is None or not runner.has(item):
        return None
    runner.run(item, nextitem)
    return True


def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Step, exception: Exception) -> None:
    """Note which step did not pass, and on what."""
    request.node.stash[STEP_ERROR] = StepError(
        is_judgement=step.type == THEN,
        text=step_text(step),
        exception=exception,
    )


@pytest.fixture(scope="session")
def is_detecting(pytestconfig: pytest.Config) -> bool:
    """Whether scenarios are run to see which defects they see."""
    return bool(pytestconfig.getoption("--detect"))


@pytest.fixture
def defects(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The ids of the defects that a detection has put into this run, often none."""
    in_force: tuple[str, ...] = request.node.stash.get(IN_FORCE, ())
    return in_force


@pytest.fixture
def note_exercised(request: pytest.FixtureRequest) -> Callable[[Collection[str]], None]:
    """Told which defects made a difference, or would have, once the scenario has ended."""

    def note(ids: Collection[str]) -> None:
        request.node.stash[NOTED] = frozenset(ids)

    return note


@pytest.fixture
def tried_defects(request: pytest.FixtureRequest) -> list[str]:
    """The ids of the defects that this scenario is tried with: those to observe."""
    runner = request.config.stash[_RUNNER]
    tags = {mark.name for mark in request.node.iter_markers()}
    return [defect.id for defect in runner.tried_with(tags)]
