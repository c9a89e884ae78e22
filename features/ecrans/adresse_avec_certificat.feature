# language: fr
Fonctionnalité: L'écran de la 2ème étape bloquée par un espace avec certificat

  @R-2.049 @R-2.050 @R-2.051 @R-2.052 @R-2.055 @R-2.056 @A-32
  Règle: L'écran dit pourquoi la création est bloquée, et demande une nouvelle adresse

    Scénario: L'écran de la 2ème étape bloquée
      Étant donné 1 espace avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors l'écran a pour titre "2ème étape : créer vos identifiants"
      Et l'écran montre ces champs, dans cet ordre :
        | Votre adresse électronique :                    |
        | Confirmer votre nouvelle adresse électronique : |
        | Votre mot de passe :                            |
        | Confirmer votre mot de passe:                   |
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |
      Et l'écran montre ces textes, dans cet ordre :
        | 2ème étape : créer vos identifiants |
        | Vous, ou l'un de vos collaborateurs, disposez déjà d'un espace abonné avec certificat utilisant cette adresse électronique. |
        | Si vous voulez créer un espace sans certificat, vous devez utiliser une autre adresse électronique. |
        | Si vous êtes titulaire de cet espace abonné avec certificat, vous pouvez opter pour l'accès sans certificat en cliquant sur le lien suivant : |
        | Optez pour l'accès sans certificat |
        | Votre adresse électronique : |
        | Important : cette adresse électronique ne pourra être utilisée que pour un seul et unique espace. |
        | Confirmer votre nouvelle adresse électronique : |
      Et ces quatre champs sont vides
