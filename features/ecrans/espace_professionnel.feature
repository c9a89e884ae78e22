# language: fr
Fonctionnalité: Les écrans « Professionnel » et « Professionnels »
  Deux pages que la fiche nomme sans les montrer : celle du pavé « Mon espace », et celle du courriel.

  @R-1.006 @R-1.010 @R-3.037 @R-2.004
  Règle: Derrière le pavé « Mon espace », la rubrique « Aide » donne les fiches FOCUS

    Scénario: La page « Professionnel » du pavé « Mon espace »
      Étant donné la page d'accueil du site
      Quand l'usager choisit "Professionnel" dans la rubrique "Mon espace"
      Alors l'écran a pour titre "Professionnel"
      Et la rubrique "Aide" montre ces liens, dans cet ordre :
        | Opter pour l'accès sans certificat DANS l'espace professionnel  |
        | Opter pour l'accès sans certificat HORS espace professionnel    |
        | Demander une adhésion aux services en ligne (mode expert)       |
        | Désigner un Administrateur Suppléant                            |
        | Désigner des délégués et consulter les délégations              |
      Et l'écran montre ces textes, dans cet ordre :
        | Je crée mon espace professionnel |
        | Aide                             |
        | Fiches FOCUS :                   |

  @R-5.004 @A-02
  Règle: La page « Professionnels » mène à la création de l'espace et à l'assistance

    Scénario: Le chemin du formulaire électronique passe par les téléprocédures
      Étant donné la page d'accueil du site
      Quand l'usager choisit "Professionnels" dans la barre de navigation
      Alors l'écran a pour titre "Professionnels"
      Et la rubrique "Téléprocédures" montre ces liens, dans cet ordre :
        | Je contacte mon assistance informatique |
      Et l'écran montre ces liens, dans cet ordre :
        | Créez mon Espace abonné                 |
        | Je contacte mon assistance informatique |
