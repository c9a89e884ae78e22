# language: fr
Fonctionnalité: L'identité et le contact de l'usager
  Ce que l'usager donne de lui se retrouve, sous le même libellé, partout où le site le reprend.

  @R-2.083 @R-2.084
  Règle: La civilité et l'adresse postale sont reprises d'écran en écran

    Scénario: Madame Lefèvre-Müller, au 12 bis, avenue de l'Œuvre
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et la civilité "Madame" choisie plutôt que celle qui est proposée
      Quand l'usager mène son inscription jusqu'à la confirmation
      Alors chaque écran nomme ainsi l'usager :
        | récapitulatif          | Madame                        |
        | fin de pré-inscription | Madame Lefèvre-Müller Éléonor |
        | confirmation           | Madame Éléonor Lefèvre-Müller |
      Et le récapitulatif avait montré entre autres ces lignes :
        | Numéro de la voie :    | 12 bis              |
        | Nature de la voie :    | avenue              |
        | Libellé de la voie :   | de l'Œuvre          |
        | Complément d'adresse : | Résidence São Paulo |
        | Code postal :          | 94240               |
        | Ville :                | L'Haÿ-les-Roses     |
      Et le formulaire sauvegardé reprend chaque ligne du récapitulatif
      Et les coordonnées de son espace reprennent chaque ligne du récapitulatif

  @U-23 @U-25 @U-26 @U-27 @U-29
  Règle: Ce que l'usager écrit a des bornes, larges, et reste tel qu'il l'écrit

    Contexte:
      Étant donné l'usager parvenu au formulaire d'inscription

    @A-25
    Scénario: Les noms, les adresses et les numéros de téléphone d'ici et d'ailleurs
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas               | Nom          | Prénom    | Numéro de téléphone | Libellé de la voie | Code postal | Ville    | Pays     | Réponse   |
        | d'ici             | O'Brien      | Élise     | 01 24 57 88 77      | du 8 Mai 1945      | 01000       | PARIS    | FRANCE   | Lili      |
        | d'ailleurs        | Nguyễn       | Thị Hạnh  | +49 30 1234567      | <b>Lilas</b> & Cie | SW1A 1AA    | Łódź     | POLSKA   | Été n° 42 |
        | au plus long      | (50 × a)     | (50 × é)  | 123456789012345     | (60 × z)           | (60 × 7)    | (60 × P) | (60 × F) | (100 × é) |
        | au plus court     | D'Été-Müller | J.        | 12345678            | (rien)             | (rien)      | Y        | F        | L         |
        | avec des points   | Rosemonde    | Jean Paul | 01.24.57.88.77      | (rien)             | (rien)      | PARIS    | FRANCE   | Lili      |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas               | Nom :        | Prénom :  | Numéro de téléphone : | Libellé de la voie : | Code postal : | Ville :  | Pays :   | Réponse : |
        | d'ici             | O'Brien      | Élise     | 01 24 57 88 77        | du 8 Mai 1945        | 01000         | PARIS    | FRANCE   | Lili      |
        | d'ailleurs        | Nguyễn       | Thị Hạnh  | +49 30 1234567        | <b>Lilas</b> & Cie   | SW1A 1AA      | Łódź     | POLSKA   | Été n° 42 |
        | au plus long      | (50 × a)     | (50 × é)  | 123456789012345       | (60 × z)             | (60 × 7)      | (60 × P) | (60 × F) | (100 × é) |
        | au plus court     | D'Été-Müller | J.        | 12345678              |                      |               | Y        | F        | L         |
        | avec des points   | Rosemonde    | Jean Paul | 01 24 57 88 77        |                      |               | PARIS    | FRANCE   | Lili      |

    Scénario: Ce qui passe ces bornes est refusé
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas            | Nom       | Prénom   | Numéro de téléphone | Libellé de la voie | Code postal | Ville    | Pays     | Réponse   |
        | trop long      | (51 × a)  | (51 × é) | 1234567890123456    | (61 × z)           | (61 × 7)    | (61 × P) | (61 × F) | (101 × é) |
        | trop court     | Rosemonde | Lila     | 1234567             | (rien)             | (rien)      | PARIS    | FRANCE   | Lili      |
        | une balise     | <b>x</b>  | Lila     | 01 24 57 88 77      | (rien)             | (rien)      | PARIS    | FRANCE   | Lili      |
        | des lettres    | Rosemonde | Lila     | 01 24 57 88 AB      | (rien)             | (rien)      | PARIS    | FRANCE   | Lili      |
      Alors ces saisies sont refusées pour ces motifs :
        | cas            | motif |
        | trop long      | plus de 50 caractères : Nom ; plus de 50 caractères : Prénom ; numéro de téléphone mal formé ; plus de 60 caractères : Libellé de la voie ; plus de 60 caractères : Code postal ; plus de 60 caractères : Ville ; plus de 60 caractères : Pays ; plus de 100 caractères : Réponse |
        | trop court     | numéro de téléphone mal formé |
        | une balise     | nom mal formé : Nom |
        | des lettres    | numéro de téléphone mal formé |
