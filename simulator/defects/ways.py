"""The ways between screens: links and redirections that lead elsewhere."""

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import with_answer, with_page, with_pattern, with_redirection
from simulator.defects.model import Defect

if TYPE_CHECKING:
    from simulator.services import Page


def _sent_to_log_in(page: "Page") -> "Page":
    return replace(page, status=303, headers=(("Location", "../connexion"),), html="")


DEFECTS = (
    Defect(
        "accueil-saute-le-choix",
        "R-2.002",
        "« Créer / Activer mon espace » mène droit aux conditions générales, sans choix du mode.",
        with_page("home", '/procedure"', '/creation"'),
    ),
    Defect(
        "accueil-lien-renomme",
        "R-2.001",
        "La page d'accueil a renommé son lien vers la création de l'espace.",
        with_page("home", "Créer / Activer mon espace", "S'inscrire en ligne"),
    ),
    Defect(
        "pave-vers-professionnels",
        "R-2.004",
        "« Professionnel », du pavé « Mon espace », mène à la page « Professionnels ».",
        with_page("home", '/professionnel"', '/professionnels"'),
    ),
    Defect(
        "expert-active-par-la-creation",
        "R-2.009",
        "En mode expert, les deux liens mènent à la création : l'activation est introuvable.",
        with_page("procedure_choice", '/activation"', '/creation"'),
    ),
    Defect(
        "expert-hors-service",
        "R-2.010",
        "Le lien de création du mode expert mène à la page qui sert au mode simplifié.",
        with_page("procedure_choice", '/creation"', '/hors-perimetre"'),
    ),
    Defect(
        "simplifie-entre-en-mode-expert",
        "R-1.004",
        "Le mode simplifié mène aux écrans du mode expert.",
        with_page("procedure_choice", '/hors-perimetre"', '/creation"'),
    ),
    Defect(
        "conditions-lien-vers-l-aide",
        "R-2.017",
        "« Lire les conditions générales » ouvre l'aide.",
        with_page("conditions", '/conditions-generales"', '/aide"'),
    ),
    Defect(
        "conditions-a-la-place-de-l-ecran",
        "U-57",
        "Le texte des conditions générales s'ouvre à la place de l'écran.",
        with_page("conditions", 'target="_blank"', ""),
    ),
    Defect(
        "aide-a-la-place-du-formulaire",
        "U-56",
        "L'aide s'ouvre à la place du formulaire, dont la saisie est perdue.",
        with_page("enrolment", 'target="_blank"', ""),
    ),
    Defect(
        "option-recommence-la-creation",
        "R-1.009",
        "« Optez pour l'accès sans certificat » ramène au début de la création.",
        with_pattern("certified_address", r"/creation/[^/]+/option-sans-certificat", "/creation"),
    ),
    Defect(
        "fin-repasse-par-le-choix",
        "R-0.003",
        "Le lien d'activation de la fin de pré-inscription repasse par le choix de la procédure.",
        with_page("preregistration", '/activation"', '/procedure"'),
    ),
    Defect(
        "fin-mene-a-l-acces",
        "R-2.129",
        "« Activez votre espace abonné » mène à l'accès à l'espace, qui n'existe pas encore.",
        with_page("preregistration", '/activation"', '/connexion"'),
    ),
    Defect(
        "ok-mene-a-l-acces",
        "R-0.002",
        "« OK » mène à l'accès à l'espace au lieu de la page d'accueil.",
        with_redirection("preregistration", "/creation/.*/quitter$", "/connexion"),
    ),
    Defect(
        "services-renvoient-a-l-accueil",
        "R-1.012",
        "Sans espace ouvert, la page des services renvoie à l'accueil sans rien demander.",
        with_redirection("my_services", "connexion$", ""),
    ),
    Defect(
        "services-demandent-encore-les-identifiants",
        "R-1.012",
        "L'espace ouvert, la page des services redemande les identifiants.",
        with_answer("my_services", _sent_to_log_in),
    ),
    Defect(
        "ok-ramene-aux-conditions",
        "A-49",
        "« OK » ramène au début de la création au lieu de la page d'accueil.",
        with_redirection("preregistration", "/creation/.*/quitter$", "/creation"),
    ),
)
