"""The 3rd step: the enrolment form."""

from simulator.defects.changes import instead_of, with_form, with_page, with_rule, with_wording
from simulator.defects.model import Defect
from simulator.domain.enrolment import CourtesyTitle, Question
from simulator.domain.faults import Fault

DEFECTS = (
    Defect(
        "siren-non-verifie",
        "R-2.086",
        "Un SIREN inconnu est accepté.",
        with_rule("siren_fault", instead_of(Fault.SIREN_UNKNOWN, None)),
    ),
    Defect(
        "pays-vide",
        "R-2.079",
        "Le champ « Pays » est vide au lieu de proposer FRANCE.",
        with_page("enrolment", 'value="FRANCE"', 'value=""'),
    ),
    Defect(
        "questions-dans-un-autre-ordre",
        "R-2.099",
        "La liste des questions commence par une autre, choisie d'avance.",
        with_wording(questions={Question.BIRTH_CITY: "Votre ville de naissance ?"}),
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
        "effacer-valide",
        "R-2.095",
        "Le bouton « Effacer » valide le formulaire au lieu de le vider.",
        with_form("enrolment", lambda typed: {**typed, "action": "validate"}),
    ),
)
