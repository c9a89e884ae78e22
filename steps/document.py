"""The record that a person saves."""

from pytest_bdd import parsers, then, when

from fixtures import journeys
from fixtures.document import Document
from fixtures.journeys import CreatedSpace, Keep
from fixtures.people import Person


@when("l'usager sauvegarde son formulaire", target_fixture="document")
def applicant_saves_record(created: CreatedSpace, keep: Keep) -> Document:
    return journeys.save_record(created.window, keep)


@then("un document PDF s'affiche")
def document_is_pdf(document: Document) -> None:
    assert (document.media_type, document.content[:5]) == ("application/pdf", b"%PDF-")


@then("ce document reprend chaque ligne du récapitulatif")
def document_repeats_summary(document: Document, created: CreatedSpace) -> None:
    assert document.recap([label for label, _ in created.recap]) == created.recap


@then(
    parsers.parse(
        'ce document confirme l\'inscription de "{name}", à la date et sous le numéro affichés'
    )
)
def document_confirms_registration(document: Document, created: CreatedSpace, name: str) -> None:
    assert f"{name} {created.sentence}" in document.text


@then("ce document ne contient ni le mot de passe ni le code d'activation")
def document_holds_no_secret(document: Document, created: CreatedSpace, applicant: Person) -> None:
    assert not document.holds_any_of(applicant.password, created.code)
