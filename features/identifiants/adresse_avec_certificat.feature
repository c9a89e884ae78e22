# language: fr
Fonctionnalité: L'adresse d'un espace avec certificat
  Une adresse électronique qui sert déjà à un espace avec certificat ne peut pas servir à créer un
  espace : son titulaire opte pour l'accès sans certificat, les autres prennent une autre adresse.

  @R-1.008 @R-1.018 @R-2.050 @R-2.051 @R-2.052
  Règle: Une adresse utilisée par un espace avec certificat bloque la création

    Plan du scénario: La création est bloquée quel que soit le nombre d'espaces avec certificat
      Étant donné <espaces> avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la création est bloquée par ces messages :
        | Vous, ou l'un de vos collaborateurs, disposez déjà d'un espace abonné avec certificat utilisant cette adresse électronique. |
        | Si vous voulez créer un espace sans certificat, vous devez utiliser une autre adresse électronique. |
        | Si vous êtes titulaire de cet espace abonné avec certificat, vous pouvez opter pour l'accès sans certificat en cliquant sur le lien suivant : |
      Et l'option pour l'accès sans certificat lui est proposée
      Et aucun courriel n'est envoyé

      Exemples:
        | cas                                | espaces   |
        | un seul détenteur                  | 1 espace  |
        | un cabinet de trois collaborateurs | 3 espaces |

    Scénario: Une adresse qu'aucun espace n'utilise est acceptée
      Étant donné 1 espace avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "accueil@cabinet.example"
      Alors le formulaire d'inscription reprend l'adresse "accueil@cabinet.example"

    @R-2.048 @R-2.093
    Scénario: Le formulaire d'inscription se referme pour qui revient choisir une telle adresse
      Étant donné 1 espace avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager revenu du formulaire d'inscription au choix de ses identifiants
      Quand l'usager choisit l'adresse "contact@cabinet.example"
      Alors la création est bloquée
      Et le formulaire d'inscription ne lui est plus accessible
      Et aucun courriel n'est envoyé

  @R-1.009 @R-2.053 @R-2.057
  Règle: Le titulaire de l'espace avec certificat peut opter pour l'accès sans certificat

    Scénario: Le titulaire est conduit à l'option pour l'accès sans certificat
      Étant donné 1 espace avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager bloqué pour avoir choisi l'adresse "contact@cabinet.example"
      Quand l'usager opte pour l'accès sans certificat
      Alors la procédure "Optez pour l'accès sans certificat" lui est présentée

  @R-1.019 @R-2.065
  Règle: Qui ne détient encore aucun espace poursuit la création avec une autre adresse

    Scénario: Le nouveau collaborateur d'un cabinet poursuit avec une autre adresse
      Étant donné 3 espaces avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager bloqué pour avoir choisi l'adresse "contact@cabinet.example"
      Quand l'usager choisit à la place l'adresse "nouveau@cabinet.example"
      Alors le formulaire d'inscription reprend l'adresse "nouveau@cabinet.example"

    @R-2.066
    Scénario: Une seconde adresse d'espace avec certificat bloque encore
      Étant donné 3 espaces avec certificat utilisant l'adresse "contact@cabinet.example"
      Et 1 espace avec certificat utilisant l'adresse "accueil@cabinet.example"
      Et l'usager bloqué pour avoir choisi l'adresse "contact@cabinet.example"
      Quand l'usager choisit à la place l'adresse "accueil@cabinet.example"
      Alors la création est bloquée

    @R-2.066
    Scénario: Après deux adresses bloquées, une adresse libre est acceptée
      Étant donné 3 espaces avec certificat utilisant l'adresse "contact@cabinet.example"
      Et 1 espace avec certificat utilisant l'adresse "accueil@cabinet.example"
      Et l'usager bloqué pour avoir choisi l'adresse "contact@cabinet.example"
      Et bloqué encore pour avoir choisi l'adresse "accueil@cabinet.example"
      Quand l'usager choisit à la place l'adresse "nouveau@cabinet.example"
      Alors le formulaire d'inscription reprend l'adresse "nouveau@cabinet.example"

    @R-2.124
    Scénario: Le code du nouveau collaborateur ne va qu'à l'autre adresse
      Étant donné 3 espaces avec certificat utilisant l'adresse "contact@cabinet.example"
      Et l'usager bloqué pour avoir choisi l'adresse "contact@cabinet.example"
      Et son inscription récapitulée avec l'adresse "nouveau@cabinet.example" à la place
      Quand l'usager confirme son inscription
      Alors le site annonce "vérifiez que l'adresse que vous avez saisie (nouveau@cabinet.example) est correcte"
      Et un courriel parvient à la seule adresse "nouveau@cabinet.example"
      Et le site n'a envoyé que ce courriel
