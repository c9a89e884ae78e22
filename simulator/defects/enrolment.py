"""The 3rd step's screen: what it shows, offers and keeps, and where its buttons lead."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MethodType
from typing import Any

from simulator.defects.changes import (
    all_of,
    with_answer,
    with_form,
    with_page,
    with_redirection,
    with_registry,
    with_service,
    with_wording,
)
from simulator.defects.model import Defect, Note
from simulator.domain.values.enrolment import CourtesyTitle, EnrolmentEntry, Question
from simulator.domain.values.wizard import Wizard
from simulator.services import Page, Services

_UNPROCESSABLE = 422
_FIXED_ADDRESS = re.compile(
    r'<span class="field__label">(.*?)</span>\s*'
    r'<span class="field__control field__fixed">(.*?)</span>'
)
_VALUE = re.compile(r'(type="(?:text|tel)" value=")[^"]*')
_LAST_BUTTONS = re.compile(r"(<button[^>]*>Valider</button>)\s*(<button[^>]*>Effacer</button>)")
_BACK_BUTTON = re.compile(r"<button[^>]*>Étape précédente</button>")


def _among_identity(field: str, page: Page) -> Page:
    """Move a field to the end of the first section."""
    found = re.search(
        rf'<div class="field">\s*<label[^>]*for="{field}">.*?</div>\s*</div>', page.html, re.DOTALL
    )
    if found is None:
        return page
    rest = page.html.replace(found[0], "")
    return replace(page, html=rest.replace("</fieldset>", f"{found[0]}</fieldset>", 1))


def _masked(page: Page) -> Page:
    return replace(page, html=re.sub(r'(field__fixed">.)[^@<]*', r"\1***", page.html))


def _as_a_field(page: Page) -> Page:
    field = r'<label for="address">\1</label><input id="address" name="address" value="\2">'
    return replace(page, html=_FIXED_ADDRESS.sub(field, page.html))


def _emptied(page: Page) -> Page:
    is_refused = page.status == _UNPROCESSABLE
    return replace(page, html=_VALUE.sub(r"\1", page.html)) if is_refused else page


def _with_clear_before_validate(page: Page) -> Page:
    return replace(page, html=_LAST_BUTTONS.sub(r"\2 \1", page.html))


def _with_a_link_back(page: Page) -> Page:
    return replace(
        page, html=_BACK_BUTTON.sub('<a href="identifiants">Étape précédente</a>', page.html)
    )


def _address_of_the_form(services: Services, note: Note) -> Services:
    """Believe the form when it brings an address, which its screen does not ask for."""
    slipped_in: list[str] = []

    def read_form(
        sound: Callable[..., Mapping[str, str]], screen: str, typed: Mapping[str, str]
    ) -> Mapping[str, str]:
        if screen == "enrolment" and "address" in typed:
            slipped_in.append(typed["address"])
        return sound(screen, typed)

    def save_wizard(sound: MethodType, wizard: Wizard) -> None:
        sound(replace(wizard, address=slipped_in[0]) if slipped_in else wizard)

    changed = all_of(
        with_service("read_form", read_form), with_registry("save_wizard", save_wizard)
    )
    return changed(services, note)


def _with_first_address(sound: MethodType, wizard: Wizard) -> None:
    registry: Any = sound.__self__
    kept = registry.wizard(wizard.id, wizard.session)
    is_another = kept and kept.address and wizard.address
    sound(replace(wizard, address=kept.address) if is_another else wizard)


def _without_entry(sound: MethodType, wizard: Wizard) -> None:
    sound(wizard if wizard.enrolment else replace(wizard, entry=EnrolmentEntry()))


DEFECTS = (
    Defect(
        "formulaire-titre-au-singulier",
        "R-2.071",
        "Le formulaire annonce un « Champ obligatoire » au singulier, bien qu'il en ait neuf.",
        with_page("enrolment", "*Champs obligatoires", "*Champ obligatoire"),
    ),
    Defect(
        "formulaire-votre-entreprise",
        "R-2.072",
        "La rubrique de l'entreprise est appelée « Votre entreprise ».",
        with_page("enrolment", "Entreprise d'appartenance", "Votre entreprise"),
    ),
    Defect(
        "formulaire-adresse-sans-etoile",
        "R-2.074",
        "L'adresse électronique n'a pas d'étoile, ne pouvant pas être laissée vide.",
        with_page("enrolment", "* Adresse électronique :", "Adresse électronique&nbsp;:"),
    ),
    Defect(
        "pays-vide",
        "R-2.079",
        "Le champ « Pays » est vide au lieu de proposer FRANCE.",
        with_page("enrolment", 'value="FRANCE"', 'value=""'),
    ),
    Defect(
        "formulaire-civilite-supposee",
        "R-2.081",
        "Une civilité absente ou inconnue passe pour « Monsieur », sans rien dire.",
        with_form(
            "enrolment",
            lambda typed: (
                typed
                if typed.get("courtesy_title") in set(CourtesyTitle)
                else {**typed, "courtesy_title": CourtesyTitle.MONSIEUR}
            ),
        ),
    ),
    Defect(
        "civilites-inversees",
        "R-2.084",
        "« Madame » enregistre « Monsieur », et l'inverse : les deux libellés sont intervertis.",
        with_wording(
            courtesy_titles={CourtesyTitle.MONSIEUR: "Madame", CourtesyTitle.MADAME: "Monsieur"}
        ),
    ),
    Defect(
        "formulaire-siren-a-adherer",
        "R-2.085",
        "L'aide fait saisir le SIREN pour lequel l'usager veut adhérer aux services.",
        with_page(
            "enrolment",
            "Il ne s'agit pas ici de saisir le SIREN",
            "Il s'agit ici de saisir le SIREN",
        ),
    ),
    Defect(
        "formulaire-adresse-masquee",
        "R-2.090",
        "Le formulaire masque l'adresse électronique, que l'usager ne peut plus vérifier.",
        with_answer("enrolment", _masked),
    ),
    Defect(
        "formulaire-adresse-dans-un-champ",
        "R-2.091",
        "L'adresse électronique est dans un champ de saisie, comme si elle se modifiait là.",
        with_answer("enrolment", _as_a_field),
    ),
    Defect(
        "formulaire-adresse-glissee",
        "R-2.091",
        "Une adresse glissée dans l'envoi du formulaire remplace celle de l'étape précédente.",
        _address_of_the_form,
    ),
    Defect(
        "formulaire-premiere-adresse",
        "R-2.092",
        "Revenu changer d'adresse à l'étape précédente, l'usager garde la première.",
        with_registry("save_wizard", _with_first_address),
    ),
    Defect(
        "formulaire-effacer-avant-valider",
        "R-2.094",
        "« Effacer » est à la place de « Valider », là où l'usager clique sans lire.",
        with_answer("enrolment", _with_clear_before_validate),
    ),
    Defect(
        "effacer-valide",
        "R-2.095",
        "Le bouton « Effacer » valide le formulaire au lieu de le vider.",
        with_form("enrolment", lambda typed: {**typed, "action": "validate"}),
    ),
    Defect(
        "formulaire-telephone-avec-l-identite",
        "R-2.096",
        "Le numéro de téléphone est demandé avec l'identité, et non avec l'adresse.",
        with_answer("enrolment", partial(_among_identity, "phone")),
    ),
    Defect(
        "formulaire-siren-avec-l-identite",
        "R-2.097",
        "Le SIREN est demandé avec l'identité, et non sous l'entreprise d'appartenance.",
        with_answer("enrolment", partial(_among_identity, "siren")),
    ),
    Defect(
        "questions-dans-un-autre-ordre",
        "R-2.099",
        "La liste des questions commence par une autre, choisie d'avance.",
        with_wording(questions={Question.BIRTH_CITY: "Votre ville de naissance ?"}),
    ),
    Defect(
        "formulaire-renvoi-aux-identifiants",
        "R-2.103",
        "Le formulaire complet et validé ramène au choix des identifiants.",
        with_redirection("enrolment", "recapitulatif$", "identifiants"),
    ),
    Defect(
        "formulaire-vide-apres-refus",
        "U-01",
        "Un seul champ refusé, et tout ce qui était saisi est perdu.",
        with_answer("enrolment", _emptied),
    ),
    Defect(
        "formulaire-avec-mademoiselle",
        "U-24",
        "La liste des civilités propose encore « Mademoiselle ».",
        with_wording(courtesy_titles={"mademoiselle": "Mademoiselle"}),
    ),
    Defect(
        "formulaire-saisie-perdue",
        "U-32",
        "Revenu changer d'adresse à l'étape précédente, l'usager retrouve un formulaire vide.",
        with_registry("save_wizard", _without_entry),
    ),
    Defect(
        "formulaire-autre-seconde-question",
        "A-14",
        "La question de l'animal de compagnie n'est plus que la troisième de la liste.",
        with_wording(
            questions={
                Question.NICKNAME: "Quel est votre surnom ?",
                Question.BIRTH_CITY: "Votre ville de naissance ?",
            }
        ),
    ),
    Defect(
        "formulaire-lien-pour-revenir",
        "A-26",
        "« Étape précédente » est un lien, qui perd la saisie, et non un bouton.",
        with_answer("enrolment", _with_a_link_back),
    ),
    Defect(
        "formulaire-etrangere-d-avance",
        "A-51",
        "« Entreprise étrangère » est cochée d'avance.",
        with_page("enrolment", 'type="checkbox"', 'type="checkbox" checked'),
    ),
)
