# language: fr
Fonctionnalité: Le texte du courriel d'activation
  Le courriel est lu comme le lit un logiciel de messagerie : décodé, en-têtes compris.

  @R-2.147 @R-2.148 @R-2.149 @A-04
  Règle: Le courriel va de l'administration à l'usager, sous l'objet de la fiche

    Scénario: L'expéditeur, le destinataire et l'objet
      Étant donné Madame Lila Rosemonde, qui n'a pas d'espace professionnel
      Et un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors ce courriel a pour seul expéditeur "ne.pas_repondre@dofip.finances.gouv.fr"
      Et un courriel parvient à la seule adresse "lila.rosemonde@hotmail.fr"
      Et ce courriel a pour objet "ESPACE ABONNE DES PROFESSIONNELS"
      Et le site n'a envoyé que ce courriel

    Scénario: Le courriel d'un autre usager va à sa propre adresse
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et l'usager parvenu au récapitulatif de son inscription
      Quand l'usager confirme son inscription
      Alors un courriel parvient à la seule adresse "eleonor.lefevre-muller@cabinet.example"

  @R-2.151 @R-2.152 @R-2.154 @R-2.155 @R-2.156 @R-2.157 @R-2.158 @R-2.159 @R-2.160 @R-2.161 @R-2.162 @R-2.163 @R-2.164 @R-2.168
  @A-02 @A-36
  Règle: Le courriel dit, mot pour mot, ce que dit la fiche

    Scénario: Le texte entier, accents compris
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors le texte de ce courriel est, mot pour mot :
        | Vous avez demandé la création d'un espace abonné professionnel ou vous y avez apporté une modification. |
        | Cette demande a bien été prise en compte. |
        | Votre espace abonné sera actif lorsque vous aurez saisi le code suivant : |
        | (code) |
        | Remarque : ce code n'est pas un mot de passe. |
        | Il ne doit être utilisé qu'une seule fois pour activer votre espace abonné. |
        | Pour activer votre espace abonné, veuillez suivre la procédure suivante : |
        | 1. connectez-vous sur le site impots.gouv.fr |
        | 2. cliquez sur "Professionnels" puis sur "Créez mon Espace abonné" |
        | 3. cliquez sur le lien "Activez votre espace abonné" de la rubrique "2ème partie : activation de l'espace abonné" |
        | 4. puis saisissez l'adresse électronique, et le code d'activation reçu ci-dessus, et validez |
        | Vous disposez d'un délai de 48h pour activer votre espace abonné à compter de l'envoi de ce message. |
        | L'Administration Fiscale vous remercie de l'intérêt que vous portez à ses services. |
        | Si vous avez une question particulière, nous vous invitons à ne pas répondre à l'adresse électronique de ce message mais à vous connecter sur notre site impots.gouv.fr où vous trouverez les réponses aux questions les plus fréquentes. |
        | Pour votre sécurité, l'administration fiscale ne vous adresse jamais de messages contenant un logo ou un lien renvoyant sur un site Internet. |
        | Si vous recevez un tel message, merci de ne pas utiliser ce lien. |
      Et le code de ce courriel suit, seul sur sa ligne, "Votre espace abonné sera actif lorsque vous aurez saisi le code suivant :"
      Et chacune de ces étapes du courriel commence une ligne :
        | 1. connectez-vous sur |
        | 2. cliquez sur |
        | 3. cliquez sur le lien |
        | 4. puis saisissez |

  @R-2.162
  Règle: Le courriel n'invite pas à répondre

    Scénario: Aucune adresse de réponse
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors ce courriel ne propose aucune autre adresse pour répondre

  @R-2.163 @A-10
  Règle: Le courriel ne contient ni logo ni lien

    Scénario: Un message sans lien et sans image
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors ce courriel ne contient, en-têtes compris, aucune de ces marques :
        | http:   |
        | https:  |
        | www.    |
        | mailto: |
        | href    |
        | src=    |
        | cid:    |
        | </a     |
        | <img    |

  @U-77
  Règle: Le courriel est un texte simple

    Scénario: Une seule partie, sans mise en forme et sans pièce jointe
      Étant donné un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors ce courriel est d'une seule partie, en texte simple

  @R-2.134 @R-2.165
  Règle: Le courriel ne livre rien de ce qui protège l'espace

    Scénario: Ni mot de passe, ni réponse de confiance, ni SIREN, ni numéro d'abonné
      Étant donné Monsieur Éléonor Lefèvre-Müller, au 12 bis, avenue de l'Œuvre, L'Haÿ-les-Roses
      Et un code d'activation reçu par l'usager
      Quand l'usager relève son courrier
      Alors ce courriel ne contient ni son mot de passe, ni sa réponse de confiance, ni son SIREN
      Et ce courriel ne contient aucun numéro d'abonné
