# language: fr
Fonctionnalité: Les écrans de l'aide et de l'assistance
  « AIDE » est en tête de chaque écran de la procédure ; l'assistance est joignable selon deux canaux.

  @R-5.001 @R-5.002 @R-5.003 @R-5.004 @U-90
  Règle: L'assistance donne ses heures et ses deux canaux

    @R-1.010 @R-3.037 @U-56
    Scénario: L'aide ouverte depuis un écran de la procédure
      Étant donné l'usager parvenu au choix de la procédure
      Quand l'usager ouvre l'aide
      Alors la nouvelle fenêtre a pour titre "Aide"
      Et la nouvelle fenêtre montre ces textes, dans cet ordre :
        | l'assistance aux usagers des téléprocédures est joignable de 8h00 à 19h30 du lundi au vendredi, selon deux canaux : |
        | Fiches FOCUS |
      Et la nouvelle fenêtre énumère, dans la rubrique "Assistance", ces seuls éléments :
        | le téléphone via le n° 0 810 006 882 (0,06 € / min + prix d'un appel local) |
        | le formulaire électronique disponible depuis le site http://www.impots.gouv.fr > Professionnels > Téléprocédures / Je contacte mon assistance informatique > Je contacte mon assistance par courriel. |
      Et la nouvelle fenêtre énumère, dans la rubrique "Fiches FOCUS", ces seuls éléments :
        | Opter pour l'accès sans certificat DANS l'espace professionnel  |
        | Opter pour l'accès sans certificat HORS espace professionnel    |
        | Demander une adhésion aux services en ligne (mode expert)       |
        | Désigner un Administrateur Suppléant                            |
        | Désigner des délégués et consulter les délégations              |

    Scénario: L'assistance atteinte depuis la page « Professionnels »
      Étant donné l'usager parvenu à la page « Professionnels »
      Quand l'usager suit le lien "Je contacte mon assistance informatique"
      Alors l'écran a pour titre "Assistance"
      Et l'écran montre ces textes, dans cet ordre :
        | l'assistance aux usagers des téléprocédures est joignable de 8h00 à 19h30 du lundi au vendredi, selon deux canaux : |
      Et l'écran énumère ces seuls éléments :
        | le téléphone via le n° 0 810 006 882 (0,06 € / min + prix d'un appel local) |
        | le formulaire électronique disponible depuis le site http://www.impots.gouv.fr > Professionnels > Téléprocédures / Je contacte mon assistance informatique > Je contacte mon assistance par courriel. |

  @R-2.012 @A-35
  Règle: Chaque écran de la procédure porte en tête le nom du site et « AIDE »

    Scénario: L'en-tête, écran par écran
      Quand l'usager suit toute la procédure, écran par écran
      Alors chacun de ces écrans porte en tête "impots.gouv.fr AIDE PROFESSIONNELS Professionnels", dont le lien "AIDE" :
        | Pour accéder à vos services en ligne, vous devez d'abord créer votre espace : choisissez la procédure qui vous convient. |
        | Création de votre espace abonné                        |
        | 2ème étape : créez vos identifiants                    |
        | 3ème étape : remplissez votre formulaire d'inscription |
        | Votre inscription                                      |
        | Activation de votre espace abonné                      |
        | Votre inscription                                      |

  @U-56
  Règle: L'aide s'ouvre à côté de la procédure

    Scénario: L'aide ouverte au milieu du formulaire n'en perd aucune saisie
      Étant donné l'usager en train de remplir le formulaire d'inscription
      Quand l'usager ouvre l'aide
      Alors la nouvelle fenêtre a pour titre "Aide"
      Et sa saisie est intacte
      Et elle mène au récapitulatif
