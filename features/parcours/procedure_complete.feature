# language: fr
Fonctionnalité: La procédure complète, avec l'exemple de la fiche
  Madame Lila Rosemonde crée son espace comme la fiche le montre. Chaque état est atteint écran par
  écran, depuis la page d'accueil du site, et le code est lu dans le courriel reçu.

  Contexte:
    Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel

  @R-2.001 @R-2.002 @R-2.010 @R-2.013 @R-2.015
  Règle: Depuis la page d'accueil, le mode expert s'ouvre sur l'annonce de ses quatre étapes

    Scénario: Le mode expert annonce ses quatre étapes
      Étant donné la page d'accueil du site
      Quand l'usager demande à créer un espace en mode expert
      Alors ces étapes lui sont annoncées :
        | 1ère étape : accepter les conditions générales    |
        | 2ème étape : créer vos identifiants               |
        | 3ème étape : remplir le formulaire d'inscription  |
        | 4ème étape : activer votre espace abonné          |

  @R-2.022 @R-2.023
  Règle: Les conditions générales acceptées, l'usager choisit ses identifiants

    Scénario: L'acceptation mène au choix des identifiants
      Étant donné l'usager parvenu aux conditions générales
      Quand l'usager accepte les conditions générales
      Alors la "2ème étape : créez vos identifiants" lui est présentée

  @R-2.046 @R-2.090
  Règle: Les identifiants choisis, l'usager remplit le formulaire d'inscription

    Scénario: Les identifiants mènent au formulaire, qui reprend l'adresse
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée
      Et le formulaire d'inscription reprend l'adresse "lila.rosemonde@hotmail.fr"

  @R-1.023 @R-2.082 @R-2.100 @R-2.101 @R-2.103 @R-2.104 @R-2.105 @R-2.106 @R-2.107 @R-2.108 @R-2.110 @R-2.111 @R-2.112 @R-2.113
  @A-25
  Règle: Le formulaire rempli, l'inscription est récapitulée avant toute confirmation

    Scénario: Le récapitulatif montre chaque ligne, et rien n'est encore envoyé
      Étant donné l'usager parvenu au formulaire d'inscription
      Quand l'usager remplit le formulaire d'inscription
      Alors le récapitulatif montre ces lignes :
        | Civilité :                 | Madame                               |
        | Nom :                      | Rosemonde                            |
        | Prénom :                   | Lila                                 |
        | Entreprise étrangère :     | non                                  |
        | S.I.R.E.N. ou équivalent : | 987 654 321                          |
        | Raison sociale :           | SARLALERIS                           |
        | Numéro de téléphone :      | 01 24 57 88 77                       |
        | Adresse électronique :     | lila.rosemonde@hotmail.fr            |
        | Numéro de la voie :        |                                      |
        | Nature de la voie :        |                                      |
        | Libellé de la voie :       |                                      |
        | Complément d'adresse :     |                                      |
        | Code postal :              |                                      |
        | Ville :                    | PARIS                                |
        | Pays :                     | FRANCE                               |
        | Question :                 | Le nom de votre animal de compagnie ? |
        | Réponse :                  | Lili                                 |
      Et ces lignes sont réparties en rubriques :
        | Usager                    |
        | Entreprise d'appartenance |
        | Contact                   |
        | Question de confiance     |
      Et aucun courriel n'est envoyé

  @R-1.023 @R-2.117 @R-2.119 @R-2.122 @R-2.124 @R-2.148 @R-2.152 @R-2.166 @A-03
  Règle: L'inscription confirmée, un code d'activation est envoyé à l'adresse choisie

    Scénario: La confirmation envoie un seul courriel, porteur d'un seul code
      Étant donné l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors le site s'adresse à "Madame Rosemonde Lila"
      Et le site annonce "Si vous ne le recevez pas, vérifiez que l'adresse que vous avez saisie (lila.rosemonde@hotmail.fr) est correcte, et consultez la rubrique "Courrier indésirable" ou "Spam" de votre messagerie personnelle."
      Et un courriel parvient à la seule adresse "lila.rosemonde@hotmail.fr"
      Et le site n'a envoyé que ce courriel
      Et ce courriel annonce "Votre espace abonné sera actif lorsque vous aurez saisi le code suivant :"
      Et ce courriel contient, seul sur sa ligne, un code d'activation de 12 chiffres et lettres

  @R-1.024 @R-2.128 @R-2.169 @U-61
  Règle: Tant qu'il n'est pas activé, l'espace n'est pas accessible

    Scénario: Les identifiants d'un espace en attente d'activation n'ouvrent rien
      Étant donné l'usager pré-inscrit
      Quand l'usager demande l'accès à son espace
      Alors l'accès lui est refusé pour le motif "espace pas encore actif"

  @U-50
  Règle: Un navigateur tel qu'il s'installe laisse s'ouvrir la confirmation

    Scénario: La confirmation s'ouvre dans un navigateur dont personne n'a changé les réglages
      Étant donné un navigateur réglé comme à son installation
      Et l'usager pré-inscrit
      Quand l'usager passe aussitôt à l'activation et saisit le code reçu
      Alors une nouvelle fenêtre confirme l'inscription de "Madame Lila Rosemonde"

  @R-1.025 @R-3.013 @R-3.022 @R-3.024 @A-03
  Règle: Le code reçu active l'espace, ce qu'une nouvelle fenêtre confirme

    @R-0.003 @R-2.129 @R-3.006 @R-3.021 @R-3.023 @R-3.026 @A-24
    Scénario: L'espace est activé aussitôt, depuis la fin de pré-inscription
      Étant donné l'usager pré-inscrit
      Quand l'usager passe aussitôt à l'activation et saisit le code reçu
      Alors une nouvelle fenêtre confirme l'inscription de "Madame Lila Rosemonde"
      Et le numéro d'abonné est fait de l'année de l'inscription et de 10 chiffres
      Et l'écran d'activation reste affiché dans la première fenêtre

    @R-0.002 @R-2.132 @R-3.002 @R-3.004 @A-49
    Scénario: L'espace est activé depuis la page d'accueil, où ramène la fin de pré-inscription
      Étant donné l'usager pré-inscrit, revenu à la page d'accueil
      Quand l'usager suit le chemin de l'activation et saisit le code reçu
      Alors une nouvelle fenêtre confirme l'inscription de "Madame Lila Rosemonde"

    @R-2.132 @R-3.001
    Scénario: L'espace est activé plus tard, depuis un autre navigateur
      Étant donné l'usager pré-inscrit, qui a changé de navigateur depuis
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme l'inscription de "Madame Lila Rosemonde"

  @R-0.001 @R-1.020 @R-1.026 @R-1.027 @R-2.087 @R-2.166 @R-3.032
  Règle: L'espace activé s'ouvre aussitôt, vide de dossiers et de services

    Scénario: Les identifiants choisis ouvrent un espace vide
      Étant donné l'usager dont l'espace vient d'être activé
      Quand l'usager accède à son espace depuis la confirmation
      Alors son espace s'ouvre, sans aucun dossier ni aucun service
      Et le site n'a envoyé qu'un seul courriel
