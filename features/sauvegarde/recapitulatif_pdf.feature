# language: fr
Fonctionnalité: La sauvegarde des informations récapitulatives
  Le document est ouvert, et comparé valeur par valeur à ce que les écrans ont montré : le
  récapitulatif avant « Confirmer », puis la confirmation, puis les coordonnées dans l'espace.

  @R-4.001 @R-4.002 @R-4.003 @R-4.004 @R-4.006 @R-4.009 @A-15 @A-17
  Règle: Le formulaire sauvegardé reprend, en PDF, tout ce que les écrans ont montré

    Scénario: Le document de Madame Rosemonde
      Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
      Et l'usager dont l'espace vient d'être activé
      Quand l'usager sauvegarde son formulaire
      Alors un document PDF s'affiche
      Et ce document reprend chaque ligne du récapitulatif
      Et ce document confirme l'inscription de "Madame Lila Rosemonde", à la date et sous le numéro affichés

    @R-4.007
    Scénario: Le document d'un usager dont le nom et l'adresse portent des accents
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et l'usager dont l'espace vient d'être activé
      Quand l'usager sauvegarde son formulaire
      Alors un document PDF s'affiche
      Et ce document reprend chaque ligne du récapitulatif
      Et ce document confirme l'inscription de "Monsieur Éléonor Lefèvre-Müller", à la date et sous le numéro affichés
      Et ses coordonnées, dans son espace, reprennent aussi ces lignes

  @R-4.003
  Règle: Une adresse de 100 caractères est reprise entière

    Scénario: L'adresse la plus longue
      Étant donné un usager à l'adresse "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbb.example"
      Et un code d'activation reçu par l'usager
      Et l'usager dont l'espace est activé avec le code reçu
      Quand l'usager sauvegarde son formulaire
      Alors ce document porte, entière, l'adresse "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@bbbbbbbbbbbbbbbbbbbbbbbbbbb.example"
