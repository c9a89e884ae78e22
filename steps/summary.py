"""The summary of the registration: what it shows, and how one leaves it."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.mailbox.inbox import Inbox
from fixtures.pages.recap import recap_of
from fixtures.people import Person
from fixtures.site.refusals import Refusals
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import enrolment, procedure, refused
from fixtures.walks.enrolment import Table
from fixtures.walks.procedure import CreatedSpace, Keep


@given(
    parsers.parse('la civilité "{courtesy_title}" choisie plutôt que celle qui est proposée'),
    target_fixture="applicant",
)
def applicant_has_courtesy_title(applicant: Person, courtesy_title: str) -> Person:
    return replace(applicant, courtesy_title=courtesy_title)


@given("l'usager revenu du récapitulatif au formulaire d'inscription")
def applicant_has_come_back_to_form(target: Target, window: Window, applicant: Person) -> None:
    target.bring(window, Stage.SUMMARY, applicant).summary.go_back()


@given(parsers.parse('l\'usager revenu du récapitulatif remplacer "{label}" par "{text}"'))
def applicant_has_corrected_value(
    target: Target, window: Window, applicant: Person, label: str, text: str
) -> None:
    enrolment.correct(target.bring(window, Stage.SUMMARY, applicant), label, text)


@when("l'usager revient du récapitulatif à l'étape précédente")
def applicant_goes_back_to_form(window: Window) -> None:
    window.summary.go_back()


@when(parsers.parse('l\'usager n\'y remplace que "{label}", par "{text}"'))
def applicant_corrects_value(window: Window, label: str, text: str) -> None:
    enrolment.modify(window, label, text)


@when("l'usager abandonne le récapitulatif et ferme son navigateur")
def applicant_abandons_summary(window: Window, browsers: Browsers) -> None:
    enrolment.abandon_summary(window, browsers)


@when("l'usager mène son inscription jusqu'à la confirmation", target_fixture="created")
def applicant_goes_to_the_end(window: Window, applicant: Person, inbox: Inbox) -> CreatedSpace:
    return procedure.create_space(window, applicant, inbox)


@then("le récapitulatif montre entre autres ces lignes :")
def summary_shows_these_lines(window: Window, datatable: Table) -> None:
    expect(window.summary.screen).to_be_visible()
    assert enrolment.lines_named_in(window.summary.read(), datatable) == recap_of(datatable)


@then("le récapitulatif avait montré entre autres ces lignes :")
def summary_showed_these_lines(created: CreatedSpace, datatable: Table) -> None:
    assert enrolment.lines_named_in(created.recap, datatable) == recap_of(datatable)


@then("le récapitulatif ne montre rien du mot de passe")
def summary_shows_no_password(window: Window, applicant: Person) -> None:
    assert enrolment.traces_of_password(window.summary.source(), applicant.password) == []


@then("les coordonnées de son espace reprennent chaque ligne du récapitulatif")
def space_repeats_summary(browsers: Browsers, applicant: Person, created: CreatedSpace) -> None:
    window = procedure.consult_contact_details(browsers.open(), applicant)
    assert window.contact_details.read() == created.recap


@then("chaque écran nomme ainsi l'usager :")
def each_screen_names_applicant(created: CreatedSpace, applicant: Person, datatable: Table) -> None:
    assert enrolment.names_shown(created, applicant) == recap_of(datatable)


@then("le formulaire sauvegardé reprend chaque ligne du récapitulatif")
def record_repeats_summary(created: CreatedSpace, keep: Keep) -> None:
    document = procedure.save_record(created.window, keep)
    assert document.recap(created.recap) == created.recap


@then(parsers.parse('le code "{code}" n\'active rien'))
def code_activates_nothing(
    browsers: Browsers, applicant: Person, refusals: Refusals, code: str
) -> None:
    window = enrolment.activate_in_other_browser(browsers, applicant.address, code)
    assert refused.fault_of(refused.at_activation(window), "code inconnu", refusals) == ""


@then("la même adresse permet encore de s'inscrire")
def address_is_free(browsers: Browsers, applicant: Person) -> None:
    window = enrolment.enrol_in_other_browser(browsers, applicant)
    expect(window.enrolment.screen).to_contain_text(applicant.address)
