"""S06, 3ème étape: the enrolment form."""

import pytest

from tests.screens.visitor import ADDRESS, ENROLMENT, Visitor

TITLE = "3ème étape : remplissez votre formulaire d'inscription"
EMPTY = {
    "Civilité": "monsieur",
    "Nom": "",
    "Prénom": "",
    "Entreprise étrangère": "y",
    "S.I.R.E.N ou équivalent": "",
    "Numéro de téléphone": "",
    "Numéro de la voie": "",
    "Nature de la voie": "",
    "Libellé de la voie": "",
    "Complément d'adresse": "",
    "Code postal": "",
    "Ville": "",
    "Pays": "FRANCE",
    "Question": "nickname",
    "Réponse": "",
}
REQUIRED = {
    label: f"Le champ « {label} » est obligatoire."
    for label in (
        "Nom",
        "Prénom",
        "S.I.R.E.N ou équivalent",
        "Numéro de téléphone",
        "Ville",
        "Réponse",
    )
}


def test_its_labels_stand_in_order_with_their_stars(visitor: Visitor) -> None:
    page = visitor.reach_enrolment()
    assert page.title == f"{TITLE} — SIMULATEUR"
    assert page.labels == [
        "* Civilité :",
        "* Nom :",
        "* Prénom :",
        "Entreprise étrangère :",
        "* S.I.R.E.N ou équivalent :",
        "* Numéro de téléphone :",
        "Numéro de la voie :",
        "Nature de la voie :",
        "Libellé de la voie :",
        "Complément d'adresse :",
        "Code postal :",
        "* Ville :",
        "* Pays :",
        "Question :",
        "* Réponse :",
    ]
    assert page.headings == [
        TITLE,
        "Usager",
        "Entreprise d'appartenance",
        "Contact",
        "Question de confiance",
    ]
    assert f"{TITLE} *Champs obligatoires Usager" in page.main


def test_its_defaults_are_those_of_the_picture(visitor: Visitor) -> None:
    page = visitor.reach_enrolment()
    assert page.values == EMPTY
    assert not page.field("Entreprise étrangère").is_ticked
    assert page.field("Civilité").choices == ["Monsieur", "Madame"]
    assert page.field("Question").choices[:2] == [
        "Quel est votre surnom ?",
        "Le nom de votre animal de compagnie ?",
    ]
    kinds = {label: page.field(label).kind for label in ("Civilité", "Pays", "Nature de la voie")}
    assert kinds == {"Civilité": "select", "Pays": "text", "Nature de la voie": "text"}


def test_the_address_is_shown_between_phone_and_street_and_is_no_field(visitor: Visitor) -> None:
    page = visitor.reach_enrolment()
    assert (
        f"* Numéro de téléphone : * Adresse électronique : {ADDRESS} Numéro de la voie :"
        in page.main
    )
    assert not [entry for entry in page.form.fields if ADDRESS in entry.value]


def test_it_says_which_siren_is_asked_for(visitor: Visitor) -> None:
    assert (
        "Entreprise d'appartenance Il ne s'agit pas ici de saisir le SIREN pour lequel vous "
        "souhaitez adhérer aux services en ligne, mais du SIREN de l'entreprise dans laquelle vous "
        "exercez votre activité. Entreprise étrangère :" in visitor.reach_enrolment().main
    )


def test_its_buttons_are_in_the_order_of_the_picture(visitor: Visitor) -> None:
    assert visitor.reach_enrolment().buttons == ["Étape précédente", "Valider", "Effacer"]


def test_nothing_is_left_to_the_browser_s_own_checks(visitor: Visitor) -> None:
    page = visitor.reach_enrolment()
    for entry in page.form.fields:
        assert not {"required", "maxlength", "minlength", "pattern"} & entry.attributes.keys()


