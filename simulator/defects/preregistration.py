"""The end of the pre-registration: what it says of the code, and what it must not say."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.defects.changes import with_answer, with_page, with_rule, with_service
from simulator.defects.model import Defect

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.ports import Secrets
    from simulator.domain.values.wizard import Wizard
    from simulator.services import Page, Services
    from simulator.storage.registry import SqlRegistry


@dataclass(frozen=True)
class _CodeInAddress:
    """Secrets whose codes are the end of the address that the browser shows."""

    secrets: "Secrets"
    wizard_id: str

    def choose(self, alphabet: str, length: int) -> str:
        del alphabet
        return self.wizard_id[-length:]

    def identifier(self) -> str:
        return self.secrets.identifier()


def _with_code_in_address(
    sound: "Callable[..., object]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    secrets = _CodeInAddress(services.secrets, wizard.id)
    return sound(replace(services, secrets=secrets), registry, wizard)


def _with_sample_address(page: "Page") -> "Page":
    html = re.sub(r"(avez\s+saisie) \([^)]*\)", r"\1 (lila.rosemonde@hotmail.fr)", page.html)
    return replace(page, html=html)


DEFECTS = (
    Defect(
        "fin-prenom-avant-nom",
        "R-2.122",
        "La fin de pré-inscription met le prénom avant le nom.",
        with_service(
            "name_last_first",
            lambda _, enrolment, wording: (
                f"{wording.courtesy_titles[enrolment.courtesy_title]} "
                f"{enrolment.first_name} {enrolment.last_name}"
            ),
        ),
    ),
    Defect(
        "fin-adresse-de-l-exemple",
        "R-2.124",
        "La fin de pré-inscription montre à chacun l'adresse de l'exemple de la fiche.",
        with_answer("preregistration", _with_sample_address),
    ),
    Defect(
        "fin-annonce-un-mot-de-passe",
        "R-2.123",
        "La fin de pré-inscription annonce un mot de passe au lieu d'un code d'activation.",
        with_page(
            "preregistration",
            "allez recevoir le code d'activation",
            "allez recevoir un mot de passe",
        ),
    ),
    Defect(
        "fin-lien-dit-bouton",
        "R-2.127",
        "La fin de pré-inscription parle d'un bouton, là où il n'y a qu'un lien.",
        with_page("preregistration", "cliquer sur le lien ci-dessous", "cliquer sur le bouton"),
    ),
    Defect(
        "fin-chemin-du-particulier",
        "R-2.130",
        "Le chemin écrit à la fin de la pré-inscription commence par « Particulier ».",
        with_page("preregistration", 'sur "Professionnel" dans', 'sur "Particulier" dans'),
    ),
    Defect(
        "fin-delai-a-la-reception",
        "R-2.131",
        "La fin de pré-inscription compte les 48 heures de la réception du code.",
        with_page("preregistration", "à compter de l'envoi du", "à compter de la réception du"),
    ),
    Defect(
        "code-dans-l-adresse-de-l-ecran",
        "R-2.133",
        "Le code est la fin de l'adresse de l'écran, que le navigateur montre.",
        with_rule("confirm", _with_code_in_address),
    ),
    Defect(
        "numero-annonce-d-avance",
        "R-2.134",
        "La fin de pré-inscription donne déjà un numéro d'abonné.",
        with_page(
            "preregistration",
            "Après réception de ce code",
            "Votre numéro d'abonné sera le 20260000000001. Après réception de ce code",
        ),
    ),
    Defect(
        "fin-titree-inscription-terminee",
        "R-2.121",
        "La fin de la pré-inscription s'intitule « Inscription terminée », sans parler d'activer.",
        with_page("preregistration", "Activation de votre espace abonné", "Inscription terminée"),
    ),
)
