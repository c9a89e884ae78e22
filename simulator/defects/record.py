"""The record, as a PDF."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from simulator.defects.changes import (
    all_of,
    with_answer,
    with_method,
    with_page,
    with_record,
    with_registry,
)
from simulator.defects.model import Change, Defect, Note
from simulator.domain.values.spaces import Access, Space
from simulator.services import Page, Services

Printed = dict[str, Any]
"""The record's own arguments."""


def _lines(faulty: Callable[[str, str], tuple[str, str] | None]) -> Change:
    """Print each line otherwise, or not at all."""

    def misprinted(printed: Printed) -> Printed:
        sections = [
            (title, [made for label, value in lines if (made := faulty(label, value))])
            for title, lines in printed["sections"]
        ]
        return printed | {"sections": sections}

    return with_record(misprinted)


def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()


def _web_page_called_pdf(services: Services, note: Note) -> Services:
    def render(**printed: Any) -> bytes:  # noqa: ANN401 - the record's own arguments
        note()
        return f"<html><body>{printed['holder']}, {printed['number']}</body></html>".encode()

    return replace(services, render_record=render)


def _in_english(services: Services, note: Note) -> Services:
    def render(**printed: Any) -> bytes:  # noqa: ANN401 - the record's own arguments
        note()
        return services.render_record(**printed).replace(b"/Lang(fr-FR)", b"/Lang(en-US)")

    return replace(services, render_record=render)


def _with_the_password(services: Services, note: Note) -> Services:
    def misprinted(printed: Printed) -> Printed:
        with services.storage.reading() as registry:
            (space,) = (item for item in registry.spaces() if item.number == printed["number"])
        password = (space.password_hash or "").partition(" ")[2]
        credentials = ("Identifiants", [("Mot de passe :", password)])
        return printed | {"sections": [*printed["sections"], credentials]}

    return with_record(misprinted)(services, note)


_PASSWORDS_IN_CLEAR = all_of(
    with_method("passwords", "hash", lambda sound, password: f"{sound(password)} {password}"),
    with_method(
        "passwords",
        "verify",
        lambda sound, stored, password: sound(stored and stored.partition(" ")[0], password),
    ),
)


def _or_of_the_request(sound: Any, space_id: str) -> Space | None:  # noqa: ANN401 - a bound method
    request = sound.__self__.registration_by_id(space_id)
    if request is None or request.enrolment is None:
        return sound(space_id)  # type: ignore[no-any-return]  # a bound method has no type
    return Space(
        id=request.id,
        number="",
        access=Access.PASSWORD,
        address=request.address,
        address_key=request.address_key,
        password_hash=None,
        registered_at=request.confirmed_at,
        enrolment=request.enrolment,
    )


def _named(name: str) -> Change:
    def named(page: Page) -> Page:
        disposition = ("Content-Disposition", f"inline; filename={name}")
        headers = tuple(item for item in page.headers if item[0] != disposition[0])
        return replace(page, headers=(*headers, disposition))

    return with_answer("record", named)


DEFECTS = (
    Defect(
        "pdf-vierge",
        "R-4.001",
        "Le lien de sauvegarde donne un formulaire vierge, sans les valeurs saisies.",
        _lines(lambda label, _: (label, "")),
    ),
    Defect(
        "pdf-qui-n-en-est-pas-un",
        "R-4.002",
        "Le fichier sauvegardé est une page HTML, sous le nom d'un PDF.",
        _web_page_called_pdf,
    ),
    Defect(
        "pdf-sans-complement-d-adresse",
        "R-4.003",
        "Le PDF ne reprend pas le complément d'adresse.",
        _lines(lambda label, value: None if label.startswith("Complément") else (label, value)),
    ),
    Defect(
        "pdf-valeurs-coupees",
        "R-4.003",
        "Le PDF coupe les valeurs à 60 caractères, même une adresse électronique.",
        _lines(lambda label, value: (label, value[:60])),
    ),
    Defect(
        "pdf-date-perimee",
        "R-4.004",
        "Le PDF porte la date de l'exemple de la fiche et non celle de l'inscription.",
        with_record(lambda printed: printed | {"registered_on": "10 juin 2011"}),
    ),
    Defect(
        "pdf-avec-mot-de-passe",
        "R-4.005",
        "Le mot de passe est gardé en clair, et le PDF le rappelle.",
        all_of(_PASSWORDS_IN_CLEAR, _with_the_password),
    ),
    Defect(
        "pdf-reponse-masquee",
        "R-4.006",
        "La réponse à la question de confiance est masquée par des étoiles dans le PDF.",
        _lines(lambda label, value: (label, "*****" if label == "Réponse :" else value)),
    ),
    Defect(
        "pdf-sans-accents",
        "R-4.007",
        "Le PDF perd les accents de ce qui a été saisi.",
        _lines(lambda label, value: (label, _without_accents(value))),
    ),
    Defect(
        "pdf-sans-extension",
        "R-4.008",
        "Le fichier s'enregistre sous un nom sans « .pdf », que rien n'ouvre.",
        _named("recapitulatif"),
    ),
    Defect(
        "pdf-telephone-colle",
        "R-4.009",
        "Le PDF écrit le téléphone d'un seul tenant, au contraire des écrans.",
        _lines(
            lambda label, value: (
                label,
                value.replace(" ", "") if label == "Numéro de téléphone :" else value,
            )
        ),
    ),
    Defect(
        "pdf-avant-l-activation",
        "R-4.012",
        "Le récapitulatif est donné dès la pré-inscription, avant que l'espace n'existe.",
        all_of(
            with_registry("space", _or_of_the_request),
            with_registry(
                "may_see",
                lambda sound, session, space_id: (
                    sound(session, space_id) or bool(sound.__self__.registration_by_id(space_id))
                ),
            ),
        ),
    ),
    Defect(
        "pdf-a-la-place-de-la-confirmation",
        "R-4.014",
        "Le formulaire s'ouvre à la place de la confirmation.",
        with_page("confirmation", 'target="_blank"', ""),
    ),
    Defect(
        "pdf-sans-civilite",
        "A-15",
        "Le PDF donne le prénom et le nom, sans la civilité.",
        with_record(lambda printed: printed | {"holder": printed["holder"].partition(" ")[2]}),
    ),
    Defect(
        "pdf-sans-question-de-confiance",
        "A-17",
        "Le PDF ne reprend pas la question de confiance et sa réponse.",
        with_record(lambda printed: printed | {"sections": printed["sections"][:-1]}),
    ),
    Defect(
        "pdf-au-nom-de-document",
        "U-69",
        "Le fichier s'enregistre sous le nom « document.pdf », le même pour tous.",
        _named("document.pdf"),
    ),
    Defect(
        "pdf-lu-en-anglais",
        "U-70",
        "Le PDF se dit en anglais : un lecteur d'écran le lit avec cet accent.",
        _in_english,
    ),
)
