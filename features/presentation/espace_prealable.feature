# language: fr
Fonctionnalité: L'espace, préalable à l'adhésion aux services
  La page des services n'est ouverte qu'à l'usager dont l'espace est activé.

  @R-1.012
  Règle: La création de l'espace est un préalable à l'adhésion aux services

    Contexte:
      Étant donné la page des services, dont un autre usager a relevé l'adresse

    Scénario: Avant l'activation, la page des services renvoie à la saisie des identifiants
      Étant donné un code d'activation reçu par l'usager
      Et l'usager qui a saisi ses identifiants
      Quand l'usager demande directement la page des services
      Alors ses identifiants lui sont demandés

    Scénario: Après l'activation, la page des services s'ouvre
      Étant donné l'usager dont l'espace est actif
      Et l'usager qui a saisi ses identifiants
      Quand l'usager demande directement la page des services
      Alors la page des services lui est ouverte
