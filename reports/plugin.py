"""The pytest plugin that writes down each scenario and, once all are run, makes the report.

Loaded by the root ``conftest.py``. A run of features always leaves a report in
``build/conformance``; a run without any writes nothing. With ``--conformance DIR`` the report goes
to ``DIR`` and the run answers for the whole register: pytest's own exit status 0 becomes 1 unless
everything declared was run and holds.

Fixtures: ``evidence`` keeps files of the scenario, ``run_facts`` is told of target and browser.
Hooks: ``pytest_diagnose_error`` says what an error says of the site, ``pytest_judged_site`` what is
known of another site than the reference simulator, ``pytest_walked_sites`` what both show.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytest_bdd.parser import ScenarioTemplate, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.types import THEN

from reports.collecting.assertions import count_assertions
from reports.collecting.declared import read_features
from reports.collecting.diagnosis import Diagnosis, diagnose
from reports.collecting.planned import write_collected
from reports.collecting.recording import PROPERTY, Evidence, Recorder, RunFacts, slug
from reports.collecting.scope import add_options, read_scope
from reports.collecting.secrecy import Secrecy
from reports.collecting.site import SiteFacts, read_site
from reports.differences.comparing import Walk
from reports.french import trouble
from reports.judging.model import Shard, scenario_key
from reports.judging.register import STATEMENT_ID, RegisterError, Statement, load_register
from reports.judging.shards import deal
from reports.judging.verdicts import reason_to_leave_out
from reports.publishing.controller import Publisher
from reports.publishing.manifest import EVIDENCE_NAME
from reports.publishing.progress import Progress, is_watched

FEATURES = "features"
REGISTER = f"{FEATURES}/fiche.toml"
DEFAULT_FOLDER = "build/conformance"

_RECORDER = pytest.StashKey[Recorder]()
_RUN_FACTS = pytest.StashKey[RunFacts]()
_SHARD = pytest.StashKey[Shard | None]()
_STATEMENTS = pytest.StashKey[dict[str, Statement]]()
_RUN_FOLDER = pytest.StashKey[Path]()


class Hooks:
    """What this plugin asks of those that know the site and the browser."""

    @pytest.hookspec(firstresult=True)
    def pytest_diagnose_error(
        self, config: pytest.Config, item: pytest.Item, error: BaseException
    ) -> Diagnosis | None:
        """Say what the error that ended a step says; None where it is unknown."""

    @pytest.hookspec(firstresult=True)
    def pytest_judged_site(self, config: pytest.Config) -> SiteFacts | None:
        """Say what is known of another site; None for the reference simulator."""

    @pytest.hookspec(firstresult=True)
    def pytest_walked_sites(self, config: pytest.Config) -> tuple[Walk, Walk] | None:
        """Walk the reference and the judged site, once all scenarios are run; None if not asked."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Let others tell."""
    pluginmanager.add_hookspecs(Hooks)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--conformance DIR`` and what goes with it."""
    add_options(parser.getgroup("conformité"))


def pytest_configure(config: pytest.Config) -> None:
    """Register each statement as a marker, and make ready to record."""
    folder = config.rootpath / (config.getoption("--conformance") or DEFAULT_FOLDER)
    scope = read_scope(config)
    statements = _read_register(config.rootpath / REGISTER, is_required=scope.is_whole)
    for statement in statements:
        config.addinivalue_line("markers", f"{statement.id}: énoncé du registre")
    config.stash[_RUN_FACTS] = RunFacts()
    config.stash[_SHARD] = scope.shard
    config.stash[_STATEMENTS] = {statement.id: statement for statement in statements}
    if config.getoption("--detect", default=None):
        return  # a matrix is made, and no report
    worker_input = getattr(config, "workerinput", None)  # set by pytest-xdist, in workers only
    if worker_input is not None:
        config.stash[_RUN_FOLDER] = Path(worker_input["conformance_run_folder"])
        return
    if scope.is_whole:
        _make_folder(folder)  # better refused now than after the run
    publisher = Publisher(
        statements=statements,
        features=config.rootpath / FEATURES,
        root=config.rootpath,
        folder=folder,
        scope=scope,
    )
    config.stash[_RUN_FOLDER] = publisher.run_folder
    if not config.getoption("--collect-only"):
        config.pluginmanager.register(publisher, "conformance-publisher")
        if is_watched(config):
            declaration = read_features(config.rootpath / FEATURES, config.rootpath)
            progress = Progress(statements, declaration, publisher.run_folder)
            config.pluginmanager.register(progress, "conformance-progress")


def _read_register(path: Path, *, is_required: bool) -> tuple[Statement, ...]:
    if not is_required and not path.exists():
        return ()
    try:
        return load_register(path)
    except RegisterError as error:
        raise pytest.UsageError(str(error)) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise pytest.UsageError(
            f"Le dossier du rapport ne peut pas être créé : {folder} ({trouble(error)})."
        ) from error
    if not os.access(folder, os.W_OK):
        raise pytest.UsageError(f"Le dossier du rapport est en lecture seule : {folder}.")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give each scenario its record, which travels with every report of the test."""
    for item in items:
        template = template_of(item)
        if template is not None:
            recorder = Recorder(
                _key_of(item, template),
                _evidence_folder(item, template),
                config.stash[_RUN_FACTS].record,
            )
            item.stash[_RECORDER] = recorder
            item.user_properties.append((PROPERTY, recorder.record))
    _leave_out_foreign(config, items)
    if shard := config.stash[_SHARD]:
        _keep_part(config, items, shard)