def test_a_complete_form_leads_to_the_summary(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", ENROLMENT)
    assert visitor.statuses == [303, 200]
    assert page.headings[0] == "Votre inscription"


def test_an_empty_form_gets_all_its_errors_at_once(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider")
    assert visitor.statuses == [422]
    assert page.headings[0] == TITLE
    assert page.errors == REQUIRED
    assert page.alerts == list(REQUIRED.values())
    assert page.values == EMPTY


def test_blanks_only_are_no_answer(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", dict.fromkeys(REQUIRED, " \u00a0\t") | {"Pays": "  "})
    assert page.errors == REQUIRED | {"Pays": "Le champ « Pays » est obligatoire."}


def test_what_is_right_is_kept_beside_what_is_wrong(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    typed = ENROLMENT | {
        "Numéro de la voie": "12 bis",
        "Nature de la voie": "rue",
        "Libellé de la voie": "d'Été & <Fils>",
        "Complément d'adresse": 'Bât. "A"',
        "Code postal": "01000",
        "S.I.R.E.N ou équivalent": "98765432",
        "Pays": "BELGIQUE",
    }
    page = visitor.press("Valider", typed, ticked=False)
    assert page.errors == {"S.I.R.E.N ou équivalent": "Le SIREN doit comporter 9 chiffres."}
    expected = typed | {"Civilité": "madame", "Question": "pet_name", "Entreprise étrangère": "y"}
    assert page.values == expected
    assert not page.field("Entreprise étrangère").is_ticked


def test_a_tick_is_kept_too(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", {"Nom": "Rosemonde"}, ticked=True)
    assert page.field("Entreprise étrangère").is_ticked


def test_a_form_with_nothing_but_its_token_misses_every_obligatory_field(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.post(visitor.url, visitor.page.form.hidden | {"address": "x@exemple.test"})
    assert visitor.statuses == [422]
    assert list(page.errors) == [
        "Civilité",
        "Nom",
        "Prénom",
        "S.I.R.E.N ou équivalent",
        "Numéro de téléphone",
        "Ville",
        "Pays",
        "Question",
        "Réponse",
    ]
    assert f"* Adresse électronique : {ADDRESS}" in page.main


@pytest.mark.parametrize("name, label", [("courtesy_title", "Civilité"), ("question", "Question")])
def test_a_choice_out_of_its_list_is_refused(visitor: Visitor, name: str, label: str) -> None:
    page = visitor.reach_enrolment()
    fields = {entry.name: ENROLMENT.get(entry.short_label, "") for entry in page.form.fields}
    fields |= {"courtesy_title": "madame", "question": "pet_name", "country": "FRANCE"}
    del fields["is_foreign"]
    page = visitor.post(visitor.url, page.form.hidden | fields | {name: "<b>autre</b>"})
    assert page.errors == {label: f"Le champ « {label} » doit être choisi dans la liste."}


def test_a_form_without_its_token_leads_back_to_the_first_step(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.post(visitor.url, {"last_name": "Rosemonde"})
    assert visitor.statuses == [400]
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]


def test_effacer_empties_every_field_and_keeps_the_address(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Effacer", ENROLMENT, ticked=True)
    assert visitor.statuses == [303, 200]
    assert page.values == EMPTY
    assert not page.field("Entreprise étrangère").is_ticked
    assert f"* Adresse électronique : {ADDRESS}" in page.main
    assert not page.alerts


def test_effacer_also_forgets_a_form_that_was_valid(visitor: Visitor) -> None:
    visitor.reach_summary()
    summary_url = visitor.url
    visitor.press("Étape précédente")
    visitor.press("Effacer")
    visitor.open(summary_url)
    assert visitor.page.headings[0] == TITLE


def test_etape_precedente_keeps_what_is_not_valid_yet(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    typed = {"Nom": "Rosemonde", "S.I.R.E.N ou équivalent": "12", "Code postal": "01000"}
    page = visitor.press("Étape précédente", typed)
    assert visitor.statuses == [303, 200]
    assert page.headings == ["2ème étape : créez vos identifiants"]
    page = visitor.press(
        "Valider",
        {"Votre mot de passe": "Secret123", "Confirmer votre mot de passe": "Secret123"},
    )
    assert page.values == EMPTY | typed
    assert not page.errors


def test_quitter_drops_what_was_entered(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    form_url = visitor.url
    visitor.follow("Quitter")
    assert visitor.url == "/"
    visitor.open(form_url)
    assert visitor.page.headings[0] == "Création de votre espace abonné"
    assert ADDRESS not in visitor.page.html


def test_it_cannot_be_reached_before_the_second_step(visitor: Visitor) -> None:
    visitor.reach_credentials()
    visitor.open(visitor.url.replace("identifiants", "formulaire"))
    assert visitor.statuses == [303, 200]
    assert visitor.page.headings == ["2ème étape : créez vos identifiants"]
