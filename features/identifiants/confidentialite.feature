# language: fr
Fonctionnalité: Le mot de passe, que l'administration ne peut pas communiquer

  @R-2.031 @U-75
  Règle: Une fois choisi, le mot de passe ne se retrouve nulle part

    Scénario: Le mot de passe n'est dans aucun écran, courriel, document ni adresse, ni dans le navigateur
      Étant donné 1 espace avec certificat utilisant l'adresse "contact@cabinet.example"
      Quand l'usager mène la procédure à son terme, après des refus dont l'un pour l'adresse "contact@cabinet.example"
      Alors le mot de passe choisi ne se retrouve dans rien de ceci :
        | 2ème étape refusée         |
        | 2ème étape bloquée         |
        | retour à la 2ème étape     |
        | formulaire d'inscription   |
        | récapitulatif              |
        | fin de pré-inscription     |
        | courriel                   |
        | activation                 |
        | confirmation               |
        | document                   |
        | espace                     |
        | coordonnées                |
        | adresses demandées au site |
      Et ses identifiants ouvrent son espace
