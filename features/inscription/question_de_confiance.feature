# language: fr
Fonctionnalité: La question de confiance
  Choisie à l'inscription, elle est posée à qui a oublié son mot de passe.

  @R-2.098
  Règle: L'usager choisit une question de la liste et apporte la réponse qu'il veut

    Contexte:
      Étant donné l'usager parvenu au formulaire d'inscription

    Scénario: Chacune des questions proposées peut être retenue
      Quand l'usager retient tour à tour chacune des questions proposées
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre chacune des questions retenues, deux au moins

    Scénario: La réponse est libre
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas                 | Question                              | Réponse                   |
        | des chiffres        | Quel est votre surnom ?               | 42                        |
        | une phrase accentuée | Le nom de votre animal de compagnie ? | Été, mon chat n° 2 !     |
        | des signes du web   | Le nom de votre animal de compagnie ? | <b>Lili</b> & "Cie" {{1}} |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas                 | Question :                            | Réponse :                 |
        | des chiffres        | Quel est votre surnom ?               | 42                        |
        | une phrase accentuée | Le nom de votre animal de compagnie ? | Été, mon chat n° 2 !     |
        | des signes du web   | Le nom de votre animal de compagnie ? | <b>Lili</b> & "Cie" {{1}} |

  @U-29
  Règle: La réponse est prise sans les blancs autour

    Scénario: Des blancs autour de la réponse
      Étant donné l'usager parvenu au formulaire d'inscription
      Quand l'usager remplit tour à tour ainsi son inscription :
        | cas               | Réponse                |
        | des blancs autour | (espaces)Lili(espaces) |
      Alors toutes ces saisies mènent au récapitulatif
      Et le récapitulatif montre, pour chacune de ces saisies :
        | cas               | Réponse : |
        | des blancs autour | Lili      |

  @R-2.099
  Règle: La première question est retenue d'avance

    Scénario: La question laissée telle quelle est la première
      Étant donné l'usager parvenu au formulaire d'inscription
      Quand l'usager remplit les seules informations obligatoires
      Alors le récapitulatif montre entre autres ces lignes :
        | Question : | Quel est votre surnom ? |

  @R-2.102 @U-63
  Règle: Qui a oublié son mot de passe répond à la question de confiance

    Contexte:
      Étant donné l'usager dont l'espace est ouvert, avec pour question "Le nom de votre animal de compagnie ?" et pour réponse "Lili"

    Scénario: La question n'est pas posée sans le bon numéro d'abonné
      Quand l'usager dit avoir oublié son mot de passe, et donne le numéro d'abonné "20260000000000"
      Alors la question lui est refusée pour le motif "numéro d'abonné inconnu"

    Scénario: Une bonne réponse permet de choisir un autre mot de passe
      Étant donné l'usager à qui sa question de confiance est posée
      Quand l'usager répond "Lili" et choisit le mot de passe "Nouveau456"
      Alors le mot de passe "Nouveau456" ouvre son espace

    Scénario: Une mauvaise réponse est refusée, et le mot de passe reste
      Étant donné l'usager à qui sa question de confiance est posée
      Quand l'usager répond "Médor" et choisit le mot de passe "Nouveau456"
      Alors le nouveau mot de passe lui est refusé pour le motif "réponse fausse"
      Et le mot de passe "Nouveau456" n'ouvre aucun espace
      Et ses identifiants ouvrent son espace

  @U-29 @U-63
  Règle: La réponse est comparée sans égard à la casse

    Scénario: La réponse est reconnue sans égard à la casse
      Étant donné l'usager dont l'espace est ouvert, avec pour question "Le nom de votre animal de compagnie ?" et pour réponse "Lili"
      Et l'usager à qui sa question de confiance est posée
      Quand l'usager répond "lILI" et choisit le mot de passe "Nouveau456"
      Alors le mot de passe "Nouveau456" ouvre son espace
