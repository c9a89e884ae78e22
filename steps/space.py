"""The space itself, and the access to it."""

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.mailbox.inbox import Inbox
from fixtures.pages.recap import recap_of
from fixtures.people import Person
from fixtures.site import states
from fixtures.site.refusals import Refusals
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import procedure, refused
from fixtures.walks.procedure import ActivatedSpace, CreatedSpace


@given("l'usager dont l'espace vient d'être activé", target_fixture="created")
def applicant_has_activated_space(
    target: Target, window: Window, applicant: Person, inbox: Inbox
) -> CreatedSpace:
    return procedure.finish_creation(
        target.bring(window, Stage.SUMMARY, applicant), applicant, inbox
    )


@given("l'usager dont l'espace est activé avec le code reçu", target_fixture="created")
def applicant_has_activated_space_with_code(
    window: Window, applicant: Person, inbox: Inbox
) -> ActivatedSpace:
    return procedure.create_preregistered_space(window, applicant, inbox)


@given("un autre usager de la même entreprise, dont l'espace est activé", target_fixture="others")
def colleague_has_activated_space(
    target: Target, browsers: Browsers, applicant: Person, inbox: Inbox
) -> ActivatedSpace:
    colleague = states.preregister_colleague(target, applicant)
    return procedure.create_preregistered_space(browsers.open(), colleague, inbox)


@given("un autre usager de la même entreprise, titulaire d'un espace", target_fixture="colleague")
def colleague_has_space(target: Target, applicant: Person) -> Person:
    return states.give_space_to_colleague(target, applicant)


@given("l'usager passé à un autre navigateur", target_fixture="window")
def applicant_has_another_browser(browsers: Browsers) -> Window:
    return browsers.open()


@when("l'usager recharge la confirmation de son inscription")
def applicant_reloads_confirmation(created: ActivatedSpace) -> None:
    created.window.page.reload()


@when("l'usager lit la confirmation de son inscription", target_fixture="window")
def applicant_reads_confirmation(created: ActivatedSpace) -> Window:
    return created.window


@when("l'usager sélectionne tout le texte de la confirmation", target_fixture="selected_text")
def applicant_selects_confirmation(created: ActivatedSpace) -> str:
    return created.window.confirmation.select_all()


@when("l'usager demande l'accès à son espace")
def applicant_asks_for_space(window: Window, applicant: Person) -> None:
    procedure.log_in(window, applicant.address, applicant.password)


@when("l'usager accède à son espace depuis la confirmation", target_fixture="window")
def applicant_accesses_space(created: ActivatedSpace, applicant: Person) -> Window:
    return procedure.access_space(created.window, applicant)


@when("l'usager consulte ses coordonnées depuis un autre navigateur", target_fixture="window")
def applicant_consults_contact_details(browsers: Browsers, applicant: Person) -> Window:
    return procedure.consult_contact_details(browsers.open(), applicant)


@then(parsers.parse('l\'accès lui est refusé pour le motif "{reason}"'))
def access_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_login(window), reason, refusals) == ""


@then("son espace s'ouvre, sans aucun dossier ni aucun service")
def space_is_empty(window: Window) -> None:
    expect(window.space.no_dossier).to_be_visible()
    expect(window.space.no_service).to_be_visible()


@then("ses identifiants ouvrent son espace")
def credentials_open_space(browsers: Browsers, applicant: Person) -> None:
    expect(
        procedure.log_in(browsers.open(), applicant.address, applicant.password).space.screen
    ).to_be_visible()


@then("ses identifiants n'ouvrent aucun espace")
def credentials_open_no_space(browsers: Browsers, applicant: Person) -> None:
    window = procedure.log_in(browsers.open(), applicant.address, applicant.password)
    assert refused.fault_of_any(refused.at_login(window)) == ""


@then(parsers.parse('le mot de passe "{password}" n\'ouvre aucun espace'))
def password_opens_no_space(browsers: Browsers, applicant: Person, password: str) -> None:
    window = procedure.log_in(browsers.open(), applicant.address, password)
    assert refused.fault_of_any(refused.at_login(window)) == ""


@then("ses coordonnées, dans son espace, reprennent aussi ces lignes")
def space_repeats_summary(browsers: Browsers, applicant: Person, created: CreatedSpace) -> None:
    consulted = procedure.consult_contact_details(browsers.open(), applicant)
    assert consulted.contact_details.read() == created.recap


@then("ses coordonnées portent la date et le numéro d'abonné affichés")
def contact_details_show_registration(window: Window, created: ActivatedSpace) -> None:
    expect(window.contact_details.screen).to_contain_text(created.sentence)


@then("ses coordonnées montrent ces lignes :")
def contact_details_show_lines(window: Window, datatable: list[list[str]]) -> None:
    assert window.contact_details.read() == recap_of(datatable)


@then("son numéro d'abonné n'apparaissait encore ni à la fin de la pré-inscription, ni au courriel")
def number_was_not_shown_before(created: CreatedSpace) -> None:
    assert created.number not in "".join(created.shown_before.split())


@then("son numéro d'abonné est dans ce qu'il a sélectionné")
def number_is_selected(created: ActivatedSpace, selected_text: str) -> None:
    assert created.number in selected_text


@then("son numéro d'abonné n'est pas celui de l'autre usager")
def number_is_its_own(created: ActivatedSpace, others: ActivatedSpace) -> None:
    assert created.number != others.number


@then("son numéro d'abonné n'est pas voisin de celui de l'autre usager")
def number_is_no_neighbour(created: ActivatedSpace, others: ActivatedSpace) -> None:
    assert abs(int(created.number) - int(others.number)) > 1


@then("la confirmation porte encore la même date et le même numéro")
def confirmation_is_the_same(created: ActivatedSpace) -> None:
    expect(created.window.confirmation.screen).to_contain_text(created.sentence)


@then("son espace porte encore la même date et le même numéro")
def space_is_the_same(browsers: Browsers, applicant: Person, created: ActivatedSpace) -> None:
    expect(
        procedure.consult_contact_details(browsers.open(), applicant).contact_details.screen
    ).to_contain_text(created.sentence)


@then(
    parsers.parse('une nouvelle demande avec la même adresse est arrêtée pour le motif "{reason}"')
)
def new_request_is_answered(
    browsers: Browsers, applicant: Person, refusals: Refusals, reason: str
) -> None:
    window = procedure.ask_again(browsers.open(), applicant)
    assert refused.fault_of(refused.at_credentials(window), reason, refusals) == ""
