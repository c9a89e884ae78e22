# language: fr
Fonctionnalité: L'accès sans certificat du seul détenteur d'une adresse
  Le simulateur ne montre de cette option que l'essentiel : elle relève d'autres fiches. Le certificat
  présenté y est simulé.

  Contexte:
    Étant donné ces espaces avec certificat, à l'adresse "contact@cabinet.example" :
      | détenteur  | dossiers                              | services                     |
      | Anne Aubry | SARL Aubry, EURL Aubry, SCI des Aubry | Déclarer TVA, Payer la CFE   |

  @R-2.059 @U-59
  Règle: Le seul détenteur peut conserver son adresse habituelle

    Scénario: L'option propose au seul détenteur de conserver son adresse
      Quand l'usager demande l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Alors le site annonce "vous pouvez conserver votre adresse électronique habituelle"
      Et l'adresse "contact@cabinet.example" lui est proposée

    @R-2.060 @R-2.063
    Scénario: L'adresse conservée ouvre l'espace, avec tous ses dossiers et services
      Étant donné l'usager parvenu à l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Quand "Anne Aubry" opte pour l'accès sans certificat en gardant l'adresse proposée
      Alors l'accès sans certificat lui est ouvert
      Et ses identifiants ouvrent l'espace de "Anne Aubry" tel qu'il était

  @U-59
  Règle: Le certificat est choisi parmi ceux qui utilisent l'adresse

    Scénario: Le seul certificat de l'adresse peut être présenté
      Quand l'usager demande l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Alors seuls ces certificats peuvent être présentés :
        | Anne Aubry |

  @R-2.064 @U-12
  Règle: L'espace transformé remplace l'espace avec certificat

    Scénario: Plus rien ne subsiste de l'espace avec certificat transformé
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la création est refusée pour le motif "adresse d'un espace sans certificat"
      Et l'option pour l'accès sans certificat ne lui est pas proposée

    Scénario: L'adresse abandonnée par l'espace transformé redevient libre
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "anne.aubry@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée

  @R-2.058 @A-52
  Règle: L'option est le seul moyen de retrouver son espace

    Scénario: Le détenteur qui crée un espace à une autre adresse le trouve vide, et l'ancien intact
      Étant donné "Anne Aubry" pré-inscrit pour un autre espace, à l'adresse "anne.aubry@cabinet.example"
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
      Et ses identifiants ouvrent un autre espace, vide
      Et l'option pour l'accès sans certificat rend à "Anne Aubry" l'espace tel qu'il était
