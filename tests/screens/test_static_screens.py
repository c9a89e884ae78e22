"""Screens without a form: the fiche's words, and where each link leads."""

import pytest
from flask.testing import FlaskClient

from tests.screens.page import Page

HOME = "/"
PORTAL = "/professionnel"
PROFESSIONALS = "/professionnels"
CHOICE = "/procedure"
ELSEWHERE = "/hors-perimetre"
TERMS = "/conditions-generales"
HELP = "/aide"
ASSISTANCE = "/assistance"
NOTES = "/simulateur"

CHOOSE = (
    "Pour accéder à vos services en ligne, vous devez d'abord créer votre espace : "
    "choisissez la procédure qui vous convient."
)
WHATEVER_THE_CHOICE = (
    "Quelle que soit la procédure choisie, vous devrez mentionner une adresse électronique "
    "ainsi que le ou les SIREN concernés."
)
SIMPLIFIED = (
    "Vous souhaitez créer un espace pour votre propre entreprise : optez pour le mode simplifié"
)
EXPERT = (
    "Vous souhaitez créer un espace pour l'entreprise que vous représentez ou vous souhaitez créer "
    "un espace unique pour différentes entreprises : optez pour le mode expert"
)
HOURS = (
    "l'assistance aux usagers des téléprocédures est joignable de 8h00 à 19h30 du lundi au "
    "vendredi, selon deux canaux :"
)
BY_PHONE = "le téléphone via le n° 0 810 006 882 (0,06 € / min + prix d'un appel local)"
BY_FORM = (
    "le formulaire électronique disponible depuis le site http://www.impots.gouv.fr > "
    "Professionnels > Téléprocédures / Je contacte mon assistance informatique > "
    "Je contacte mon assistance par courriel."
)
FOCUS_FICHES = [
    "Opter pour l'accès sans certificat DANS l'espace professionnel",
    "Opter pour l'accès sans certificat HORS espace professionnel",
    "Demander une adhésion aux services en ligne (mode expert)",
    "Désigner un Administrateur Suppléant",
    "Désigner des délégués et consulter les délégations",
]


def page_at(client: FlaskClient, path: str) -> Page:
    response = client.get(path)
    assert response.status_code == 200
    return Page(response.get_data(as_text=True), path)


@pytest.mark.parametrize(
    "path, text",
    [
        (HOME, "impots.gouv.fr un site de la direction générale des finances publiques"),
        (HOME, "Mon espace Accéder à mes services en ligne"),
        (HOME, "RECHERCHE"),
        (HOME, "SIMPLIFIEZ VOS IMPOTS EN LIGNE"),
        (HOME, "Courriels frauduleux"),
        (HOME, "Le contrôle fiscal et la lutte contre la fraude"),
        (HOME, "Particuliers Je souhaite..."),
        (HOME, "Professionnels Je souhaite..."),
        (HOME, "Une question ?"),
        (CHOICE, CHOOSE),
        (CHOICE, WHATEVER_THE_CHOICE),
        (CHOICE, SIMPLIFIED),
        (CHOICE, EXPERT),
        (ELSEWHERE, "Hors du périmètre du simulateur"),
        (TERMS, "Texte factice du simulateur."),
        *((path, text) for path in (HELP, ASSISTANCE) for text in (HOURS, BY_PHONE, BY_FORM)),
        (NOTES, "Ce n'est pas le site de l'administration fiscale"),
        (NOTES, "N'y saisissez aucune donnée réelle"),
        (NOTES, "987 654 321"),
        (NOTES, "SARLALERIS"),
        (NOTES, "Ce que le simulateur invente"),
    ],
)
def test_page_says(client: FlaskClient, path: str, text: str) -> None:
    assert text in page_at(client, path).text


