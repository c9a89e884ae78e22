# language: fr
Fonctionnalité: L'adresse électronique de l'inscription
  C'est celle de l'étape précédente, et il faut y revenir pour la modifier.

  @R-2.091
  Règle: À cette étape, l'adresse ne se modifie pas

    Scénario: Une autre adresse, glissée parmi les valeurs envoyées, reste sans effet
      Étant donné l'usager parvenu au formulaire d'inscription avec l'adresse "contact@cabinet.example"
      Quand l'usager valide son inscription en y glissant l'adresse "autre@cabinet.example", sans passer par le navigateur
      Alors le récapitulatif montre entre autres ces lignes :
        | Adresse électronique : | contact@cabinet.example |

  @R-2.092
  Règle: L'adresse se modifie à l'étape précédente

    Scénario: Revenu à l'étape précédente, l'usager y donne une autre adresse
      Étant donné l'usager parvenu au formulaire d'inscription avec l'adresse "contact@cabinet.example"
      Quand l'usager revient à l'étape précédente et y choisit l'adresse "autre@cabinet.example"
      Alors le formulaire d'inscription reprend l'adresse "autre@cabinet.example"

    Scénario: Le code ne va qu'à l'adresse donnée en dernier
      Étant donné l'usager parvenu au formulaire d'inscription avec l'adresse "contact@cabinet.example"
      Et son inscription récapitulée après être revenu choisir l'adresse "autre@cabinet.example"
      Quand l'usager confirme son inscription
      Alors le site annonce "vérifiez que l'adresse que vous avez saisie (autre@cabinet.example) est correcte"
      Et un courriel parvient à la seule adresse "autre@cabinet.example"
      Et le site n'a envoyé que ce courriel

  @U-32
  Règle: Revenir à l'étape précédente garde ce qui a été saisi

    Scénario: Une autre adresse donnée, le nom saisi sans valider est encore là
      Étant donné l'usager parvenu au formulaire d'inscription avec l'adresse "contact@cabinet.example"
      Et l'usager qui y a saisi le nom "Rosemonde", sans valider
      Quand l'usager revient à l'étape précédente et y choisit l'adresse "autre@cabinet.example"
      Alors l'inscription reprend entre autres ces valeurs :
        | Nom | Rosemonde |
