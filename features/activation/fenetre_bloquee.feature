# language: fr
Fonctionnalité: L'activation quand le navigateur bloque les fenêtres
  La confirmation s'affiche dans une nouvelle fenêtre. Un navigateur qui bloque les « fenêtres
  publicitaires intempestives » l'empêche pour de bon : ici, c'est le bloqueur du navigateur lui-même
  qui est en service. Il n'arrête pas la fenêtre qu'un site ouvre dans le clic même : d'un tel site, rien
  de ce qui suit ne se vérifie.

  Contexte:
    Étant donné un code d'activation reçu par l'usager

  Règle: Le bloqueur du navigateur est réellement en service

    Plan du scénario: Seul un site autorisé ouvre une fenêtre que personne n'a demandée
      Étant donné un navigateur qui bloque les fenêtres, sauf celles de "<site autorisé>"
      Quand l'usager consulte une page du site qui ouvre d'elle-même une fenêtre
      Alors cette page constate : "<constat>"

      Exemples:
        | cas                            | site autorisé    | constat         |
        | le site n'est pas celui permis | *.example.org    | fenêtre bloquée |
        | le site est celui permis       | *.impots.gouv.fr | fenêtre ouverte |

  @R-3.015 @R-3.016 @R-3.020 @A-07
  Règle: Si la fenêtre est bloquée, la création de l'espace n'aboutit pas

    Scénario: Le navigateur bloque toutes les fenêtres
      Étant donné un navigateur qui bloque toutes les fenêtres
      Quand l'usager active son espace avec le code reçu, ses fenêtres bloquées
      Alors le site conseille "veuillez vérifier si l'option "Bloquer les fenêtres publicitaires intempestives" de votre navigateur internet est activée"
      Et le site conseille "contactez l'assistance"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace
      Et le site n'a envoyé qu'un seul courriel

    @R-3.017
    Scénario: Le navigateur n'autorise que les fenêtres d'un autre site
      Étant donné un navigateur qui bloque les fenêtres, sauf celles de "*.example.org"
      Quand l'usager active son espace avec le code reçu, ses fenêtres bloquées
      Alors le site conseille "vous devez ajouter le site internet de l'administration fiscale (chaîne de caractères " *.impots.gouv.fr ") dans la liste des sites autorisés"
      Et aucune autre fenêtre ne s'est ouverte
      Et ses identifiants n'ouvrent aucun espace

  @R-3.017 @R-3.018 @A-07 @A-41
  Règle: Le site autorisé, le même code active l'espace dans un navigateur rouvert

    Scénario: L'activation bloquée aboutit dans un navigateur rouvert qui autorise le site
      Étant donné une activation bloquée par un navigateur, refermé depuis
      Et un navigateur qui bloque les fenêtres, sauf celles de "*.impots.gouv.fr"
      Quand l'usager active son espace avec le code reçu
      Alors une nouvelle fenêtre confirme son inscription
      Et ses identifiants ouvrent son espace

  @R-3.019
  Règle: Une activation bloquée ne prolonge pas le délai de 48 heures

    Scénario: Passé le délai, le code d'une activation bloquée est inopérant
      Étant donné une activation bloquée par un navigateur, refermé depuis
      Et que 48 h 00 min 01 s se sont écoulées depuis l'envoi
      Quand l'usager active son espace avec le code reçu
      Alors l'activation est refusée pour le motif "code périmé"
