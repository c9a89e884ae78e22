"""The ways into the procedure, out of it, and beside it."""

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.window import Window
from fixtures.mailbox.inbox import Inbox
from fixtures.pages import shown
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import procedure, survey
from fixtures.walks.survey import Survey, Values


@given("l'usager parvenu au choix de la procédure")
def applicant_is_at_procedure_choice(window: Window) -> None:
    procedure.reach_procedure_choice(window)


@given("l'usager parvenu à la page « Professionnels »")
def applicant_is_at_professionals(window: Window) -> None:
    procedure.reach_professionals(window)


@given("l'usager en train de remplir le formulaire d'inscription", target_fixture="typed")
def applicant_is_filling_enrolment(target: Target, window: Window, applicant: Person) -> Values:
    return survey.fill_enrolment(target.bring(window, Stage.ENROLMENT, applicant), applicant)


@when("l'usager ouvre la page d'accueil du site")
def applicant_opens_home_page(window: Window) -> None:
    window.home.open(window.address)


@when(parsers.parse('l\'usager choisit "{link}" dans la barre de navigation'))
def applicant_follows_link_in_bar(window: Window, link: str) -> None:
    window.home.follow_in_bar(link)


@when(parsers.parse('l\'usager choisit "{link}" dans la rubrique "{section}"'))
def applicant_follows_link_in_section(window: Window, link: str, section: str) -> None:
    window.follow_in(section, link)


@when(parsers.parse('l\'usager suit, en mode expert, le lien "{link}"'))
def applicant_follows_link_in_expert_mode(window: Window, link: str) -> None:
    window.procedure_choice.follow_in(window.procedure_choice.expert_mode, link)


@when(parsers.parse('l\'usager suit, en mode simplifié, le lien "{link}"'))
def applicant_follows_link_in_simplified_mode(window: Window, link: str) -> None:
    window.procedure_choice.follow_in(window.procedure_choice.simplified_mode, link)


@when("l'usager ouvre l'aide")
def applicant_opens_help(window: Window) -> None:
    window.screen.open_help()


@when("l'usager quitte la procédure")
def applicant_quits(window: Window) -> None:
    window.screen.follow("Quitter")


@when("l'usager suit la pré-inscription, écran par écran", target_fixture="surveyed")
def applicant_goes_to_summary(window: Window, applicant: Person) -> Survey:
    return survey.survey_registration(window, applicant)


@when("l'usager suit toute la procédure, écran par écran", target_fixture="surveyed")
def applicant_goes_through_procedure(window: Window, applicant: Person, inbox: Inbox) -> Survey:
    return survey.survey_procedure(window, applicant, inbox)


@then("le mode simplifié montre ces liens, dans cet ordre :")
def simplified_mode_shows_links(window: Window, datatable: list[list[str]]) -> None:
    modes = window.procedure_choice
    links = column(datatable)
    assert (
        shown.fault_of_names(window.content, "liens", links, heading=modes.simplified_title) == ""
    )


@then("le mode expert montre ces liens, dans cet ordre :")
def expert_mode_shows_links(window: Window, datatable: list[list[str]]) -> None:
    modes = window.procedure_choice
    links = column(datatable)
    assert shown.fault_of_names(window.content, "liens", links, heading=modes.expert_title) == ""


@then(parsers.parse('le mode expert s\'intitule "{title}"'))
def expert_mode_is_titled(window: Window, title: str) -> None:
    expect(window.procedure_choice.mode_titles.last).to_have_text(title)


@then(parsers.parse('chacun de ces écrans porte en tête "{frame}", dont le lien "AIDE" :'))
def screens_are_framed(surveyed: Survey, frame: str, datatable: list[list[str]]) -> None:
    assert surveyed.titles_below(frame) == column(datatable)


@then("chacune de ces informations lui est demandée une seule fois, à cette étape :")
def information_is_asked_once(surveyed: Survey, datatable: list[list[str]]) -> None:
    assert surveyed.asking([field for field, _ in datatable]) == datatable


@then("une seule entreprise lui est demandée, par ces seules informations :")
def one_company_is_asked(surveyed: Survey, datatable: list[list[str]]) -> None:
    assert surveyed.fields_about("entreprise", "siren", "société", "client") == column(datatable)


@then("sa saisie est intacte")
def enrolment_is_intact(window: Window, typed: Values) -> None:
    assert window.enrolment.values() == typed


@then("elle mène au récapitulatif")
def enrolment_leads_to_summary(window: Window) -> None:
    expect(survey.validate_enrolment(window).summary.screen).to_be_visible()


@then("un retour en arrière le ramène au début de la procédure")
def going_back_starts_again(window: Window) -> None:
    expect(procedure.go_back(window).conditions.screen).to_be_visible()
