# language: fr
Fonctionnalité: L'activation avec l'adresse choisie et le code reçu
  L'espace s'active avec l'adresse choisie pour identifiant et le code envoyé à cette adresse. Si
  l'une ou l'autre est fausse, rien n'est activé, et rien n'est perdu.

  Contexte:
    Étant donné un code d'activation reçu par l'usager

  @A-46 @U-45
  Règle: Seuls l'adresse choisie et le code envoyé à cette adresse activent l'espace

    @R-3.008
    Scénario: Le code reçu est refusé avec toute autre adresse
      Quand l'usager tente tour à tour d'activer son espace avec :
        | cas                            | adresse                      | code         |
        | une adresse inconnue           | inconnue@cabinet.example     | le code reçu |
        | un simple identifiant          | usager                       | le code reçu |
        | le domaine seul de son adresse | @cabinet.example             | le code reçu |
      Alors chaque tentative est refusée pour le motif "adresse inconnue à l'activation"
      Et aucune autre fenêtre ne s'est ouverte

    @R-3.009 @A-40
    Scénario: L'adresse choisie est refusée avec tout autre code
      Quand l'usager tente tour à tour d'activer son espace avec :
        | cas                      | adresse   | code                                              |
        | un code bien formé       | la sienne | un code jamais envoyé                             |
        | un code trop court       | la sienne | le code reçu, sans son dernier caractère          |
        | un code trop long        | la sienne | le code reçu, suivi d'un caractère                |
        | la casse n'est pas bonne | la sienne | le code reçu, majuscules et minuscules échangées  |
      Alors chaque tentative est refusée pour le motif "code inconnu"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

    @R-3.010
    Scénario: Le mot de passe ne tient pas lieu de code
      Quand l'usager saisit son mot de passe à la place du code
      Alors l'activation est refusée pour le motif "code inconnu"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

    @R-3.012 @U-31
    Scénario: L'activation est refusée tant qu'une des deux informations manque
      Quand l'usager tente tour à tour d'activer son espace avec :
        | cas                    | adresse    | code         |
        | sans adresse           |            | le code reçu |
        | sans code              | la sienne  |              |
        | une adresse de blancs  | des blancs | le code reçu |
        | un code de blancs      | la sienne  | des blancs   |
      Alors chaque tentative est refusée pour ces motifs :
        | cas                    | motif |
        | sans adresse           | champ obligatoire vide : Votre adresse électronique |
        | sans code              | champ obligatoire vide : Votre code d'activation |
        | une adresse de blancs  | champ obligatoire vide : Votre adresse électronique |
        | un code de blancs      | champ obligatoire vide : Votre code d'activation |
      Et aucune autre fenêtre ne s'est ouverte

    @R-3.008 @R-3.009 @R-3.010 @R-3.012 @R-3.014 @A-41
    Scénario: Même après un code incorrect, l'adresse choisie et le code reçu activent l'espace
      Étant donné un code incorrect déjà saisi avec son adresse
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
      Et ses identifiants ouvrent son espace

  @R-3.011
  Règle: Chaque code ne vaut que pour l'adresse à laquelle il a été envoyé

    Scénario: Deux usagers ne peuvent échanger leurs codes
      Étant donné un autre usager de la même entreprise, pré-inscrit lui aussi
      Quand chacun des deux usagers saisit le code de l'autre
      Alors chaque tentative est refusée pour le motif "code inconnu"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

    Scénario: Chacun active ensuite son espace avec son propre code
      Étant donné un autre usager de la même entreprise, pré-inscrit lui aussi
      Et les deux usagers refusés pour avoir échangé leurs codes
      Quand chacun des deux usagers active son espace avec son propre code
      Alors deux nouvelles fenêtres confirment leurs inscriptions, chacune à son nom
