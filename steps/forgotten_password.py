"""The forgotten password, and the question that the person once chose."""

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.people import Person
from fixtures.site.refusals import Refusals
from fixtures.site.target import Target
from fixtures.walks import forgotten_password, procedure, refused


@given(
    parsers.parse(
        "l'usager dont l'espace est ouvert, avec pour question \"{question}\" "
        'et pour réponse "{answer}"'
    ),
    target_fixture="subscriber_number",
)
def applicant_has_space_with_question(
    target: Target, applicant: Person, question: str, answer: str
) -> str:
    return forgotten_password.open_space_with_question(target, applicant, question, answer)


@given("l'usager parvenu à l'accès à son espace")
def applicant_is_at_login(window: Window) -> None:
    forgotten_password.reach_login(window)


@given("l'usager à qui sa question de confiance est posée")
@when("l'usager dit avoir oublié son mot de passe, et donne son numéro d'abonné")
def applicant_has_forgotten_password(
    window: Window, applicant: Person, subscriber_number: str
) -> None:
    forgotten_password.ask_for_question(window, applicant.address, subscriber_number)


@when(
    parsers.parse(
        "l'usager dit avoir oublié son mot de passe, et donne le numéro d'abonné \"{number}\""
    )
)
def applicant_gives_number(window: Window, applicant: Person, number: str) -> None:
    forgotten_password.ask_for_question(window, applicant.address, number)


@when(parsers.parse('l\'usager répond "{answer}" et choisit le mot de passe "{password}"'))
def applicant_answers(window: Window, answer: str, password: str) -> None:
    window.forgotten_password.answer(answer, password)


@then(parsers.parse('la question lui est refusée pour le motif "{reason}"'))
def question_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_question(window), reason, refusals) == ""


@then(parsers.parse('le nouveau mot de passe lui est refusé pour le motif "{reason}"'))
def new_password_is_refused(window: Window, refusals: Refusals, reason: str) -> None:
    assert refused.fault_of(refused.at_forgotten_password(window), reason, refusals) == ""


@then(parsers.parse('le mot de passe "{password}" ouvre son espace'))
def password_opens_space(browsers: Browsers, applicant: Person, password: str) -> None:
    window = procedure.log_in(browsers.open(), applicant.address, password)
    expect(window.space.screen).to_be_visible()
