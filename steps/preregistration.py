"""The end of the pre-registration, and the second code of who let the first one lapse."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.window import Window
from fixtures.evidence.exchanges import Exchanges, subscriber_numbers
from fixtures.mailbox.inbox import Inbox
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site.stages import Stage
from fixtures.site.target import Target
from fixtures.walks import activation, restart
from fixtures.walks.activation import ScreenRead, phrases_found
from fixtures.walks.restart import Restart


@given("un navigateur dont tout ce qu'il reçoit est noté", target_fixture="exchanges")
def browser_notes_all_it_receives(window: Window) -> Exchanges:
    return Exchanges(window.page)


@given(
    parsers.parse(
        'la même adresse récapitulée au nom de "{last_name} {first_name}", avec le mot de passe '
        '"{password}"'
    )
)
def other_request_is_at_summary(
    target: Target,
    window: Window,
    applicant: Person,
    last_name: str,
    first_name: str,
    password: str,
) -> None:
    other = replace(applicant, last_name=last_name, first_name=first_name, password=password)
    target.bring(window, Stage.SUMMARY, other)


@given("cette autre demande confirmée trop tard")
def other_request_was_confirmed_late(window: Window) -> None:
    restart.confirm_late(window)


@given("son code périmé refusé à l'activation")
def expired_code_was_refused(window: Window, inbox: Inbox, applicant: Person) -> None:
    activation.be_refused_code(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@given("le premier code refusé à l'activation")
def first_code_was_refused(window: Window, inbox: Inbox, applicant: Person) -> None:
    activation.be_refused_code(
        window, applicant.address, inbox.first_mail_to(applicant.address).code
    )


@when(
    "l'usager cherche comment obtenir un autre code, d'écran en écran",
    target_fixture="screens_read",
)
def applicant_looks_for_another_code(window: Window) -> list[ScreenRead]:
    return activation.read_screens_after_preregistration(window)


@when("l'usager reprend la procédure depuis ce refus")
def applicant_starts_again_from_refusal(window: Window) -> None:
    window.activation.restart()


@when(
    "l'usager reprend toute la procédure jusqu'au formulaire d'inscription",
    target_fixture="restart",
)
def applicant_starts_again(window: Window, applicant: Person) -> Restart:
    return restart.start_again(window, applicant)


@then("ces écrans ont été lus :")
def screens_were_read(screens_read: list[ScreenRead], datatable: list[list[str]]) -> None:
    assert [screen.title for screen in screens_read] == column(datatable)


@then("aucun d'eux ne dit quoi que ce soit de tel :")
def no_screen_says(screens_read: list[ScreenRead], datatable: list[list[str]]) -> None:
    assert phrases_found(screens_read, column(datatable)) == []


@then("le code du courriel n'est nulle part dans ce que le navigateur a reçu")
def code_is_only_in_mail(exchanges: Exchanges, inbox: Inbox, applicant: Person) -> None:
    assert inbox.wait_for_mail(applicant.address).code not in exchanges.received


@then("l'adresse choisie est dans ce que le navigateur a reçu")
def address_is_in_what_browser_received(exchanges: Exchanges, applicant: Person) -> None:
    assert applicant.address in exchanges.received


@then("ni l'écran ni le courriel ne portent de numéro d'abonné")
def no_number_is_told(window: Window, inbox: Inbox, applicant: Person) -> None:
    assert not subscriber_numbers(
        f"{window.content.inner_text()} {inbox.wait_for_mail(applicant.address).everything}"
    )


@then("le choix de la procédure lui est présenté")
def procedure_choice_is_shown(window: Window) -> None:
    expect(window.procedure_choice.title).to_be_visible()


@then("les conditions générales étaient de nouveau à accepter")
def conditions_were_to_be_accepted(restart: Restart) -> None:
    assert not restart.was_accepted


@then("le formulaire d'inscription ne reprenait rien de ce qu'il avait saisi")
def form_held_nothing(restart: Restart, applicant: Person) -> None:
    assert (restart.kept_of(applicant), "FRANCE" in restart.values) == (set(), True)