def _leave_out_foreign(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the scenarios that are about nothing of the judged site's."""
    site, statements = read_site(config), config.stash[_STATEMENTS]
    foreign = []
    for item in items:
        tags = {mark.name for mark in item.iter_markers()} if _RECORDER in item.stash else ()
        if reason_to_leave_out(tags, statements, site):
            foreign.append(item)
    _leave_out(config, items, foreign)


def _leave_out(config: pytest.Config, items: list[pytest.Item], others: list[pytest.Item]) -> None:
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]


def _keep_part(config: pytest.Config, items: list[pytest.Item], shard: Shard) -> None:
    """Leave out the scenarios of other shards, dealt out over all that is declared."""
    declaration = read_features(config.rootpath / FEATURES, config.rootpath)
    part = deal((scenario.key for scenario in declaration.scenarios), shard)
    others = [
        item
        for item in items
        if _RECORDER in item.stash and item.stash[_RECORDER].record["key"] not in part
    ]
    _leave_out(config, items, others)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave the collected scenarios where the controller finds them, even if this process dies."""
    keys = {
        item.nodeid: item.stash[_RECORDER].record["key"]
        for item in session.items
        if _RECORDER in item.stash
    }
    if (
        keys
        and _RUN_FOLDER in session.config.stash
        and not session.config.getoption("--collect-only")
    ):
        folder = session.config.stash[_RUN_FOLDER]
        _make_folder(folder)
        process = getattr(session.config, "workerinput", {}).get("workerid", "main")
        write_collected(folder, process, keys)


def template_of(item: pytest.Item) -> ScenarioTemplate | None:
    """Find the scenario that a test runs; None unless it is declared below ``features/``."""
    if not isinstance(item, pytest.Function):
        return None
    template = scenario_wrapper_template_registry.get(item.function)
    features = item.config.rootpath / FEATURES
    is_ours = template and Path(template.feature.filename).is_relative_to(features)
    return template if is_ours else None


def _key_of(item: pytest.Item, template: ScenarioTemplate) -> str:
    callspec = getattr(item, "callspec", None)  # set on the rows of an outline only
    row = callspec.indices.get("_pytest_bdd_example", -1) + 1 if callspec else 0
    path = Path(template.feature.filename).relative_to(item.config.rootpath)
    return scenario_key(path.as_posix(), template.line_number, row)


def _evidence_folder(item: pytest.Item, template: ScenarioTemplate) -> str:
    # Statement and title are for whoever looks into the folder: one of the scenario's own rather
    # than its rule's, one of the fiche rather than a reading. The digest keeps rows apart.
    tags = sorted(template.tags) + sorted(template.rule.tags if template.rule else ())
    statements = [tag for tag in tags if STATEMENT_ID.fullmatch(tag)]
    chosen = sorted(statements, key=lambda tag: not tag.startswith("R"))[:1]
    digest = hashlib.sha256(item.nodeid.encode()).hexdigest()
    return "-".join([*chosen, slug(template.name), digest[:8]])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Conceal the secrets of a scenario's failure before anybody is shown it."""
    if (
        _RECORDER in item.stash
        and call.excinfo
        and call.excinfo.errisinstance(pytest.skip.Exception)
    ):
        item.stash[_RECORDER].lack(getattr(call.excinfo.value, "remedy", ""))
    report = yield
    if _RECORDER in item.stash:
        item.config.stash[_RUN_FACTS].secrecy.conceal_in_report(report)
    return report


@pytest.hookimpl(tryfirst=True)  # before the fixtures, which already keep evidence
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin the record of this run; what an earlier one kept is no evidence of it."""
    if recorder := item.stash.get(_RECORDER, None):
        if recorder.record["evidence"]:
            shutil.rmtree(_evidence_base(item.config) / recorder.folder)
        recorder.begin()


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Begin a step, before the fixtures it asks for are made."""
    if recorder := request.node.stash.get(_RECORDER, None):
        recorder.begin_step(is_judgement=step.type == THEN)


def pytest_bdd_before_step_call(
    request: pytest.FixtureRequest, step_func: Callable[..., object]
) -> None:
    """Note that the step's own function is called now."""
    if recorder := request.node.stash.get(_RECORDER, None):
        recorder.call_step(count_assertions(step_func))


def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    """End a step that passed."""
    if recorder := request.node.stash.get(_RECORDER, None):
        recorder.pass_step()


def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    """End a step that did not."""
    if recorder := request.node.stash.get(_RECORDER, None):
        recorder.fail_step(diagnose(request.config, request.node, exception))


def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, step: Step) -> None:
    """Note a step without definition."""
    if recorder := request.node.stash.get(_RECORDER, None):
        recorder.miss_step(f"{step.keyword} {step.name}")


@pytest.fixture
def evidence(request: pytest.FixtureRequest) -> Evidence:
    """Keeps files of this scenario beside the report; without any, in its ``tmp_path``."""
    recorder = request.node.stash.get(_RECORDER, None)
    if recorder is None or _RUN_FOLDER not in request.config.stash:
        tmp_path: Path = request.getfixturevalue("tmp_path")
        return Evidence(Recorder("", "evidence", {}), tmp_path, Secrecy())
    config = request.config
    return Evidence(recorder, _evidence_base(config), config.stash[_RUN_FACTS].secrecy)


def _evidence_base(config: pytest.Config) -> Path:
    return config.stash[_RUN_FOLDER] / EVIDENCE_NAME


@pytest.fixture(scope="session")
def run_facts(pytestconfig: pytest.Config) -> RunFacts:
    """Told of target and browser by the fixtures that start them."""
    return pytestconfig.stash[_RUN_FACTS]
