# language: fr
Fonctionnalité: L'entreprise d'appartenance
  L'usager ne donne que le SIREN de l'entreprise pour laquelle il travaille ; le site en trouve la
  raison sociale.

  Contexte:
    Étant donné l'usager parvenu au formulaire d'inscription

  @R-2.086
  Règle: Un seul SIREN est demandé, et il donne la raison sociale

    @R-2.106 @A-05 @A-25 @U-19
    Scénario: Le SIREN est montré par groupes de trois chiffres, saisi avec ou sans espaces
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                 | S.I.R.E.N ou équivalent             |
        | sans espaces        | 987654321                           |
        | par groupes         | 987 654 321                         |
        | espaces insécables  | 987(insécable)654(insécable)321     |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                 | S.I.R.E.N. ou équivalent : |
        | sans espaces        | 987 654 321                |
        | par groupes         | 987 654 321                |
        | espaces insécables  | 987 654 321                |

    @R-2.108
    Scénario: Deux SIREN donnent deux raisons sociales
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                  | S.I.R.E.N ou équivalent |
        | celui de la fiche    | 987654321               |
        | celui d'une autre    | 111222333               |
      Alors le récapitulatif montre, pour chacune de ces saisies :
        | cas                  | S.I.R.E.N. ou équivalent : | Raison sociale :     |
        | celui de la fiche    | 987 654 321                | SARLALERIS           |
        | celui d'une autre    | 111 222 333                | ATELIER DU PONT NEUF |

    @U-17 @U-18 @U-19
    Scénario: Un seul SIREN, de neuf chiffres et connu
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                     | S.I.R.E.N ou équivalent |
        | huit chiffres           | 98765432                |
        | dix chiffres            | 9876543210              |
        | quatorze, un SIRET      | 98765432100011          |
        | deux SIREN à la suite   | 987654321 111222333     |
        | des points              | 987.654.321             |
        | une lettre              | 98765432A               |
        | d'autres chiffres       | ٩٨٧٦٥٤٣٢١               |
        | inconnu                 | 111111111               |
      Alors ces saisies sont refusées par ces messages :
        | cas                     | message                                            |
        | huit chiffres           | Le SIREN doit comporter 9 chiffres.                |
        | dix chiffres            | Le SIREN doit comporter 9 chiffres.                |
        | quatorze, un SIRET      | Le SIREN doit comporter 9 chiffres.                |
        | deux SIREN à la suite   | Le SIREN doit comporter 9 chiffres.                |
        | des points              | Le SIREN doit comporter 9 chiffres.                |
        | une lettre              | Le SIREN doit comporter 9 chiffres.                |
        | d'autres chiffres       | Le SIREN doit comporter 9 chiffres.                |
        | inconnu                 | Ce SIREN est inconnu. Veuillez vérifier votre saisie. |

  @R-2.088 @R-2.089
  Règle: Une entreprise étrangère donne un équivalent du SIREN

    @U-21 @U-22
    Scénario: L'identifiant d'une entreprise étrangère est accepté tel quel
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                    | Entreprise étrangère | S.I.R.E.N ou équivalent | Pays      |
        | un identifiant         | oui                  | DE123456789             | ALLEMAGNE |
        | vingt caractères       | oui                  | (20 × X)                | ALLEMAGNE |
        | neuf chiffres, France  | oui                  | 987654321               | FRANCE    |
        | une entreprise d'ici   | non                  | 987654321               | FRANCE    |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                    | Entreprise étrangère : | S.I.R.E.N. ou équivalent : | Raison sociale : | Pays :    |
        | un identifiant         | oui                    | DE123456789                |                  | ALLEMAGNE |
        | vingt caractères       | oui                    | XXXXXXXXXXXXXXXXXXXX       |                  | ALLEMAGNE |
        | neuf chiffres, France  | oui                    | 987654321                  |                  | FRANCE    |
        | une entreprise d'ici   | non                    | 987 654 321                | SARLALERIS       | FRANCE    |

    @U-21
    Scénario: Le même identifiant est refusé à une entreprise qui ne l'est pas
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                        | Entreprise étrangère | S.I.R.E.N ou équivalent |
        | un identifiant, pas d'ici  | non                  | DE123456789             |
        | vingt et un caractères     | oui                  | (21 × X)                |
      Alors ces saisies sont refusées par ces messages :
        | cas                        | message                             |
        | un identifiant, pas d'ici  | Le SIREN doit comporter 9 chiffres. |
        | vingt et un caractères     | L'identifiant d'une entreprise étrangère comporte de 1 à 20 caractères : lettres sans accent, chiffres, espaces, traits d'union, points ou barres obliques. |
