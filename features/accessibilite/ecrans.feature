# language: fr
Fonctionnalité: Des écrans à la portée de tous, du téléphone au grand écran
  L'accessibilité n'est pas un énoncé de la fiche, mais sans elle tout usager ne peut pas la suivre.
  Les étiquettes sont celles de critères du RGAA 4.1, pour ce qu'un examen automatique en voit.
  Chaque écran est examiné par axe-core, selon les WCAG 2.2 (niveaux A et AA) et les bonnes
  pratiques, avec les saisies les plus longues : rien ne doit dépasser.

  Contexte:
    Étant donné l'usager dont le nom, l'adresse et chaque réponse sont les plus longs possibles
    Et chaque écran examiné dans une fenêtre large de 320, 360, 768 puis 1280 pixels

  Règle: L'examen reconnaît une page défaillante

    Scénario: Une page défaillante n'échappe pas à l'examen
      Quand l'usager consulte une page volontairement défaillante
      Alors l'examen y relève ces défauts :
        | color-contrast |
        | label          |
      Et l'examen relève ces défilements sur le côté :
        | Page témoin, 320 px |
        | Page témoin, 360 px |

  @RGAA-3.2 @RGAA-8.3 @RGAA-8.5 @RGAA-10.11
  Règle: Aucun écran ne présente de défaut d'accessibilité ni n'oblige à défiler sur le côté

    @RGAA-11.1
    Scénario: Les écrans de la création
      Quand l'usager crée son espace, de la page d'accueil à la confirmation
      Alors ces écrans ont été examinés :
        | S01, page d'accueil           |
        | S02, choix de la procédure    |
        | S03, conditions générales     |
        | S04, identifiants             |
        | S06, formulaire d'inscription |
        | S07, récapitulatif            |
        | S08, fin de pré-inscription   |
        | S09, activation               |
        | S09, fenêtre ouverte          |
        | S10, confirmation             |
      Et aucun d'eux ne présente de défaut d'accessibilité
      Et aucun d'eux n'oblige à défiler sur le côté

    @RGAA-11.1
    Scénario: Les écrans de l'espace et du mot de passe oublié
      Étant donné un espace de l'usager, avec son numéro d'abonné
      Quand l'usager visite son espace, le quitte et change de mot de passe
      Alors ces écrans ont été examinés :
        | S11, accès à l'espace        |
        | S12, espace                  |
        | S12, services                |
        | S13, coordonnées             |
        | S14, mot de passe oublié     |
        | S14, rien de saisi           |
        | S14, question de confiance   |
        | S14, question sans réponse   |
        | S11, mot de passe renouvelé  |
      Et aucun d'eux ne présente de défaut d'accessibilité
      Et aucun d'eux n'oblige à défiler sur le côté

    Scénario: Les pages voisines de la procédure
      Quand l'usager consulte les pages voisines de la procédure
      Alors ces écrans ont été examinés :
        | S01b, page de l'espace professionnel   |
        | S02s, mode simplifié                   |
        | S01c, page des professionnels          |
        | S16, assistance                        |
        | S15, aide                              |
        | S03b, texte des conditions générales   |
      Et aucun d'eux ne présente de défaut d'accessibilité
      Et aucun d'eux n'oblige à défiler sur le côté

    @RGAA-11.1
    Scénario: Les écrans d'une saisie refusée
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager se fait refuser chacun des formulaires
      Alors ces écrans ont été examinés :
        | S11, rien de saisi            |
        | S09, rien de saisi            |
        | S09, code faux                |
        | S03, conditions non acceptées |
        | S04, rien de saisi            |
        | S04, adresse en attente       |
        | S06, rien de saisi            |
      Et aucun d'eux ne présente de défaut d'accessibilité
      Et aucun d'eux n'oblige à défiler sur le côté

    @RGAA-11.1
    Scénario: Les écrans d'une adresse utilisée par un espace avec certificat
      Étant donné un espace avec certificat utilisant l'adresse de l'usager
      Quand l'usager choisit cette adresse, puis opte pour l'accès sans certificat
      Alors ces écrans ont été examinés :
        | S05, adresse d'un espace avec certificat |
        | S05, rien de saisi                       |
        | S05b, accès sans certificat              |
        | S05b, mot de passe non saisi             |
        | S05b, accès sans certificat obtenu       |
      Et aucun d'eux ne présente de défaut d'accessibilité
      Et aucun d'eux n'oblige à défiler sur le côté

    @RGAA-11.1
    Scénario: L'écran d'une fenêtre bloquée
      Étant donné un code d'activation reçu par l'usager
      Et un navigateur qui bloque toutes les fenêtres
      Quand l'usager tente d'activer son espace avec le code reçu
      Alors ces écrans ont été examinés :
        | S09, fenêtre bloquée |
      Et aucun d'eux ne présente de défaut d'accessibilité
      Et aucun d'eux n'oblige à défiler sur le côté
