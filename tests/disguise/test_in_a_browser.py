"""What only a browser shows: how the confirmation opens, and what stands where."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect
from playwright.sync_api import TimeoutError as NothingOpenedError

from fixtures.browser.finding import Chromium
from fixtures.browser.launching import loopback_only
from tests.disguise.control import TOKEN, control
from tests.disguise.costume import NAMES, costume
from tests.disguise.site import disguised_site
from tests.disguise.walking.typed import ADDRESS, PASSWORD, code_in
from tests.smtp import mail_server

_LONG_ENOUGH = 3000  # ms, for a window that must not open
_BUTTONS = ("Étape précédente", "Valider", "Effacer")
_APPLICANT = {"address": ADDRESS, "password": PASSWORD}


@pytest.fixture(scope="module", params=[True, False], ids=["blocker", "no-blocker"])
def has_blocker(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def browser_with_or_without(
    browser_type: BrowserType, chromium: Chromium, *, has_blocker: bool
) -> Iterator[Browser]:
    left_out = ["--disable-popup-blocking"] if has_blocker else []
    with browser_type.launch(
        executable_path=chromium.executable, args=[loopback_only()], ignore_default_args=left_out
    ) as browser:
        yield browser


@pytest.mark.parametrize("name", NAMES)
def test_the_places_that_the_guide_names_are_kept(
    name: str, browser_with_or_without: Browser
) -> None:
    with mail_server() as (relay, _), disguised_site(name, relay, control_token=TOKEN) as site:
        page = browser_with_or_without.new_page(viewport={"width": 1280, "height": 720})
        try:
            page.goto(site)
            link = page.get_by_role("link", name="Professionnel", exact=True).bounding_box()
            assert link is not None
            assert link["x"] > 640, "« situé en haut à droite de votre écran » (R-2.130)"
            assert link["y"] < 360
            asked = {"screen": "enrolment", "applicant": _APPLICANT}
            arrival = control(site, "sandboxes/common/arrivals", asked)
            page.context.add_cookies(
                [{"name": arrival["cookie_name"], "value": arrival["cookie_value"], "url": site}]
            )
            page.goto(site.rstrip("/") + arrival["path"])
            buttons = [page.get_by_role("button", name=text) for text in _BUTTONS]
            left = [
                button.evaluate("button => button.getBoundingClientRect().x") for button in buttons
            ]
            assert left == sorted(left), "« Étape précédente » is at the left (R-2.092)"
        finally:
            page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_the_window_opens_as_the_disguise_has_it(
    name: str, browser_with_or_without: Browser, *, has_blocker: bool
) -> None:
    with (
        mail_server() as (relay, recipients),
        disguised_site(name, relay, control_token=TOKEN) as site,
    ):
        control(site, "sandboxes/common/registrations", _APPLICANT)
        code = code_in(recipients.wait_for()[0])
        page = browser_with_or_without.new_page()
        try:
            _open_activation(page, site, name)
            _enter(page, name, f"{code[:-1]}{'B' if code[-1] != 'B' else 'C'}")
            refusal = costume(name).words.say("activation", _WRONG)
            expect(page.get_by_text(refusal)).to_be_visible()
            assert len(page.context.pages) == 1
            opens = not has_blocker or name == "guichet"
            assert _opens_window(page, name, code) == opens
            advice = page.get_by_text("La création de votre espace n'a pas abouti")
            expect(advice).to_be_visible(visible=not opens)
        finally:
            page.context.close()


_WRONG = "L'adresse électronique ou le code d'activation est incorrect."


def _open_activation(page: Page, site: str, name: str) -> None:
    page.goto(site.rstrip("/") + costume(name).routes["/activation"])


def _enter(page: Page, name: str, code: str) -> None:
    names = costume(name).names
    page.locator(f"[name={names['address']}]").fill(ADDRESS)
    page.locator(f"[name={names['code']}]").fill(code)
    page.locator(f"[name={costume(name).buttons['validate']}]").click()


def _opens_window(page: Page, name: str, code: str) -> bool:
    try:
        with page.expect_popup(timeout=_LONG_ENOUGH) as opened:
            _enter(page, name, code)
            # To look into a page lets it open any window: only once its script has tried.
            page.wait_for_load_state()
    except NothingOpenedError:
        return False
    expect(opened.value.get_by_text("Ce numéro d'abonné vous est personnel")).to_be_visible()
    return True
