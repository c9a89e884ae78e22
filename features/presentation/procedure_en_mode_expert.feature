# language: fr
Fonctionnalité: À qui s'adresse la procédure, et ce qu'elle demande
  Un espace par usager et par adresse électronique : le chapitre 1 de la fiche.

  @R-1.007
  Règle: La procédure s'adresse aux usagers qui n'ont pas d'espace professionnel

    Scénario: Un usager sans espace va jusqu'à la fin de sa pré-inscription
      Étant donné l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors le site annonce "Vous allez recevoir le code d'activation dans votre messagerie."
      Et le site n'a envoyé qu'un seul courriel

    @U-10
    Scénario: Un usager dont l'espace est déjà ouvert est arrêté au choix de ses identifiants
      Étant donné l'usager dont l'espace est actif
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la création est refusée pour le motif "adresse d'un espace sans certificat"
      Et la "2ème étape : créez vos identifiants" lui est présentée

  @R-1.017 @U-10
  Règle: Une adresse électronique ne peut être associée qu'à un seul espace sans certificat

    Scénario: L'adresse d'un espace activé n'en crée pas un second
      Étant donné un code d'activation reçu par l'usager
      Et son espace activé avec ce code, depuis un autre navigateur
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit la même adresse avec le mot de passe "Second2026"
      Alors la création est refusée pour le motif "adresse d'un espace sans certificat"
      Et le site n'a envoyé qu'un seul courriel
      Et le mot de passe "Second2026" n'ouvre aucun espace
      Et ses identifiants ouvrent son espace

    Scénario: Une autre adresse crée un autre espace
      Étant donné un espace sans certificat utilisant l'adresse "compta@lyon.cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit l'adresse "accueil@cabinet.example"
      Alors le formulaire d'inscription reprend l'adresse "accueil@cabinet.example"

  @R-1.013
  Règle: Chacun des usagers qui interviennent pour une entreprise crée son propre espace

    @R-3.035
    Scénario: Deux usagers de la même entreprise ont chacun leur espace et leur numéro d'abonné
      Étant donné un autre usager de la même entreprise, titulaire d'un espace
      Quand l'usager crée son espace
      Alors une nouvelle fenêtre confirme son inscription
      Et l'espace que ses identifiants ouvrent est le sien, sous le numéro affiché
      Et l'espace de l'autre usager reste le sien, sous un autre numéro

  @R-1.014 @R-1.022
  Règle: L'usager choisit ses identifiants, puis donne les informations nécessaires à un seul espace

    Scénario: Ce que chaque étape demande à l'usager
      Quand l'usager suit la pré-inscription, écran par écran
      Alors chacune de ces informations lui est demandée une seule fois, à cette étape :
        | Votre adresse électronique :           | 2ème étape : créez vos identifiants                    |
        | Confirmer votre adresse électronique : | 2ème étape : créez vos identifiants                    |
        | Votre mot de passe :                   | 2ème étape : créez vos identifiants                    |
        | Confirmer votre mot de passe:          | 2ème étape : créez vos identifiants                    |
        | * Nom :                                | 3ème étape : remplissez votre formulaire d'inscription |
        | * S.I.R.E.N ou équivalent :            | 3ème étape : remplissez votre formulaire d'inscription |
        | * Réponse :                            | 3ème étape : remplissez votre formulaire d'inscription |
      Et une seule entreprise lui est demandée, par ces seules informations :
        | Entreprise étrangère :      |
        | * S.I.R.E.N ou équivalent : |

  @R-1.016 @U-15
  Règle: Le choix de l'adresse électronique et du mot de passe est à la libre convenance de l'usager

    Scénario: Toutes sortes d'adresses et de mots de passe sont acceptées
      Étant donné un espace sans certificat utilisant l'adresse "paie@cabinet.example"
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager essaie tour à tour ces identifiants :
        | cas                                            | adresse                         | mot de passe         |
        | une messagerie grand public                    | lila.rosemonde@hotmail.fr       | Secret123            |
        | une adresse de cabinet                         | compta@cabinet.example          | Secret123            |
        | un sous-domaine                                | paie@lyon.cabinet.example       | abcdefgh             |
        | une étiquette après un plus                    | paie+impots@cabinet.example     | 12345678             |
        | des points, des traits et des chiffres         | p.a-i_e2026@cabinet-9.example   | ZYXWVUTSRQPONMLKJIHG |
      Alors chacun de ces essais mène à la "3ème étape : remplissez votre formulaire d'inscription"

    Scénario: Le mot de passe d'un autre usager est accepté
      Étant donné un autre usager, dont l'espace a le même mot de passe
      Et l'usager parvenu au choix de ses identifiants
      Quand l'usager choisit ses identifiants
      Alors la "3ème étape : remplissez votre formulaire d'inscription" lui est présentée
