"""The confirmation: the name, the date and the number."""

from simulator.defects.changes import with_rule, with_service
from simulator.defects.model import Defect

DEFECTS = (
    Defect(
        "numero-de-l-exemple",
        "R-3.026",
        "Le numéro d'abonné commence toujours par 2011, l'année de l'exemple de la fiche.",
        with_rule("new_number", lambda sound, *arguments: f"2011{sound(*arguments)[4:]}"),
    ),
    Defect(
        "confirmation-nom-avant-prenom",
        "R-3.024",
        "La confirmation écrit le nom avant le prénom.",
        with_service(
            "name_first_last",
            lambda _, enrolment, wording: " ".join(
                (
                    wording.courtesy_titles[enrolment.courtesy_title],
                    enrolment.last_name,
                    enrolment.first_name,
                )
            ),
        ),
    ),
)
