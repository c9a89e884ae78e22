from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from simulator.documents.record import Section, render_record

ISSUED_AT = datetime(2011, 6, 10, 12, 30, tzinfo=UTC)

SECTIONS: Sequence[Section] = [
    ("Usager", [("Civilité :", "Madame"), ("Nom :", "Rosemonde"), ("Prénom :", "Lila")]),
    (
        "Entreprise d'appartenance",
        [
            ("Entreprise étrangère :", "non"),
            ("S.I.R.E.N. ou équivalent :", "987 654 321"),
            ("Raison sociale :", "SARLALERIS"),
        ],
    ),
    (
        "Contact",
        [
            ("Numéro de téléphone :", "01 24 57 88 77"),
            ("Adresse électronique :", "lila.rosemonde@example.fr"),
            ("Numéro de la voie :", ""),
            ("Nature de la voie :", ""),
            ("Libellé de la voie :", ""),
            ("Complément d'adresse :", ""),
            ("Code postal :", ""),
            ("Ville :", "PARIS"),
            ("Pays :", "FRANCE"),
        ],
    ),
    (
        "Question de confiance",
        [("Question :", "Le nom de votre animal de compagnie ?"), ("Réponse :", "Lili")],
    ),
]


@pytest.fixture(scope="session")
def render() -> Callable[..., bytes]:
    def render(
        sections: Sequence[Section] = SECTIONS,
        holder: str = "Madame Lila Rosemonde",
        issued_at: datetime = ISSUED_AT,
    ) -> bytes:
        return render_record(
            holder=holder,
            number="2011XXXXXXXXXX",
            registered_on="10 juin 2011",
            issued_at=issued_at,
            sections=sections,
        )

    return render
