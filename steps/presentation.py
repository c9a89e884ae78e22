"""Who the procedure is for, and what of other people's spaces matters to it."""

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.mailbox.inbox import Inbox
from fixtures.people import Person
from fixtures.site.target import Target
from fixtures.walks import other_people, procedure
from fixtures.walks.procedure import CreatedSpace


@given("l'usager dont l'espace est actif")
def applicant_has_active_space(target: Target, applicant: Person) -> None:
    target.add_space(applicant)


@given("son espace activé avec ce code, depuis un autre navigateur")
def applicant_has_activated_elsewhere(browsers: Browsers, applicant: Person, inbox: Inbox) -> None:
    procedure.create_preregistered_space(browsers.open(), applicant, inbox)


@given("un autre usager, dont l'espace a le même mot de passe")
def other_person_has_same_password(target: Target, applicant: Person) -> None:
    other_people.add_same_password(target, applicant)


@given(
    "la page des services, dont un autre usager a relevé l'adresse",
    target_fixture="services_address",
)
def services_address_is_known(target: Target, browsers: Browsers, applicant: Person) -> str:
    return other_people.note_services_address(target, browsers, applicant)


@given("l'usager qui a saisi ses identifiants")
def applicant_has_typed_credentials(window: Window, applicant: Person) -> None:
    procedure.log_in(window, applicant.address, applicant.password)


@when(parsers.parse('l\'usager choisit la même adresse avec le mot de passe "{password}"'))
def applicant_chooses_same_address(window: Window, applicant: Person, password: str) -> None:
    window.credentials.choose(applicant.address, password)


@when("l'usager crée son espace", target_fixture="created")
def applicant_creates_space(window: Window, applicant: Person, inbox: Inbox) -> CreatedSpace:
    return procedure.create_space(window, applicant, inbox)


@when("l'usager demande directement la page des services")
def applicant_asks_for_services(window: Window, services_address: str) -> None:
    procedure.ask_for(window, services_address)


@when(parsers.parse("l'usager tente d'activer son espace avec le code \"{code}\""))
def applicant_tries_code(window: Window, applicant: Person, code: str) -> None:
    procedure.activate(window, applicant.address, code)


@when("l'usager quitte la procédure depuis la confirmation", target_fixture="window")
def applicant_quits_confirmation(created: CreatedSpace) -> Window:
    return procedure.quit_from(created.window)


@then("l'espace que ses identifiants ouvrent est le sien, sous le numéro affiché")
def credentials_open_own_space(
    browsers: Browsers, applicant: Person, created: CreatedSpace
) -> None:
    assert other_people.read_space(browsers, applicant) == (applicant.address, created.number)


@then("l'espace de l'autre usager reste le sien, sous un autre numéro")
def other_space_stays_its_holders(
    browsers: Browsers, colleague: Person, created: CreatedSpace
) -> None:
    address, number = other_people.read_space(browsers, colleague)
    assert (address, number != created.number) == (colleague.address, True)


@then("un courriel parvient à sa seule adresse")
def mail_reaches_own_address_only(inbox: Inbox, applicant: Person) -> None:
    assert inbox.wait_for_mail(applicant.address).everybody == {applicant.address}


@then("l'écran ne donne pas le code d'activation reçu")
def screen_holds_no_code(window: Window, inbox: Inbox, applicant: Person) -> None:
    assert inbox.wait_for_mail(applicant.address).code not in window.page.content()


@then("ses identifiants lui sont demandés")
def credentials_are_asked(window: Window) -> None:
    expect(window.login.screen).to_be_visible()


@then("la page des services lui est ouverte")
def services_are_open(window: Window) -> None:
    expect(window.my_services.contact_details_link).to_be_visible()
