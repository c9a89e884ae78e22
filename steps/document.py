"""The record that a person saves."""

from datetime import datetime

from playwright.sync_api import APIResponse, expect
from pytest_bdd import parsers, then, when

from fixtures.browser.browsers import Browsers
from fixtures.browser.raw_requests import RawRequests
from fixtures.browser.window import Window
from fixtures.document import Document
from fixtures.instants import paris_instant
from fixtures.people import Person
from fixtures.site.target import Registration
from fixtures.walks import procedure
from fixtures.walks.procedure import ActivatedSpace, CreatedSpace, Keep

REFUSALS = {403, 404}


@when("l'usager sauvegarde son formulaire", target_fixture="document")
def applicant_saves_record(created: ActivatedSpace, keep: Keep) -> Document:
    return procedure.save_record(created.window, keep)


@when(
    "l'usager sauvegarde son formulaire depuis ses coordonnées, dans un autre navigateur",
    target_fixture="document",
)
def applicant_saves_record_from_space(
    browsers: Browsers, applicant: Person, keep: Keep
) -> Document:
    return procedure.save_record_from_space(browsers.open(), applicant, keep)


@when(
    "un inconnu demande ce formulaire et cette confirmation, dont il a les adresses",
    target_fixture="files",
)
def stranger_asks_for_record(
    browsers: Browsers, created: ActivatedSpace, raw: RawRequests
) -> list[APIResponse]:
    return procedure.fetch_at(browsers.open(), created.window.confirmation.addresses(), raw)


@when("cet autre usager, connecté à son propre espace, les demande de même", target_fixture="files")
def colleague_asks_for_record(
    browsers: Browsers, colleague: Person, created: ActivatedSpace, raw: RawRequests
) -> list[APIResponse]:
    return procedure.fetch_after_log_in(
        browsers.open(), colleague, created.window.confirmation.addresses(), raw
    )


@when(
    "l'usager demande le sien à la même adresse, pour sa propre inscription",
    target_fixture="files",
)
def applicant_asks_for_record_too_early(
    window: Window, others: ActivatedSpace, registration: Registration, raw: RawRequests
) -> list[APIResponse]:
    addresses = others.window.confirmation.addresses_of(registration.id)
    return procedure.fetch_at(window, addresses, raw)


@then("l'accès lui en est refusé")
def files_are_refused(files: list[APIResponse]) -> None:
    assert [file.status for file in files if file.status not in REFUSALS] == []


@then("un document PDF s'affiche")
def document_is_pdf(document: Document) -> None:
    assert (document.media_type, document.content[:5]) == ("application/pdf", b"%PDF-")


@then("ce document reprend chaque ligne du récapitulatif")
def document_repeats_summary(document: Document, created: CreatedSpace) -> None:
    assert document.recap(created.recap) == created.recap


@then(
    parsers.parse(
        'ce document confirme l\'inscription de "{name}", à la date et sous le numéro affichés'
    )
)
def document_confirms_registration(document: Document, created: ActivatedSpace, name: str) -> None:
    assert document.lacking(name, created.registered_on, created.number) == []


@then("ce document ne contient ni le mot de passe ni le code d'activation")
def document_holds_no_secret(
    document: Document, created: ActivatedSpace, applicant: Person
) -> None:
    assert not document.holds_any_of(applicant.password, created.code)


@then("ce document porte la date et le numéro d'abonné affichés")
def document_shows_registration(document: Document, created: ActivatedSpace) -> None:
    assert document.lacking(created.registered_on, created.number) == []


@then("la confirmation reste affichée dans sa fenêtre")
def confirmation_stays(created: ActivatedSpace) -> None:
    expect(created.window.confirmation.screen).to_contain_text(created.sentence)


@then("ce document s'affiche à part, sans remplacer d'autre fenêtre")
def document_has_its_own_window(document: Document, created: ActivatedSpace) -> None:
    assert (document.is_shown, len(created.window.others)) == (True, 2)


@then("ce document s'enregistre comme un PDF")
def document_is_saved_as_pdf(document: Document) -> None:
    assert document.is_saved_as_pdf


@then("ce document s'enregistre sous le nom de récapitulatif et son numéro d'abonné")
def document_can_be_saved(document: Document, created: ActivatedSpace) -> None:
    assert document.file_name == f"recapitulatif_{created.number}.pdf"


@then("ce document s'ouvre sans mot de passe et peut être imprimé")
def document_can_be_printed(document: Document) -> None:
    assert document.may_be_printed


@then(parsers.parse('ce document porte, entière, l\'adresse "{address}"'))
def document_holds_whole_address(document: Document, address: str) -> None:
    assert document.holds_whole(address)


@then(parsers.parse('ce document a pour titre "{title}"'))
def document_is_titled(document: Document, title: str) -> None:
    assert document.title == title


@then(parsers.parse("ce document est daté du {instant}"), converters={"instant": paris_instant})
def document_is_dated(document: Document, instant: datetime) -> None:
    assert document.dated_at == instant


@then("ce document est en français, balisé, et contient ses polices")
def document_is_accessible(document: Document) -> None:
    assert (document.language, document.is_tagged, document.has_own_fonts) == ("fr-FR", True, True)


@then(parsers.parse('chaque page de ce document porte la mention "{mark}"'))
def every_page_is_marked(document: Document, mark: str) -> None:
    assert [page for page in document.pages if not any(mark in line for line in page)] == []
