"""The summary, its lines and the way back from it."""

from dataclasses import replace

from simulator.defects.changes import with_registry, with_service
from simulator.defects.model import Defect
from simulator.domain.enrolment import EnrolmentEntry
from simulator.recap import Section


def _without(label: str, sections: list[Section]) -> list[Section]:
    return [
        (title, [line for line in lines if line[0] != label or line[1]])
        for title, lines in sections
    ]


DEFECTS = (
    Defect(
        "recapitulatif-dans-un-autre-ordre",
        "R-2.104",
        "Le récapitulatif montre le contact avant l'entreprise.",
        with_service(
            "recap_sections",
            lambda sound, *arguments: [sound(*arguments)[rank] for rank in (0, 2, 1, 3)],
        ),
    ),
    Defect(
        "recapitulatif-sans-ligne-vide",
        "R-2.105",
        "Le code postal disparaît du récapitulatif quand il n'est pas rempli.",
        with_service(
            "recap_sections",
            lambda sound, *arguments: _without("Code postal :", sound(*arguments)),
        ),
    ),
    Defect(
        "retour-perd-la-saisie",
        "R-2.115",
        "Revenu du récapitulatif au formulaire, l'usager le retrouve vide.",
        with_registry(
            "save_wizard",
            lambda sound, wizard: sound(
                replace(wizard, entry=EnrolmentEntry()) if wizard.enrolment else wizard
            ),
        ),
    ),
)
