"""What keeps people from using the screens: by criteria of the RGAA, not of the fiche."""

import re
from dataclasses import replace
from functools import partial

from simulator.defects.changes import with_answer, with_page, with_pattern
from simulator.defects.model import Defect
from simulator.services import Page

_POLICY = "Content-Security-Policy"
_SUBMIT = re.compile(r'<button class="button button--main"[^>]*>')
_MOUSE_BUTTON = '<button class="button button--main" type="button">'
_MOUSE_SCRIPT = """
document.addEventListener("mousedown", ({ target }) => {
  if (target.matches(".button--main")) target.form.requestSubmit();
});"""


def _with_head(element: str, directive: str, page: Page) -> Page:
    """Add a style or a script to the page itself, which its policy then allows."""
    headers = tuple(
        (
            name,
            value.replace(directive, f"{directive} 'unsafe-inline'") if name == _POLICY else value,
        )
        for name, value in page.headers
    )
    return replace(page, headers=headers, html=page.html.replace("</head>", f"{element}</head>"))


def _styled(rule: str, page: Page) -> Page:
    return _with_head(f"<style>{rule}</style>", "style-src", page)


def _with_button_for_the_mouse(page: Page) -> Page:
    html, number = _SUBMIT.subn(_MOUSE_BUTTON, page.html)
    if not number:
        return page
    return _with_head(f"<script>{_MOUSE_SCRIPT}</script>", "script-src", replace(page, html=html))


DEFECTS = (
    Defect(
        "formulaire-note-pale",
        "RGAA-3.2",
        "« *Champs obligatoires » est écrit en gris pâle sur blanc.",
        with_answer("enrolment", partial(_styled, ".obligatory-note { color: #b4b4b4; }")),
    ),
    Defect(
        "fenetre-bloquee-conseil-pale",
        "RGAA-3.2",
        "Le conseil donné quand la fenêtre est bloquée est rose pâle sur rose.",
        with_answer("activation", partial(_styled, "#window-blocked { color: #d9a39e; }")),
    ),
    Defect(
        "acces-valider-a-la-souris",
        "RGAA-7.3",
        "Le « Valider » de l'accès à l'espace n'écoute que la souris : Entrée n'y fait rien.",
        with_answer("login", _with_button_for_the_mouse),
    ),
    Defect(
        "option-sans-langue",
        "RGAA-8.3",
        "L'accès sans certificat ne dit pas sa langue : il peut être lu à haute voix en anglais.",
        with_page("certificate_option", '<html lang="fr">', "<html>"),
    ),
    Defect(
        "espace-sans-titre",
        "RGAA-8.5",
        "La page de l'espace n'a pas de titre : rien ne la nomme parmi les onglets.",
        with_pattern("space", r"<title>.*?</title>", "<title></title>"),
    ),
    Defect(
        "identifiants-sans-contour",
        "RGAA-10.7",
        "Le contour qui montre où agit le clavier est effacé de l'écran des identifiants.",
        with_answer("credentials", partial(_styled, ":focus-visible { outline: none; }")),
    ),
    Defect(
        "aide-trop-large",
        "RGAA-10.11",
        "L'aide tient en 360 pixels, mais à 320 il faut défiler sur le côté pour la lire.",
        with_answer("help", partial(_styled, ".sheet { min-width: 310px; }")),
    ),
    Defect(
        "formulaire-case-sans-etiquette",
        "RGAA-11.1",
        "« Entreprise étrangère » est écrit à côté de sa case, sans en être l'étiquette.",
        with_pattern(
            "enrolment",
            r'<label class="field__label" for="is_foreign">(.*?)</label>',
            r'<span class="field__label">\1</span>',
        ),
    ),
)
