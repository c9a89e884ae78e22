# language: fr
Fonctionnalité: L'écran du choix de la procédure
  Deux modes, deux liens pour chacun ; la fiche ne suit que le mode expert.

  @R-1.001 @R-2.002 @R-2.005 @R-2.006 @R-2.007 @R-3.002 @R-3.003 @A-33
  Règle: L'écran offre deux procédures, chacune en deux étapes

    Scénario: Les textes et les liens des deux modes
      Étant donné la page d'accueil du site
      Quand l'usager choisit "Créer / Activer mon espace" dans la rubrique "Professionnels"
      Alors l'écran montre ces textes, dans cet ordre :
        | Pour accéder à vos services en ligne, vous devez d'abord créer votre espace : choisissez la procédure qui vous convient. |
        | Quelle que soit la procédure choisie, vous devrez mentionner une adresse électronique ainsi que le ou les SIREN concernés. |
        | Vous souhaitez créer un espace pour votre propre entreprise : optez pour le mode simplifié |
        | 1ère étape : Créez votre espace    |
        | 2ème étape : Activez votre espace  |
        | Vous souhaitez créer un espace pour l'entreprise que vous représentez ou vous souhaitez créer un espace unique pour différentes entreprises : optez pour le mode expert |
        | 1ère étape : Créez votre espace    |
        | 2ème étape : Activez votre espace  |
      Et l'écran a pour seules rubriques :
        | Vous souhaitez créer un espace pour votre propre entreprise : optez pour le mode simplifié |
        | Vous souhaitez créer un espace pour l'entreprise que vous représentez ou vous souhaitez créer un espace unique pour différentes entreprises : optez pour le mode expert |
      Et le mode simplifié montre ces liens, dans cet ordre :
        | 1ère étape : Créez votre espace    |
        | 2ème étape : Activez votre espace  |
      Et le mode expert montre ces liens, dans cet ordre :
        | 1ère étape : Créez votre espace    |
        | 2ème étape : Activez votre espace  |
      Et l'écran montre ces liens, dans cet ordre :
        | 1ère étape : Créez votre espace    |
        | 2ème étape : Activez votre espace  |
        | 1ère étape : Créez votre espace    |
        | 2ème étape : Activez votre espace  |
        | Quitter                            |
      Et l'écran n'a aucun champ

  @R-1.003 @R-2.008
  Règle: Le mode expert s'adresse à qui représente une entreprise ou intervient pour plusieurs

    Scénario: L'intitulé du mode expert nomme les deux cas
      Étant donné la page d'accueil du site
      Quand l'usager choisit "Créer / Activer mon espace" dans la rubrique "Professionnels"
      Alors le mode expert s'intitule "Vous souhaitez créer un espace pour l'entreprise que vous représentez ou vous souhaitez créer un espace unique pour différentes entreprises : optez pour le mode expert"

  @R-2.009 @R-3.004
  Règle: Chaque lien du mode expert mène à son étape de la procédure

    Plan du scénario: Le mode expert mène à la création, puis à l'activation
      Étant donné l'usager parvenu au choix de la procédure
      Quand l'usager suit, en mode expert, le lien "<lien>"
      Alors l'écran a pour titre "<titre>"
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |

      Exemples:
        | cas          | lien                              | titre                              |
        | la création  | 1ère étape : Créez votre espace   | Création de votre espace abonné    |
        | l'activation | 2ème étape : Activez votre espace | Activation de votre espace abonné  |

  @R-1.002 @R-1.004 @U-58
  Règle: Le mode simplifié, pour sa propre entreprise, n'entre pas dans la procédure en mode expert

    Plan du scénario: Le mode simplifié mène hors du périmètre
      Étant donné l'usager parvenu au choix de la procédure
      Quand l'usager suit, en mode simplifié, le lien "<lien>"
      Alors l'écran a pour titre "Hors du périmètre du simulateur"
      Et l'écran montre ces textes, dans cet ordre :
        | Ce simulateur se limite à la création d'un espace professionnel en mode expert. |
      Et l'écran n'a aucun champ

      Exemples:
        | cas          | lien                              |
        | la création  | 1ère étape : Créez votre espace   |
        | l'activation | 2ème étape : Activez votre espace |
