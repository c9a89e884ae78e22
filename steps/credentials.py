"""The credentials tried at the 2nd step, and what becomes of them."""

from dataclasses import replace

from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.raw_requests import RawRequests
from fixtures.browser.window import Window
from fixtures.mailbox.inbox import Inbox
from fixtures.pages.recap import plain
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site.refusals import Refusals
from fixtures.site.target import Target
from fixtures.walks import confidentiality, credentials, procedure, refused
from fixtures.walks.confidentiality import Traces
from fixtures.walks.procedure import Keep
from fixtures.walks.refused import Answers


@given(
    parsers.parse("un usager dont l'adresse électronique compte {length:d} caractères"),
    target_fixture="applicant",
)
def applicant_has_address_of_length(applicant: Person, length: int) -> Person:
    return replace(applicant, address=credentials.address_of_length(length))


@given(
    parsers.parse("un usager dont le mot de passe compte {length:d} caractères"),
    target_fixture="applicant",
)
def applicant_has_password_of_length(applicant: Person, length: int) -> Person:
    return replace(applicant, password=credentials.password_of_length(length))


@given(parsers.parse('un espace sans certificat utilisant l\'adresse "{address}"'))
def password_space_uses_address(target: Target, applicant: Person, address: str) -> None:
    target.add_space(replace(applicant, address=address))


@given(parsers.parse('une demande en cours utilisant l\'adresse "{address}"'))
def registration_uses_address(target: Target, applicant: Person, address: str) -> None:
    target.add_registration(replace(applicant, address=address))


@given(
    parsers.parse("l'usager dont l'espace s'ouvre par le mot de passe \"{password}\""),
    target_fixture="applicant",
)
def applicant_has_space(target: Target, applicant: Person, password: str) -> Person:
    return credentials.add_space_opened_by(target, applicant, password)


@given("l'usager à qui ces identifiants viennent d'être refusés :")
def applicant_was_refused(window: Window, applicant: Person, datatable: list[list[str]]) -> None:
    credentials.reach_and_try(window, credentials.read_tries(datatable, applicant))


@when("l'usager essaie tour à tour ces identifiants :", target_fixture="answers")
def applicant_tries_credentials(
    window: Window, applicant: Person, datatable: list[list[str]]
) -> Answers:
    return credentials.try_in_turn(window, credentials.read_tries(datatable, applicant))


@when(
    "l'usager envoie tour à tour ces identifiants, sans passer par le navigateur :",
    target_fixture="answers",
)
def applicant_sends_credentials(
    window: Window, applicant: Person, datatable: list[list[str]], raw: RawRequests
) -> Answers:
    return credentials.send_in_turn(window, credentials.read_tries(datatable, applicant), raw)


@when("l'usager choisit les mêmes identifiants depuis un autre navigateur", target_fixture="window")
def applicant_chooses_in_another_browser(browsers: Browsers, applicant: Person) -> Window:
    return credentials.choose_in(browsers.open(), applicant)


@when(parsers.parse("l'usager demande l'accès à son espace avec le mot de passe \"{password}\""))
def applicant_asks_for_space_with(window: Window, applicant: Person, password: str) -> None:
    procedure.log_in(window, applicant.address, password)


@when("l'usager mène la procédure à son terme", target_fixture="traces")
def applicant_goes_all_the_way(
    window: Window, applicant: Person, inbox: Inbox, keep: Keep
) -> Traces:
    return confidentiality.create_space(window, applicant, inbox, keep)


@when(
    parsers.parse(
        "l'usager mène la procédure à son terme, après des refus dont l'un pour l'adresse "
        '"{address}"'
    ),
    target_fixture="traces",
)
def applicant_goes_all_the_way_after_refusals(
    window: Window, applicant: Person, inbox: Inbox, keep: Keep, address: str
) -> Traces:
    return confidentiality.create_space_after_refusals(window, applicant, address, inbox, keep)


@then(parsers.parse('chacun de ces essais est refusé pour le motif "{reason}"'))
def every_try_is_refused(answers: Answers, refusals: Refusals, reason: str) -> None:
    assert refused.faults_of_all(answers, reason, refusals) == {}


@then("chacun de ces essais est refusé")
def every_try_is_refused_for_any_reason(answers: Answers) -> None:
    assert refused.faults_of_any(answers) == {}


@then("ces essais sont refusés pour ces motifs :")
def tries_are_refused(answers: Answers, refusals: Refusals, datatable: list[list[str]]) -> None:
    assert refused.faults_of(answers, dict(datatable), refusals) == {}


@then("ces essais ne sont refusés que pour ces motifs, dits dans cet ordre :")
def tries_are_refused_in_order(
    answers: Answers, refusals: Refusals, datatable: list[list[str]]
) -> None:
    assert refused.excess_of(answers, dict(datatable), refusals) == {}


@then(parsers.parse('chacun de ces essais mène à la "{title}"'))
def every_try_leads_on(answers: Answers, title: str) -> None:
    assert refused.not_led_to(title, answers) == {}


@then("aucun de ces messages ne lui est adressé :")
def messages_are_absent(window: Window, datatable: list[list[str]]) -> None:
    assert not [text for text in column(datatable) if text in plain(window.content.inner_text())]


@then("l'option pour l'accès sans certificat ne lui est pas proposée")
def certificate_option_is_not_offered(window: Window) -> None:
    expect(window.screen.links.filter(has_text="Optez pour")).to_have_count(0)


@then("ses identifiants lui ouvrent son espace")
def space_is_open(window: Window) -> None:
    expect(window.space.screen).to_be_visible()


@then("un courriel parvient à son adresse, en entier")
def mail_reaches_whole_address(inbox: Inbox, applicant: Person) -> None:
    assert inbox.wait_for_mail(applicant.address).everybody == {applicant.address}


@then("son adresse électronique se lit en entier dans :")
def address_is_shown(traces: Traces, applicant: Person, datatable: list[list[str]]) -> None:
    assert set(column(datatable)) <= set(traces.showing(applicant.address))


@then("le mot de passe choisi ne se retrouve dans rien de ceci :")
def password_is_nowhere(traces: Traces, applicant: Person, datatable: list[list[str]]) -> None:
    assert (list(traces), traces.holding(applicant.password)) == (column(datatable), [])


@then(parsers.parse("un mot de passe qui n'en serait que le début n'ouvre aucun espace"))
def beginning_of_password_opens_no_space(browsers: Browsers, applicant: Person) -> None:
    window = procedure.log_in(browsers.open(), applicant.address, applicant.password[:-1])
    assert refused.fault_of_any(refused.at_login(window)) == ""


@when("l'usager saisit ces identifiants :")
def applicant_types_credentials(
    window: Window, applicant: Person, datatable: list[list[str]]
) -> None:
    credentials.try_once(window, credentials.read_tries(datatable, applicant))


@then("les champs des identifiants contiennent :")
def credentials_fields_hold(window: Window, datatable: list[list[str]]) -> None:
    assert window.credentials.read() == [value for _, value in datatable]


@then("les champs des mots de passe sont vides")
def password_fields_are_empty(window: Window) -> None:
    assert window.credentials.read()[2:] == ["", ""]


@then("les champs des mots de passe masquent ce qui y est saisi")
def password_fields_are_masked(window: Window) -> None:
    assert window.credentials.types()[2:] == ["password", "password"]


@then("ces quatre champs sont vides")
def four_fields_are_empty(window: Window) -> None:
    assert window.certified_address.read() == ["", "", "", ""]
