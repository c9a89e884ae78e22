# language: fr
Fonctionnalité: L'écran du mot de passe oublié
  La fiche ne le montre pas : ses mots sont ceux du simulateur.

  @R-2.102 @U-63
  Règle: Qui a oublié son mot de passe dit qui il est, puis répond à sa question de confiance

    Contexte:
      Étant donné l'usager dont l'espace est ouvert, avec pour question "Le nom de votre animal de compagnie ?" et pour réponse "Lili"

    Scénario: L'adresse et le numéro d'abonné sont demandés d'abord
      Étant donné l'usager parvenu à l'accès à son espace
      Quand l'usager suit le lien "Mot de passe oublié ?"
      Alors l'écran a pour titre "Mot de passe oublié"
      Et l'écran montre ces champs, dans cet ordre :
        | Votre adresse électronique : |
        | Votre numéro d'abonné :      |
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |

    Scénario: La question choisie à l'inscription est posée ensuite, jamais sa réponse
      Quand l'usager dit avoir oublié son mot de passe, et donne son numéro d'abonné
      Alors l'écran montre ces textes, dans cet ordre :
        | Mot de passe oublié                              |
        | Question :                               |
        | Le nom de votre animal de compagnie ?    |
      Et l'écran montre ces champs, dans cet ordre :
        | Réponse :                              |
        | Votre nouveau mot de passe :           |
        | Confirmer votre nouveau mot de passe : |
      Et l'écran ne montre pas "Lili"
