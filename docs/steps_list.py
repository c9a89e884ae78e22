"""The list of all steps, made from the code: `python docs/steps_list.py` rewrites `docs/pas.md`."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

from pytest_bdd.steps import step_function_context_registry

import steps

PAGE = Path(__file__).with_name("pas.md")
_KEYWORDS = {"given": "Étant donné", "when": "Quand", "then": "Alors"}
_HEAD = """\
# Les pas qui existent

Cette page est faite du code : `make steps` la refait, un test la compare. Ce qui est entre `<` et
`>` est à remplir. Un pas qui finit par « : » attend un tableau. « Et » et « Mais » reprennent le
mot du pas qui précède ; « Étant donné » se décline (« donnée », « que »).
"""


def steps_list() -> str:
    """Return the page: a part for each module of `steps`, its sentences by keyword, in order."""
    modules = sorted(module.name for module in pkgutil.iter_modules(steps.__path__))
    for module in modules:
        import_module(f"steps.{module}")
    return "\n".join([_HEAD, *(_part(module) for module in modules)])


def _part(module: str) -> str:
    lines = [f"## `steps/{module}.py`", ""]
    contexts = [
        context
        for context in step_function_context_registry.values()
        if context.step_func.__module__ == f"steps.{module}"
    ]
    for kind, keyword in _KEYWORDS.items():
        sentences = {_sentence(context.parser.name) for context in contexts if context.type == kind}
        lines += [f"- **{keyword}** {sentence}" for sentence in sorted(sentences)]
    return "\n".join([*lines, ""])


def _sentence(name: str) -> str:
    """Return a sentence as it is written: its parameters by name, its plurals in brackets."""
    named = re.sub(r"{(\w+)(?::[^}]*)?}|\(\?P<(\w+)>[^)]*\)", r"<\1\2>", name)
    return re.sub(r"\\(.)", r"\1", re.sub(r"(\w)\?", r"(\1)", named))


if __name__ == "__main__":
    PAGE.write_text(steps_list(), encoding="utf-8")
