"""How much a step checks, counted in its source, so that two runs can be compared."""

import ast
import inspect
import textwrap
from collections.abc import Callable
from functools import cache


@cache
def count_assertions(function: Callable[..., object]) -> int:
    """Count ``assert`` and ``expect(…)`` in a function; 0 where its source cannot be read."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return 0
    return sum(isinstance(node, ast.Assert) or _is_expect(node) for node in ast.walk(tree))


def _is_expect(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "expect"
    )
