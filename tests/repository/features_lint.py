"""The charter of the features, rule by rule: pure functions from a project to its faults.

A rule's id is that of ``features/lint-exceptions.toml``; its faults are told in French, as those
who write features read them.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from fixtures.site.refusals import Refusals
from tests.repository.features_reading import (
    Feature,
    Project,
    Scenario,
    Step,
    texts_of,
    unquoted,
)
from tests.repository.fictitious_addresses import addresses_in, is_fictitious

MAX_STEPS = 8
"""Apart from the Contexte: the charter's « about six », and two for a form or a mail whose parts
only mean something together. A ninth step tells a second story."""

# What an outsider sees of a refusal, and what makes a scenario with one succeed all the same.
REFUSAL = re.compile(
    r"\b(refus|bloqu|rejet|interdi)|\bn'ouvr\w+ (aucun|rien|pas)\b|\b(plus|pas) accessible"
    r"|\brien ne (lui|leur) est\b|\bn'aboutit pas\b|\binopérant|\bn'est pas (créé|activé|ouvert)"
)
SUCCESS = re.compile(
    r"\bconfirme(nt)? (l'|son |leurs )inscriptions?\b|\bouvrent? (son|un) espace\b"
)
NO_MAIL = re.compile(r"\baucun (autre )?courriel\b")
MAIL = re.compile(
    r"\bun (seul |autre |second )?courriel (\w+ )?(parvient|est envoyé)|\breçoi\w+ .*\bcourriel"
    r"|\bn'a envoyé qu(e ce|'un seul) courriel|^ce courriel\b"
)
# What the simulator says when it refuses, sentence by sentence; the guide quotes none of it.
CHOSEN = re.compile(
    "|".join(
        re.sub(r"\\\{\w+\\\}", ".+", re.escape(sentence))
        for text in Refusals().sentences()
        for sentence in re.split(r"(?<=\.) ", text)
    )
)
# « page » is no widget: the fiche itself says « page d'accueil ».
WIDGET = re.compile(
    r"\b(champs?|boutons?|cases?|(dé)?coch\w+|cliqu\w+|clics?|liens?|listes? déroulantes?"
    r"|menus?|onglets?|zones? de saisie|icônes?|info-?bulles?|urls?|https?|sélecteurs?)\b",
    re.IGNORECASE,
)
HEADINGS = (
    "fonctionnalite",
    "contexte",
    "regle",
    "scenario",
    "plan du scenario",
    "exemple",
    "exemples",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What breaks a rule; ``title``: of the scenario or Règle, or the tag, address or step."""

    file: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Excused:
    """An exception to a rule, named one by one with its reason."""

    rule: str
    file: str
    title: str
    reason: str


