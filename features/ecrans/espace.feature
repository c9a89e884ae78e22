# language: fr
Fonctionnalité: L'accès à l'espace et l'espace lui-même
  La fiche ne fait que les nommer : leurs libellés sont ceux du simulateur.

  Contexte:
    Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
    Et un code d'activation envoyé le 10/06/2026 à 11:00
    Et l'usager dont l'espace est activé avec le code reçu

  @R-0.001 @R-3.031 @R-3.032
  Règle: L'accès à l'espace demande les identifiants, et rien d'autre

    Scénario: La confirmation mène à la saisie des identifiants
      Étant donné la confirmation sous les yeux de l'usager
      Quand l'usager suit le lien "Accédez à votre espace abonné"
      Alors l'écran a pour titre "Accès à votre espace abonné"
      Et l'écran montre ces champs, dans cet ordre :
        | Votre adresse électronique : |
        | Votre mot de passe :         |
      Et tous ces champs sont vides
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |

  @R-3.034 @A-37
  Règle: L'espace, aussitôt ouvert, permet de demander une adhésion

    Scénario: L'espace de Madame Rosemonde
      Quand l'usager accède à son espace depuis la confirmation
      Alors l'écran a pour titre "Votre espace abonné"
      Et l'écran montre ces textes, dans cet ordre :
        | Madame Lila Rosemonde |
        | Gérer mes services    |
        | Vos dossiers          |
        | Aucun dossier.        |
        | Vos services          |
        | Aucun service.        |
      Et la rubrique "Vos services" montre ces liens, dans cet ordre :
        | Demander une adhésion aux services en ligne |
