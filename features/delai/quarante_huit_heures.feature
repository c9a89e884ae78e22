# language: fr
Fonctionnalité: Le délai de 48 heures pour activer son espace
  L'inscription est confirmée à 9 heures, mais le courriel ne part qu'à 11 heures : on voit ainsi de
  quand le délai est compté. L'horloge du site, arrêtée, est celle que l'on déplace.

  Contexte:
    Étant donné une inscription confirmée le 10/06/2026 à 09:00, dont le courriel est retenu
    Et ce courriel envoyé le 10/06/2026 à 11:00

  @R-2.135 @R-2.136 @R-2.137 @R-2.145 @A-08
  Règle: Le code d'activation vaut 48 heures, comptées de son envoi et non de la confirmation

    Plan du scénario: Jusqu'à 48 heures après l'envoi, le code active l'espace
      Étant donné que <délai> se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription

      Exemples:
        | cas                                  | délai            |
        | une seconde avant la fin             | 47 h 59 min 59 s |
        | à la fin, quarante-huit heures juste | 48 h 00 min 00 s |

    @U-48
    Scénario: Une seconde après, le code est inopérant
      Étant donné que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "code périmé"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

  @R-2.150 @R-2.160
  Règle: Le courriel annonce le délai et porte la date qui le fait courir

    Scénario: Le courriel retenu est daté de son envoi
      Quand l'usager relève son courrier
      Alors ce courriel est daté du 10/06/2026 à 11:00
      Et ce courriel annonce "Vous disposez d'un délai de 48h pour activer votre espace abonné à compter de l'envoi de ce message."
