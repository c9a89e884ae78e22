"""The recapitulated data, the same on the summary, in the record and in the space (R-4.009)."""

from simulator.domain.steps.enrolment import shown_phone, shown_siren
from simulator.domain.values.enrolment import Enrolment
from simulator.wording import Wording

Section = tuple[str, list[tuple[str, str]]]


def recap_sections(enrolment: Enrolment, address: str, wording: Wording) -> list[Section]:
    """Return the four sections of « Votre inscription » (R-2.104): a title, labels with values.

    The label of an empty value stays (R-2.105).
    """
    return [
        (
            "Usager",
            [
                ("Civilité :", wording.courtesy_titles[enrolment.courtesy_title]),
                ("Nom :", enrolment.last_name),
                ("Prénom :", enrolment.first_name),
            ],
        ),
        (
            "Entreprise d'appartenance",
            [
                ("Entreprise étrangère :", "oui" if enrolment.is_foreign else "non"),
                ("S.I.R.E.N. ou équivalent :", shown_siren(enrolment)),
                ("Raison sociale :", enrolment.company_name),
            ],
        ),
        (
            "Contact",
            [
                ("Numéro de téléphone :", shown_phone(enrolment.phone)),
                ("Adresse électronique :", address),
                ("Numéro de la voie :", enrolment.street_number),
                ("Nature de la voie :", enrolment.street_type),
                ("Libellé de la voie :", enrolment.street_name),
                ("Complément d'adresse :", enrolment.address_complement),
                ("Code postal :", enrolment.postcode),
                ("Ville :", enrolment.city),
                ("Pays :", enrolment.country),
            ],
        ),
        (
            "Question de confiance",
            [
                ("Question :", wording.questions[enrolment.question]),
                ("Réponse :", enrolment.answer),
            ],
        ),
    ]


def name_first_last(enrolment: Enrolment, wording: Wording) -> str:
    """Return « Madame Lila Rosemonde », as the confirmation and the record have it (A-03)."""
    title = wording.courtesy_titles[enrolment.courtesy_title]
    return f"{title} {enrolment.first_name} {enrolment.last_name}"


def name_last_first(enrolment: Enrolment, wording: Wording) -> str:
    """Return « Madame Rosemonde Lila », as the end of the pre-registration has it (A-03)."""
    title = wording.courtesy_titles[enrolment.courtesy_title]
    return f"{title} {enrolment.last_name} {enrolment.first_name}"
