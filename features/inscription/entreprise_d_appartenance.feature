# language: fr
Fonctionnalité: L'entreprise d'appartenance
  L'usager ne donne que le SIREN de l'entreprise pour laquelle il travaille ; le site en trouve la
  raison sociale.

  Contexte:
    Étant donné l'usager parvenu au formulaire d'inscription

  @R-2.086
  Règle: Un seul SIREN est demandé, et il donne la raison sociale

    @R-2.106 @A-05 @A-25
    Scénario: Le SIREN est montré par groupes de trois chiffres
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                 | S.I.R.E.N ou équivalent             |
        | sans espaces        | 987654321                           |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                 | S.I.R.E.N. ou équivalent : |
        | sans espaces        | 987 654 321                |

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
  Règle: Un SIREN a neuf chiffres, ses espaces mises à part, et doit être connu

    Scénario: Un SIREN se saisit avec ou sans espaces
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                 | S.I.R.E.N ou équivalent             |
        | par groupes         | 987 654 321                         |
        | espaces insécables  | 987(insécable)654(insécable)321     |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                 | S.I.R.E.N. ou équivalent : |
        | par groupes         | 987 654 321                |
        | espaces insécables  | 987 654 321                |

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
      Alors ces saisies sont refusées pour ces motifs :
        | cas                     | motif |
        | huit chiffres           | SIREN mal formé |
        | dix chiffres            | SIREN mal formé |
        | quatorze, un SIRET      | SIREN mal formé |
        | deux SIREN à la suite   | SIREN mal formé |
        | des points              | SIREN mal formé |
        | une lettre              | SIREN mal formé |
        | d'autres chiffres       | SIREN mal formé |
        | inconnu                 | SIREN inconnu |

  @R-2.088 @R-2.089
  Règle: Une entreprise étrangère donne un équivalent du SIREN

    Scénario: L'identifiant d'une entreprise étrangère est accepté tel quel
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                    | Entreprise étrangère | S.I.R.E.N ou équivalent | Pays      |
        | un identifiant         | oui                  | DE123456789             | ALLEMAGNE |
        | une entreprise d'ici   | non                  | 987654321               | FRANCE    |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                    | Entreprise étrangère : | S.I.R.E.N. ou équivalent : | Pays :    |
        | un identifiant         | oui                    | DE123456789                | ALLEMAGNE |
        | une entreprise d'ici   | non                    | 987 654 321                | FRANCE    |

    Scénario: Le même identifiant est refusé à une entreprise qui ne l'est pas
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                        | Entreprise étrangère | S.I.R.E.N ou équivalent |
        | un identifiant, pas d'ici  | non                  | DE123456789             |
      Alors ces saisies sont refusées pour ces motifs :
        | cas                        | motif           |
        | un identifiant, pas d'ici  | SIREN mal formé |

  @U-21 @U-22
  Règle: L'identifiant d'une entreprise étrangère a de 1 à 20 caractères, et n'a pas de raison sociale

    Scénario: Un identifiant de vingt caractères, ou de neuf chiffres en France, est accepté
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                    | Entreprise étrangère | S.I.R.E.N ou équivalent | Pays      |
        | un identifiant         | oui                  | DE123456789             | ALLEMAGNE |
        | vingt caractères       | oui                  | (20 × X)                | ALLEMAGNE |
        | neuf chiffres, France  | oui                  | 987654321               | FRANCE    |
        | une entreprise d'ici   | non                  | 987654321               | FRANCE    |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                    | S.I.R.E.N. ou équivalent : | Raison sociale : | Pays :    |
        | un identifiant         | DE123456789                |                  | ALLEMAGNE |
        | vingt caractères       | XXXXXXXXXXXXXXXXXXXX       |                  | ALLEMAGNE |
        | neuf chiffres, France  | 987654321                  |                  | FRANCE    |
        | une entreprise d'ici   | 987 654 321                | SARLALERIS       | FRANCE    |

    Scénario: Un identifiant de vingt et un caractères est refusé
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                    | Entreprise étrangère | S.I.R.E.N ou équivalent |
        | vingt et un caractères | oui                  | (21 × X)                |
      Alors ces saisies sont refusées pour ces motifs :
        | cas                    | motif                          |
        | vingt et un caractères | identifiant étranger mal formé |
