# language: fr
Fonctionnalité: Le mot de passe choisi
  Dans les tableaux, ␣ est une espace, ⍽ une espace insécable, ⇥ une tabulation et ↵ un retour à la
  ligne ; après un ◌, l'accent est un caractère à part.

  @R-2.037 @A-06 @U-06
  Règle: Le mot de passe est composé de chiffres et de lettres

    Scénario: Un mot de passe qui contient un autre signe est refusé
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                     | mot de passe |
        | un trait d'union        | Secret-123   |
        | un tiret bas            | Secret_123   |
        | un point d'exclamation  | Secret!23    |
        | un point                | Secret.12    |
        | le signe de l'euro      | Secret12€    |
        | un chiffre en exposant  | Secret12²    |
      Alors chacun de ces essais est refusé pour le motif "mot de passe avec un autre signe"

    @R-2.042
    Scénario: Des chiffres, des lettres, ou les deux sont acceptés
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                     | mot de passe |
        | des lettres et des chiffres | Secret123 |
        | des lettres seulement   | abcdefgh     |
        | des chiffres seulement  | 12345678     |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @R-2.038 @R-2.039 @U-06
  Règle: Le mot de passe n'a ni espace ni caractère accentué

    Scénario: Un mot de passe qui contient un blanc est refusé
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                      | mot de passe |
        | une espace au milieu     | Secret␣123   |
        | une espace devant        | ␣Secret123   |
        | une espace derrière      | Secret123␣   |
        | une espace insécable     | Secret⍽123   |
        | une tabulation           | Secret⇥123   |
        | des espaces seulement    | ␣␣␣␣␣␣␣␣     |
      Alors chacun de ces essais est refusé pour le motif "mot de passe avec un blanc"

    Scénario: Un mot de passe accentué est refusé
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                            | mot de passe |
        | un e accent aigu               | Réponse12    |
        | un c cédille                   | garçon123    |
        | une majuscule accentuée        | NOËL2026     |
        | l'accent est un caractère à part | Re◌́ponse12   |
      Alors chacun de ces essais est refusé pour le motif "mot de passe avec un accent"

    Scénario: Le même mot de passe sans espace ni accent est accepté
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                    | mot de passe |
        | sans espace            | Secret123    |
        | sans accent            | Reponse12    |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @R-2.040 @R-2.041 @U-06
  Règle: Le mot de passe compte de 8 à 20 caractères

    Plan du scénario: Un mot de passe trop court ou trop long est refusé
      Étant donné un usager dont le mot de passe compte <longueur> caractères
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la création est refusée pour le motif "<motif>"

      Exemples:
        | cas               | longueur | motif                   |
        | un de moins que 8 | 7        | mot de passe trop court |
        | un de plus que 20 | 21       | mot de passe trop long  |

    Scénario: Un mot de passe qu'aucun navigateur n'enverrait est refusé aussi
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager envoie tour à tour ces identifiants, sans passer par le navigateur :
        | cas                             | mot de passe          |
        | un de plus que 20               | Abcdefghij0123456789Z |
        | un de moins que 8               | Abcdef1               |
        | un retour à la ligne à la suite | Secret123↵            |
      Alors ces essais sont refusés pour ces motifs :
        | un de plus que 20               | mot de passe trop long     |
        | un de moins que 8               | mot de passe trop court    |
        | un retour à la ligne à la suite | mot de passe avec un blanc |

    Scénario: Un mot de passe de 8 ou de 20 caractères est accepté
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas               | mot de passe         |
        | le plus court     | Abcdef12             |
        | le plus long      | Abcdefghij0123456789 |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

    Plan du scénario: Un mot de passe de longueur permise ouvre l'espace
      Étant donné un usager dont le mot de passe compte <longueur> caractères
      Et l'usager dont l'espace vient d'être activé
      Quand l'usager accède à son espace depuis la confirmation
      Alors ses identifiants lui ouvrent son espace
      Et un mot de passe qui n'en serait que le début n'ouvre aucun espace

      Exemples:
        | cas               | longueur |
        | le plus court     | 8        |
        | le plus long      | 20       |

  @R-2.043
  Règle: Les majuscules du mot de passe comptent

    Scénario: Le mot de passe écrit sans sa majuscule n'ouvre pas l'espace
      Étant donné l'usager dont l'espace s'ouvre par le mot de passe "Secret123"
      Quand l'usager demande l'accès à son espace avec le mot de passe "secret123"
      Alors l'accès lui est refusé pour le motif "identifiants inconnus"

    Scénario: Le mot de passe écrit comme il a été choisi ouvre l'espace
      Étant donné l'usager dont l'espace s'ouvre par le mot de passe "Secret123"
      Quand l'usager demande l'accès à son espace avec le mot de passe "Secret123"
      Alors ses identifiants lui ouvrent son espace
