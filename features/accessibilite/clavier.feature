# language: fr
Fonctionnalité: La procédure sans souris
  La tabulation mène d'un élément à l'autre, dans les deux sens ; Entrée, Espace, les flèches et la
  frappe font le reste. Rien d'autre n'est employé. Ce n'est pas un énoncé de la fiche : les
  étiquettes sont celles de critères du RGAA 4.1.

  Contexte:
    Étant donné un usager qui n'emploie que son clavier

  @RGAA-7.3 @RGAA-10.7
  Règle: Toute la procédure s'accomplit au clavier, dont on voit toujours où il agit

    Scénario: De la page d'accueil à l'espace, au clavier
      Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
      Quand l'usager crée son espace et y accède
      Alors son espace s'ouvre, sans aucun dossier ni aucun service
      Et l'endroit où agit le clavier est toujours resté visible

    Scénario: Une faute de frappe corrigée au clavier
      Étant donné l'usager parvenu au choix de ses identifiants
      Quand l'usager répète mal son adresse, puis la corrige
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée
      Et l'endroit où agit le clavier est toujours resté visible
