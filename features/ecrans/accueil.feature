# language: fr
Fonctionnalité: L'écran d'accueil du site
  La fiche montre cette page deux fois, à deux époques : l'écran réunit les deux images.

  @R-2.004 @R-3.005 @A-34
  Règle: Le haut de la page d'accueil mène aux espaces et met en garde contre les courriels frauduleux

    Scénario: Le pavé « Mon espace », la navigation et la mise en garde
      Quand l'usager ouvre la page d'accueil du site
      Alors la rubrique "Mon espace" montre ces textes, dans cet ordre :
        | Mon espace                         |
        | Accéder à mes services en ligne    |
      Et la rubrique "Mon espace" montre ces liens, dans cet ordre :
        | Particulier   |
        | Professionnel |
      Et la rubrique "Mon espace" porte une icône
      Et la rubrique "Mon espace" est en haut à droite de l'écran
      Et la barre de navigation montre ces liens, dans cet ordre :
        | Particuliers   |
        | Professionnels |
        | Documentation  |
      Et la rubrique "Courriels frauduleux" montre ces liens, dans cet ordre :
        | Lire la suite |
      Et la rubrique "Courriels frauduleux" porte une icône

  @R-2.001 @R-2.003 @A-34
  Règle: La colonne « Professionnels » mène à la création de l'espace

    Scénario: Les colonnes et le menu de la page d'accueil
      Quand l'usager ouvre la page d'accueil du site
      Alors la rubrique "Professionnels" montre ces textes, dans cet ordre :
        | Professionnels                               |
        | Je souhaite...                               |
        | Créer / Activer mon espace                   |
        | Déclarer et payer ma TVA                     |
        | Déclarer et payer l'impôt sur les sociétés   |
        | Déclarer mes données sociales                |
        | accéder à Mon espace                         |
        | Une question ?                               |
        | Je crée / j'active mon espace                |
        | rubrique des Professionnels                  |
      Et la rubrique "Professionnels" montre ces liens, dans cet ordre :
        | Créer / Activer mon espace                   |
        | Déclarer et payer ma TVA                     |
        | Déclarer et payer l'impôt sur les sociétés   |
        | Déclarer mes données sociales                |
        | accéder à Mon espace                         |
        | Je crée / j'active mon espace                |
        | Payer ma CFE en ligne                        |
        | Obtenir une attestation de régularité fiscale |
        | Questions-réponses sur le CICE               |
        | rubrique des Professionnels                  |
      Et la rubrique "Particuliers" montre ces liens, dans cet ordre :
        | Déclarer mes revenus                         |
        | Consulter ma situation fiscale personnelle   |
        | Gérer mes données personnelles (Mon profil)  |
        | Gérer mes paiements                          |
        | Estimer un bien immobilier                   |
        | accéder à Mon espace                         |
        | Je veux me mensualiser                       |
        | Je cherche mes identifiants personnels       |
        | J'ai perdu mon avis d'impôt                  |
        | Je veux être prélevé                         |
      Et la rubrique "RECHERCHE" montre ces liens, dans cet ordre :
        | Recherche détaillée       |
        | Recherche de formulaires  |
      Et la rubrique "Les autres services de la DGFIP" montre ces liens, dans cet ordre :
        | timbres.impots.gouv.fr                        |
        | Le plan cadastral                             |
        | Le télépaiement des services publics locaux   |
        | Les amendes                                   |
        | Les collectivités locales                     |
        | Les cessions immobilières de l'État           |
        | Les pensions et retraites de l'État           |
        | Les ventes domaniales                         |
        | Simulateurs                                   |
        | Questions fréquentes                          |
        | Calendrier fiscal                             |
        | International                                 |
        | Nous connaître                                |
      Et le site annonce "SIMPLIFIEZ VOS IMPOTS EN LIGNE"
      Et le site annonce "Le contrôle fiscal et la lutte contre la fraude"
