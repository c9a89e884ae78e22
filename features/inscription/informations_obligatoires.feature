# language: fr
Fonctionnalité: Les informations obligatoires de l'inscription
  Chaque saisie part d'un formulaire par ailleurs bien rempli : un refus tient à elle seule.

  Contexte:
    Étant donné l'usager parvenu au formulaire d'inscription

  @U-01 @U-31
  Règle: Les informations précédées d'une étoile sont obligatoires, et elles seules

    @R-2.073 @R-2.074
    Scénario: Les seules informations obligatoires mènent au récapitulatif
      Quand l'usager remplit les seules informations obligatoires
      Alors le récapitulatif montre entre autres ces lignes :
        | Civilité :             | Monsieur                |
        | Entreprise étrangère : | non                     |
        | Numéro de la voie :    |                         |
        | Nature de la voie :    |                         |
        | Libellé de la voie :   |                         |
        | Complément d'adresse : |                         |
        | Code postal :          |                         |
        | Pays :                 | FRANCE                  |
        | Question :             | Quel est votre surnom ? |

    @R-2.073
    Scénario: Les seules informations obligatoires suffisent jusqu'à l'espace
      Étant donné les seules informations obligatoires confirmées
      Quand l'usager passe aussitôt à l'activation et saisit le code reçu
      Alors une nouvelle fenêtre confirme son inscription

    @R-2.074 @U-08
    Scénario: Un formulaire laissé vide est refusé pour chacune d'elles
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas         | Nom    | Prénom | S.I.R.E.N ou équivalent | Numéro de téléphone | Ville  | Pays   | Réponse |
        | rien du tout | (rien) | (rien) | (rien)                  | (rien)              | (rien) | (rien) | (rien)  |
      Alors ces saisies sont refusées par ces messages :
        | cas          | messages |
        | rien du tout | Le champ « Nom » est obligatoire. Le champ « Prénom » est obligatoire. Le champ « S.I.R.E.N ou équivalent » est obligatoire. Le champ « Numéro de téléphone » est obligatoire. Le champ « Ville » est obligatoire. Le champ « Pays » est obligatoire. Le champ « Réponse » est obligatoire. |

    @R-2.075
    Scénario: Sans nom ou sans prénom
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                | Nom        | Prénom     |
        | nom vide           | (rien)     | Lila       |
        | nom en blancs      | (espaces)  | Lila       |
        | nom insécable      | (insécable) | Lila      |
        | prénom vide        | Rosemonde  | (rien)     |
        | prénom en blancs   | Rosemonde  | (espaces)  |
      Alors ces saisies sont refusées par ces messages :
        | cas                | message                               |
        | nom vide           | Le champ « Nom » est obligatoire.     |
        | nom en blancs      | Le champ « Nom » est obligatoire.     |
        | nom insécable      | Le champ « Nom » est obligatoire.     |
        | prénom vide        | Le champ « Prénom » est obligatoire.  |
        | prénom en blancs   | Le champ « Prénom » est obligatoire.  |
      Et tout ce que l'usager avait saisi lui reste

    @R-2.076
    Scénario: Sans SIREN, même pour une entreprise étrangère
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                  | Entreprise étrangère | S.I.R.E.N ou équivalent |
        | vide                 | non                  | (rien)                  |
        | en blancs            | non                  | (espaces)               |
        | étrangère, vide      | oui                  | (rien)                  |
        | étrangère, en blancs | oui                  | (espaces)               |
      Alors ces saisies sont refusées par ces messages :
        | cas                  | message                                               |
        | vide                 | Le champ « S.I.R.E.N ou équivalent » est obligatoire. |
        | en blancs            | Le champ « S.I.R.E.N ou équivalent » est obligatoire. |
        | étrangère, vide      | Le champ « S.I.R.E.N ou équivalent » est obligatoire. |
        | étrangère, en blancs | Le champ « S.I.R.E.N ou équivalent » est obligatoire. |
      Et tout ce que l'usager avait saisi lui reste

    @R-2.077
    Scénario: Sans numéro de téléphone
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas       | Numéro de téléphone |
        | vide      | (rien)              |
        | en blancs | (espaces)           |
      Alors ces saisies sont refusées par ces messages :
        | cas       | message                                           |
        | vide      | Le champ « Numéro de téléphone » est obligatoire. |
        | en blancs | Le champ « Numéro de téléphone » est obligatoire. |
      Et tout ce que l'usager avait saisi lui reste

    @R-2.078
    Scénario: Sans ville, quand bien même le reste de l'adresse est donné
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                  | Numéro de la voie | Nature de la voie | Libellé de la voie | Code postal | Ville     |
        | ni ville ni le reste | (rien)            | (rien)            | (rien)             | (rien)      | (rien)    |
        | tout sauf la ville   | 12                | rue               | des Lilas          | 75001       | (rien)    |
        | ville en blancs      | 12                | rue               | des Lilas          | 75001       | (espaces) |
      Alors ces saisies sont refusées par ces messages :
        | cas                  | message                             |
        | ni ville ni le reste | Le champ « Ville » est obligatoire. |
        | tout sauf la ville   | Le champ « Ville » est obligatoire. |
        | ville en blancs      | Le champ « Ville » est obligatoire. |
      Et tout ce que l'usager avait saisi lui reste

    @R-2.080
    Scénario: Sans réponse à la question de confiance
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas       | Réponse   |
        | vide      | (rien)    |
        | en blancs | (espaces) |
      Alors ces saisies sont refusées par ces messages :
        | cas       | message                               |
        | vide      | Le champ « Réponse » est obligatoire. |
        | en blancs | Le champ « Réponse » est obligatoire. |
      Et tout ce que l'usager avait saisi lui reste

    @R-2.079 @R-2.081 @U-24
    Scénario: Sans civilité, pays ou question de la liste, que le navigateur n'omet jamais
      Quand l'usager envoie tour à tour ces valeurs, sans passer par le navigateur :
        | cas               | Civilité   | Pays       | Question   |
        | telles quelles    | (tel quel) | (tel quel) | (tel quel) |
        | sans civilité     | (absent)   | (tel quel) | (tel quel) |
        | civilité vide     | (rien)     | (tel quel) | (tel quel) |
        | civilité inconnue | docteur    | (tel quel) | (tel quel) |
        | sans pays         | (tel quel) | (absent)   | (tel quel) |
        | pays vide         | (tel quel) | (rien)     | (tel quel) |
        | pays en blancs    | (tel quel) | (espaces)  | (tel quel) |
        | sans question     | (tel quel) | (tel quel) | (absent)   |
        | question inconnue | (tel quel) | (tel quel) | inconnue   |
      Alors ces saisies sont refusées par ces messages :
        | cas               | message                                               |
        | sans civilité     | Le champ « Civilité » est obligatoire.                |
        | civilité vide     | Le champ « Civilité » est obligatoire.                |
        | civilité inconnue | Le champ « Civilité » doit être choisi dans la liste. |
        | sans pays         | Le champ « Pays » est obligatoire.                    |
        | pays vide         | Le champ « Pays » est obligatoire.                    |
        | pays en blancs    | Le champ « Pays » est obligatoire.                    |
        | sans question     | Le champ « Question » est obligatoire.                |
        | question inconnue | Le champ « Question » doit être choisi dans la liste. |
      Et le récapitulatif montre, pour chacune des autres saisies :
        | cas            | Civilité : | Pays : | Question :              |
        | telles quelles | Monsieur   | FRANCE | Quel est votre surnom ? |
