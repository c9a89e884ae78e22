"""S06, 3ème étape: what each field of the enrolment form takes, and what it refuses."""

import pytest

from tests.screens.visitor import ENROLMENT, Visitor

NAME_FORM = (
    "Le champ « {} » ne peut contenir que des lettres, des traits d'union, des apostrophes, "
    "des espaces et des points."
)
SIREN_FORM = "Le SIREN doit comporter 9 chiffres."
SIREN_UNKNOWN = "Ce SIREN est inconnu. Veuillez vérifier votre saisie."
FOREIGN_FORM = (
    "L'identifiant d'une entreprise étrangère comporte de 1 à 20 caractères : lettres sans accent, "
    "chiffres, espaces, traits d'union, points ou barres obliques."
)
PHONE_FORM = "Le numéro de téléphone n'est pas valide."


@pytest.mark.parametrize(
    "label, typed, error",
    [
        ("Nom", "Rose3", NAME_FORM.format("Nom")),
        ("Nom", "-", NAME_FORM.format("Nom")),
        ("Prénom", "<b>x</b>", NAME_FORM.format("Prénom")),
        ("Prénom", "Li\nla", NAME_FORM.format("Prénom")),
        ("Nom", "a" * 51, "Le champ « Nom » ne doit pas dépasser 50 caractères."),
        ("S.I.R.E.N ou équivalent", "98765432", SIREN_FORM),
        ("S.I.R.E.N ou équivalent", "98765432100011", SIREN_FORM),
        ("S.I.R.E.N ou équivalent", "987.654.321", SIREN_FORM),
        ("S.I.R.E.N ou équivalent", "98765432l", SIREN_FORM),
        ("S.I.R.E.N ou équivalent", "٩٨٧٦٥٤٣٢١", SIREN_FORM),
        ("S.I.R.E.N ou équivalent", "987654320", SIREN_UNKNOWN),
        ("Numéro de téléphone", "0124", PHONE_FORM),
        ("Numéro de téléphone", "1" * 16, PHONE_FORM),
        ("Numéro de téléphone", "01-24-57-88-77", PHONE_FORM),
        ("Ville", "a" * 61, "Le champ « Ville » ne doit pas dépasser 60 caractères."),
        ("Pays", "a" * 61, "Le champ « Pays » ne doit pas dépasser 60 caractères."),
        (
            "Libellé de la voie",
            "a" * 61,
            "Le champ « Libellé de la voie » ne doit pas dépasser 60 caractères.",
        ),
        ("Réponse", "a" * 101, "Le champ « Réponse » ne doit pas dépasser 100 caractères."),
        (
            "Réponse",
            "Li\u202eli",
            "Le champ « Réponse » contient des caractères qui ne peuvent être affichés.",
        ),
    ],
)
def test_a_wrong_value_is_refused_beside_its_field(
    visitor: Visitor, label: str, typed: str, error: str
) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", ENROLMENT | {label: typed})
    assert visitor.statuses == [422]
    assert page.errors == {label: error}
    assert page.alerts == [error]
    assert page.field(label).value == typed


@pytest.mark.parametrize(
    "label, typed, shown_label, shown",
    [
        ("Nom", "O'Brien", "Nom :", "O'Brien"),
        ("Nom", "D\u2019Été-Müller", "Nom :", "D\u2019Été-Müller"),
        ("Nom", "Nguye\u0302\u0303n", "Nom :", "Nguy\u1ec5n"),
        ("Nom", " de la Tour ", "Nom :", "de la Tour"),
        ("S.I.R.E.N ou équivalent", "987654321", "S.I.R.E.N. ou équivalent :", "987 654 321"),
        (
            "S.I.R.E.N ou équivalent",
            "987\u00a0654 321",
            "S.I.R.E.N. ou équivalent :",
            "987 654 321",
        ),
        ("Numéro de téléphone", "0124578877", "Numéro de téléphone :", "01 24 57 88 77"),
        ("Numéro de téléphone", "01.24.57.88.77", "Numéro de téléphone :", "01 24 57 88 77"),
        ("Numéro de téléphone", "+33 1 24 57 88 77", "Numéro de téléphone :", "+33 1 24 57 88 77"),
        ("Code postal", "01000", "Code postal :", "01000"),
        ("Pays", "BELGIQUE", "Pays :", "BELGIQUE"),
        ("Civilité", "Monsieur", "Civilité :", "Monsieur"),
        ("Ville", "a" * 60, "Ville :", "a" * 60),
        ("Réponse", "a" * 100, "Réponse :", "a" * 100),
    ],
)
def test_a_right_value_goes_on(
    visitor: Visitor, label: str, typed: str, shown_label: str, shown: str
) -> None:
    page = visitor.reach_summary(**{label: typed})
    assert visitor.statuses == [303, 200]
    assert dict(page.recap)[shown_label] == shown


@pytest.mark.parametrize("identifier", ["BE 0123.456/789-X", "987654321", "1"])
def test_a_foreign_company_has_any_short_identifier(visitor: Visitor, identifier: str) -> None:
    visitor.reach_enrolment()
    typed = ENROLMENT | {"S.I.R.E.N ou équivalent": identifier}
    recap = dict(visitor.press("Valider", typed, ticked=True).recap)
    assert recap["Entreprise étrangère :"] == "oui"
    assert recap["S.I.R.E.N. ou équivalent :"] == identifier
    assert recap["Raison sociale :"] == ""


@pytest.mark.parametrize("identifier", ["a" * 21, "Société", "A_B", "A\nB"])
def test_a_foreign_identifier_of_another_form_is_refused(visitor: Visitor, identifier: str) -> None:
    visitor.reach_enrolment()
    typed = ENROLMENT | {"S.I.R.E.N ou équivalent": identifier}
    page = visitor.press("Valider", typed, ticked=True)
    assert page.errors == {"S.I.R.E.N ou équivalent": FOREIGN_FORM}
