"""« Confirmer »: what it makes, and once."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.defects.changes import with_mail, with_page, with_registry, with_rule
from simulator.defects.model import Defect
from simulator.domain.values.addresses import AddressState
from simulator.domain.values.outbox import Letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.domain.values.wizard import Wizard
    from simulator.mail.outbox import Mail
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry
_ARCHIVE = "archives@dgfip.example"
_CODE = re.compile("[A-Za-z0-9]{12}")


def _with_a_second_letter(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    outcome = sound(services, registry, wizard)
    if not isinstance(outcome, AddressState):
        code = services.secrets.choose(services.policy.code_alphabet, services.policy.code_length)
        letter = Letter(services.secrets.identifier(), outcome.id, outcome.address, code)
        registry.post(letter)
    return outcome


def _sent_before_confirmation(sound: "Callable[[Wizard], None]", wizard: "Wizard") -> None:
    sound(wizard)
    if wizard.address and wizard.enrolment and wizard.registration_id is None:
        registry: SqlRegistry = sound.__self__  # type: ignore[attr-defined]  # a bound method
        registry.post(Letter(wizard.id, "", wizard.address, wizard.id[-12:]))


def _with_code_in_capitals(mail: "Mail") -> "Iterator[Mail]":
    lines = mail.message.get_content().splitlines()
    text = "\n".join(line.upper() if _CODE.fullmatch(line) else line for line in lines)
    mail.message.set_content(text, cte="quoted-printable")
    yield mail


def _with_a_copy(mail: "Mail") -> "Iterator[Mail]":
    mail.message["Cc"] = _ARCHIVE
    yield mail
    yield replace(mail, recipient=_ARCHIVE)


_ASKED_AGAIN = """
<div class="field"><label for="{name}">{label}</label> <input id="{name}" name="{name}"></div>
<div class="buttons">"""

DEFECTS = (
    Defect(
        "formulaire-redemande-le-mot-de-passe",
        "R-1.022",
        "Le formulaire d'inscription redemande le mot de passe.",
        with_page(
            "enrolment",
            '<div class="buttons">',
            _ASKED_AGAIN.format(name="password", label="Votre mot de passe :"),
        ),
    ),
    Defect(
        "formulaire-demande-un-client",
        "R-1.014",
        "Le formulaire d'inscription demande aussi le SIREN d'une entreprise cliente.",
        with_page(
            "enrolment",
            '<div class="buttons">',
            _ASKED_AGAIN.format(name="client", label="SIREN de votre client :"),
        ),
    ),
    Defect(
        "code-envoye-avant-confirmer",
        "R-1.023",
        "Un premier code part dès que le formulaire est validé, avant « Confirmer ».",
        with_registry("save_wizard", _sent_before_confirmation),
    ),
    Defect(
        "code-ecrit-en-majuscules",
        "R-1.025",
        "Le courriel écrit le code en majuscules : recopié, il est refusé.",
        with_mail(_with_code_in_capitals),
    ),
    Defect(
        "courriel-en-copie",
        "R-2.119",
        "Le courriel part aussi, en copie, à l'adresse d'archivage du service.",
        with_mail(_with_a_copy),
    ),
    Defect(
        "confirmer-envoie-deux-codes",
        "R-2.117",
        "« Confirmer » envoie deux courriels, dont le second porte un autre code.",
        with_rule("confirm", _with_a_second_letter),
    ),
)
