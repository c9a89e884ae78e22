# language: fr
Fonctionnalité: Revenir du récapitulatif, le confirmer ou l'abandonner

  @R-2.114
  Règle: Le récapitulatif ne livre rien du mot de passe

    Scénario: Ni le mot de passe, ni sa place, ni sa longueur
      Étant donné l'usager parvenu au formulaire d'inscription
      Quand l'usager remplit le formulaire d'inscription
      Alors le récapitulatif ne montre rien du mot de passe

  @R-2.115
  Règle: Du récapitulatif, l'usager revient modifier sa saisie ou confirme son inscription

    Scénario: À l'étape précédente, il retrouve toute sa saisie
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et l'usager parvenu au récapitulatif de son inscription
      Quand l'usager revient du récapitulatif à l'étape précédente
      Alors l'inscription reprend ces valeurs :
        | Civilité                | Monsieur                |
        | Nom                     | Lefèvre-Müller          |
        | Prénom                  | Éléonor                 |
        | Entreprise étrangère    | non                     |
        | S.I.R.E.N ou équivalent | 444555666               |
        | Numéro de téléphone     | 01 45 67 89 10          |
        | Numéro de la voie       | 12 bis                  |
        | Nature de la voie       | avenue                  |
        | Libellé de la voie      | de l'Œuvre              |
        | Complément d'adresse    | Résidence São Paulo     |
        | Code postal             | 94240                   |
        | Ville                   | L'Haÿ-les-Roses         |
        | Pays                    | FRANCE                  |
        | Question                | Quel est votre surnom ? |
        | Réponse                 | Nono d'Été              |

    Scénario: Ce qu'il y modifie est récapitulé, avec tout le reste
      Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
      Et l'usager revenu du récapitulatif au formulaire d'inscription
      Quand l'usager n'y remplace que "Ville", par "LYON"
      Alors le récapitulatif montre ces lignes :
        | Civilité :                 | Madame                                |
        | Nom :                      | Rosemonde                             |
        | Prénom :                   | Lila                                  |
        | Entreprise étrangère :     | non                                   |
        | S.I.R.E.N. ou équivalent : | 987 654 321                           |
        | Raison sociale :           | SARLALERIS                            |
        | Numéro de téléphone :      | 01 24 57 88 77                        |
        | Adresse électronique :     | lila.rosemonde@hotmail.fr             |
        | Numéro de la voie :        |                                       |
        | Nature de la voie :        |                                       |
        | Libellé de la voie :       |                                       |
        | Complément d'adresse :     |                                       |
        | Code postal :              |                                       |
        | Ville :                    | LYON                                  |
        | Pays :                     | FRANCE                                |
        | Question :                 | Le nom de votre animal de compagnie ? |
        | Réponse :                  | Lili                                  |

  @R-2.118
  Règle: Rien n'est demandé avant la confirmation

    @R-2.084 @R-2.115
    Scénario: La confirmation porte sur la saisie modifiée
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et l'usager revenu du récapitulatif remplacer "Nom" par "Lefèvre-Duval"
      Quand l'usager confirme son inscription
      Alors le site s'adresse à "Monsieur Lefèvre-Duval Éléonor"
      Et un courriel parvient à la seule adresse "eleonor.lefevre-muller@cabinet.example"
      Et le site n'a envoyé que ce courriel

    Scénario: Le récapitulatif abandonné n'envoie aucun code et laisse l'adresse libre
      Étant donné l'usager parvenu au récapitulatif de son inscription
      Quand l'usager abandonne le récapitulatif et ferme son navigateur
      Alors aucun courriel n'est envoyé
      Et le code "AbCdEfGh1234" n'active rien
      Et la même adresse permet encore de s'inscrire
