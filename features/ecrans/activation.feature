# language: fr
Fonctionnalité: L'écran d'activation
  Son image est perdue : ses libellés sont ceux que le texte de la fiche permet de supposer.

  @R-3.008 @R-3.009 @R-3.010 @A-13
  Règle: L'écran demande l'adresse et le code, mais pas le mot de passe

    Scénario: L'écran atteint depuis la page d'accueil est vide
      Quand l'usager demande à activer son espace en mode expert
      Alors l'écran a pour titre "Activation de votre espace abonné"
      Et l'écran montre ces champs, dans cet ordre :
        | Votre adresse électronique : |
        | Votre code d'activation :    |
      Et tous ces champs sont vides
      Et aucun de ces champs n'est un champ de mot de passe
      Et l'écran montre ces textes, dans cet ordre :
        | Votre code d'activation :                                                                         |
        | Il ne s'agit pas ici de votre mot de passe, mais du code reçu dans votre messagerie électronique. |
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |
      Et l'écran montre ces liens, dans cet ordre :
        | Quitter |

  @R-3.007
  Règle: La fin de pré-inscription et la page d'accueil mènent au même écran

    Scénario: Le lien de la fin de pré-inscription mène à l'écran de la page d'accueil
      Étant donné l'usager pré-inscrit
      Quand l'usager passe aussitôt à l'activation
      Alors cet écran d'activation est celui auquel mène la page d'accueil
