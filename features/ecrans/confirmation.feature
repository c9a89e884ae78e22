# language: fr
Fonctionnalité: L'écran de confirmation
  Il s'affiche dans une nouvelle fenêtre une fois le code validé.

  Contexte:
    Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
    Et un code d'activation envoyé le 10/06/2026 à 11:00
    Et l'espace activé par l'usager avec le code reçu

  @R-1.027 @R-3.022 @R-3.024 @R-3.025 @R-3.028 @R-3.029 @R-3.030 @R-3.031 @R-3.038 @A-18 @A-27
  Règle: La confirmation donne le numéro, puis la sauvegarde, puis l'accès à l'espace

    Scénario: La confirmation de Madame Rosemonde
      Quand l'usager passe à la fenêtre qui confirme son inscription
      Alors l'écran a pour titre "Votre inscription"
      Et l'écran montre ces textes, dans cet ordre :
        | Madame Lila Rosemonde                                                |
        | Votre inscription a été réalisée le 10 juin 2026 sous le numéro 2026 |
        | Ce numéro d'abonné vous est personnel et doit le rester.             |
        | Sauvegardez ou imprimez votre formulaire                             |
        | Il vous sera indispensable en cas de perte de votre mot de passe.    |
        | Vos services en ligne                                                |
      Et la rubrique "Vos services en ligne" montre ces textes, dans cet ordre :
        | Pour adhérer ou utiliser les services en ligne, cliquez sur le lien ci-dessous, puis saisissez vos identifiants pour accéder à votre espace abonné. |
        | Accédez à votre espace abonné |
      Et l'écran n'a aucun champ
      Et l'écran montre ces liens, dans cet ordre :
        | Sauvegardez ou imprimez votre formulaire |
        | Accédez à votre espace abonné            |
        | Quitter                                  |

  @R-3.041 @U-54
  Règle: Quitter la confirmation ne défait rien

    Scénario: L'espace demeure une fois la confirmation quittée
      Étant donné la confirmation sous les yeux de l'usager
      Quand l'usager suit le lien "Quitter"
      Alors la page d'accueil lui est présentée
      Et ses identifiants ouvrent son espace
