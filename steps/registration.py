"""The pre-registration, from the home page to « Confirmer »."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.pages import shown
from fixtures.pages.recap import recap_of
from fixtures.pages.screen import column, whole
from fixtures.people import Person
from fixtures.site import states
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import procedure


@given("la page d'accueil du site")
def home_page_is_open(window: Window) -> None:
    window.home.open(window.address)


@given("l'usager parvenu aux conditions générales")
def applicant_is_at_conditions(window: Window) -> None:
    procedure.reach_conditions(window)


@given("l'usager parvenu au choix de ses identifiants")
def applicant_is_at_credentials(target: Target, window: Window, applicant: Person) -> None:
    target.bring(window, Stage.CREDENTIALS, applicant)


@given("l'usager parvenu au formulaire d'inscription")
def applicant_is_at_enrolment(target: Target, window: Window, applicant: Person) -> None:
    target.bring(window, Stage.ENROLMENT, applicant)


@given("l'usager parvenu au récapitulatif de son inscription")
def applicant_is_at_summary(target: Target, window: Window, applicant: Person) -> None:
    target.bring(window, Stage.SUMMARY, applicant)


@given(
    parsers.parse("l'inscription du même usager récapitulée, avec l'adresse \"{address}\""),
    target_fixture="applicant",
)
def applicant_is_at_summary_with_address(
    target: Target, window: Window, applicant: Person, address: str
) -> Person:
    return target.bring_as(window, Stage.SUMMARY, replace(applicant, address=address))


@given("l'usager pré-inscrit")
def applicant_is_preregistered(target: Target, window: Window, applicant: Person) -> None:
    target.bring(window, Stage.PREREGISTRATION, applicant)


@given("l'usager pré-inscrit, revenu à la page d'accueil")
def applicant_has_postponed_activation(target: Target, window: Window, applicant: Person) -> None:
    target.bring(window, Stage.PREREGISTRATION, applicant).preregistration.leave()


@given("l'usager pré-inscrit, qui a changé de navigateur depuis", target_fixture="window")
def applicant_has_changed_browser(browsers: Browsers, applicant: Person) -> Window:
    return procedure.preregister_and_change_browser(browsers, applicant)


@given("la même adresse pré-inscrite entre-temps par un autre navigateur")
def address_was_preregistered_meanwhile(target: Target, applicant: Person) -> None:
    states.preregister(target, applicant)


@given(parsers.parse('une seconde demande refusée, avec le mot de passe "{password}"'))
def second_request_was_refused(window: Window, applicant: Person, password: str) -> None:
    procedure.be_refused_second_code(window, applicant.address, password)


@when("l'usager demande à créer un espace en mode expert")
def applicant_asks_for_expert_mode(window: Window) -> None:
    procedure.reach_conditions(window)


@when("l'usager accepte les conditions générales")
def applicant_accepts_conditions(window: Window) -> None:
    window.conditions.accept()


@when("l'usager choisit ses identifiants")
def applicant_chooses_credentials(window: Window, applicant: Person) -> None:
    window.credentials.choose(applicant.address, applicant.password)


@when("l'usager remplit le formulaire d'inscription")
def applicant_enrols(window: Window, applicant: Person) -> None:
    window.enrolment.enrol(applicant)


@when("l'usager confirme son inscription")
def applicant_confirms_registration(window: Window) -> None:
    window.summary.confirm()


@then("ces étapes lui sont annoncées :")
def steps_are_announced(window: Window, datatable: list[list[str]]) -> None:
    assert shown.fault_of(window.conditions.screen, column(datatable)) == ""


@then(parsers.parse('la "{title}" lui est présentée'))
def step_is_shown(window: Window, title: str) -> None:
    expect(window.titled(title)).to_be_visible()


@then("le récapitulatif montre ces lignes :")
def summary_shows_lines(window: Window, datatable: list[list[str]]) -> None:
    expect(window.summary.screen).to_be_visible()
    assert window.summary.read() == recap_of(datatable)


@then("ces lignes sont réparties en rubriques :")
def summary_has_sections(window: Window, datatable: list[list[str]]) -> None:
    expect(window.summary.lines).to_contain_text(whole(datatable))


@then(parsers.parse('le site s\'adresse à "{text}"'))
@then(parsers.parse('le site annonce "{text}"'))
def site_says(window: Window, text: str) -> None:
    assert shown.fault_of_words(window.content, window.word(text)) == ""
