# language: fr
Fonctionnalité: L'acceptation des conditions générales
  La procédure ne commence que par l'acceptation ; lire le texte reste à la convenance de l'usager.

  Contexte:
    Étant donné l'usager parvenu aux conditions générales

  @R-2.019 @U-02
  Règle: Sans acceptation, la procédure ne va pas plus loin

    Scénario: L'usager poursuit sans accepter
      Quand l'usager poursuit sans accepter les conditions générales
      Alors la poursuite lui est refusée pour le motif "conditions non acceptées"
      Et la "1ère étape : acceptez les conditions générales" lui est présentée

    Scénario: L'usager poursuit sans accepter, sans passer par le navigateur
      Quand l'usager poursuit sans accepter les conditions générales, sans passer par le navigateur
      Alors la poursuite lui est refusée pour le motif "conditions non acceptées"
      Et la "1ère étape : acceptez les conditions générales" lui est présentée

    Scénario: L'usager accepte après un refus
      Étant donné un premier refus, faute d'avoir accepté
      Quand l'usager accepte les conditions générales
      Alors la "2ème étape : créez vos identifiants" lui est présentée

  @R-2.017 @R-2.021 @U-57
  Règle: Le texte des conditions générales se consulte, ou non, avant de les accepter

    Scénario: L'usager accepte sans avoir lu le texte
      Quand l'usager accepte les conditions générales
      Alors la "2ème étape : créez vos identifiants" lui est présentée

    Scénario: L'usager accepte de retour du texte
      Étant donné le texte des conditions générales lu, puis refermé
      Quand l'usager accepte les conditions générales
      Alors la "2ème étape : créez vos identifiants" lui est présentée

  @U-36
  Règle: Un écran demandé avant son heure ramène à la première étape qui n'est pas faite

    Scénario: L'usager demande directement la 2ème étape
      Étant donné l'adresse de la 2ème étape, relevée par un autre usager
      Quand l'usager demande directement cette étape
      Alors la "1ère étape : acceptez les conditions générales" lui est présentée
