"""What every scenario has: a real browser, an inbox that begins empty, and its evidence."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from fixtures.browser import Chromium
from fixtures.browsers import Browsers
from fixtures.inbox import Inbox
from fixtures.journeys import Keep
from fixtures.people import made_up_passwords
from fixtures.pictures import fields_showing
from fixtures.target import Target
from reports.recording import Evidence, RunFacts


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], chromium: Chromium, browser_arguments: list[str]
) -> dict[str, Any]:
    """Start the browser that there is, and keep it to the site."""
    is_watched = browser_type_launch_args.get("headless") is False  # --headed
    executable = chromium.for_pages(is_watched=is_watched)
    return browser_type_launch_args | {"executable_path": executable, "args": browser_arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Have the browser speak French."""
    return browser_context_args | {"locale": "fr-FR"}


@pytest.fixture(scope="session", autouse=True)
def _secrecy(run_facts: RunFacts) -> None:
    run_facts.secrecy.keep(made_up_passwords)


@pytest.fixture(autouse=True)
def _facts(target: Target, browser: Browser, run_facts: RunFacts) -> None:
    run_facts.describe_target(target.name, target.origin)
    run_facts.describe_defects(target.defects)
    run_facts.describe_browser(browser.browser_type.name, browser.version)


@pytest.fixture(scope="session", autouse=True)
def _patience(time_out: float) -> None:
    expect.set_options(timeout=time_out)


@pytest.fixture(autouse=True)
def _exercised(
    target: Target, defect: str | None, note_exercised: Callable[[Collection[str]], None]
) -> Iterator[None]:
    yield
    if defect:
        note_exercised(target.exercised_defects())
        target.hold_mail()  # a message that the fault left waiting would reach the next scenario


@pytest.fixture
def keep(evidence: Evidence) -> Keep:
    """Keeps a file that a step obtained."""
    return evidence.attach


@pytest.fixture(autouse=True)
def _evidence(
    evidence: Evidence, inbox: Inbox, browsers: Browsers, request: pytest.FixtureRequest
) -> Iterator[None]:
    yield
    if request.config.getoption("--detect"):
        return  # of these runs there are thousands, and no report
    for page in browsers.pages:
        title = page.title() or "document"
        showing = fields_showing(page, made_up_passwords())
        picture = page.screenshot(full_page=True, mask=showing)
        evidence.attach(f"Écran final : {title}", picture, "image/png")
    for mail in inbox.mails:
        evidence.attach(f"Courriel : {mail.subject}", mail.raw, "message/rfc822")
