# language: fr
Fonctionnalité: Quitter la procédure
  « Quitter » est à chaque écran où la fiche le montre ; dans le simulateur, il ramène à l'accueil.

  @R-2.011
  Règle: L'usager peut quitter la procédure, sans que rien ne soit envoyé ni créé

    Scénario: L'usager quitte le formulaire d'inscription, rempli ou non
      Étant donné l'usager en train de remplir le formulaire d'inscription
      Quand l'usager quitte la procédure
      Alors un retour en arrière le ramène au début de la procédure
      Et aucun courriel n'est envoyé
      Et ses identifiants n'ouvrent aucun espace

    Scénario: L'usager quitte la confirmation, et garde son espace
      Étant donné l'usager dont l'espace vient d'être activé
      Quand l'usager quitte la procédure depuis la confirmation
      Alors ses identifiants ouvrent son espace
      Et le site n'a envoyé qu'un seul courriel

  @U-54
  Règle: « Quitter » ramène à la page d'accueil

    Plan du scénario: L'usager quitte avant d'avoir rien saisi
      Étant donné l'usager parvenu <écran>
      Quand l'usager quitte la procédure
      Alors la page d'accueil lui est présentée
      Et aucun courriel n'est envoyé

      Exemples:
        | cas                     | écran                    |
        | le choix de la procédure | au choix de la procédure  |
        | les conditions générales | aux conditions générales  |

    Scénario: L'usager quitte le formulaire d'inscription pour la page d'accueil
      Étant donné l'usager en train de remplir le formulaire d'inscription
      Quand l'usager quitte la procédure
      Alors la page d'accueil lui est présentée

    Scénario: L'usager quitte la confirmation pour la page d'accueil
      Étant donné l'usager dont l'espace vient d'être activé
      Quand l'usager quitte la procédure depuis la confirmation
      Alors la page d'accueil lui est présentée
