# language: fr
Fonctionnalité: Pas de second code pendant le délai de 48 heures
  Tant que le premier code peut servir, la même adresse ne peut pas en redemander un.

  Contexte:
    Étant donné un code d'activation envoyé le 10/06/2026 à 11:00

  @R-2.141 @R-2.145 @A-11 @U-11
  Règle: Pendant 48 heures, la même adresse ne peut pas redemander de code

    Plan du scénario: La seconde demande est refusée jusqu'à la 48ème heure
      Étant donné que <délai> se sont écoulées depuis l'envoi
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la création est refusée pour le motif "adresse déjà en attente"
      Et le site n'a envoyé qu'un seul courriel

      Exemples:
        | cas                                  | délai            |
        | peu après                            | 1 h 00 min 00 s  |
        | une seconde avant la fin             | 47 h 59 min 59 s |
        | à la fin, quarante-huit heures juste | 48 h 00 min 00 s |

    Scénario: Une seconde après, la même adresse est acceptée
      Étant donné que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée

    @R-2.143
    Scénario: Une autre adresse reçoit son propre code pendant ce temps
      Étant donné que 1 h 00 min 00 s se sont écoulées depuis l'envoi
      Et l'inscription du même usager récapitulée, avec l'adresse "autre@cabinet.example"
      Quand l'usager confirme son inscription
      Alors un courriel parvient à la seule adresse "autre@cabinet.example"
      Et ce courriel contient un autre code que le premier

  @R-2.067 @A-11
  Règle: L'adresse est vérifiée encore à la confirmation

    Scénario: De deux inscriptions menées en même temps, la première confirmée reçoit seule un code
      Étant donné l'inscription du même usager récapitulée, avec l'adresse "autre@cabinet.example"
      Et la même adresse pré-inscrite entre-temps par un autre navigateur
      Quand l'usager confirme son inscription
      Alors la confirmation lui est refusée pour le motif "adresse déjà en attente"
      Et un seul courriel parvient à "autre@cabinet.example"

  @U-40
  Règle: Qui n'est pas le premier à confirmer est ramené au choix de ses identifiants

    Scénario: L'usager dont l'adresse vient d'être prise peut en choisir une autre
      Étant donné l'inscription du même usager récapitulée, avec l'adresse "autre@cabinet.example"
      Et la même adresse pré-inscrite entre-temps par un autre navigateur
      Quand l'usager confirme son inscription
      Alors la "2ème étape : créez vos identifiants" lui est présentée
      Et un seul courriel parvient à "autre@cabinet.example"

  @R-2.141 @R-2.142
  Règle: Une seconde demande refusée laisse intacte la première

    Scénario: Le premier code et le premier mot de passe restent bons
      Étant donné une seconde demande refusée, avec le mot de passe "AutreSecret2"
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
      Et ses identifiants ouvrent son espace
      Et le mot de passe "AutreSecret2" n'ouvre aucun espace

    Scénario: Le délai du premier code n'est pas prolongé
      Étant donné que 47 h 00 min 00 s se sont écoulées depuis l'envoi
      Et une seconde demande refusée, avec le mot de passe "AutreSecret2"
      Et que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "code périmé"
