# language: fr
Fonctionnalité: L'écran de la 2ème étape, où l'usager crée ses identifiants

  @R-2.024 @R-2.025 @R-2.026 @R-2.027 @R-2.028 @R-2.029 @R-2.030 @R-2.054 @R-2.055 @A-20 @A-31
  Règle: L'écran demande une adresse et un mot de passe, deux fois chacun, et rien d'autre

    Scénario: L'écran des identifiants à son ouverture
      Étant donné l'usager parvenu aux conditions générales
      Quand l'usager accepte les conditions générales
      Alors l'écran a pour titre "2ème étape : créez vos identifiants"
      Et l'écran montre ces champs, dans cet ordre :
        | Votre adresse électronique :          |
        | Confirmer votre adresse électronique : |
        | Votre mot de passe :                  |
        | Confirmer votre mot de passe:         |
      Et les champs des identifiants contiennent :
        | Votre adresse électronique :          | |
        | Confirmer votre adresse électronique : | |
        | Votre mot de passe :                  | |
        | Confirmer votre mot de passe:         | |
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |
      Et l'écran montre ces textes, dans cet ordre :
        | Votre adresse électronique : |
        | Important : cette adresse électronique ne pourra être utilisée que pour un seul et unique espace. |
        | Confirmer votre adresse électronique : |
        | Votre mot de passe : |
        | (8 caractères minimum et 20 caractères maximum. Les chiffres et les lettres sont autorisés). |
        | Pensez à noter votre mot de passe. |
        | Confirmer votre mot de passe: |
        | Rappel : une adresse électronique ne peut être associée qu'à un seul espace abonné sans certificat. |
        | Conseil : Notez votre mot de passe car pour préserver la confidentialité de votre espace, il est stocké de façon cryptée : l'administration fiscale ne pourra donc pas vous le communiquer en cas d'oubli. |
      Et l'option pour l'accès sans certificat ne lui est pas proposée

  @R-2.045
  Règle: Un mot de passe ne se lit pas à l'écran, et n'y revient pas après un refus

    Scénario: Après un refus, les mots de passe sont à saisir à nouveau
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager saisit ces identifiants :
        | cas                                | adresse              | seconde adresse      | mot de passe | second mot de passe |
        | la confirmation a perdu une lettre | lila@cabinet.example | lil@cabinet.example  | Secret123    | Secret123           |
      Alors la création est refusée pour le motif "adresses différentes"
      Et les champs des mots de passe sont vides
      Et les champs des mots de passe masquent ce qui y est saisi

  @U-01
  Règle: Un refus réaffiche l'écran, les erreurs en tête et les adresses telles qu'elles ont été saisies

    Scénario: Après un refus, les adresses restent
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager saisit ces identifiants :
        | cas                                | adresse                   | seconde adresse           | mot de passe | second mot de passe |
        | la confirmation a perdu une lettre | lila.rosemonde@hotmail.fr | lila.rosemond@cabinet.example | Secret123    | Secret123           |
      Alors l'écran montre ces textes, dans cet ordre :
        | 2ème étape : créez vos identifiants |
        | Les deux adresses électroniques saisies ne sont pas identiques. |
        | Votre adresse électronique : |
      Et les champs des identifiants contiennent :
        | Votre adresse électronique :           | lila.rosemonde@hotmail.fr     |
        | Confirmer votre adresse électronique : | lila.rosemond@cabinet.example |
        | Votre mot de passe :                   |                               |
        | Confirmer votre mot de passe:          |                               |
