# language: fr
Fonctionnalité: L'adresse électronique choisie comme identifiant
  Dans les tableaux, ␣ est une espace, ⍽ une espace insécable, ⇥ une tabulation et ↵ un retour à la
  ligne.

  @R-2.034 @A-28 @U-03 @U-16
  Règle: L'adresse électronique doit être valide

    Scénario: Une adresse mal formée est refusée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                             | adresse                           |
        | ni arobase ni domaine           | lila                              |
        | rien après l'arobase            | lila@                             |
        | rien avant l'arobase            | @cabinet.example                  |
        | un domaine sans point           | lila@cabinet                      |
        | une espace                      | lila rosemonde@cabinet.example    |
        | deux arobases                   | lila@@cabinet.example             |
        | deux points de suite            | lila@cabinet..example             |
        | un point juste avant l'arobase  | lila.@cabinet.example             |
        | deux adresses                   | a@cabinet.example,b@cabinet.example |
      Alors chacun de ces essais est refusé pour le motif "adresse mal formée"

    @U-76
    Scénario: Une adresse qu'aucun navigateur n'enverrait est refusée aussi
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager envoie tour à tour ces identifiants, sans passer par le navigateur :
        | cas                                 | adresse                                        |
        | un en-tête de courriel à la suite   | lila@cabinet.example↵Bcc: autre@cabinet.example |
        | un retour à la ligne avant le point | lila@cabinet↵.example                          |
        | une tabulation                      | lila⇥rosemonde@cabinet.example                 |
      Alors chacun de ces essais est refusé pour le motif "adresse mal formée"

    Scénario: Une adresse valide est acceptée, aussi inhabituelle soit-elle
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                             | adresse                                    |
        | un signe plus et un sous-domaine | lila.rosemonde+impots@sous.domaine.example |
        | un tiret dans le domaine        | lila@mon-cabinet.example                   |
        | une seule lettre                | l@cabinet.example                          |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @U-14
  Règle: Une adresse est faite des seuls caractères de l'ASCII

    Scénario: Une adresse accentuée est refusée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                  | adresse             |
        | une lettre accentuée | léa@cabinet.example |
      Alors chacun de ces essais est refusé pour le motif "adresse mal formée"

  @U-13
  Règle: La casse et les blancs autour ne font pas une autre adresse

    Scénario: Des espaces tout autour d'une adresse ne la rendent pas mal formée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                     | adresse                |
        | des espaces tout autour | ␣lila@cabinet.example␣ |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

    Scénario: L'adresse d'un espace est prise, de quelque façon qu'elle soit écrite
      Étant donné un espace sans certificat utilisant l'adresse "lila@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                   | adresse                |
        | telle quelle          | lila@cabinet.example   |
        | en capitales          | LILA@CABINET.EXAMPLE   |
        | des espaces tout autour | ␣lila@cabinet.example␣ |
      Alors chacun de ces essais est refusé pour le motif "adresse d'un espace sans certificat"

  @U-15
  Règle: Signe plus, points et sous-domaines font des adresses différentes

    Scénario: Un signe plus, un point ou un sous-domaine font une autre adresse que celle d'un espace
      Étant donné un espace sans certificat utilisant l'adresse "lila@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas               | adresse                     |
        | un signe plus     | lila+impots@cabinet.example |
        | un point          | li.la@cabinet.example       |
        | un sous-domaine   | lila@paris.cabinet.example  |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

  @R-2.035 @U-04
  Règle: L'adresse électronique ne doit pas dépasser 100 caractères

    Scénario: Une adresse de 101 caractères est refusée
      Étant donné un usager dont l'adresse électronique compte 101 caractères
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la création est refusée pour le motif "adresse trop longue"

    @R-2.036
    Scénario: Une adresse de 100 caractères sert en entier jusqu'à l'ouverture de l'espace
      Étant donné un usager dont l'adresse électronique compte 100 caractères
      Quand l'usager mène la procédure à son terme
      Alors son adresse électronique se lit en entier dans :
        | formulaire d'inscription |
        | récapitulatif            |
        | fin de pré-inscription   |
        | document                 |
        | coordonnées              |
      Et un courriel parvient à son adresse, en entier
      Et ses identifiants ouvrent son espace

  @R-2.047
  Règle: Des identifiants refusés n'engagent à rien

    Scénario: L'adresse refusée dans un navigateur reste libre dans un autre
      Étant donné l'usager à qui ces identifiants viennent d'être refusés :
        | cas                       | mot de passe | second mot de passe |
        | mots de passe différents  | Secret123    | Secret124           |
        | mot de passe trop court   | Secret1      | Secret1             |
        | mot de passe non confirmé | Secret123    |                     |
      Quand l'usager choisit les mêmes identifiants depuis un autre navigateur
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée
      Et aucun courriel n'est envoyé

  @R-2.054 @U-10 @U-11
  Règle: L'option pour l'accès sans certificat n'est proposée que si un espace avec certificat utilise l'adresse

    Plan du scénario: Une adresse prise autrement est refusée sans que l'option soit proposée
      Étant donné <usage> utilisant l'adresse "<adresse>"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "<adresse>"
      Alors la création est refusée pour le motif "<refus>"
      Et l'option pour l'accès sans certificat ne lui est pas proposée
      Et aucun de ces messages ne lui est adressé :
        | Vous, ou l'un de vos collaborateurs, disposez déjà d'un espace abonné avec certificat utilisant cette adresse électronique. |
        | Si vous voulez créer un espace sans certificat, vous devez utiliser une autre adresse électronique. |
        | Si vous êtes titulaire de cet espace abonné avec certificat, vous pouvez opter pour l'accès sans certificat en cliquant sur le lien suivant : |

      Exemples:
        | cas                                     | usage                     | adresse                    | refus |
        | celle d'un espace sans certificat       | un espace sans certificat | direction@cabinet.example  | adresse d'un espace sans certificat |
        | celle d'une demande de création en cours | une demande en cours      | secretariat@cabinet.example | adresse déjà en attente |

    Scénario: L'adresse d'un espace avec certificat fait proposer l'option
      Étant donné 1 espace avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors l'option pour l'accès sans certificat lui est proposée
