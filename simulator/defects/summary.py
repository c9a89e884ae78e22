"""The summary, its lines and the way back from it."""

from collections.abc import Callable
from dataclasses import replace

from simulator.defects.changes import with_method, with_page, with_registry, with_service
from simulator.defects.model import Change, Defect
from simulator.domain.values.enrolment import EnrolmentEntry

Line = tuple[str, str]


def _with_lines(faulty: Callable[[Line], list[Line]]) -> Change:
    """Show other lines in the place of each: none, one or several."""
    return with_service(
        "recap_sections",
        lambda sound, *arguments: [
            (title, [other for line in lines for other in faulty(line)])
            for title, lines in sound(*arguments)
        ],
    )


def _with_value(label: str, faulty: Callable[[str], str]) -> Change:
    """Show another value after a label."""
    return _with_lines(lambda line: [(label, faulty(line[1])) if line[0] == label else line])


def _without(label: str) -> Change:
    """Leave a line out where its value is empty."""
    return _with_lines(lambda line: [line] if line[0] != label or line[1] else [])


DEFECTS = (
    Defect(
        "recapitulatif-dans-un-autre-ordre",
        "R-2.104",
        "Le récapitulatif montre le contact avant l'entreprise.",
        with_service(
            "recap_sections",
            lambda sound, *arguments: [sound(*arguments)[rank] for rank in (0, 2, 1, 3)],
        ),
    ),
    Defect(
        "recapitulatif-sans-ligne-vide",
        "R-2.105",
        "Le code postal disparaît du récapitulatif quand il n'est pas rempli.",
        _without("Code postal :"),
    ),
    Defect(
        "recapitulatif-siren-de-l-exemple",
        "R-2.086",
        "Le récapitulatif montre le SIREN de l'exemple de la fiche, au lieu de celui de l'usager.",
        _with_value("S.I.R.E.N. ou équivalent :", lambda _: "987 654 321"),
    ),
    Defect(
        "recapitulatif-siren-d-un-bloc",
        "R-2.106",
        "Le récapitulatif montre le SIREN d'un seul bloc.",
        _with_value("S.I.R.E.N. ou équivalent :", lambda text: "".join(text.split())),
    ),
    Defect(
        "recapitulatif-faux-pour-non",
        "R-2.107",
        "Le récapitulatif dit « false » pour une entreprise qui n'est pas étrangère.",
        _with_value("Entreprise étrangère :", lambda text: "true" if text == "oui" else "false"),
    ),
    Defect(
        "raison-sociale-de-l-exemple",
        "R-2.108",
        "Tout SIREN connu donne la raison sociale de l'exemple de la fiche.",
        with_method("companies", "name_of", lambda sound, siren: sound(siren) and "SARLALERIS"),
    ),
    Defect(
        "raison-sociale-sans-recours",
        "R-2.109",
        "Le récapitulatif ne dit plus à qui s'adresser si la raison sociale est erronée.",
        with_page(
            "summary",
            "prendre contact avec votre Service des Impôts des Entreprises",
            "le signaler",
        ),
    ),
    Defect(
        "recapitulatif-telephone-d-un-bloc",
        "R-2.110",
        "Le récapitulatif montre le numéro de téléphone d'un seul bloc.",
        _with_value("Numéro de téléphone :", lambda text: "".join(text.split())),
    ),
    Defect(
        "recapitulatif-adresse-coupee",
        "R-2.111",
        "Le récapitulatif coupe l'adresse électronique à 20 caractères.",
        _with_value("Adresse électronique :", lambda text: text[:20]),
    ),
    Defect(
        "recapitulatif-reponse-masquee",
        "R-2.113",
        "Le récapitulatif remplace la réponse de confiance par des étoiles.",
        _with_value("Réponse :", lambda text: "*" * len(text)),
    ),
    Defect(
        "recapitulatif-mot-de-passe-masque",
        "R-2.114",
        "Le récapitulatif a une ligne pour le mot de passe, masqué par des étoiles.",
        _with_lines(
            lambda line: (
                [line, ("Mot de passe :", "********")]
                if line[0] == "Adresse électronique :"
                else [line]
            )
        ),
    ),
    Defect(
        "recapitulatif-case-a-cocher",
        "R-2.116",
        "Le récapitulatif demande de cocher une case avant « Confirmer ».",
        with_page(
            "summary",
            '<div class="buttons">',
            '<p><label><input type="checkbox" name="is_sure"> Je confirme</label></p>'
            '<div class="buttons">',
        ),
    ),
    Defect(
        "retour-perd-la-saisie",
        "R-2.115",
        "Revenu du récapitulatif au formulaire, l'usager le retrouve vide.",
        with_registry(
            "save_wizard",
            lambda sound, wizard: sound(
                replace(wizard, entry=EnrolmentEntry()) if wizard.enrolment else wizard
            ),
        ),
    ),
    Defect(
        "ville-en-minuscules",
        "R-2.112",
        "Le récapitulatif écrit la ville à sa façon, et non comme elle a été saisie.",
        with_page("summary", "PARIS", "Paris"),
    ),
)
