"""The 1st step: the general conditions."""

from simulator.defects.changes import with_form, with_page
from simulator.defects.model import Defect

DEFECTS = (
    Defect(
        "conditions-sans-acceptation",
        "R-2.019",
        "La 1ère étape se franchit sans cocher la case.",
        with_form("conditions", lambda typed: {**typed, "are_accepted": "y"}),
    ),
    Defect(
        "conditions-cochees-d-avance",
        "R-2.020",
        "La case d'acceptation est cochée d'avance.",
        with_page("conditions", 'type="checkbox"', 'type="checkbox" checked'),
    ),
)
