"""The choice of the procedure: two modes, and to whom each is offered."""

import re
from dataclasses import replace

from simulator.defects.changes import with_answer, with_page
from simulator.defects.model import Defect
from simulator.services import Page

_SIMPLIFIED = re.compile(
    r'<section class="choice" aria-labelledby="simplified">.*?</section>', re.DOTALL
)


def _expert_only(page: Page) -> Page:
    return replace(page, html=_SIMPLIFIED.sub("", page.html))


DEFECTS = (
    Defect(
        "choix-sans-mode-simplifie",
        "R-1.001",
        "Le choix de la procédure n'offre plus que le mode expert.",
        with_answer("procedure_choice", _expert_only),
    ),
    Defect(
        "expert-pour-un-seul-cas",
        "R-1.003",
        "L'intitulé du mode expert ne parle plus de l'espace unique pour plusieurs entreprises.",
        with_page(
            "procedure_choice",
            "que vous représentez ou vous souhaitez créer un espace unique pour différentes "
            "entreprises : optez",
            "que vous représentez&nbsp;: optez",
        ),
    ),
    Defect(
        "expert-dit-avance",
        "R-2.008",
        "Le mode expert s'intitule « mode avancé », que le courriel et l'aide ne connaissent pas.",
        with_page("procedure_choice", "optez pour le mode expert", "optez pour le mode avancé"),
    ),
    Defect(
        "simplifie-pour-le-representant",
        "R-2.007",
        "Le mode simplifié est proposé pour l'entreprise que l'usager représente.",
        with_page("procedure_choice", "pour votre propre entreprise", "pour votre entreprise"),
    ),
    Defect(
        "choix-demande-le-siret",
        "R-2.006",
        "Le choix de la procédure annonce qu'il faudra le SIRET, et non le SIREN.",
        with_page("procedure_choice", "le ou les SIREN concernés", "le ou les SIRET concernés"),
    ),
    Defect(
        "simplifie-dit-en-panne",
        "R-1.002",
        "Le mode simplifié mène à une page « Service indisponible », comme lors d'une panne.",
        with_page("out_of_scope", "Hors du périmètre du simulateur", "Service indisponible"),
    ),
    Defect(
        "choix-sans-creation-prealable",
        "R-2.005",
        "Le choix de la procédure ne dit plus qu'un espace doit être créé avant tout service.",
        with_page(
            "procedure_choice",
            "Pour accéder à vos services en ligne, vous devez d'abord créer votre espace :",
            "Accédez à vos services en ligne :",
        ),
    ),
)
