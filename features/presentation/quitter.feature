# language: fr
Fonctionnalité: Quitter la procédure
  « Quitter » est à chaque écran où la fiche le montre ; il ramène à la page d'accueil.

  @R-2.011 @U-54
  Règle: Quitter la procédure ramène à la page d'accueil, sans que rien ne soit envoyé ni créé

    Plan du scénario: L'usager quitte avant d'avoir rien saisi
      Étant donné l'usager parvenu <écran>
      Quand l'usager quitte la procédure
      Alors la page d'accueil lui est présentée
      Et aucun courriel n'est envoyé

      Exemples:
        | cas                     | écran                    |
        | le choix de la procédure | au choix de la procédure  |
        | les conditions générales | aux conditions générales  |

    Scénario: L'usager quitte le formulaire d'inscription, rempli ou non
      Étant donné l'usager en train de remplir le formulaire d'inscription
      Quand l'usager quitte la procédure
      Alors la page d'accueil lui est présentée
      Et un retour en arrière le ramène au début de la procédure
      Et aucun courriel n'est envoyé
      Et ses identifiants n'ouvrent aucun espace

    Scénario: L'usager quitte la confirmation, et garde son espace
      Étant donné l'usager dont l'espace vient d'être activé
      Quand l'usager quitte la procédure depuis la confirmation
      Alors la page d'accueil lui est présentée
      Et ses identifiants ouvrent son espace
      Et le site n'a envoyé qu'un seul courriel
