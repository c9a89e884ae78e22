# language: fr
Fonctionnalité: L'écran des conditions générales
  La 1ère étape : quatre lignes qui annoncent la procédure, un lien, une case et un bouton.

  @R-2.014 @R-2.016 @R-2.018 @R-2.021 @A-31
  Règle: La 1ère étape demande de reconnaître avoir pris connaissance des conditions générales

    Scénario: Les textes, la case et le bouton de la 1ère étape
      Étant donné l'usager parvenu au choix de la procédure
      Quand l'usager demande à créer un espace en mode expert
      Alors l'écran a pour titre "Création de votre espace abonné"
      Et l'écran montre ces textes, dans cet ordre :
        | Création de votre espace abonné                        |
        | Pour créer votre espace, vous devez :                  |
        | 1ère étape : accepter les conditions générales         |
        | 2ème étape : créer vos identifiants                    |
        | 3ème étape : remplir le formulaire d'inscription       |
        | 4ème étape : activer votre espace abonné               |
        | 1ère étape : acceptez les conditions générales         |
        | *Champ obligatoire                                     |
        | Lire les conditions générales                          |
        | Je reconnais avoir pris connaissance des conditions générales et les accepte sans restriction. * |
      Et l'écran montre ces champs, dans cet ordre :
        | Je reconnais avoir pris connaissance des conditions générales et les accepte sans restriction. * |
      Et l'écran ne montre pas "*Champs obligatoires"
      Et l'écran montre ces boutons, dans cet ordre :
        | Valider |
      Et l'écran montre ces liens, dans cet ordre :
        | Quitter                       |
        | Lire les conditions générales |

  @R-2.020
  Règle: La case de l'acceptation est à cocher par l'usager

    Scénario: À l'ouverture de l'écran, la case n'est pas cochée
      Étant donné l'usager parvenu au choix de la procédure
      Quand l'usager demande à créer un espace en mode expert
      Alors la case "Je reconnais avoir pris connaissance des conditions générales et les accepte sans restriction. *" n'est pas cochée

    Scénario: Après un refus, la case n'est toujours pas cochée
      Étant donné l'usager parvenu aux conditions générales
      Quand l'usager poursuit sans accepter les conditions générales
      Alors la poursuite lui est refusée pour le motif "conditions non acceptées"
      Et la case "Je reconnais avoir pris connaissance des conditions générales et les accepte sans restriction. *" n'est pas cochée

  @R-2.017 @A-16 @U-57
  Règle: Le texte des conditions générales s'ouvre à côté de la procédure

    Scénario: Le lien ouvre le texte dans une nouvelle fenêtre
      Étant donné l'usager parvenu aux conditions générales
      Quand l'usager suit le lien "Lire les conditions générales"
      Alors la nouvelle fenêtre a pour titre "Conditions générales"
      Et la nouvelle fenêtre montre ces textes, dans cet ordre :
        | Texte factice du simulateur. |
        | Article 1 : objet            |
      Et l'écran a pour titre "Création de votre espace abonné"
