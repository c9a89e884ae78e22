# language: fr
Fonctionnalité: Les identifiants saisis deux fois
  L'adresse et le mot de passe sont demandés deux fois chacun, pour limiter les erreurs de saisie.

  @R-2.032 @U-05 @U-07
  Règle: Les deux saisies d'une même valeur doivent être identiques

    Scénario: Deux adresses différentes sont refusées
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                        | adresse              | seconde adresse       |
        | une lettre change          | lila@cabinet.example | lola@cabinet.example  |
        | une lettre manque          | lila@cabinet.example | lil@cabinet.example   |
        | le domaine change          | lila@cabinet.example | lila@cabinets.example |
        | rien de commun             | lila@cabinet.example | inconnu               |
      Alors chacun de ces essais est refusé par "Les deux adresses électroniques saisies ne sont pas identiques."

    @R-2.033
    Scénario: Deux mots de passe différents sont refusés
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                         | mot de passe | second mot de passe |
        | un chiffre change           | Secret123    | Secret124           |
        | une majuscule change        | Secret123    | secret123           |
        | un caractère manque à la fin | Secret123    | Secret12            |
        | une espace de plus          | Secret123    | Secret123␣          |
      Alors chacun de ces essais est refusé par "Les deux mots de passe saisis ne sont pas identiques."

    @U-13
    Scénario: Deux saisies identiques sont acceptées
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                                   | adresse              | seconde adresse        | mot de passe | second mot de passe |
        | tout est identique                    | lila@cabinet.example | lila@cabinet.example   | Secret123    | Secret123           |
        | la même adresse, en capitales         | lila@cabinet.example | LILA@Cabinet.example   | Secret123    | Secret123           |
        | la même adresse, une espace à la suite | lila@cabinet.example | lila@cabinet.example␣  | Secret123    | Secret123           |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @R-2.044 @A-31 @U-08 @U-31
  Règle: Chacune des quatre saisies est obligatoire, bien qu'aucune ne porte d'étoile

    Scénario: Une saisie qui manque est réclamée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                        | adresse              | seconde adresse      | mot de passe | second mot de passe |
        | sans adresse               |                      | lila@cabinet.example | Secret123    | Secret123           |
        | sans seconde adresse       | lila@cabinet.example |                      | Secret123    | Secret123           |
        | sans mot de passe          | lila@cabinet.example | lila@cabinet.example |              | Secret123           |
        | sans second mot de passe   | lila@cabinet.example | lila@cabinet.example | Secret123    |                     |
        | une adresse faite d'espaces | ␣␣                   | ␣␣                   | Secret123    | Secret123           |
        | sans rien                  |                      |                      |              |                     |
      Alors ces essais sont refusés ainsi :
        | sans adresse               | Le champ « Votre adresse électronique » est obligatoire. |
        | sans seconde adresse       | Le champ « Confirmer votre adresse électronique » est obligatoire. |
        | sans mot de passe          | Le champ « Votre mot de passe » est obligatoire. |
        | sans second mot de passe   | Le champ « Confirmer votre mot de passe » est obligatoire. |
        | une adresse faite d'espaces | Le champ « Votre adresse électronique » est obligatoire. Le champ « Confirmer votre adresse électronique » est obligatoire. |
        | sans rien                  | Le champ « Votre adresse électronique » est obligatoire. Le champ « Confirmer votre adresse électronique » est obligatoire. Le champ « Votre mot de passe » est obligatoire. Le champ « Confirmer votre mot de passe » est obligatoire. |

    Scénario: Les quatre saisies faites, l'usager passe à l'étape suivante
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée
