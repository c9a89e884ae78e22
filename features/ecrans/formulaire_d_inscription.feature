# language: fr
Fonctionnalité: L'écran de la 3ème étape, le formulaire d'inscription

  @R-2.071 @R-2.072 @R-2.079 @R-2.081 @R-2.084 @R-2.085 @R-2.088 @R-2.096 @R-2.097 @A-51
  Scénario: Le titre, les quatre rubriques, et les valeurs proposées d'avance
    Étant donné l'usager parvenu au choix de ses identifiants
    Quand l'usager choisit ses identifiants
    Alors l'écran montre ces textes, dans cet ordre :
      | 3ème étape : remplissez votre formulaire d'inscription |
      | *Champs obligatoires      |
      | Usager                    |
      | Entreprise d'appartenance |
      | Contact                   |
      | Question de confiance     |
    Et la rubrique "Usager" montre ces textes, dans cet ordre :
      | Civilité : |
      | Nom :      |
      | Prénom :   |
    Et la rubrique "Entreprise d'appartenance" montre ces textes, dans cet ordre :
      | Il ne s'agit pas ici de saisir le SIREN pour lequel vous souhaitez adhérer aux services en ligne, mais du SIREN de l'entreprise dans laquelle vous exercez votre activité. |
      | Entreprise étrangère :    |
      | S.I.R.E.N ou équivalent : |
    Et la rubrique "Contact" montre ces textes, dans cet ordre :
      | Numéro de téléphone :   |
      | Adresse électronique :  |
      | Numéro de la voie :     |
      | Nature de la voie :     |
      | Libellé de la voie :    |
      | Complément d'adresse :  |
      | Code postal :           |
      | Ville :                 |
      | Pays :                  |
    Et le formulaire montre ces valeurs :
      | * Civilité :                | Monsieur               |
      | * Nom :                     |                        |
      | * Prénom :                  |                        |
      | Entreprise étrangère :      | non                    |
      | * S.I.R.E.N ou équivalent : |                        |
      | * Numéro de téléphone :     |                        |
      | Numéro de la voie :         |                        |
      | Nature de la voie :         |                        |
      | Libellé de la voie :        |                        |
      | Complément d'adresse :      |                        |
      | Code postal :               |                        |
      | * Ville :                   |                        |
      | * Pays :                    | FRANCE                 |
      | Question :                  | Quel est votre surnom ? |
      | * Réponse :                 |                        |
    Et la liste "Civilité" commence par ces choix :
      | Monsieur |
      | Madame   |

  @R-2.074 @R-2.086 @R-2.109 @A-31
  Scénario: L'étoile précède neuf libellés, et il n'y a qu'un SIREN à donner
    Étant donné l'usager parvenu au choix de ses identifiants
    Quand l'usager choisit ses identifiants
    Alors le formulaire porte ces libellés, dans cet ordre :
      | * Civilité :                |
      | * Nom :                     |
      | * Prénom :                  |
      | Entreprise étrangère :      |
      | * S.I.R.E.N ou équivalent : |
      | * Numéro de téléphone :     |
      | * Adresse électronique :    |
      | Numéro de la voie :         |
      | Nature de la voie :         |
      | Libellé de la voie :        |
      | Complément d'adresse :      |
      | Code postal :               |
      | * Ville :                   |
      | * Pays :                    |
      | Question :                  |
      | * Réponse :                 |

  @R-2.099 @A-14
  Scénario: La première question de la liste est choisie d'avance
    Étant donné l'usager parvenu au choix de ses identifiants
    Quand l'usager choisit ses identifiants
    Alors le champ "Question :" vaut "Quel est votre surnom ?"
    Et la liste "Question" commence par ces choix :
      | Quel est votre surnom ?               |
      | Le nom de votre animal de compagnie ? |

  @R-2.091
  Scénario: L'adresse électronique est montrée, sans champ pour la modifier
    Étant donné l'usager parvenu au choix de ses identifiants
    Quand l'usager choisit l'adresse "contact@cabinet.example"
    Alors la rubrique "Contact" montre ces textes, dans cet ordre :
      | * Adresse électronique : contact@cabinet.example |
    Et aucun champ ne permet de modifier "* Adresse électronique :"

  @R-2.092 @R-2.094 @A-26
  Scénario: Trois boutons, sous le formulaire
    Étant donné l'usager parvenu au choix de ses identifiants
    Quand l'usager choisit ses identifiants
    Alors l'écran montre ces boutons, dans cet ordre :
      | Étape précédente |
      | Valider          |
      | Effacer          |
    Et le bouton "Étape précédente" est en bas à gauche du formulaire

  @R-2.095
  Scénario: « Effacer » rend le formulaire vierge, à l'adresse électronique près
    Étant donné l'usager revenu du récapitulatif au formulaire d'inscription, pour une entreprise étrangère
    Et l'usager qui y a saisi le nom "Sansnom", sans valider
    Quand l'usager appuie sur le bouton "Effacer"
    Alors le champ "* Nom :" est vide
    Et le formulaire montre ces valeurs :
      | * Civilité :                | Monsieur               |
      | * Nom :                     |                        |
      | * Prénom :                  |                        |
      | Entreprise étrangère :      | non                    |
      | * S.I.R.E.N ou équivalent : |                        |
      | * Numéro de téléphone :     |                        |
      | Numéro de la voie :         |                        |
      | Nature de la voie :         |                        |
      | Libellé de la voie :        |                        |
      | Complément d'adresse :      |                        |
      | Code postal :               |                        |
      | * Ville :                   |                        |
      | * Pays :                    | FRANCE                 |
      | Question :                  | Quel est votre surnom ? |
      | * Réponse :                 |                        |
    Et le formulaire montre encore l'adresse de l'usager

  @U-24
  Scénario: La civilité n'a que deux choix
    Étant donné l'usager parvenu au choix de ses identifiants
    Quand l'usager choisit ses identifiants
    Alors la liste "Civilité" offre ces choix, et eux seuls :
      | Monsieur |
      | Madame   |
