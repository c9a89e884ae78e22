# language: fr
Fonctionnalité: L'écran du récapitulatif, avant « Confirmer »

  @R-2.109 @R-2.115 @R-2.116
  Scénario: Des lignes, un conseil, aucun champ et deux boutons
    Étant donné l'usager parvenu au formulaire d'inscription
    Quand l'usager remplit le formulaire d'inscription
    Alors l'écran montre ces textes, dans cet ordre :
      | Votre inscription         |
      | Usager                    |
      | Civilité :                |
      | Nom :                     |
      | Prénom :                  |
      | Entreprise d'appartenance |
      | Entreprise étrangère :    |
      | S.I.R.E.N. ou équivalent : |
      | Raison sociale :          |
      | Si la raison sociale affichée est erronée, veuillez prendre contact avec votre Service des Impôts des Entreprises. |
      | Contact                   |
      | Numéro de téléphone :     |
      | Adresse électronique :    |
      | Numéro de la voie :       |
      | Nature de la voie :       |
      | Libellé de la voie :      |
      | Complément d'adresse :    |
      | Code postal :             |
      | Ville :                   |
      | Pays :                    |
      | Question de confiance     |
      | Question :                |
      | Réponse :                 |
    Et l'écran n'a aucun champ
    Et l'écran montre ces boutons, dans cet ordre :
      | Étape précédente |
      | Confirmer        |
