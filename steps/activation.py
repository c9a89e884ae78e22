"""The activation, its window, and the browser that may block it."""

import re

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.browser.witness import WitnessPage
from fixtures.mailbox.inbox import Inbox
from fixtures.pages.confirmation import masked
from fixtures.people import Person
from fixtures.site import states
from fixtures.site.refusals import Refusals
from fixtures.site.target import Registration, Target
from fixtures.walks import blocked_window, procedure, refused, wrong_codes
from fixtures.walks.refused import Answers


@given("un code d'activation reçu par l'usager", target_fixture="registration")
def applicant_has_received_code(target: Target, applicant: Person) -> Registration:
    return states.preregister(target, applicant)


@given("un autre usager de la même entreprise, pré-inscrit lui aussi", target_fixture="colleague")
def colleague_is_preregistered(target: Target, applicant: Person) -> Person:
    return states.preregister_colleague(target, applicant)


@given("un code incorrect déjà saisi avec son adresse")
def wrong_code_was_typed(window: Window, applicant: Person) -> None:
    wrong_codes.try_unsent_code(window, applicant)


@given("les deux usagers refusés pour avoir échangé leurs codes")
@when("chacun des deux usagers saisit le code de l'autre", target_fixture="answers")
def codes_are_exchanged(
    window: Window, inbox: Inbox, applicant: Person, colleague: Person
) -> Answers:
    return wrong_codes.exchange(window, (applicant, colleague), inbox)


@given("un navigateur réglé comme à son installation", target_fixture="window")
def browser_is_as_installed(browsers: Browsers) -> Window:
    return browsers.open_as_installed()


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
    blocked_window.be_blocked(
        browsers, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@given("l'espace activé par l'usager avec le code reçu")
@when("l'usager active son espace avec le code reçu")
def applicant_activates_space(window: Window, inbox: Inbox, applicant: Person) -> None:
    procedure.activate(window, applicant.address, inbox.wait_for_mail(applicant.address).code)


@when("l'usager active son espace avec le code reçu, ses fenêtres bloquées")
def applicant_activates_space_with_blocker(
    browsers: Browsers, window: Window, inbox: Inbox, applicant: Person
) -> None:
    blocked_window.activate(
        browsers, window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager suit le chemin de l'activation et saisit le code reçu")
def applicant_activates_space_from_home(window: Window, inbox: Inbox, applicant: Person) -> None:
    procedure.activate_from_home(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager passe aussitôt à l'activation et saisit le code reçu")
def applicant_activates_space_at_once(window: Window, inbox: Inbox, applicant: Person) -> None:
    procedure.activate_at_once(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager tente tour à tour d'activer son espace avec :", target_fixture="answers")
def applicant_tries_to_activate(
    window: Window, inbox: Inbox, applicant: Person, datatable: list[list[str]]
) -> Answers:
    code = inbox.wait_for_mail(applicant.address).code
    return wrong_codes.try_each(window, wrong_codes.tries_of(datatable, applicant, code))


@when("l'usager saisit son mot de passe à la place du code")
def applicant_types_password_as_code(window: Window, applicant: Person) -> None:
    procedure.activate(window, applicant.address, applicant.password)


@when("chacun des deux usagers active son espace avec son propre code", target_fixture="answers")
def each_activates_own_space(
    browsers: Browsers, inbox: Inbox, applicant: Person, colleague: Person
) -> list[str]:
    return procedure.activate_each(browsers, (applicant, colleague), inbox)


@when("l'usager demande à activer son espace en mode expert")
def applicant_asks_for_activation(window: Window) -> None:
    procedure.reach_activation(window)


@when("l'usager passe aussitôt à l'activation")
def applicant_goes_to_activation_at_once(window: Window) -> None:
    window.preregistration.activate()


@given("la confirmation sous les yeux de l'usager", target_fixture="window")
@when("l'usager passe à la fenêtre qui confirme son inscription", target_fixture="window")
def applicant_turns_to_new_window(window: Window) -> Window:
    return window.opened()


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


@then(parsers.parse('une nouvelle fenêtre annonce "{text}"'))
def new_window_says(window: Window, text: str) -> None:
    expect(window.opened().content).to_contain_text(masked(text), use_inner_text=True)


@then("deux nouvelles fenêtres confirment leurs inscriptions, chacune à son nom")
def each_registration_is_confirmed(
    answers: list[str], applicant: Person, colleague: Person
) -> None:
    assert all(
        name in answer and "Votre inscription a été réalisée" in answer
        for name, answer in zip((applicant.full_name, colleague.full_name), answers, strict=True)
    )


@then(parsers.parse('chaque tentative est refusée pour le motif "{reason}"'))
def every_try_is_refused(answers: Answers, refusals: Refusals, reason: str) -> None:
    assert refused.faults_of_all(answers, reason, refusals) == {}


@then("chaque tentative est refusée pour ces motifs :")
def tries_are_refused(answers: Answers, refusals: Refusals, datatable: list[list[str]]) -> None:
    assert refused.faults_of(answers, dict(datatable[1:]), refusals) == {}


@then("cet écran d'activation est celui auquel mène la page d'accueil")
def activation_screen_is_the_same(window: Window, browsers: Browsers) -> None:
    expect(window.activation.screen).to_be_visible()
    assert window.activation.form() == procedure.reach_activation(browsers.open()).activation.form()


@then("le numéro d'abonné est fait de l'année de l'inscription et de 10 chiffres")
def number_begins_with_year(window: Window) -> None:
    expect(window.opened().confirmation.sentence).to_contain_text(
        re.compile(r"réalisée le .+ (\d{4})\s+sous le numéro\s+\1\d{10}\.")
    )


@then("l'écran d'activation reste affiché dans la première fenêtre")
def first_window_shows_activation(window: Window) -> None:
    expect(window.activation.screen).to_be_visible()


@then(parsers.parse('l\'activation est refusée pour le motif "{reason}"'))
def activation_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_activation(window), reason, refusals) == ""


@then(parsers.parse('le site conseille "{text}"'))
def site_advises(window: Window, text: str) -> None:
    assert window.activation.refusal.says(text)


@then("aucune autre fenêtre ne s'est ouverte")
def no_other_window_is_open(window: Window) -> None:
    assert window.others == []
