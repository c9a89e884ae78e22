"""The e-mails that a person receives."""

from collections.abc import Sequence
from datetime import datetime

from pytest_bdd import given, parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.window import Window
from fixtures.evidence.exchanges import subscriber_numbers
from fixtures.instants import paris_instant
from fixtures.mailbox.inbox import Inbox
from fixtures.mailbox.message import Mail, kinds_of_characters
from fixtures.pages.recap import plain
from fixtures.pages.screen import column
from fixtures.people import Person
from fixtures.site import states
from fixtures.site.target import Target
from fixtures.walks import activation, procedure


@given(
    parsers.parse("un même usager pré-inscrit à {number:d} adresses, le {instant}"),
    target_fixture="addresses",
    converters={"instant": paris_instant},
)
def applicant_is_preregistered_at_addresses(
    target: Target, applicant: Person, number: int, instant: datetime
) -> Sequence[str]:
    return states.preregister_addresses(target, applicant, number, instant)


@given("une messagerie qui tarde à prendre les courriels")
def mail_server_is_slow(inbox: Inbox) -> None:
    inbox.slow_down()


@given(
    "un espace activé avec le code reçu, dans un navigateur refermé depuis",
    target_fixture="number",
)
def space_was_activated(browsers: Browsers, inbox: Inbox, applicant: Person) -> str:
    return activation.activate_and_close(
        browsers, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager relève son courrier")
def applicant_checks_mail(inbox: Inbox, applicant: Person) -> None:
    inbox.wait_for_mail(applicant.address)


@when("l'usager relève le courrier de chaque adresse", target_fixture="mails")
def applicant_checks_mail_of_each_address(inbox: Inbox, addresses: Sequence[str]) -> list[Mail]:
    return inbox.wait_for_mail_to_each(addresses)


@when("l'usager suit le chemin que l'écran a indiqué et saisit le code reçu")
def applicant_follows_path_of_screen(window: Window, inbox: Inbox, applicant: Person) -> None:
    activation.activate_by_path_of_screen(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager suit le chemin que le courriel indique et saisit le code reçu")
def applicant_follows_path_of_mail(window: Window, inbox: Inbox, applicant: Person) -> None:
    activation.activate_by_path_of_mail(
        window, applicant.address, inbox.wait_for_mail(applicant.address).code
    )


@when("l'usager active son espace avec le premier code")
def applicant_activates_space_with_first_code(
    window: Window, inbox: Inbox, applicant: Person
) -> None:
    procedure.activate(window, applicant.address, inbox.first_mail_to(applicant.address).code)


@when("l'usager demande l'accès à son espace avec le code pour mot de passe")
def applicant_takes_code_for_password(window: Window, inbox: Inbox, applicant: Person) -> None:
    procedure.log_in(window, applicant.address, inbox.wait_for_mail(applicant.address).code)


@then("aucun courriel n'est envoyé")
def no_mail_is_sent(target: Target, inbox: Inbox) -> None:
    assert (target.mail_counts().total, inbox.mails) == (0, [])


@then(parsers.parse('un courriel parvient à la seule adresse "{address}"'))
def mail_reaches_address_only(inbox: Inbox, address: str) -> None:
    assert inbox.wait_for_mail(address).everybody == {address}


@then("le site n'a envoyé que ce courriel")
@then("le site n'a envoyé qu'un seul courriel")
def one_mail_is_sent(target: Target, inbox: Inbox) -> None:
    assert (target.mail_counts().total, len(inbox.mails)) == (1, 1)


@then(parsers.parse('un seul courriel parvient à "{address}"'))
def one_mail_reaches_address(target: Target, inbox: Inbox, address: str) -> None:
    assert len(inbox.mails_to(address)) == target.mail_counts().total - 1 == 1


@then(parsers.parse('ce courriel a pour objet "{subject}"'))
def mail_has_subject(inbox: Inbox, applicant: Person, subject: str) -> None:
    assert inbox.wait_for_mail(applicant.address).subject == subject


@then(parsers.parse('ce courriel annonce "{text}"'))
def mail_says(inbox: Inbox, applicant: Person, text: str) -> None:
    assert text in plain(inbox.wait_for_mail(applicant.address).text)


@then("ce courriel contient, seul sur sa ligne, un code d'activation de 12 chiffres et lettres")
def mail_holds_one_code(inbox: Inbox, applicant: Person) -> None:
    assert len(inbox.wait_for_mail(applicant.address).codes) == 1


@then("ce courriel contient un autre code que le premier")
def mail_holds_another_code(inbox: Inbox, applicant: Person) -> None:
    # The first went to another address in one of the scenarios.
    assert inbox.wait_for_mail(applicant.address).code != inbox.mails[0].code


@then(parsers.parse("ce courriel est daté du {instant}"), converters={"instant": paris_instant})
def mail_is_dated(inbox: Inbox, applicant: Person, instant: datetime) -> None:
    assert inbox.wait_for_mail(applicant.address).sent_at == instant


@then("aucun courriel n'a encore été pris par la messagerie")
def no_mail_is_taken_yet(inbox: Inbox) -> None:
    assert inbox.mails == []


@then("le courriel lui parvient dès que la messagerie le prend")
def mail_comes_at_last(inbox: Inbox, applicant: Person) -> None:
    assert len(inbox.receive_at_last(applicant.address).codes) == 1


@then("un second courriel lui parvient, avec un autre code que le premier")
def second_mail_comes(inbox: Inbox, applicant: Person) -> None:
    assert len({mail.code for mail in inbox.wait_for_mails(applicant.address, 2)}) == 2


@then(parsers.parse('ce courriel a pour seul expéditeur "{address}"'))
def mail_has_sender(inbox: Inbox, applicant: Person, address: str) -> None:
    assert inbox.wait_for_mail(applicant.address).senders == {address}


@then("ce courriel ne propose aucune autre adresse pour répondre")
def mail_has_no_reply_address(inbox: Inbox, applicant: Person) -> None:
    assert "Reply-To" not in inbox.wait_for_mail(applicant.address).message


@then("le texte de ce courriel est, mot pour mot :")
def mail_reads(inbox: Inbox, applicant: Person, datatable: list[list[str]]) -> None:
    assert plain(inbox.wait_for_mail(applicant.address).text_with("(code)")) == " ".join(
        column(datatable)
    )


@then("chacune de ces étapes du courriel commence une ligne :")
def mail_has_lines(inbox: Inbox, applicant: Person, datatable: list[list[str]]) -> None:
    steps = column(datatable)
    assert inbox.wait_for_mail(applicant.address).line_beginnings(steps) == steps


@then(parsers.parse('le code de ce courriel suit, seul sur sa ligne, "{text}"'))
def mail_has_code_after(inbox: Inbox, applicant: Person, text: str) -> None:
    assert plain(inbox.wait_for_mail(applicant.address).text_before_code()).endswith(text)


@then(parsers.parse("le mot \"{word}\" mis à part, rien d'autre dans ce courriel n'est fait ainsi"))
def mail_has_nothing_else_like_code(inbox: Inbox, applicant: Person, word: str) -> None:
    mail = inbox.wait_for_mail(applicant.address)
    assert sorted(mail.like_codes) == sorted([word, *mail.codes])


@then("ce courriel est d'une seule partie, en texte simple")
def mail_is_plain_text(inbox: Inbox, applicant: Person) -> None:
    assert inbox.wait_for_mail(applicant.address).parts == ["text/plain"]


@then("ce courriel ne contient, en-têtes compris, aucune de ces marques :")
def mail_has_no_mark(inbox: Inbox, applicant: Person, datatable: list[list[str]]) -> None:
    assert inbox.wait_for_mail(applicant.address).found_among(column(datatable)) == []


@then("ce courriel ne contient ni son mot de passe, ni sa réponse de confiance, ni son SIREN")
def mail_holds_no_secret(inbox: Inbox, applicant: Person) -> None:
    assert (
        inbox.wait_for_mail(applicant.address).found_among(
            [applicant.password, applicant.answer, applicant.siren]
        )
        == []
    )


@then("ce courriel ne contient aucun numéro d'abonné")
def mail_holds_no_number(inbox: Inbox, applicant: Person) -> None:
    assert subscriber_numbers(inbox.wait_for_mail(applicant.address).everything) == []


@then("chacun de ces courriels contient un code d'activation de 12 chiffres et lettres")
def each_mail_holds_one_code(mails: list[Mail]) -> None:
    assert {len(mail.codes) for mail in mails} == {1}


@then("ces codes sont tous différents")
def codes_differ(mails: list[Mail]) -> None:
    assert len({mail.code for mail in mails}) == len(mails)


@then("ces codes emploient ensemble des majuscules, des minuscules et des chiffres")
def codes_use_alphabet(mails: list[Mail]) -> None:
    assert kinds_of_characters("".join(mail.code for mail in mails)) == {
        "majuscules",
        "minuscules",
        "chiffres",
    }


@then("son numéro d'abonné est resté le même")
def number_is_unchanged(browsers: Browsers, applicant: Person, number: str) -> None:
    assert activation.number_of(browsers.open(), applicant) == number
