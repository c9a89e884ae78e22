# language: fr
Fonctionnalité: L'écran « Gérer vos coordonnées »
  On l'atteint depuis l'espace, par « Gérer mes services ».

  @R-4.010 @A-47
  Règle: Les coordonnées restent disponibles à tout moment, avec la date et le numéro

    Scénario: Dix jours après, les coordonnées de Monsieur Lefèvre-Müller
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et un code d'activation envoyé le 10/06/2026 à 11:00
      Et l'usager dont l'espace est activé avec le code reçu
      Et que 240 h 00 min 00 s se sont écoulées depuis l'envoi
      Quand l'usager consulte ses coordonnées depuis un autre navigateur
      Alors ses coordonnées montrent ces lignes :
        | Civilité :                 | Monsieur                               |
        | Nom :                      | Lefèvre-Müller                         |
        | Prénom :                   | Éléonor                                |
        | Entreprise étrangère :     | non                                    |
        | S.I.R.E.N. ou équivalent : | 444 555 666                            |
        | Raison sociale :           | LES SERRES DE L'ÉTANG                  |
        | Numéro de téléphone :      | 01 45 67 89 10                         |
        | Adresse électronique :     | eleonor.lefevre-muller@cabinet.example |
        | Numéro de la voie :        | 12 bis                                 |
        | Nature de la voie :        | avenue                                 |
        | Libellé de la voie :       | de l'Œuvre                             |
        | Complément d'adresse :     | Résidence São Paulo                    |
        | Code postal :              | 94240                                  |
        | Ville :                    | L'Haÿ-les-Roses                        |
        | Pays :                     | FRANCE                                 |
        | Question :                 | Quel est votre surnom ?                |
        | Réponse :                  | Nono d'Été                             |
      Et ses coordonnées portent la date et le numéro d'abonné affichés
      Et l'écran montre ces textes, dans cet ordre :
        | Monsieur Éléonor Lefèvre-Müller                                      |
        | Votre inscription a été réalisée le 10 juin 2026 sous le numéro 2026 |
        | Usager                                                               |
        | Entreprise d'appartenance                                            |
        | Contact                                                              |
        | Question de confiance                                                |
        | Sauvegardez ou imprimez votre formulaire                             |
