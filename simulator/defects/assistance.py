"""The help, and the assistance with its hours and its two channels."""

import re
from dataclasses import replace

from simulator.defects.changes import with_answer, with_page
from simulator.defects.model import Defect

_ELECTRONIC_FORM = re.compile(r"<li>le formulaire électronique.*?</li>", re.DOTALL)

DEFECTS = (
    Defect(
        "assistance-le-samedi",
        "R-5.001",
        "La page « Assistance » annonce aussi le samedi, l'aide non.",
        with_page("assistance", "du lundi au vendredi", "du lundi au samedi"),
    ),
    Defect(
        "assistance-un-seul-canal",
        "R-5.002",
        "L'aide ne donne plus que le téléphone : le formulaire électronique manque.",
        with_answer("help", lambda page: replace(page, html=_ELECTRONIC_FORM.sub("", page.html))),
    ),
    Defect(
        "assistance-ancien-numero",
        "R-5.003",
        "La page « Assistance » donne un ancien numéro de téléphone.",
        with_page("assistance", "810 006 882", "820 000 882"),
    ),
    Defect(
        "assistance-chemin-incomplet",
        "R-5.004",
        "Le chemin du formulaire électronique s'arrête à l'assistance informatique.",
        with_page("assistance", "&gt; Je contacte mon assistance par courriel", ""),
    ),
    Defect(
        "aide-sans-hors-espace",
        "R-1.010",
        "L'aide donne deux fois la fiche « DANS l'espace », jamais « HORS espace ».",
        with_page("help", "HORS espace professionnel", "DANS l'espace professionnel"),
    ),
    Defect(
        "portail-sans-fiches",
        "R-1.006",
        "La rubrique « Aide » de la page « Professionnel » a perdu la fiche sur les délégués.",
        with_page("professional_portal", "Désigner des délégués et consulter les délégations", ""),
    ),
)
