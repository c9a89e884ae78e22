# language: fr
Fonctionnalité: Qui peut obtenir le formulaire d'un usager
  Le numéro d'abonné est personnel et doit le rester : le formulaire qui le porte n'est donné qu'à
  son titulaire, et pas avant l'activation.

  Contexte:
    Étant donné un code d'activation reçu par l'usager

  @R-4.011 @U-71
  Règle: Le formulaire n'est donné qu'à son titulaire, une fois l'espace activé

    Scénario: Un inconnu n'obtient ni le formulaire ni la confirmation
      Étant donné l'usager dont l'espace est activé avec le code reçu
      Quand un inconnu demande ce formulaire et cette confirmation, dont il a les adresses
      Alors l'accès lui en est refusé

    Scénario: Le titulaire d'un autre espace ne les obtient pas davantage
      Étant donné l'usager dont l'espace est activé avec le code reçu
      Et un autre usager de la même entreprise, titulaire d'un espace
      Quand cet autre usager, connecté à son propre espace, les demande de même
      Alors l'accès lui en est refusé

    @R-4.012 @A-47
    Scénario: Son titulaire l'obtient de n'importe quel navigateur
      Étant donné l'usager dont l'espace est activé avec le code reçu
      Quand l'usager sauvegarde son formulaire depuis ses coordonnées, dans un autre navigateur
      Alors un document PDF s'affiche
      Et ce document porte la date et le numéro d'abonné affichés

    @R-2.171 @R-4.012
    Scénario: Avant l'activation, l'usager lui-même n'en obtient aucun
      Étant donné un autre usager de la même entreprise, dont l'espace est activé
      Quand l'usager demande le sien à la même adresse, pour sa propre inscription
      Alors l'accès lui en est refusé
