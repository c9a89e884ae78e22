# language: fr
Fonctionnalité: L'adresse électronique que l'usager doit posséder
  Sa forme se vérifie au choix des identifiants ; sa possession, par le code qui n'est envoyé qu'à elle.

  @R-1.028 @A-28
  Règle: L'usager doit être en possession d'une adresse électronique valide

    @U-03
    Scénario: Une adresse qui n'a pas la forme d'une adresse est refusée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                 | adresse           |
        | sans arobase        | cabinet.example   |
        | sans domaine        | compta@           |
        | sans nom            | @cabinet.example  |
        | deux arobases       | a@b@cabinet.example |
      Alors chacun de ces essais est refusé pour le motif "adresse mal formée"

    Scénario: Une adresse qui en a la forme est acceptée
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                 | adresse                |
        | l'adresse complète  | compta@cabinet.example |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

    Scénario: Le code n'est donné qu'à l'adresse choisie
      Étant donné l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors un courriel parvient à sa seule adresse
      Et l'écran ne donne pas le code d'activation reçu

    @U-45
    Scénario: Qui ne relève pas le courrier de cette adresse ne peut activer l'espace
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager tente d'activer son espace avec le code "abcdEFGH1234"
      Alors l'activation est refusée pour le motif "code inconnu"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

    Scénario: Qui relève le courrier de cette adresse active l'espace
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
