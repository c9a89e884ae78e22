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
        | rien de commun             | lila@cabinet.example | inconnu@domaine.example |
      Alors chacun de ces essais est refusé pour le motif "adresses différentes"

    @R-2.033
    Scénario: Deux mots de passe différents sont refusés
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                         | mot de passe | second mot de passe |
        | un chiffre change           | Secret123    | Secret124           |
        | une majuscule change        | Secret123    | secret123           |
        | un caractère manque à la fin | Secret123    | Secret12            |
        | un caractère de plus        | Secret123    | Secret1234          |
      Alors chacun de ces essais est refusé pour le motif "mots de passe différents"

    Scénario: Deux saisies identiques sont acceptées
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                | adresse              | seconde adresse      | mot de passe | second mot de passe |
        | tout est identique | lila@cabinet.example | lila@cabinet.example | Secret123    | Secret123           |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @U-07
  Règle: Les mots de passe sont comparés blancs compris

    Scénario: Une espace de plus fait un autre mot de passe
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                | mot de passe | second mot de passe |
        | une espace de plus | Secret123    | Secret123␣          |
      Alors chacun de ces essais est refusé pour le motif "mots de passe différents"

  @U-13
  Règle: Les adresses sont comparées sans égard à la casse ni aux blancs autour

    Scénario: La même adresse, écrite de deux façons, est acceptée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                                   | adresse              | seconde adresse        |
        | la même adresse, en capitales         | lila@cabinet.example | LILA@Cabinet.example   |
        | la même adresse, une espace à la suite | lila@cabinet.example | lila@cabinet.example␣  |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @R-2.044 @A-31
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
      Alors chacun de ces essais est refusé

    Scénario: Les quatre saisies faites, l'usager passe à l'étape suivante
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée

  @U-08 @U-31
  Règle: Chaque saisie qui manque est dite, et toutes à la fois

    Scénario: Ce qui manque est dit, dans l'ordre des champs
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                        | adresse              | seconde adresse      | mot de passe | second mot de passe |
        | sans adresse               |                      | lila@cabinet.example | Secret123    | Secret123           |
        | sans seconde adresse       | lila@cabinet.example |                      | Secret123    | Secret123           |
        | sans mot de passe          | lila@cabinet.example | lila@cabinet.example |              | Secret123           |
        | sans second mot de passe   | lila@cabinet.example | lila@cabinet.example | Secret123    |                     |
        | une adresse faite d'espaces | ␣␣                   | ␣␣                   | Secret123    | Secret123           |
        | sans rien                  |                      |                      |              |                     |
      Alors ces essais ne sont refusés que pour ces motifs, dits dans cet ordre :
        | sans adresse               | champ obligatoire vide : Votre adresse électronique |
        | sans seconde adresse       | champ obligatoire vide : Confirmer votre adresse électronique |
        | sans mot de passe          | champ obligatoire vide : Votre mot de passe |
        | sans second mot de passe   | champ obligatoire vide : Confirmer votre mot de passe |
        | une adresse faite d'espaces | champ obligatoire vide : Votre adresse électronique ; champ obligatoire vide : Confirmer votre adresse électronique |
        | sans rien                  | champ obligatoire vide : Votre adresse électronique ; champ obligatoire vide : Confirmer votre adresse électronique ; champ obligatoire vide : Votre mot de passe ; champ obligatoire vide : Confirmer votre mot de passe |
