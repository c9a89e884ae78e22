"""The enrolment form: what it asks for, what it refuses, and the way back from it."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.raw_requests import RawRequests
from fixtures.browser.window import Window
from fixtures.pages.recap import recap_of
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site.refusals import Refusals
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import enrolment, refused
from fixtures.walks.enrolment import Outcomes, Table


@given(
    parsers.parse("l'usager parvenu au formulaire d'inscription avec l'adresse \"{address}\""),
    target_fixture="applicant",
)
def applicant_is_at_enrolment_with_address(
    target: Target, window: Window, applicant: Person, address: str
) -> Person:
    return target.bring_as(window, Stage.ENROLMENT, replace(applicant, address=address))


@given(
    "l'usager revenu du récapitulatif au formulaire d'inscription, pour une entreprise étrangère"
)
def applicant_has_come_back_for_foreign_company(
    target: Target, window: Window, applicant: Person
) -> None:
    enrolment.come_back_for_foreign_company(
        target.bring(window, Stage.ENROLMENT, applicant), applicant
    )


@given(parsers.parse('l\'usager qui y a saisi le nom "{name}", sans valider'))
def applicant_has_typed_last_name(window: Window, name: str) -> None:
    window.enrolment.last_name_field.fill(name)


@given("les seules informations obligatoires confirmées")
def applicant_has_confirmed_the_least(window: Window, applicant: Person) -> None:
    enrolment.confirm_the_least(window, applicant)


@given(
    parsers.parse('son inscription récapitulée après être revenu choisir l\'adresse "{address}"'),
    target_fixture="applicant",
)
def applicant_has_changed_address(window: Window, applicant: Person, address: str) -> Person:
    return enrolment.reach_summary_with_later_address(window, applicant, address)


@when("l'usager remplit les seules informations obligatoires")
def applicant_enrols_with_the_least(window: Window, applicant: Person) -> None:
    enrolment.enrol_with_the_least(window, applicant)


@when("l'usager remplit tour à tour ainsi son inscription :", target_fixture="outcomes")
def applicant_tries_each(window: Window, applicant: Person, datatable: Table) -> Outcomes:
    return enrolment.try_each(window, applicant, datatable)


@when(
    "l'usager envoie tour à tour ces valeurs, sans passer par le navigateur :",
    target_fixture="outcomes",
)
def applicant_sends_each(
    window: Window, applicant: Person, datatable: Table, raw: RawRequests
) -> Outcomes:
    return enrolment.send_each(window, applicant, datatable, raw)


@when(
    parsers.parse(
        "l'usager valide son inscription en y glissant l'adresse \"{address}\", "
        "sans passer par le navigateur"
    )
)
def applicant_slips_address_in(
    window: Window, applicant: Person, address: str, raw: RawRequests
) -> None:
    enrolment.send_with_address(window, applicant, address, raw)


@when("l'usager retient tour à tour chacune des questions proposées", target_fixture="outcomes")
def applicant_tries_every_question(window: Window, applicant: Person) -> Outcomes:
    return enrolment.try_every_question(window, applicant)


@when(parsers.parse("l'usager revient à l'étape précédente et y choisit l'adresse \"{address}\""))
def applicant_goes_back_and_chooses(window: Window, applicant: Person, address: str) -> None:
    enrolment.go_back_and_choose(window, address, applicant.password)


@then("ces saisies sont refusées pour ces motifs :")
def tries_are_refused(outcomes: Outcomes, refusals: Refusals, datatable: Table) -> None:
    assert refused.faults_of(outcomes, dict(datatable[1:]), refusals) == {}


@then("ces saisies ne sont refusées que pour ces motifs, dits dans cet ordre :")
def tries_are_refused_in_order(outcomes: Outcomes, refusals: Refusals, datatable: Table) -> None:
    assert refused.excess_of(outcomes, dict(datatable[1:]), refusals) == {}


@then("toutes ces saisies mènent au récapitulatif")
def every_try_reaches_summary(outcomes: Outcomes) -> None:
    assert enrolment.short_of_summary(outcomes) == {}


@then("tout ce que l'usager avait saisi lui reste")
def nothing_typed_is_lost(outcomes: Outcomes) -> None:
    assert enrolment.losses(outcomes) == []


@then("le récapitulatif montre, pour chacune de ces saisies :")
@then("le récapitulatif montre, pour chacune des autres saisies :")
def summary_shows_each_try(outcomes: Outcomes, datatable: Table) -> None:
    assert enrolment.recapitulated(outcomes, datatable[0]) == enrolment.recap_rows(datatable)


@then("le récapitulatif montre chacune des questions retenues, deux au moins")
def summary_shows_every_question(outcomes: Outcomes) -> None:
    shown = enrolment.recapitulated(outcomes, ["cas", "Question :"])
    assert shown == [[question, question] for question in outcomes]
    assert len(shown) > 1


@then("l'inscription reprend ces valeurs :")
@then("l'inscription reprend entre autres ces valeurs :")
def form_has_kept_values(window: Window, datatable: Table) -> None:
    assert enrolment.values_named_in(window, datatable) == recap_of(datatable)


@then("le formulaire porte ces libellés, dans cet ordre :")
def form_has_labels(window: Window, datatable: Table) -> None:
    assert window.enrolment.labels() == column(datatable)


@then("le formulaire montre ces valeurs :")
def form_shows_values(window: Window, datatable: Table) -> None:
    assert window.enrolment.values() == recap_of(datatable)


@then("le formulaire montre encore l'adresse de l'usager")
def form_shows_address(window: Window, applicant: Person) -> None:
    expect(window.enrolment.screen).to_contain_text(applicant.address)


@then(parsers.parse('la liste "{label}" offre ces choix, et eux seuls :'))
def list_offers_only(window: Window, label: str, datatable: Table) -> None:
    assert window.enrolment.options(label) == column(datatable)


@then(parsers.parse('la liste "{label}" commence par ces choix :'))
def list_begins_with(window: Window, label: str, datatable: Table) -> None:
    assert window.enrolment.options(label)[: len(datatable)] == column(datatable)


@then(parsers.parse('le champ "{label}" vaut "{value}"'))
def field_has_value(window: Window, label: str, value: str) -> None:
    assert dict(window.enrolment.values())[label] == value


@then('le champ "* Nom :" est vide')
def last_name_is_empty(window: Window) -> None:
    expect(window.enrolment.last_name_field).to_have_value("")


@then(parsers.parse('aucun champ ne permet de modifier "{label}"'))
def no_field_changes(window: Window, label: str) -> None:
    assert label not in window.enrolment.editable_labels()


@then('le bouton "Étape précédente" est en bas à gauche du formulaire')
def previous_is_at_bottom_left(window: Window) -> None:
    assert window.enrolment.is_previous_at_bottom_left()
