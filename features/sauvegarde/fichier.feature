# language: fr
Fonctionnalité: Le fichier du formulaire sauvegardé
  Ce que l'usager enregistre ou imprime pour ses archives, et ce qui ne doit pas s'y trouver.

  Contexte:
    Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
    Et un code d'activation envoyé le 10/06/2026 à 11:00
    Et l'usager dont l'espace est activé avec le code reçu

  @R-3.029 @R-4.014
  Règle: La confirmation donne accès au formulaire, et reste à l'écran

    Scénario: Le formulaire s'affiche à part
      Quand l'usager sauvegarde son formulaire
      Alors un document PDF s'affiche
      Et ce document s'affiche à part, sans remplacer d'autre fenêtre
      Et la confirmation reste affichée dans sa fenêtre

  @R-4.005
  Règle: Le document ne livre ni le mot de passe ni le code d'activation

    Scénario: Ni mot de passe ni code dans le document
      Quand l'usager sauvegarde son formulaire
      Alors ce document confirme l'inscription de "Madame Lila Rosemonde", à la date et sous le numéro affichés
      Et ce document ne contient ni le mot de passe ni le code d'activation

  @R-4.008
  Règle: Le fichier peut être enregistré et imprimé

    Scénario: Un fichier que rien ne protège
      Quand l'usager sauvegarde son formulaire
      Alors ce document s'enregistre comme un PDF
      Et ce document s'ouvre sans mot de passe et peut être imprimé

  @U-69 @U-70
  Règle: Le fichier a un nom et un titre, et il est accessible à tous

    Scénario: Un fichier à son nom, lisible et accessible à tous
      Quand l'usager sauvegarde son formulaire
      Alors ce document s'enregistre sous le nom de récapitulatif et son numéro d'abonné
      Et ce document a pour titre "Votre inscription – SIMULATEUR"
      Et ce document est daté du 10/06/2026 à 11:00
      Et ce document est en français, balisé, et contient ses polices
      Et chaque page de ce document porte la mention "SIMULATEUR"
