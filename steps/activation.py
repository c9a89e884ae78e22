"""The activation, its window, and the browser that may block it."""

import re

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures import journeys, states
from fixtures.browsers import Browsers
from fixtures.inbox import Inbox
from fixtures.people import Person
from fixtures.target import Target
from fixtures.window import Window
from fixtures.witness import WitnessPage


@given("un code d'activation reçu par l'usager")
def applicant_has_received_code(target: Target, applicant: Person) -> None:
    states.preregister(target, applicant)


@given("un navigateur qui bloque toutes les fenêtres", target_fixture="window")
def browser_blocks_every_window(browsers: Browsers) -> Window:
    return browsers.open_with_blocker()


@given(
    parsers.parse('un navigateur qui bloque les fenêtres, sauf celles de "{site}"'),
    target_fixture="window",
)
def browser_allows_windows_of(browsers: Browsers, site: str) -> Window:
    return browsers.open_with_blocker(site)


@given("une activation bloquée par un navigateur, refermé depuis")
def browser_has_blocked_activation(browsers: Browsers, inbox: Inbox, applicant: Person) -> None:
    journeys.be_blocked_by_browser(
        browsers, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager active son espace avec le code reçu")
def applicant_activates_space(window: Window, inbox: Inbox, applicant: Person) -> None:
    journeys.activate(window, applicant.address, inbox.wait_for_mail(applicant.address).code)


@when("l'usager suit le chemin de l'activation et saisit le code reçu")
def applicant_activates_space_from_home(window: Window, inbox: Inbox, applicant: Person) -> None:
    journeys.activate_from_home(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager passe aussitôt à l'activation et saisit le code reçu")
def applicant_activates_space_at_once(window: Window, inbox: Inbox, applicant: Person) -> None:
    journeys.activate_at_once(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager consulte une page du site qui ouvre d'elle-même une fenêtre")
def applicant_opens_witness_page(window: Window) -> None:
    WitnessPage(window.page).open(window.address)


@then(parsers.parse('cette page constate : "{outcome}"'))
def witness_page_says(window: Window, outcome: str) -> None:
    expect(WitnessPage(window.page).outcome).to_have_text(outcome)


@then("une nouvelle fenêtre confirme son inscription")
def new_window_confirms_registration(window: Window) -> None:
    expect(window.opened().confirmation.sentence).to_be_visible()


@then(parsers.parse('une nouvelle fenêtre confirme l\'inscription de "{name}"'))
def new_window_confirms_registration_of(window: Window, name: str) -> None:
    expect(window.opened().confirmation.screen).to_contain_text(name)


@then("le numéro d'abonné est fait de l'année de l'inscription et de 10 chiffres")
def number_begins_with_year(window: Window) -> None:
    expect(window.opened().confirmation.sentence).to_contain_text(
        re.compile(r"réalisée le .+ (\d{4})\s+sous le numéro\s+\1\d{10}\.")
    )


@then("l'écran d'activation reste affiché dans la première fenêtre")
def first_window_shows_activation(window: Window) -> None:
    expect(window.activation.screen).to_be_visible()


@then(parsers.parse('l\'activation est refusée par "{text}"'))
def activation_is_refused(window: Window, text: str) -> None:
    expect(window.activation.alert).to_contain_text(text)


@then(parsers.parse('le site conseille "{text}"'))
def site_advises(window: Window, text: str) -> None:
    expect(window.activation.alert).to_contain_text(text)


@then("aucune autre fenêtre ne s'est ouverte")
def no_other_window_is_open(window: Window) -> None:
    assert window.others == []
