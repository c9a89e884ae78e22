"""What surrounds the procedure: the help, the pages out of scope, the requests themselves."""

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.defects.changes import all_of, with_answer, with_form, with_page, with_pattern
from simulator.defects.model import Change, Defect

if TYPE_CHECKING:
    from simulator.services import Page


def _with_the_password(page: "Page") -> "Page":
    headers = tuple(
        (name, f"{value}?motdepasse={page.typed.get('password')}" if name == "Location" else value)
        for name, value in page.headers
    )
    return replace(page, headers=headers)


def _first_line(typed: str) -> str:
    return typed.partition("\n")[0].rstrip("\r")


def _leaving_for_professionals(screen: str) -> Change:
    return with_pattern(screen, r'/(?:creation/[^"/]+/[^"]*)?">Quitter', '/professionnels">Quitter')


DEFECTS = (
    Defect(
        "aide-sans-consulter-les-delegations",
        "R-3.037",
        "L'aide abrège le nom de la fiche sur les délégués, qu'on ne retrouve plus sous ce nom.",
        with_page(
            "help", "Désigner des délégués et consulter les délégations", "Désigner des délégués"
        ),
    ),
    Defect(
        "confirmation-sans-aide",
        "A-35",
        "La fenêtre de la confirmation n'a pas « AIDE », que les autres écrans ont en tête.",
        with_pattern("confirmation", '<a class="help-link".*?</a>', ""),
    ),
    Defect(
        "accueil-sans-documentation",
        "A-34",
        "La navigation de la page d'accueil, refaite d'après une seule image, n'a plus "
        "« Documentation ».",
        with_pattern("home", "<li><a [^>]*>Documentation</a></li>", ""),
    ),
    Defect(
        "aide-dite-fermee",
        "U-90",
        "L'aide dit l'assistance fermée, à quelque heure que ce soit.",
        with_page("help", "est joignable de", "est fermée pour le moment ; elle est joignable de"),
    ),
    Defect(
        "quitter-mene-aux-professionnels",
        "U-54",
        "Avant toute saisie, « Quitter » mène à « Professionnels », et non à l'accueil.",
        all_of(*map(_leaving_for_professionals, ("procedure_choice", "conditions"))),
    ),
    Defect(
        "hors-perimetre-en-travaux",
        "U-58",
        "Ce que la fiche ne suit pas mène à une page en travaux, qui ne dit pas où l'on est.",
        with_page("out_of_scope", "Hors du périmètre du simulateur</h1>", "Page en travaux</h1>"),
    ),
    Defect(
        "mot-de-passe-dans-l-adresse",
        "U-75",
        "Le mot de passe choisi passe par l'adresse de la page suivante.",
        with_answer("credentials", _with_the_password),
    ),
    Defect(
        "adresse-jugee-a-sa-premiere-ligne",
        "U-76",
        "D'une adresse de plusieurs lignes, seule la première est jugée.",
        with_form(
            "credentials", lambda typed: {name: _first_line(text) for name, text in typed.items()}
        ),
    ),
)
