"""The general conditions, accepted or not."""

from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.raw_requests import RawRequests
from fixtures.browser.window import Window
from fixtures.site.refusals import Refusals
from fixtures.walks import conditions, procedure, refused


@given("un premier refus, faute d'avoir accepté")
def applicant_was_refused_for_conditions(window: Window) -> None:
    conditions.be_refused(window)


@given("le texte des conditions générales lu, puis refermé")
def applicant_has_read_terms(window: Window) -> None:
    conditions.read_terms(window)


@given("l'adresse de la 2ème étape, relevée par un autre usager", target_fixture="second_step")
def second_step_is_known(browsers: Browsers) -> str:
    return conditions.note_second_step(browsers)


@when("l'usager poursuit sans accepter les conditions générales")
def applicant_does_not_accept(window: Window) -> None:
    window.conditions.validate()


@when("l'usager poursuit sans accepter les conditions générales, sans passer par le navigateur")
def applicant_sends_no_acceptance(window: Window, raw: RawRequests) -> None:
    conditions.send_without_acceptance(window, raw)


@when("l'usager demande directement cette étape")
def applicant_asks_for_second_step(window: Window, second_step: str) -> None:
    procedure.ask_for(window, second_step)


@then(parsers.parse('la poursuite lui est refusée pour le motif "{reason}"'))
def going_on_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_conditions(window), reason, refusals) == ""
