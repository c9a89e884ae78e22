"""The e-mails that a person receives."""

from datetime import datetime

from pytest_bdd import parsers, then, when

from fixtures.inbox import Inbox
from fixtures.instants import paris_instant
from fixtures.people import Person
from fixtures.recap import plain
from fixtures.target import Target


@when("l'usager relève son courrier")
def applicant_checks_mail(inbox: Inbox, applicant: Person) -> None:
    inbox.wait_for_mail(applicant.address)


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
    assert inbox.wait_for_mail(applicant.address).code != inbox.mails[0].code


@then(parsers.parse("ce courriel est daté du {instant}"), converters={"instant": paris_instant})
def mail_is_dated(inbox: Inbox, applicant: Person, instant: datetime) -> None:
    assert inbox.wait_for_mail(applicant.address).sent_at == instant
