"""The record, as a PDF."""

from simulator.defects.changes import with_record
from simulator.defects.model import Defect

DEFECTS = (
    Defect(
        "pdf-date-perimee",
        "R-4.004",
        "Le PDF porte la date de l'exemple de la fiche et non celle de l'inscription.",
        with_record(lambda printed: printed | {"registered_on": "10 juin 2011"}),
    ),
    Defect(
        "pdf-sans-question-de-confiance",
        "A-17",
        "Le PDF ne reprend pas la question de confiance et sa réponse.",
        with_record(lambda printed: printed | {"sections": printed["sections"][:-1]}),
    ),
)