@pytest.mark.parametrize(
    "path, under, text, target",
    [
        (HOME, "Mon espace", "Particulier", ELSEWHERE),
        (HOME, "Mon espace", "Professionnel", PORTAL),
        (HOME, "Mon espace", "Particuliers", ELSEWHERE),
        (HOME, "Mon espace", "Professionnels", PROFESSIONALS),
        (HOME, "Mon espace", "Documentation", ELSEWHERE),
        (HOME, "Courriels frauduleux", "Lire la suite", ELSEWHERE),
        (HOME, "Particuliers", "accéder à Mon espace", ELSEWHERE),
        (HOME, "Professionnels", "Créer / Activer mon espace", CHOICE),
        (HOME, "Professionnels", "accéder à Mon espace", "/connexion"),
        (HOME, "Professionnels", "Je crée / j'active mon espace", ELSEWHERE),
        (PORTAL, "Professionnel", "Je crée mon espace professionnel", CHOICE),
        (PROFESSIONALS, "Professionnels", "Créez mon Espace abonné", CHOICE),
        (
            PROFESSIONALS,
            "Téléprocédures",
            "Je contacte mon assistance informatique",
            ASSISTANCE,
        ),
        (CHOICE, SIMPLIFIED, "1ère étape : Créez votre espace", ELSEWHERE),
        (CHOICE, SIMPLIFIED, "2ème étape : Activez votre espace", ELSEWHERE),
        (CHOICE, EXPERT, "1ère étape : Créez votre espace", "/creation"),
        (CHOICE, EXPERT, "2ème étape : Activez votre espace", "/activation"),
        (CHOICE, EXPERT, "Quitter", HOME),
        *((PORTAL, "Aide", fiche, ELSEWHERE) for fiche in FOCUS_FICHES),
        *((HELP, "Fiches FOCUS", fiche, ELSEWHERE) for fiche in FOCUS_FICHES),
    ],
)
def test_link_leads_to(client: FlaskClient, path: str, under: str, text: str, target: str) -> None:
    links = page_at(client, path).links_under(under)
    assert [link.href for link in links if link.text == text] == [target]


@pytest.mark.parametrize(
    "path, under, texts",
    [
        (
            HOME,
            "Particuliers",
            [
                "Déclarer mes revenus",
                "Consulter ma situation fiscale personnelle",
                "Gérer mes données personnelles (Mon profil)",
                "Gérer mes paiements",
                "Estimer un bien immobilier",
                "accéder à Mon espace",
                "Je veux me mensualiser",
                "Je cherche mes identifiants personnels",
                "J'ai perdu mon avis d'impôt",
                "Je veux être prélevé",
            ],
        ),
        (
            HOME,
            "Professionnels",
            [
                "Créer / Activer mon espace",
                "Déclarer et payer ma TVA",
                "Déclarer et payer l'impôt sur les sociétés",
                "Déclarer mes données sociales",
                "accéder à Mon espace",
                "Je crée / j'active mon espace",
                "Payer ma CFE en ligne",
                "Obtenir une attestation de régularité fiscale",
                "Questions-réponses sur le CICE",
                "rubrique des Professionnels",
            ],
        ),
        (HOME, "RECHERCHE", ["Recherche détaillée", "Recherche de formulaires"]),
        (
            HOME,
            "Les autres services de la DGFIP",
            [
                "timbres.impots.gouv.fr",
                "Le plan cadastral",
                "Le télépaiement des services publics locaux",
                "Les amendes",
                "Les collectivités locales",
                "Les cessions immobilières de l'État",
                "Les pensions et retraites de l'État",
                "Les ventes domaniales",
                "Simulateurs",
                "Questions fréquentes",
                "Calendrier fiscal",
                "International",
                "Nous connaître",
            ],
        ),
        (PORTAL, "Aide", FOCUS_FICHES),
        (HELP, "Fiches FOCUS", FOCUS_FICHES),
        (
            CHOICE,
            SIMPLIFIED,
            ["1ère étape : Créez votre espace", "2ème étape : Activez votre espace"],
        ),
    ],
)
def test_links_stand_in_the_order_of_the_fiche(
    client: FlaskClient, path: str, under: str, texts: list[str]
) -> None:
    assert [link.text for link in page_at(client, path).links_under(under)] == texts


def test_the_choice_has_two_sections(client: FlaskClient) -> None:
    assert page_at(client, CHOICE).headings[1:] == [SIMPLIFIED, EXPERT]


def test_the_assistance_has_two_channels(client: FlaskClient) -> None:
    [main] = page_at(client, ASSISTANCE).root.all("main")
    assert len(list(main.all("li"))) == 2
