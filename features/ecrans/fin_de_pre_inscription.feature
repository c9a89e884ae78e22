# language: fr
Fonctionnalité: L'écran de fin de pré-inscription
  L'inscription confirmée, cet écran annonce le code d'activation et dit quoi en faire.

  Contexte:
    Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel

  @R-2.121 @R-2.122 @R-2.123 @R-2.124 @R-2.125 @R-2.126 @R-2.127 @R-2.130 @R-2.131 @R-2.144
  Règle: L'écran annonce le code, son délai et les deux chemins de l'activation

    Scénario: L'écran de fin de pré-inscription, mot pour mot
      Étant donné l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors l'écran a pour titre "Activation de votre espace abonné"
      Et l'écran montre ces textes, dans cet ordre :
        | Madame Rosemonde Lila |
        | Vous allez recevoir le code d'activation dans votre messagerie. |
        | Si vous ne le recevez pas, vérifiez que l'adresse que vous avez saisie (lila.rosemonde@hotmail.fr) est correcte, et consultez la rubrique "Courrier indésirable" ou "Spam" de votre messagerie personnelle. |
        | Remarque : Ce code n'est pas un mot de passe. |
        | Il ne doit être utilisé qu'une seule fois pour activer votre espace abonné. |
        | Après réception de ce code, vous devez cliquer sur le lien ci-dessous : |
        | Activez votre espace abonné |
        | Vous pouvez retrouver ce lien sur le site impots.gouv.fr, en cliquant sur "Professionnel" dans le pavé "Mon espace" situé en haut à droite de votre écran, puis sur "Je crée mon espace professionnel" et enfin sur "2ème étape : Activez votre espace" du mode expert. |
        | Vous disposez d'un délai de 48h, à compter de l'envoi du code ci-dessus, pour activer votre espace abonné. |
        | OK |
      Et l'écran montre ces liens, dans cet ordre :
        | Activez votre espace abonné |
        | Quitter |
      Et l'écran montre ces boutons, dans cet ordre :
        | OK |
      Et l'écran n'a aucun champ

  @R-0.003 @R-2.127 @R-2.129 @R-3.006
  Règle: Le lien « Activez votre espace abonné » mène à l'activation

    Scénario: Le lien ouvre l'écran qui demande l'adresse et le code
      Étant donné l'usager pré-inscrit
      Quand l'usager suit le lien "Activez votre espace abonné"
      Alors l'écran montre ces champs, dans cet ordre :
        | Votre adresse électronique : |
        | Votre code d'activation : |

  @R-0.002 @R-2.132 @A-49
  Règle: « OK » ramène à la page d'accueil, d'où le chemin de l'activation se retrouve

    Scénario: L'activation remise à plus tard
      Étant donné l'usager pré-inscrit
      Quand l'usager appuie sur le bouton "OK"
      Alors la page d'accueil lui est présentée
