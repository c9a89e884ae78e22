"""Addresses, and the spaces that use them."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.window import Window
from fixtures.pages import shown
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site.refusals import Refusals
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import procedure, refused


@given(
    parsers.re(r'(?P<number>\d+) espaces? avec certificat utilisant l\'adresse "(?P<address>.+)"'),
    converters={"number": int},
)
def certificate_spaces_use_address(target: Target, number: int, address: str) -> None:
    target.add_certificate_spaces(address, number)


@given(parsers.parse("l'usager bloqué pour avoir choisi l'adresse \"{address}\""))
def applicant_is_blocked(target: Target, window: Window, applicant: Person, address: str) -> None:
    target.bring(window, Stage.CERTIFIED_ADDRESS, replace(applicant, address=address))


@given(
    "l'usager revenu du formulaire d'inscription au choix de ses identifiants",
    target_fixture="enrolment_address",
)
def applicant_has_come_back_to_credentials(
    target: Target, window: Window, applicant: Person
) -> str:
    return procedure.come_back_to_credentials(target.bring(window, Stage.ENROLMENT, applicant))


@given(
    parsers.parse('son inscription récapitulée avec l\'adresse "{address}" à la place'),
    target_fixture="applicant",
)
def applicant_has_taken_another_address(window: Window, applicant: Person, address: str) -> Person:
    return procedure.reach_summary_with_another_address(window, applicant, address)


@when(parsers.parse("l'usager choisit l'adresse \"{address}\""))
def applicant_chooses_address(window: Window, applicant: Person, address: str) -> None:
    window.credentials.choose(address, applicant.password)


@given(parsers.parse('bloqué encore pour avoir choisi l\'adresse "{address}"'))
@when(parsers.parse("l'usager choisit à la place l'adresse \"{address}\""))
def applicant_chooses_another_address(window: Window, applicant: Person, address: str) -> None:
    window.certified_address.choose_instead(address, applicant.password)


@when("l'usager opte pour l'accès sans certificat")
def applicant_opts_for_password(window: Window) -> None:
    window.certified_address.opt_for_password()


@then("la création est bloquée par ces messages :")
def creation_is_blocked_by_messages(window: Window, datatable: list[list[str]]) -> None:
    assert shown.fault_of(window.certified_address.screen, column(datatable)) == ""


@then("la création ne va pas plus loin")
def creation_does_not_go_on(window: Window) -> None:
    assert refused.fault_of_any(refused.short_of_enrolment(window)) == ""


@then("la création est bloquée")
def creation_is_blocked(window: Window) -> None:
    expect(window.certified_address.screen).to_be_visible()


@then(parsers.parse('la création est refusée pour le motif "{reason}"'))
def creation_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_credentials(window), reason, refusals) == ""


@then(parsers.parse('la confirmation lui est refusée pour le motif "{reason}"'))
def confirmation_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_summary(window), reason, refusals) == ""


@then("l'option pour l'accès sans certificat lui est proposée")
def certificate_option_is_offered(window: Window) -> None:
    expect(window.certified_address.option_link).to_be_visible()


@then(parsers.parse('la procédure "{title}" lui est présentée'))
def procedure_is_shown(window: Window, title: str) -> None:
    expect(window.titled(title)).to_be_visible()


@then(parsers.parse("le formulaire d'inscription reprend l'adresse \"{address}\""))
def enrolment_form_shows_address(window: Window, address: str) -> None:
    expect(window.enrolment.screen).to_contain_text(address)


@then("le formulaire d'inscription ne lui est plus accessible")
def enrolment_form_is_closed(window: Window, enrolment_address: str) -> None:
    expect(procedure.ask_for(window, enrolment_address).enrolment.screen).to_be_hidden()
