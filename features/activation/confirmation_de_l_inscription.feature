# language: fr
Fonctionnalité: La confirmation de l'inscription, sa date et son numéro
  La nouvelle fenêtre confirme l'inscription une fois pour toutes : ni un rechargement, ni une autre
  activation n'en changent la date ou le numéro.

  @R-3.025 @A-22
  Règle: L'inscription est datée du jour de l'activation, à Paris

    Plan du scénario: La date est celle de l'activation et non de la pré-inscription
      Étant donné un code d'activation envoyé le <envoi>
      Et que l'on est le <activation>
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre annonce "<phrase>"

      Exemples:
        | cas                                    | envoi              | activation         | phrase                                                                             |
        | le lendemain matin                     | 04/06/2026 à 11:00 | 05/06/2026 à 09:00 | Votre inscription a été réalisée le 5 juin 2026 sous le numéro 2026XXXXXXXXXX.     |
        | à Paris, le jour vient de commencer    | 05/06/2026 à 18:00 | 06/06/2026 à 00:30 | Votre inscription a été réalisée le 6 juin 2026 sous le numéro 2026XXXXXXXXXX.     |

  @U-74
  Règle: Le premier jour du mois s'écrit « 1er »

    Scénario: L'année vient de commencer à Paris
      Étant donné un code d'activation envoyé le 31/12/2026 à 18:00
      Et que l'on est le 01/01/2027 à 00:30
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre annonce "Votre inscription a été réalisée le 1er janvier 2027 sous le numéro 2027XXXXXXXXXX."

  @R-2.171 @R-3.023
  Règle: L'usager prend connaissance de son numéro d'abonné sur la confirmation, et pas avant

    Scénario: Le numéro d'abonné n'apparaît qu'à la confirmation
      Étant donné l'usager dont l'espace vient d'être activé
      Quand l'usager lit la confirmation de son inscription
      Alors le site annonce "sous le numéro 20"
      Et son numéro d'abonné n'apparaissait encore ni à la fin de la pré-inscription, ni au courriel

  @R-3.035
  Règle: L'usager peut recopier son numéro d'abonné pour le communiquer au titulaire

    Scénario: Le numéro d'abonné se sélectionne sur la confirmation
      Étant donné l'usager dont l'espace vient d'être activé
      Quand l'usager sélectionne tout le texte de la confirmation
      Alors son numéro d'abonné est dans ce qu'il a sélectionné

  @R-3.027
  Règle: Le numéro d'abonné est personnel

    Scénario: Deux usagers d'une même entreprise ont chacun le leur
      Étant donné un code d'activation reçu par l'usager
      Et un autre usager de la même entreprise, dont l'espace est activé
      Et l'usager dont l'espace est activé avec le code reçu
      Quand l'usager lit la confirmation de son inscription
      Alors son numéro d'abonné n'est pas celui de l'autre usager

  @U-72
  Règle: Le numéro d'abonné ne se devine pas

    Scénario: Les numéros de deux usagers ne se suivent pas
      Étant donné un code d'activation reçu par l'usager
      Et un autre usager de la même entreprise, dont l'espace est activé
      Et l'usager dont l'espace est activé avec le code reçu
      Quand l'usager lit la confirmation de son inscription
      Alors son numéro d'abonné n'est pas voisin de celui de l'autre usager

  @R-3.039 @A-41 @U-49
  Règle: Le code d'activation ne sert qu'une seule fois

    Scénario: Le même code, saisi le lendemain, ne change ni la date ni le numéro
      Étant donné un code d'activation envoyé le 10/06/2026 à 11:00
      Et l'usager dont l'espace est activé avec le code reçu
      Et que l'on est le 11/06/2026 à 11:00
      Et l'usager passé à un autre navigateur
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "espace déjà actif"
      Et aucune autre fenêtre ne s'est ouverte
      Et son espace porte encore la même date et le même numéro

  @R-3.040 @U-35
  Règle: Recharger la confirmation ne crée rien de plus

    Scénario: La confirmation rechargée après minuit garde sa date et son numéro
      Étant donné un code d'activation envoyé le 10/06/2026 à 23:50
      Et l'usager dont l'espace est activé avec le code reçu
      Et que l'on est le 11/06/2026 à 00:10
      Quand l'usager recharge la confirmation de son inscription
      Alors la confirmation porte encore la même date et le même numéro
      Et son espace porte encore la même date et le même numéro
      Et le site n'a envoyé qu'un seul courriel
