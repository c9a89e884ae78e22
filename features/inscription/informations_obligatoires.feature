# language: fr
Fonctionnalité: Les informations obligatoires de l'inscription
  Chaque saisie part d'un formulaire par ailleurs bien rempli : un refus tient à elle seule.

  Contexte:
    Étant donné l'usager parvenu au formulaire d'inscription

  @U-31
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

    @R-2.075
    Scénario: Sans nom ou sans prénom
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                | Nom        | Prénom     |
        | nom vide           | (rien)     | Lila       |
        | nom en blancs      | (espaces)  | Lila       |
        | nom insécable      | (insécable) | Lila      |
        | prénom vide        | Rosemonde  | (rien)     |
        | prénom en blancs   | Rosemonde  | (espaces)  |
      Alors ces saisies sont refusées pour ces motifs :
        | cas                | motif |
        | nom vide           | champ obligatoire vide : Nom |
        | nom en blancs      | champ obligatoire vide : Nom |
        | nom insécable      | champ obligatoire vide : Nom |
        | prénom vide        | champ obligatoire vide : Prénom |
        | prénom en blancs   | champ obligatoire vide : Prénom |

    @R-2.076
    Scénario: Sans SIREN, même pour une entreprise étrangère
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                  | Entreprise étrangère | S.I.R.E.N ou équivalent |
        | vide                 | non                  | (rien)                  |
        | en blancs            | non                  | (espaces)               |
        | étrangère, vide      | oui                  | (rien)                  |
        | étrangère, en blancs | oui                  | (espaces)               |
      Alors ces saisies sont refusées pour ces motifs :
        | cas                  | motif |
        | vide                 | champ obligatoire vide : S.I.R.E.N ou équivalent |
        | en blancs            | champ obligatoire vide : S.I.R.E.N ou équivalent |
        | étrangère, vide      | champ obligatoire vide : S.I.R.E.N ou équivalent |
        | étrangère, en blancs | champ obligatoire vide : S.I.R.E.N ou équivalent |

    @R-2.077
    Scénario: Sans numéro de téléphone
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas       | Numéro de téléphone |
        | vide      | (rien)              |
        | en blancs | (espaces)           |
      Alors ces saisies sont refusées pour ces motifs :
        | cas       | motif |
        | vide      | champ obligatoire vide : Numéro de téléphone |
        | en blancs | champ obligatoire vide : Numéro de téléphone |

    @R-2.078
    Scénario: Sans ville, quand bien même le reste de l'adresse est donné
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                  | Numéro de la voie | Nature de la voie | Libellé de la voie | Code postal | Ville     |
        | ni ville ni le reste | (rien)            | (rien)            | (rien)             | (rien)      | (rien)    |
        | tout sauf la ville   | 12                | rue               | des Lilas          | 75001       | (rien)    |
        | ville en blancs      | 12                | rue               | des Lilas          | 75001       | (espaces) |
      Alors ces saisies sont refusées pour ces motifs :
        | cas                  | motif |
        | ni ville ni le reste | champ obligatoire vide : Ville |
        | tout sauf la ville   | champ obligatoire vide : Ville |
        | ville en blancs      | champ obligatoire vide : Ville |

    @R-2.080
    Scénario: Sans réponse à la question de confiance
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas       | Réponse   |
        | vide      | (rien)    |
        | en blancs | (espaces) |
      Alors ces saisies sont refusées pour ces motifs :
        | cas       | motif |
        | vide      | champ obligatoire vide : Réponse |
        | en blancs | champ obligatoire vide : Réponse |

    @R-2.079 @R-2.081
    Scénario: Sans civilité, pays ou question de la liste, que le navigateur n'omet jamais
      Quand l'usager envoie tour à tour ces valeurs, sans passer par le navigateur :
        | cas               | Civilité   | Pays       | Question   |
        | telles quelles    | (tel quel) | (tel quel) | (tel quel) |
        | sans civilité     | (absent)   | (tel quel) | (tel quel) |
        | civilité vide     | (rien)     | (tel quel) | (tel quel) |
        | sans pays         | (tel quel) | (absent)   | (tel quel) |
        | pays vide         | (tel quel) | (rien)     | (tel quel) |
        | pays en blancs    | (tel quel) | (espaces)  | (tel quel) |
        | sans question     | (tel quel) | (tel quel) | (absent)   |
      Alors ces saisies sont refusées pour ces motifs :
        | cas               | motif |
        | sans civilité     | champ obligatoire vide : Civilité |
        | civilité vide     | champ obligatoire vide : Civilité |
        | sans pays         | champ obligatoire vide : Pays |
        | pays vide         | champ obligatoire vide : Pays |
        | pays en blancs    | champ obligatoire vide : Pays |
        | sans question     | champ obligatoire vide : Question |
      Et le récapitulatif montre, pour chacune des autres saisies :
        | cas            | Civilité : | Pays : | Question :              |
        | telles quelles | Monsieur   | FRANCE | Quel est votre surnom ? |

  @U-24
  Règle: La civilité et la question sont de la liste

    Scénario: Une civilité ou une question inconnue, qu'aucun navigateur n'enverrait
      Quand l'usager envoie tour à tour ces valeurs, sans passer par le navigateur :
        | cas               | Civilité   | Question   |
        | civilité inconnue | docteur    | (tel quel) |
        | question inconnue | (tel quel) | inconnue   |
      Alors ces saisies sont refusées pour ces motifs :
        | cas               | motif                             |
        | civilité inconnue | choix hors de la liste : Civilité |
        | question inconnue | choix hors de la liste : Question |

    Scénario: Celles de la liste sont acceptées, envoyées de même
      Quand l'usager envoie tour à tour ces valeurs, sans passer par le navigateur :
        | cas               | Civilité   | Question   |
        | telles quelles    | (tel quel) | (tel quel) |
      Alors toutes ces saisies mènent au récapitulatif

  @U-08 @U-31
  Règle: Chaque information qui manque est dite, et toutes à la fois

    Scénario: Un formulaire laissé vide est refusé pour chacune d'elles
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas         | Nom    | Prénom | S.I.R.E.N ou équivalent | Numéro de téléphone | Ville  | Pays   | Réponse |
        | rien du tout | (rien) | (rien) | (rien)                  | (rien)              | (rien) | (rien) | (rien)  |
      Alors ces saisies ne sont refusées que pour ces motifs, dits dans cet ordre :
        | cas          | motifs |
        | rien du tout | champ obligatoire vide : Nom ; champ obligatoire vide : Prénom ; champ obligatoire vide : S.I.R.E.N ou équivalent ; champ obligatoire vide : Numéro de téléphone ; champ obligatoire vide : Ville ; champ obligatoire vide : Pays ; champ obligatoire vide : Réponse |

  @U-01
  Règle: Une saisie refusée reste dans le formulaire

    Scénario: Ce que l'usager avait saisi lui reste
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas               | Nom         | Prénom    | Entreprise étrangère | S.I.R.E.N ou équivalent | Numéro de téléphone | Numéro de la voie | Nature de la voie | Libellé de la voie | Code postal | Ville     | Réponse   |
        | nom vide          | (rien)      | Lila      | non                  | 987654321               | 01 24 57 88 77      | (rien)            | (rien)            | (rien)             | (rien)      | PARIS     | Lili      |
        | nom insécable     | (insécable) | Lila      | non                  | 987654321               | 01 24 57 88 77      | (rien)            | (rien)            | (rien)             | (rien)      | PARIS     | Lili      |
        | prénom en blancs  | Rosemonde   | (espaces) | non                  | 987654321               | 01 24 57 88 77      | (rien)            | (rien)            | (rien)             | (rien)      | PARIS     | Lili      |
        | étrangère, vide   | Rosemonde   | Lila      | oui                  | (rien)                  | 01 24 57 88 77      | (rien)            | (rien)            | (rien)             | (rien)      | PARIS     | Lili      |
        | téléphone vide    | Rosemonde   | Lila      | non                  | 987654321               | (rien)              | (rien)            | (rien)            | (rien)             | (rien)      | PARIS     | Lili      |
        | tout sauf la ville | Rosemonde  | Lila      | non                  | 987654321               | 01 24 57 88 77      | 12                | rue               | des Lilas          | 75001       | (rien)    | Lili      |
        | réponse en blancs | Rosemonde   | Lila      | non                  | 987654321               | 01 24 57 88 77      | (rien)            | (rien)            | (rien)             | (rien)      | PARIS     | (espaces) |
      Alors tout ce que l'usager avait saisi lui reste
