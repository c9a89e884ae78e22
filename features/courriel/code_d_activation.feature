# language: fr
Fonctionnalité: Le code d'activation
  Le code n'est connu que de qui lit le courriel, ne vaut que pour une activation, et n'est pas un mot
  de passe.

  @R-2.153 @R-2.167
  Règle: Chaque courriel contient un seul code de 12 chiffres et lettres, que nul autre n'a

    Scénario: Un seul code dans le courriel
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors ce courriel contient, seul sur sa ligne, un code d'activation de 12 chiffres et lettres
      Et le mot "modification" mis à part, rien d'autre dans ce courriel n'est fait ainsi

    Scénario: Douze pré-inscriptions du même usager au même instant
      Étant donné un même usager pré-inscrit à 12 adresses, le 10/06/2026 à 11:00
      Quand l'usager relève le courrier de chaque adresse
      Alors chacun de ces courriels contient un code d'activation de 12 chiffres et lettres
      Et ces codes sont tous différents
      Et ces codes emploient ensemble des majuscules, des minuscules et des chiffres

  @R-2.120
  Règle: La réception du courriel peut être différée par la messagerie

    Scénario: La fin de pré-inscription s'affiche sans attendre une messagerie lente
      Étant donné l'usager parvenu au récapitulatif de son inscription
      Et une messagerie qui tarde à prendre les courriels
      Quand l'usager confirme son inscription
      Alors le site annonce "Vous allez recevoir le code d'activation dans votre messagerie."
      Et aucun courriel n'a encore été pris par la messagerie
      Et le courriel lui parvient dès que la messagerie le prend

  @R-2.133 @R-2.134
  Règle: Avant l'activation, le site ne livre que par courriel le code, et nulle part de numéro d'abonné

    Scénario: Rien de tel dans ce que le navigateur reçoit
      Étant donné un navigateur dont tout ce qu'il reçoit est noté
      Et l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors le site annonce "Vous allez recevoir le code d'activation dans votre messagerie."
      Et l'adresse choisie est dans ce que le navigateur a reçu
      Et le code du courriel n'est nulle part dans ce que le navigateur a reçu
      Et ni l'écran ni le courriel ne portent de numéro d'abonné

  @R-2.125 @R-2.126 @R-2.154
  Règle: Le code n'est pas un mot de passe, et ne sert qu'une seule fois

    Scénario: Le code saisi pour mot de passe n'ouvre pas l'espace qu'il a activé
      Étant donné un code d'activation reçu par l'usager
      Et un espace activé avec le code reçu, dans un navigateur refermé depuis
      Quand l'usager demande l'accès à son espace avec le code pour mot de passe
      Alors l'accès lui est refusé pour le motif "identifiants inconnus"
      Et ses identifiants ouvrent son espace

    Scénario: Le code d'un espace déjà activé est refusé, et le numéro d'abonné reste le même
      Étant donné un code d'activation reçu par l'usager
      Et un espace activé avec le code reçu, dans un navigateur refermé depuis
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "espace déjà actif"
      Et aucune autre fenêtre ne s'est ouverte
      Et son numéro d'abonné est resté le même

  @R-2.144
  Règle: Aucun écran ne permet de redemander un code

    Scénario: De la fin de pré-inscription à l'accès, aucun écran ne propose un autre code
      Étant donné l'usager pré-inscrit
      Quand l'usager cherche comment obtenir un autre code, d'écran en écran
      Alors ces écrans ont été lus :
        | Activation de votre espace abonné |
        | Aide                              |
        | Activation de votre espace abonné |
        | Accès à votre espace abonné       |
      Et aucun d'eux ne dit quoi que ce soit de tel :
        | renvoyer     |
        | renvoi       |
        | redemander   |
        | nouveau code |
        | autre code   |
        | pas reçu     |
