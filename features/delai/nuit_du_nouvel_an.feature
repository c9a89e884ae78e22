# language: fr
Fonctionnalité: L'activation la nuit du Nouvel An
  L'inscription est datée du jour où l'espace est activé, à l'heure de Paris, et le numéro d'abonné
  commence par la même année.

  @U-73 @A-22 @A-24
  Règle: La date et le numéro sont ceux de l'année commencée à Paris

    Plan du scénario: L'année change à minuit, heure de Paris
      Étant donné un code d'activation envoyé le 31/12/2026 à 20:00
      Et que l'on est le <instant>
      Quand l'usager active son espace avec le code reçu
      Alors l'inscription est confirmée du "<jour>", sous un numéro de l'année <année>

      Exemples:
        | cas                                          | instant               | jour             | année |
        | une seconde avant minuit                     | 31/12/2026 à 23:59:59 | 31 décembre 2026 | 2026  |
        | minuit et demi, le 31 encore en temps universel | 01/01/2027 à 00:30:00 | 1er janvier 2027 | 2027  |
