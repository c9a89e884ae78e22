"""The list of all defects, made from the catalogue: `python docs/defects_list.py` rewrites it."""

import tomllib
from itertools import groupby
from pathlib import Path

from simulator.defects import CATALOGUE, Defect

PAGE = Path(__file__).with_name("defauts.md")
_REGISTER = Path(__file__).parents[1] / "features" / "fiche.toml"
_THEMES = {
    "eligibility": "Qui peut créer un espace",
    "ways": "Les chemins entre les écrans",
    "procedure_choice": "Le choix de la procédure",
    "conditions": "Les conditions générales",
    "credentials": "Les identifiants",
    "addresses": "L'adresse électronique",
    "passwords": "Le mot de passe",
    "certified_address": "L'adresse d'un espace avec certificat",
    "certificate_option": "L'option pour l'accès sans certificat",
    "enrolment": "Le formulaire d'inscription",
    "obligatory": "Les informations obligatoires",
    "enrolment_values": "Les valeurs de l'inscription",
    "summary": "Le récapitulatif",
    "registration": "La pré-inscription",
    "preregistration": "La fin de la pré-inscription",
    "mail": "Le courriel",
    "codes": "Le code d'activation",
    "delay": "Le délai de 48 heures",
    "second_codes": "Le second code",
    "activation_ways": "L'accès à l'activation",
    "activation": "L'activation",
    "pending": "L'espace en attente d'activation",
    "confirmation": "La confirmation",
    "blocked_windows": "La nouvelle fenêtre et le bloqueur",
    "numbers": "Le numéro d'abonné et la date",
    "record": "Le formulaire sauvegardé",
    "first_access": "Le premier accès à l'espace",
    "space": "L'espace",
    "screens": "Les écrans",
    "assistance": "L'aide et l'assistance",
    "surroundings": "Autour de la procédure",
    "accessibility": "L'accessibilité, hors de la fiche",
}
_HEAD = """\
# Les défauts du simulateur

Cette page est faite du code : `make defects` la refait, un test la compare. Chaque défaut est une
faute qu'une vraie équipe pourrait laisser. Il enfreint un énoncé de la fiche (`R-`), une lecture
(`A-`) ou un choix (`U-`) ; quelques-uns, un critère du RGAA (`RGAA-`), que la fiche ne dit pas. Un
scénario qui porte ce qu'il enfreint le voit : `make detect` le vérifie.

Pour en mettre un en place dans le simulateur : `make serve ARGS="--defect delai-49h"` ; dans une
exécution des scénarios : `.venv/bin/pytest features --defect delai-49h`.
"""


def defects_list() -> str:
    """Return the page: a part for each theme, in the order of the procedure."""
    register = tomllib.loads(_REGISTER.read_text(encoding="utf-8"))["statement"]
    quotes = {statement["id"]: statement["quote"] for statement in register}
    order = list(_THEMES)
    defects = sorted(CATALOGUE.values(), key=lambda item: (order.index(item.theme), item.breaks))
    parts = [
        _part(_THEMES[theme], list(items), quotes)
        for theme, items in groupby(defects, key=lambda item: item.theme)
    ]
    return "\n".join([_HEAD, *parts])


def _part(title: str, defects: list[Defect], quotes: dict[str, str]) -> str:
    lines = [
        f"## {title}",
        "",
        "| défaut | ce qui ne va plus | énoncé enfreint |",
        "| --- | --- | --- |",
    ]
    lines += [
        f"| `{item.id}` | {item.sentence} | {item.breaks} : {_cell(quotes[item.breaks])} |"
        for item in defects
    ]
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    PAGE.write_text(defects_list(), encoding="utf-8")
