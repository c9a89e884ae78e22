# language: fr
Fonctionnalité: L'accès sans certificat dans un cabinet
  Plusieurs collaborateurs ont chacun un espace avec certificat, et la même adresse électronique.

  Contexte:
    Étant donné ces espaces avec certificat, à l'adresse "contact@cabinet.example" :
      | détenteur   | dossiers               | services     |
      | Anne Aubry  | SARL Aubry, SCI Aubry  | Déclarer TVA |
      | Bruno Blanc | SARL Blanc             | Payer la CFE |
      | Chloé Carré | EURL Carré, SARL Carré | Déclarer TVA |

  @R-2.061 @R-2.062 @A-09 @U-59
  Règle: Qui n'est pas le seul détenteur doit choisir une autre adresse que l'habituelle

    Scénario: L'option demande une autre adresse à qui n'est pas le seul détenteur
      Quand l'usager demande l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Alors le site annonce "vous devez choisir une autre adresse électronique que l'habituelle"

    Scénario: L'adresse habituelle, qu'un collaborateur a conservée, est refusée au suivant
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "contact@cabinet.example"
      Et l'usager parvenu à l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Quand "Bruno Blanc" opte pour l'accès sans certificat avec l'adresse "contact@cabinet.example"
      Alors l'option lui est refusée pour le motif "adresse d'un espace sans certificat"

    @R-2.069
    Scénario: Une autre adresse ouvre au suivant son propre espace
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "contact@cabinet.example"
      Et l'usager parvenu à l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Quand "Chloé Carré" opte pour l'accès sans certificat avec l'adresse "chloe.carre@cabinet.example"
      Alors l'accès sans certificat lui est ouvert
      Et ses identifiants ouvrent l'espace de "Chloé Carré" tel qu'il était

  @U-59
  Règle: Le certificat est choisi parmi ceux qui utilisent l'adresse

    Scénario: Chacun des certificats de l'adresse peut être présenté
      Quand l'usager demande l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Alors seuls ces certificats peuvent être présentés :
        | Anne Aubry  |
        | Bruno Blanc |
        | Chloé Carré |

  @R-2.068 @A-09
  Règle: Un seul collaborateur peut conserver l'adresse commune

    Scénario: Le premier qui opte peut la conserver
      Étant donné l'usager parvenu à l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Quand "Anne Aubry" opte pour l'accès sans certificat avec l'adresse "contact@cabinet.example"
      Alors l'accès sans certificat lui est ouvert
      Et ses identifiants ouvrent l'espace de "Anne Aubry" tel qu'il était

    @R-2.069
    Scénario: Les deux autres ne le peuvent plus
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "contact@cabinet.example"
      Et l'usager parvenu à l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Quand ces collaborateurs optent tour à tour pour l'accès sans certificat avec l'adresse "contact@cabinet.example" :
        | Bruno Blanc |
        | Chloé Carré |
      Alors chacun de ces essais est refusé pour le motif "adresse d'un espace sans certificat"

  @R-2.070
  Règle: Un nouveau collaborateur doit utiliser une autre adresse que celle des autres

    Scénario: Avant toute option, l'adresse commune lui est fermée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la création est bloquée

    Scénario: Après l'option d'un collaborateur qui l'a conservée, l'adresse commune lui reste fermée
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la création ne va pas plus loin

    @R-2.064
    Scénario: Après l'option d'un collaborateur, il reste à transformer les espaces des autres
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "anne.aubry@cabinet.example"
      Quand l'usager demande l'option pour l'accès sans certificat, depuis l'adresse "contact@cabinet.example"
      Alors seuls ces certificats peuvent être présentés :
        | Bruno Blanc |
        | Chloé Carré |

    Scénario: Une autre adresse que celles des collaborateurs lui est ouverte
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "anne.aubry@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "nouveau@cabinet.example"
      Alors le formulaire d'inscription reprend l'adresse "nouveau@cabinet.example"

  @U-12
  Règle: Une adresse reste celle d'espaces avec certificat tant qu'il y en a un

    Scénario: L'adresse qu'un collaborateur a conservée est encore celle des autres
      Étant donné l'espace de "Anne Aubry" devenu sans certificat, à l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la création est bloquée
