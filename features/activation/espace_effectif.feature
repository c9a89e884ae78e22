# language: fr
Fonctionnalité: L'espace n'existe qu'une fois activé, dans le délai de 48 heures
  Avant l'activation, le site ne connaît qu'une demande ; après, il connaît un espace.

  Contexte:
    Étant donné un code d'activation envoyé le 10/06/2026 à 11:00

  @R-2.171 @R-3.033 @U-10 @U-11 @U-61
  Règle: Tant que la création n'est pas activée, l'espace n'existe pas ; activée, il est créé

    Scénario: Avant l'activation, le site ne connaît qu'une demande en cours
      Quand l'usager demande l'accès à son espace
      Alors l'accès lui est refusé pour le motif "espace pas encore actif"
      Et une nouvelle demande avec la même adresse est arrêtée pour le motif "adresse déjà en attente"

    @U-63
    Scénario: Avant l'activation, aucun mot de passe n'est à retrouver
      Quand l'usager dit avoir oublié son mot de passe, et donne le numéro d'abonné "20260123456789"
      Alors la question lui est refusée pour le motif "numéro d'abonné inconnu"

    Scénario: Après l'activation, le site connaît un espace, et plus aucune demande
      Étant donné l'usager dont l'espace est activé avec le code reçu
      Quand l'usager demande l'accès à son espace
      Alors son espace s'ouvre, sans aucun dossier ni aucun service
      Et une nouvelle demande avec la même adresse est arrêtée pour le motif "adresse d'un espace sans certificat"

  @R-2.170
  Règle: La création n'est effective qu'activée dans le délai de 48 heures

    Scénario: Activée dans le délai, la création est effective
      Étant donné que 47 h 59 min 59 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
      Et ses identifiants ouvrent son espace

    @U-48
    Scénario: Activée trop tard, la création n'est pas effective
      Étant donné que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "code périmé"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace
