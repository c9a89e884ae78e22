"""Incidents: the defects that teach something, in a trainer's words."""

from simulator.defects import known

INCIDENTS = {
    known(defect): sentence
    for defect, sentence in {
        "delai-un-jour": "Délai : le code n'est bon qu'un jour",
        "delai-message-code-faux": "Délai : un code expiré est dit faux",
        "delai-borne-exclue": "Délai : le code est refusé à 48 heures juste",
        "code-bloque-au-premier-essai": "Code : une seule erreur bloque un quart d'heure",
        "code-ecrit-en-majuscules": "Code : le courriel l'écrit en majuscules",
        "code-use-par-un-essai-manque": "Code : une erreur annule le bon code",
        "courriel-a-l-adresse-de-l-exemple": "Courriel : il part à une autre adresse",
        "courriel-sans-delai": "Courriel : il ne dit plus le délai de 48 heures",
        "courriel-demande-le-mot-de-passe": "Courriel : il fait saisir le mot de passe",
        "mot-de-passe-chiffres-et-lettres-exiges": "Mot de passe : chiffres et lettres exigés",
        "mot-de-passe-19-caracteres": "Mot de passe : 20 caractères sont refusés",
        "adresse-avec-plus-refusee": "Adresse : un « + » est refusé",
        "adresse-liberee-apres-un-jour": "Adresse : libérée au bout d'un jour",
        "adresse-bloquee-apres-le-delai": "Adresse : elle reste prise après le délai",
        "civilites-inversees": "Formulaire : les civilités sont inversées",
        "formulaire-saisie-perdue": "Formulaire : la saisie est perdue au retour",
        "fenetre-bloquee-sans-conseil": "Fenêtre : bloquée, rien ne parle du navigateur",
        "fenetre-bloquee-use-le-code": "Fenêtre : bloquée, elle use le code",
        "confirmation-numero-masque": "Numéro : la confirmation le masque",
        "adresse-coupee-dans-le-pdf": "PDF : une longue adresse y est coupée",
    }.items()
}
"""Each defect that may be put into a seat from the board, by theme."""
