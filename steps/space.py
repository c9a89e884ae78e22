"""The space itself, and the access to it."""

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures import journeys
from fixtures.browsers import Browsers
from fixtures.inbox import Inbox
from fixtures.journeys import CreatedSpace
from fixtures.people import Person
from fixtures.window import Window


@given("l'usager dont l'espace vient d'être activé", target_fixture="created")
def applicant_has_activated_space(window: Window, applicant: Person, inbox: Inbox) -> CreatedSpace:
    return journeys.create_space(window, applicant, inbox)


@when("l'usager demande l'accès à son espace")
def applicant_asks_for_space(window: Window, applicant: Person) -> None:
    journeys.log_in(window, applicant.address, applicant.password)


@when("l'usager accède à son espace depuis la confirmation", target_fixture="window")
def applicant_accesses_space(created: CreatedSpace, applicant: Person) -> Window:
    return journeys.access_space(created.window, applicant)


@when("l'usager consulte ses coordonnées depuis un autre navigateur", target_fixture="window")
def applicant_consults_contact_details(browsers: Browsers, applicant: Person) -> Window:
    return journeys.consult_contact_details(browsers.open(), applicant)


@then(parsers.parse('l\'accès lui est refusé par "{text}"'))
def access_is_refused(window: Window, text: str) -> None:
    expect(window.login.refusal).to_contain_text(text)


@then("son espace s'ouvre, sans aucun dossier ni aucun service")
def space_is_empty(window: Window) -> None:
    expect(window.space.emptiness).to_have_text(["Aucun dossier.", "Aucun service."])


@then("ses identifiants ouvrent son espace")
def credentials_open_space(browsers: Browsers, applicant: Person) -> None:
    expect(
        journeys.log_in(browsers.open(), applicant.address, applicant.password).space.screen
    ).to_be_visible()


@then("ses identifiants n'ouvrent aucun espace")
def credentials_open_no_space(browsers: Browsers, applicant: Person) -> None:
    expect(
        journeys.log_in(browsers.open(), applicant.address, applicant.password).login.refusal
    ).to_be_visible()


@then(parsers.parse('le mot de passe "{password}" n\'ouvre aucun espace'))
def password_opens_no_space(browsers: Browsers, applicant: Person, password: str) -> None:
    expect(
        journeys.log_in(browsers.open(), applicant.address, password).login.refusal
    ).to_be_visible()


@then("ses coordonnées reprennent chaque ligne du récapitulatif")
def contact_details_repeat_summary(window: Window, created: CreatedSpace) -> None:
    assert window.contact_details.read() == created.recap


@then("ses coordonnées portent la date et le numéro d'abonné affichés")
def contact_details_show_registration(window: Window, created: CreatedSpace) -> None:
    expect(window.contact_details.screen).to_contain_text(created.sentence)
