"""The charter of the features holds, and each of its rules can be broken."""

import importlib
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repository.features_lint import (
    REFUSAL,
    RULES,
    Excused,
    Fault,
    read_exceptions,
)
from tests.repository.features_reading import (
    Definition,
    Project,
    defined_steps,
    read_feature,
    unquoted,
)
from tests.repository.fictitious_addresses import SAMPLE_ADDRESS

ROOT = Path(__file__).parents[2]
EXCEPTIONS = read_exceptions((ROOT / "features" / "lint-exceptions.toml").read_text("utf-8"))
MODULES = sorted(path.stem for path in ROOT.glob("steps/[!_]*.py"))


@pytest.fixture(scope="module")
def project() -> Project:
    for module in MODULES:
        importlib.import_module(f"steps.{module}")
    register = tomllib.loads((ROOT / "features" / "fiche.toml").read_text("utf-8"))["statement"]
    return Project(
        features=tuple(
            read_feature(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
            for path in sorted(ROOT.glob("features/**/*.feature"))
        ),
        register={item["id"]: item["verified"] == "automated" for item in register},
        definitions=defined_steps("steps"),
    )


def told(faults: list[Fault]) -> str:
    return "\n".join(f"{item.file}, « {item.title} » : {item.sentence}" for item in faults)


# --- The features as they are --------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES)
def test_the_features_obey(rule: str, project: Project) -> None:
    excused = {(item.file, item.title) for item in EXCEPTIONS if item.rule == rule}
    faults = [item for item in RULES[rule](project) if (item.file, item.title) not in excused]
    assert not faults, told(faults)


def test_every_exception_excuses_something(project: Project) -> None:
    assert {item.rule for item in EXCEPTIONS} <= set(RULES)
    faults = {
        (rule, item.file, item.title) for rule, judge in RULES.items() for item in judge(project)
    }
    idle = [item for item in EXCEPTIONS if (item.rule, item.file, item.title) not in faults]
    assert idle == []


def test_every_exception_is_named_once_and_says_why() -> None:
    assert [item for item in EXCEPTIONS if not item.reason.strip()] == []
    names = [(item.rule, item.file, item.title) for item in EXCEPTIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_of_steps_is_part_of_a_run(
    module: str, pytestconfig: pytest.Config, project: Project
) -> None:
    assert pytestconfig.pluginmanager.has_plugin(f"steps.{module}")
    assert any(item.file == f"steps/{module}.py" for item in project.definitions)


def test_the_words_of_a_refusal_are_those_of_the_steps(project: Project) -> None:
    """A step whose function says that something is refused is a refusal for the lint too."""
    refusals = [
        item
        for item in project.definitions
        if item.type == "then"
        and re.search(r"refus|block|reject|opens?_no_|nothing_is", item.function)
    ]
    assert refusals
    assert [item.text for item in refusals if not REFUSAL.search(unquoted(item.text))] == []


# --- Each rule broken ----------------------------------------------------------------------------

TRIO = "Étant donné une personne\nQuand elle signe\nAlors l'accord est conclu\n"
REFUSED = "Scénario: Refus\nQuand elle signe\nAlors l'accord est refusé\n"
NO_MAIL = "Scénario: Muet\nQuand elle signe\nAlors aucun courriel n'est envoyé\n"
OURS = "Le champ « Nom » est obligatoire."
LONG = "Scénario: Long\nQuand elle signe\nAlors l'accord est conclu\n" + "Et il est lu\n" * 7
GREEN = (
    "@R-1.001\nRègle: La règle\nScénario: Bon\n" + TRIO + REFUSED + NO_MAIL
    + 'Scénario: Courrier\nQuand elle signe\nAlors un courriel parvient à "a@b.example"\n'
)  # fmt: skip


def outline(*rows: str) -> str:
    table = "".join(f"| {row} |\n" for row in rows)
    return (
        "Plan du scénario: Plan\nQuand elle signe <quoi>\nAlors l'accord est conclu\n"
        f"Exemples:\n{table}"
    )


def defined(*texts: str) -> tuple[Definition, ...]:
    return tuple(
        Definition("steps/a.py", f"step_{number}", None, text, re.compile(text).fullmatch)
        for number, text in enumerate(texts)
    )


def planted(
    scenarios: str,
    *,
    head: str = "# language: fr\nFonctionnalité: F\n",
    path: str = "features/a/a.feature",
    definitions: tuple[Definition, ...] = defined(".*"),
) -> Project:
    return Project(
        features=(read_feature(path, head + scenarios),),
        register={"R-1.001": True, "R-1.005": False},
        definitions=definitions,
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_feature_that_keeps_the_charter_is_green(rule: str) -> None:
    assert list(RULES[rule](planted(GREEN))) == []


@pytest.mark.parametrize(
    "rule, scenarios, title",
    [
        ("readable", GREEN + "Alor elle part\n", ""),
        ("readable", "@R-1.001\nRègle: Rien\n", ""),
        ("unique-titles", GREEN + "Scénario: Bon\n" + TRIO, "Bon"),
        ("unique-titles", GREEN + "Règle: Autre\nScénario: Bon\n" + TRIO, "Bon"),
        ("unique-titles", GREEN + "Scénario:\n" + TRIO, ""),
        ("tag-in-register", GREEN.replace("1.001", "1.010"), "R-1.010"),
        ("tag-in-register", GREEN.replace("1.001", "1.005"), "R-1.005"),
        ("tag-in-register", GREEN.replace("@R-1.001", "@R-1.001 @lent"), "lent"),
        ("statement-tagged", GREEN.replace("@R-1.001", ""), "R-1.001"),
        ("rule-tagged", GREEN + "Règle: Nue\n@R-1.001\nScénario: S\n" + TRIO, "Nue"),
        ("rule-tagged", "Scénario: Seul\n" + TRIO + GREEN, "Seul"),
        ("one-when", GREEN + "Scénario: Deux\n" + TRIO + "Quand elle part\n", "Deux"),
        ("one-when", GREEN + "Scénario: Deux\nQuand elle signe\nEt elle part\n", "Deux"),
        ("one-when", GREEN + "Scénario: Aucun\nÉtant donné une personne\n", "Aucun"),
        ("one-when", GREEN + "Scénario: Vide\n", "Vide"),
        ("one-when", "Contexte:\nQuand elle part\n" + GREEN, "Bon"),
        ("in-order", GREEN + "Scénario: Sans fin\nQuand elle signe\n", "Sans fin"),
        ("in-order", GREEN + "Scénario: Envers\nAlors il signe\nQuand elle part\n", "Envers"),
        ("short", GREEN + LONG, "Long"),
        ("refusal-neighbour", "Scénario: A\nQuand il part\nAlors il sort\n" + REFUSED, "Refus"),
        ("refusal-neighbour", REFUSED, "Refus"),
        (
            "refusal-neighbour",
            GREEN + "Règle: R\n" + REFUSED.replace("Refus", "Portes").replace("signe", "sort"),
            "Portes",
        ),
        ("mail-neighbour", "Scénario: Bon\n" + TRIO + NO_MAIL, "Muet"),
        ("no-widget", GREEN.replace("conclu", "sous le bouton"), "Bon"),
        ("no-widget", GREEN.replace("elle signe", "elle clique"), "Bon"),
        ("no-widget", GREEN.replace("elle signe", 'dans "a" le champ "b"'), "Bon"),
        ("no-widget", GREEN + outline("cas | quoi", "un | le lien"), "Plan"),
        ("choice-apart", GREEN.replace("conclu", f'refusé par "{OURS}"'), "Bon"),
        ("choice-apart", GREEN + outline("cas | quoi", f"un | {OURS}"), "Plan"),
        ("reserved-domain", GREEN.replace("a@b.example", "a@b.fr"), "a@b.fr"),
        ("reserved-domain", GREEN + outline("cas | quoi", "un | x@y.com"), "x@y.com"),
        ("real-keyword", GREEN + "Règle: R\nContexte :\nScénario: S\n" + TRIO, "R"),
        ("real-keyword", GREEN + "Règle: R\nScenarios: Autre\nScénario: S\n" + TRIO, "R"),
        ("real-keyword", GREEN + "Règle: R\nEtan donné ceci\nScénario: S\n" + TRIO, "R"),
        ("real-keyword", GREEN + "Scénario: S\nQuant elle part\n" + TRIO, "S"),
        ("real-keyword", GREEN + "Scénario: S\nÉtant donnés que deux\n" + TRIO, "S"),
        ("case-column", GREEN + outline("quoi | cas", "un | deux"), "Plan"),
        ("case-column", GREEN + outline("cas | quoi", "un | a", "un | b"), "Plan"),
        ("case-column", GREEN + outline("cas | quoi", " | a"), "Plan"),
    ],
)  # fmt: skip
def test_a_breach_is_named(rule: str, scenarios: str, title: str) -> None:
    assert title in [item.title for item in RULES[rule](planted(scenarios))]


@pytest.mark.parametrize("head", ["Fonctionnalité: F\n", "\n# language: fr\nFonctionnalité: F\n"])
def test_a_file_that_does_not_begin_with_its_language_is_named(head: str) -> None:
    assert [*RULES["language-first"](planted(GREEN, head=head))]


def test_a_step_without_definition_is_named() -> None:
    faults = [*RULES["one-definition"](planted(GREEN, definitions=defined("elle.*|l'.*|.*cour.*")))]
    assert [item.title for item in faults] == ["Bon"]
    assert faults[0].sentence == "étape non définie : une personne"


def test_a_step_with_two_definitions_is_named() -> None:
    faults = [*RULES["one-definition"](planted(GREEN, definitions=defined(".*", "une personne")))]
    assert ["step_0" in item.sentence and "step_1" in item.sentence for item in faults] == [True]


def test_a_definition_of_another_type_is_none() -> None:
    given = Definition("steps/a.py", "given_it", "given", "", lambda _: True)
    faults = [*RULES["one-definition"](planted(GREEN, definitions=(given,)))]
    assert "étape non définie : elle signe" in [item.sentence for item in faults]
    assert "étape non définie : une personne" not in [item.sentence for item in faults]


def test_a_definition_that_no_scenario_uses_is_named() -> None:
    faults = RULES["definition-used"](planted(GREEN, definitions=defined(".*", "jamais dite")))
    assert [(item.file, item.title) for item in faults] == [("steps/a.py", "jamais dite")]


# --- What is no breach ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule, make",
    [
        ("short", lambda: planted(GREEN + LONG.removesuffix("Et il est lu\n"))),
        ("short", lambda: planted("Contexte:\nÉtant donné un stylo\n" + GREEN)),
        ("no-widget", lambda: planted(GREEN.replace("elle signe", 'il lit "le "lien" du champ"'))),
        ("no-widget", lambda: planted(GREEN.replace("signe", "clique"), path="features/ecrans/a")),
        ("no-widget", lambda: planted(GREEN.replace("signe", "lit le courriel sans lien"))),
        (
            "choice-apart",
            lambda: planted(GREEN.replace("conclu", OURS).replace("R-1.001", "U-31 @A-31")),
        ),
        ("reserved-domain", lambda: planted(GREEN.replace("a@b.example", SAMPLE_ADDRESS))),
        ("reserved-domain", lambda: planted(GREEN.replace("a@b.example", "a@mail.example.org"))),
        ("real-keyword", lambda: planted(GREEN + "Règle: R\nOn dit : ceci\nScénario: S\n" + TRIO)),
        ("refusal-neighbour", lambda: planted(GREEN + "Règle: R\n" + REFUSED.replace("us", "t"))),
        (
            "refusal-neighbour",
            lambda: planted(REFUSED + "Et ses identifiants ouvrent son espace\n"),
        ),
    ],
)  # fmt: skip
def test_what_the_charter_allows_is_no_breach(rule: str, make: Callable[[], Project]) -> None:
    assert [*RULES[rule](make())] == []


@pytest.mark.parametrize(
    "text, kept",
    [
        ('le site dit "a "b" c" puis', "le site dit  puis"),
        ('entre "a" et "b"', "entre  et "),
        ('conseille "la suite " *.gouv.fr ") dans la liste"', "conseille "),
        ('vaut ""', "vaut "),
        ('l\'adresse "x", puis', "l'adresse , puis"),
    ],
)
def test_quotes_within_quotes_are_the_site_s_own_words(text: str, kept: str) -> None:
    assert unquoted(text) == kept


def test_an_exception_has_four_parts() -> None:
    parts = 'rule = "short"\nfile = "f"\ntitle = "t"\nreason = "r"\n'
    assert read_exceptions(f"[[exception]]\n{parts}") == (Excused("short", "f", "t", "r"),)
    with pytest.raises(TypeError):
        read_exceptions(f'[[exception]]\n{parts}because = "x"\n')
    with pytest.raises(TypeError):
        read_exceptions('[[exception]]\nrule = "short"\n')
