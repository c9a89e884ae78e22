# language: fr
Fonctionnalité: Les chemins de l'activation que l'écran et le courriel indiquent
  Qui ne suit pas aussitôt le lien de l'écran retrouve l'activation par l'un de ces deux chemins,
  marché ici pas à pas depuis la page d'accueil.

  Contexte:
    Étant donné un code d'activation reçu par l'usager

  @R-2.130 @A-02
  Règle: Le chemin écrit sur l'écran de fin de pré-inscription mène à l'activation

    Scénario: Par le pavé « Mon espace »
      Quand l'usager suit le chemin que l'écran a indiqué et saisit le code reçu
      Alors une nouvelle fenêtre confirme son inscription

  @R-2.155 @R-2.156 @R-2.157 @R-2.158 @R-2.159 @A-02
  Règle: Le chemin écrit dans le courriel mène à l'activation

    Scénario: Par « Professionnels » et « Créez mon Espace abonné »
      Quand l'usager suit le chemin que le courriel indique et saisit le code reçu
      Alors une nouvelle fenêtre confirme son inscription
