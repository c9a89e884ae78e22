"""The 1st step: the general conditions."""

from collections.abc import Mapping
from dataclasses import replace

from simulator.defects.changes import all_of, with_form, with_page, with_registry, with_wording
from simulator.defects.model import Defect
from simulator.domain.values.faults import Fault
from simulator.wording import Wording


def _without_tick(typed: Mapping[str, str]) -> Mapping[str, str]:
    return {name: text for name, text in typed.items() if name != "are_accepted"}


DEFECTS = (
    Defect(
        "conditions-message-d-un-champ",
        "U-02",
        "Sans acceptation, le refus est celui d'un champ vide, sans dire qu'il faut accepter.",
        with_wording(faults={Fault.CONDITIONS_NOT_ACCEPTED: Wording().faults[Fault.REQUIRED]}),
    ),
    Defect(
        "demande-d-un-autre-ouverte",
        "U-36",
        "Qui connaît l'adresse d'une étape entre dans la demande d'un autre usager.",
        all_of(
            with_registry("wizard", lambda sound, wizard_id, _: sound(wizard_id, "")),
            with_registry("save_wizard", lambda sound, wizard: sound(replace(wizard, session=""))),
        ),
    ),
    Defect(
        "conditions-etapes-en-desordre",
        "R-2.013",
        "Les étapes annoncent le formulaire avant les identifiants.",
        with_page(
            "conditions",
            "créer vos identifiants</li> <li>3ème étape : remplir le formulaire d'inscription",
            "remplir le formulaire d'inscription</li> <li>3ème étape&nbsp;: créer vos identifiants",
        ),
    ),
    Defect(
        "conditions-sans-4e-etape",
        "R-2.015",
        "La liste des étapes s'arrête au formulaire, sans annoncer l'activation.",
        with_page("conditions", "<li>4ème étape : activer votre espace abonné</li>", ""),
    ),
    Defect(
        "conditions-note-au-pluriel",
        "R-2.018",
        "La note « *Champs obligatoires » du formulaire sert aussi à la case unique.",
        with_page("conditions", "*Champ obligatoire", "*Champs obligatoires"),
    ),
    Defect(
        "conditions-case-non-lue",
        "R-2.022",
        "La case cochée n'est pas prise en compte : « Valider » refuse toujours.",
        with_form("conditions", _without_tick),
    ),
    Defect(
        "conditions-sans-acceptation",
        "R-2.019",
        "La 1ère étape se franchit sans cocher la case.",
        with_form("conditions", lambda typed: {**typed, "are_accepted": "y"}),
    ),
    Defect(
        "conditions-cochees-d-avance",
        "R-2.020",
        "La case d'acceptation est cochée d'avance.",
        with_page("conditions", 'type="checkbox"', 'type="checkbox" checked'),
    ),
    Defect(
        "creation-d-un-compte",
        "R-2.014",
        "La 1ère étape s'intitule « Création de votre compte », un mot d'une version antérieure.",
        with_page("conditions", "Création de votre espace abonné", "Création de votre compte"),
    ),
    Defect(
        "premiere-etape-a-l-infinitif",
        "R-2.016",
        "La 1ère étape a le titre de l'annonce, « accepter », et non celui de l'écran.",
        with_page("conditions", "1ère étape : acceptez les", "1ère étape : accepter les"),
    ),
    Defect(
        "conditions-d-utilisation",
        "R-2.021",
        "Le lien vers le texte s'appelle « Conditions d'utilisation ».",
        with_page("conditions", "Lire les conditions générales", "Conditions d'utilisation"),
    ),
    Defect(
        "conditions-prises-pour-les-vraies",
        "A-16",
        "Le texte des conditions générales ne dit plus qu'il est factice.",
        with_page("terms", "Texte factice du simulateur.", ""),
    ),
)