def readable(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        if feature.error:
            yield Fault(feature.path, "", f"Gherkin refuse ce fichier : {feature.error}")
        elif not feature.scenarios:
            yield Fault(feature.path, "", "aucun scénario")


def unique_titles(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        titles = Counter(
            node["name"] for kind, node in feature.blocks() if kind in {"rule", "scenario"}
        )
        for title, times in titles.items():
            if times > 1 or not title:
                yield Fault(feature.path, title, f"titre porté {times} fois dans le fichier")


def tag_in_register(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        for tag in sorted(feature.tags):
            if tag not in project.register:
                yield Fault(feature.path, tag, "cette étiquette n'est pas au registre")
            elif not project.register[tag]:
                yield Fault(feature.path, tag, "cet énoncé n'est pas automatisé, dit le registre")


def statement_tagged(project: Project) -> Iterator[Fault]:
    tagged = {
        tag for feature in project.features for item in feature.scenarios for tag in item.tags
    }
    for statement, is_automated in project.register.items():
        if is_automated and statement not in tagged:
            yield Fault("features/fiche.toml", statement, "aucun scénario ne porte cet énoncé")


def rule_tagged(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        for kind, node in feature.blocks():
            if kind == "rule" and not node["tags"]:
                yield Fault(feature.path, node["name"], "cette Règle ne dit pas ce qu'elle prouve")
        for scenario in feature.scenarios:
            if not scenario.rule and not scenario.tags:
                yield Fault(feature.path, scenario.title, "ce scénario ne dit pas ce qu'il prouve")


def one_when(project: Project) -> Iterator[Fault]:
    for feature, scenario in _scenarios(project):
        acts = sum(step.type == "when" for step in (*scenario.background, *scenario.steps))
        if acts != 1:
            yield Fault(feature.path, scenario.title, f"{acts} « Quand », au lieu d'un seul")


def in_order(project: Project) -> Iterator[Fault]:
    for feature, scenario in _scenarios(project):
        initials = "".join(step.type[0] for step in (*scenario.background, *scenario.steps))
        if not re.fullmatch("g*w+t+", initials):
            sentence = "les étapes ne vont pas de « Étant donné » par « Quand » à « Alors »"
            yield Fault(feature.path, scenario.title, sentence)


def short(project: Project) -> Iterator[Fault]:
    for feature, scenario in _scenarios(project):
        if len(scenario.steps) > MAX_STEPS:
            sentence = f"{len(scenario.steps)} étapes hors Contexte, plus de {MAX_STEPS}"
            yield Fault(feature.path, scenario.title, sentence)


def refusal_neighbour(project: Project) -> Iterator[Fault]:
    """In its Règle a refusal has any scenario that succeeds; outside, one with the same act."""
    for feature in project.features:
        succeeding = [item for item in feature.scenarios if not _is_refused(item)]
        for scenario in feature.scenarios:
            is_accompanied = any(
                (item.rule and item.rule == scenario.rule) or _act(item) == _act(scenario)
                for item in succeeding
            )
            if _is_refused(scenario) and not is_accompanied:
                sentence = "ce refus n'a pas de voisin qui aboutit, par le même acte ou sa Règle"
                yield Fault(feature.path, scenario.title, sentence)


def mail_neighbour(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        is_mail_received = any(_shows(item, MAIL) for item in feature.scenarios)
        for scenario in feature.scenarios:
            if _shows(scenario, NO_MAIL) and not is_mail_received:
                sentence = "« aucun courriel », sans voisin dans le fichier qui en reçoit un"
                yield Fault(feature.path, scenario.title, sentence)


def no_widget(project: Project) -> Iterator[Fault]:
    """Words in quotes are the site's own; a mail has no widget, so its links are what it says."""
    for feature, scenario in _scenarios(project):
        if feature.path.startswith("features/ecrans/"):
            continue
        for text in dict.fromkeys(unquoted(step.text) for step in scenario.played):
            if "courriel" not in text and (found := WIDGET.search(text)):
                sentence = f"« {found[0]} » est un mot d'écran : « {text.strip()} »"
                yield Fault(feature.path, scenario.title, sentence)


def choice_apart(project: Project) -> Iterator[Fault]:
    """A scenario of the guide asserts nothing that is only our choice: not our own sentences."""
    for feature in project.features:
        of_guide = {
            item.title for item in feature.scenarios if any(tag[:2] == "R-" for tag in item.tags)
        }
        for kind, node in feature.blocks():
            if kind == "scenario" and node["name"] in of_guide:
                for found in filter(None, map(CHOSEN.search, texts_of(node))):
                    sentence = f"« {found[0]} » n'est qu'un choix : un motif le dit, ou un scénario"
                    yield Fault(feature.path, node["name"], f"{sentence} sans énoncé de la fiche")


def reserved_domain(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        found = (address for text in feature.texts for address in addresses_in(text))
        for address in dict.fromkeys(found):
            if not is_fictitious(address):
                yield Fault(feature.path, address, "ce domaine n'est pas réservé aux exemples")


def real_keyword(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        for kind, node in feature.blocks():
            is_prose = kind in {"feature", "rule"}
            for line in node["description"].splitlines():
                if line.strip() and (not is_prose or _is_like_keyword(line)):
                    yield Fault(feature.path, node["name"], f"mot-clé inconnu : {line.strip()}")
        for scenario in feature.scenarios:
            for step in (*scenario.background, *scenario.steps):
                if re.match(r"que\b|qu['’]", step.text):
                    sentence = f"ce mot-clé n'existe pas avec « que » : … {step.text}"
                    yield Fault(feature.path, scenario.title, sentence)


def case_column(project: Project) -> Iterator[Fault]:
    for feature, scenario in _scenarios(project):
        cases: list[str] = []
        for table in scenario.examples:
            header = table.get("tableHeader", {"cells": [{"value": ""}]})
            if header["cells"][0]["value"] != "cas":
                yield Fault(feature.path, scenario.title, "la première colonne n'est pas « cas »")
            cases += [row["cells"][0]["value"] for row in table.get("tableBody", ())]
        if "" in cases or len(set(cases)) < len(cases):
            sentence = "un exemple ne dit pas ce qui le distingue (« cas » vide ou répété)"
            yield Fault(feature.path, scenario.title, sentence)


def language_first(project: Project) -> Iterator[Fault]:
    for feature in project.features:
        if feature.text.partition("\n")[0] != "# language: fr":
            yield Fault(feature.path, "", "la première ligne n'est pas « # language: fr »")


def one_definition(project: Project) -> Iterator[Fault]:
    @cache
    def definitions_of(step: Step) -> list[str]:
        return [
            f"{item.file}, {item.function}"
            for item in project.definitions
            if item.type in {step.type, None} and item.matches(step.text)
        ]

    for feature, scenario in _scenarios(project):
        for step in dict.fromkeys(scenario.played):
            found = definitions_of(step)
            if not found:
                yield Fault(feature.path, scenario.title, f"étape non définie : {step.text}")
            if len(found) > 1:
                sentence = f"étape ambiguë : {step.text} ({' ; '.join(found)})"
                yield Fault(feature.path, scenario.title, sentence)


def definition_used(project: Project) -> Iterator[Fault]:
    played = {step for _, scenario in _scenarios(project) for step in scenario.played}
    for item in project.definitions:
        texts = (step.text for step in played if item.type in {step.type, None})
        if not any(item.matches(text) for text in texts):
            yield Fault(item.file, item.text, f"aucun scénario n'emploie l'étape {item.function}")


RULES: dict[str, Callable[[Project], Iterable[Fault]]] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        readable,
        language_first,
        real_keyword,
        unique_titles,
        tag_in_register,
        statement_tagged,
        rule_tagged,
        one_when,
        in_order,
        short,
        refusal_neighbour,
        mail_neighbour,
        no_widget,
        choice_apart,
        reserved_domain,
        case_column,
        one_definition,
        definition_used,
    )
}


def read_exceptions(text: str) -> tuple[Excused, ...]:
    """Read ``lint-exceptions.toml``; a key too many or too few is a TypeError."""
    return tuple(Excused(**table) for table in tomllib.loads(text).get("exception", ()))


def _scenarios(project: Project) -> Iterator[tuple[Feature, Scenario]]:
    for feature in project.features:
        for scenario in feature.scenarios:
            yield feature, scenario


def _is_refused(scenario: Scenario) -> bool:
    return _shows(scenario, REFUSAL) and not _shows(scenario, SUCCESS)


def _shows(scenario: Scenario, pattern: re.Pattern[str]) -> bool:
    outcomes = (step.text for step in scenario.played if step.type == "then")
    return any(pattern.search(unquoted(text)) for text in outcomes)


def _act(scenario: Scenario) -> list[str]:
    return [unquoted(step.text) for step in scenario.steps if step.type == "when"]


def _is_like_keyword(line: str) -> bool:
    folded = unicodedata.normalize("NFKD", line.strip().lower())
    plain = folded.encode("ascii", "ignore").decode()
    heading = re.match(r"([a-z' ]{2,24}?)\s*:", plain)
    if heading and get_close_matches(heading[1], HEADINGS, cutoff=0.8):
        return True
    return bool(get_close_matches(" ".join(plain.split()[:2]), ["etant donne"], cutoff=0.8))
