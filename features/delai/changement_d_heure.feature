# language: fr
Fonctionnalité: Le délai de 48 heures aux changements d'heure
  Quarante-huit heures sont quarante-huit heures : la nuit où l'on avance les horloges d'une heure, le
  délai finit une heure plus tard à la pendule ; la nuit où on les recule, une heure plus tôt.

  @R-2.131 @R-2.146 @A-08 @U-65
  Règle: Les 48 heures sont des heures écoulées, et non des heures de pendule

    Plan du scénario: À la dernière seconde, le code active l'espace
      Étant donné un code d'activation envoyé le <envoi>
      Et que l'on est le <instant>
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription

      Exemples:
        | cas                     | envoi              | instant               |
        | passage à l'heure d'été | 28/03/2026 à 16:00 | 30/03/2026 à 17:00:00 |
        | retour à l'heure d'hiver | 24/10/2026 à 16:00 | 26/10/2026 à 15:00:00 |

    Plan du scénario: Une seconde plus tard, le code est inopérant
      Étant donné un code d'activation envoyé le <envoi>
      Et que l'on est le <instant>
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "code périmé"

      Exemples:
        | cas                      | envoi              | instant               |
        | passage à l'heure d'été  | 28/03/2026 à 16:00 | 30/03/2026 à 17:00:01 |
        | retour à l'heure d'hiver | 24/10/2026 à 16:00 | 26/10/2026 à 15:00:01 |
