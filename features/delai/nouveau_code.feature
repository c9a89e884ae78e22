# language: fr
Fonctionnalité: Un nouveau code, une fois le délai passé
  Le premier code n'a pas servi dans les 48 heures. Il est mort ; l'adresse est libre de nouveau.

  @R-2.138 @A-38
  Règle: Passé le délai, l'usager reprend toute la procédure au début

    @U-48
    Scénario: Le refus du code périmé ramène au choix de la procédure
      Étant donné un code d'activation envoyé le 10/06/2026 à 11:00
      Et que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Et son code périmé refusé à l'activation
      Quand l'usager reprend la procédure depuis ce refus
      Alors le choix de la procédure lui est présenté

    Scénario: Rien de la première inscription n'est gardé
      Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
      Et l'usager pré-inscrit
      Et que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Quand l'usager reprend toute la procédure jusqu'au formulaire d'inscription
      Alors les conditions générales étaient de nouveau à accepter
      Et le formulaire d'inscription ne reprenait rien de ce qu'il avait saisi

    @R-3.019
    Scénario: Un second courriel apporte un autre code, même après une activation bloquée
      Étant donné un code d'activation envoyé le 10/06/2026 à 11:00
      Et une activation bloquée par un navigateur, refermé depuis
      Et que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Et l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors un second courriel lui parvient, avec un autre code que le premier

  @R-2.138 @R-2.139 @A-39
  Règle: Le nouveau code active l'espace, le premier reste inopérant

    Contexte:
      Étant donné un code d'activation envoyé le 10/06/2026 à 11:00
      Et une nouvelle pré-inscription, dont le code est envoyé le 12/06/2026 à 15:00

    Scénario: Le premier code est refusé
      Quand l'usager active son espace avec le premier code
      Alors l'activation est refusée pour le motif "code remplacé par un autre"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

    Scénario: Le nouveau code est accepté, même après un essai du premier
      Étant donné le premier code refusé à l'activation
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
      Et ses identifiants ouvrent son espace

  @R-2.140
  Règle: Le nouveau code a ses propres 48 heures

    Contexte:
      Étant donné un code d'activation envoyé le 10/06/2026 à 11:00
      Et une nouvelle pré-inscription, dont le code est envoyé le 12/06/2026 à 15:00

    Scénario: Jusqu'à 48 heures après son propre envoi, le nouveau code active l'espace
      Étant donné que 48 h 00 min 00 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription

    Scénario: Une seconde après, le nouveau code est inopérant à son tour
      Étant donné que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "code périmé"

  @R-2.142
  Règle: De deux demandes à la même adresse, seule la première confirmée vaut

    Scénario: Le nom et le mot de passe sont ceux de la première demande confirmée
      Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
      Et la même adresse récapitulée au nom de "Martin Zoé", avec le mot de passe "AutreSecret2"
      Et la même adresse pré-inscrite entre-temps par un autre navigateur
      Et cette autre demande confirmée trop tard
      Quand l'usager active son espace avec le premier code
      Alors une nouvelle fenêtre confirme l'inscription de "Madame Lila Rosemonde"
      Et ses identifiants ouvrent son espace
      Et le mot de passe "AutreSecret2" n'ouvre aucun espace
