"""The screens as everybody must be able to use them: at any width, and without a mouse."""

from pytest_bdd import given, then, when

from fixtures import accessibility
from fixtures.accessibility import Examination
from fixtures.browser.browsers import Browsers
from fixtures.browser.keyboard import Keyboard
from fixtures.browser.window import Window
from fixtures.mailbox.inbox import Inbox
from fixtures.pages.screen import column
from fixtures.people import Person, stretched
from fixtures.site.target import Target
from fixtures.walks import every_screen, keyboard_alone


@given(
    "l'usager dont le nom, l'adresse et chaque réponse sont les plus longs possibles",
    target_fixture="applicant",
)
def applicant_has_longest_values(applicant: Person) -> Person:
    return stretched(applicant)


@given(
    "chaque écran examiné dans une fenêtre large de 320, 360, 768 puis 1280 pixels",
    target_fixture="examination",
)
def every_screen_is_examined(target: Target) -> Examination:
    return Examination(widths=(320, 360, 768, 1280), rules=target.examined_rules)


@given("un espace de l'usager, avec son numéro d'abonné", target_fixture="number")
def applicant_has_space(target: Target, applicant: Person) -> str:
    return target.add_space(applicant)


@given("un espace avec certificat utilisant l'adresse de l'usager")
def certificate_space_uses_address(target: Target, applicant: Person) -> None:
    target.add_certificate_spaces(applicant.address, 1)


@given("un usager qui n'emploie que son clavier", target_fixture="keyboard")
def applicant_has_keyboard_only() -> Keyboard:
    return Keyboard()


@when("l'usager crée son espace, de la page d'accueil à la confirmation")
def applicant_sees_creation(
    window: Window, applicant: Person, inbox: Inbox, examination: Examination
) -> None:
    every_screen.see_creation(window, applicant, inbox, examination)


@when("l'usager visite son espace, le quitte et change de mot de passe")
def applicant_sees_space(
    window: Window, applicant: Person, number: str, examination: Examination
) -> None:
    every_screen.see_space(window, applicant, number, examination)


@when("l'usager consulte les pages voisines de la procédure")
def applicant_sees_information(window: Window, examination: Examination) -> None:
    every_screen.see_information(window, examination)


@when("l'usager se fait refuser chacun des formulaires")
def applicant_sees_refusals(window: Window, applicant: Person, examination: Examination) -> None:
    every_screen.see_refusals(window, applicant, examination)


@when("l'usager choisit cette adresse, puis opte pour l'accès sans certificat")
def applicant_sees_certificate_option(
    window: Window, applicant: Person, examination: Examination
) -> None:
    every_screen.see_certificate_option(window, applicant, examination)


@when("l'usager tente d'activer son espace avec le code reçu")
def applicant_sees_blocked_window(
    browsers: Browsers, window: Window, applicant: Person, inbox: Inbox, examination: Examination
) -> None:
    every_screen.see_blocked_window(browsers, window, applicant, inbox, examination)


@when("l'usager consulte une page volontairement défaillante")
def applicant_sees_faulty_page(window: Window, examination: Examination) -> None:
    accessibility.see_faulty_page(window, examination)


@when("l'usager crée son espace et y accède", target_fixture="window")
def applicant_creates_space_by_keyboard(
    keyboard: Keyboard, window: Window, applicant: Person, inbox: Inbox
) -> Window:
    return keyboard_alone.create_space(keyboard, window, applicant, inbox)


@when("l'usager répète mal son adresse, puis la corrige")
def applicant_corrects_address_by_keyboard(
    keyboard: Keyboard, window: Window, applicant: Person
) -> None:
    keyboard_alone.correct_address(keyboard, window, applicant)


@then("ces écrans ont été examinés :")
def screens_were_examined(examination: Examination, datatable: list[list[str]]) -> None:
    assert examination.screens == column(datatable)


@then("aucun d'eux ne présente de défaut d'accessibilité")
def screens_have_no_fault(examination: Examination) -> None:
    assert examination.faults == []


@then("aucun d'eux n'oblige à défiler sur le côté")
def screens_never_scroll_sideways(examination: Examination) -> None:
    assert examination.overflows == []


@then("l'examen y relève ces défauts :")
def examination_finds_faults(examination: Examination, datatable: list[list[str]]) -> None:
    assert examination.broken_rules == set(column(datatable))


@then("l'examen relève ces défilements sur le côté :")
def examination_finds_overflows(examination: Examination, datatable: list[list[str]]) -> None:
    assert examination.overflows == column(datatable)


@then("l'endroit où agit le clavier est toujours resté visible")
def keyboard_was_always_seen(keyboard: Keyboard) -> None:
    assert keyboard.unseen == []
