"""What every scenario has: a real browser, an inbox that begins empty, and its evidence."""

from collections.abc import Callable, Collection, Generator, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pytest_bdd.parser import Step
from pytest_bdd.types import THEN

from fixtures.browser import troubles
from fixtures.browser.browsers import TIME_OUT, Browsers
from fixtures.browser.finding import Chromium
from fixtures.browser.launching import ONE_RENDERER
from fixtures.browser.patience import Patience, install
from fixtures.browser.raw_requests import RawRequests
from fixtures.evidence.browser_trace import scrub
from fixtures.evidence.scene import SceneEvidence, keep_file
from fixtures.mailbox.inbox import Inbox
from fixtures.people import made_up_passwords
from fixtures.site.target import Target
from fixtures.walks.procedure import Keep
from reports.collecting.diagnosis import Diagnosis
from reports.collecting.recording import Evidence, RunFacts

_IS_BROWSER_LOST = pytest.StashKey[bool]()
_FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have a library's warning told, never taken for a verdict, whatever pytest is asked for."""
    for item in items:
        if item.path.is_relative_to(_FOLDER):
            item.add_marker(pytest.mark.filterwarnings("default"))


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], chromium: Chromium, browser_arguments: list[str]
) -> dict[str, Any]:
    """Start the browser that there is, and keep it to the site."""
    is_watched = browser_type_launch_args.get("headless") is False  # --headed
    executable = chromium.for_pages(is_watched=is_watched)
    arguments = [*browser_arguments, ONE_RENDERER]
    return browser_type_launch_args | {"executable_path": executable, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(
    browser_context_args: dict[str, Any], site_context_args: dict[str, Any]
) -> dict[str, Any]:
    """Reach the site as it is to be reached."""
    return browser_context_args | site_context_args


@pytest.fixture(scope="session", autouse=True)
def _secrecy(run_facts: RunFacts) -> None:
    run_facts.secrecy.keep(made_up_passwords)


@pytest.fixture(autouse=True)
def _facts(
    target: Target,
    browser: Browser,
    browser_type_launch_args: dict[str, Any],
    chromium: Chromium,
    run_facts: RunFacts,
) -> None:
    run_facts.describe_target(target.name, target.origin)
    run_facts.describe_defects(target.defects)
    # The shell that shows the pages, and the browser whose pop-up blocker is judged.
    programs = (browser_type_launch_args["executable_path"], chromium.executable)
    names = " et ".join(dict.fromkeys(program.stem for program in programs))
    run_facts.describe_browser(names, browser.version)


@pytest.fixture(autouse=True)
def _expectations(expectation_time_out: float) -> None:
    expect.set_options(timeout=expectation_time_out)


@pytest.fixture(scope="session")
def patience(*, is_detecting: bool) -> Iterator[Patience | None]:
    """Waits for nothing that is not on its way; a detection has short time-outs of its own."""
    if is_detecting:
        yield None
        return
    patience = Patience(TIME_OUT, TIME_OUT)
    with pytest.MonkeyPatch.context() as patch:
        install(patience, patch)
        yield patience


@pytest.fixture(autouse=True)
def _patient(patience: Patience | None) -> None:
    """Have every scenario wait so."""


def pytest_diagnose_error(item: pytest.Function, error: BaseException) -> Diagnosis | None:
    """Say what an error of the browser's, or of its network, says of the site."""
    trouble = _find_trouble(item.funcargs, error)
    if trouble is None:
        return None
    return Diagnosis(
        is_of_site=trouble.is_of_site, sentence=trouble.sentence, remedy=trouble.remedy
    )


def _find_trouble(known: dict[str, Any], error: BaseException) -> troubles.Trouble | None:
    browser, target, patience = known["browser"], known["target"], known["patience"]
    if not browser.is_connected():
        return troubles.browser_lost()
    if patience:
        contexts = {*browser.contexts, *(page.context for page in known["browsers"].pages)}
        failures = (patience.traffic_of(context).failure(target.address) for context in contexts)
        if failure := next(filter(None, failures), ""):
            return troubles.unanswered(failure)
    return troubles.explain(error, target.says)


@pytest.fixture(autouse=True)
def _exercised(
    target: Target,
    note_exercised: Callable[[Collection[str]], None],
    *,
    is_detecting: bool,
) -> Iterator[None]:
    yield
    if is_detecting:
        note_exercised(target.exercised_defects())


@pytest.fixture
def keep(evidence: Evidence) -> Keep:
    """Keeps a file that a step obtained."""
    return partial(keep_file, evidence.attach)


@pytest.fixture(autouse=True)
def scene(
    evidence: Evidence,
    browsers: Browsers,
    inbox: Inbox,
    raw: RawRequests,
    *,
    is_detecting: bool,
) -> Iterator[SceneEvidence | None]:
    """Keeps what there is to see while the scenario goes on, and what comes after its last step."""
    if is_detecting:
        yield None  # of these runs there are thousands, and no report
        return
    scene = SceneEvidence(evidence.attach, browsers, inbox, raw)
    yield scene
    scene.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep the traces, which pytest-playwright lays down once a scenario has wholly ended.

    Without a browser the run ends: what comes next would say nothing of the site.
    """
    report = yield
    browser = item.funcargs.get("browser")
    if call.when == "call" and isinstance(browser, Browser):
        item.stash[_IS_BROWSER_LOST] = not browser.is_connected()
    if call.when == "teardown" and item.stash.get(_IS_BROWSER_LOST, False):
        pytest.exit("Le navigateur s’est arrêté : la suite ne dirait rien du site.")
    evidence, folder = item.funcargs.get("evidence"), item.funcargs.get("output_path")
    if call.when == "teardown" and isinstance(evidence, Evidence) and _is_traced(item.config):
        files = sorted(Path(str(folder)).glob("trace*.zip"))
        for trace in scrub([file.read_bytes() for file in files], made_up_passwords()):
            evidence.attach("Trace du navigateur", trace, "application/zip")
    return report


def pytest_bdd_before_step_call(request: pytest.FixtureRequest, step: Step) -> None:
    """Have the step in the trace, if there is one."""
    scene = request.getfixturevalue("scene")
    if scene and _is_traced(request.config):
        scene.begin_group(f"{step.keyword} {step.name}")


def _is_traced(config: pytest.Config) -> bool:
    return bool(config.getoption("--tracing") != "off")


@pytest.hookimpl(trylast=True)  # the step's own time has been taken by then
def pytest_bdd_after_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Keep what the step had to do with, and the screens where it judged."""
    _end_step(request, has_judged=step.type == THEN)


@pytest.hookimpl(trylast=True)  # the step's own time has been taken by then
def pytest_bdd_step_error(request: pytest.FixtureRequest) -> None:
    """Keep what is there to see where a step failed."""
    _end_step(request, has_judged=True)


def _end_step(request: pytest.FixtureRequest, *, has_judged: bool) -> None:
    if scene := request.getfixturevalue("scene"):
        scene.end_step(has_judged=has_judged)
