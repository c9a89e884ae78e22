"""What must never stand in a report: passwords that were made up, session and form tokens, hashes.

Texts only: what a screenshot shows is the browser's business, which hides a password field.
"""

import re
from collections.abc import Callable, Collection
from typing import Any

import pytest

CONCEALED = "•••"
_TEXTS = ("application/json", "application/xml", "message/")
# Secrets known by their form, each with what stands before it: these say what was concealed.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"""(name=["']?csrf_token\b[^>]*?\bvalue=["'])[^"'>]+""",
        r"""(["']?csrf_token["']?\s*[=:]\s*["']?)[\w.-]+""",
        r"""(["']?(?:set-)?cookie["']?\s*[:,]\s*["']?[^=;\s]+=)[^;\s"']+""",
        r"""(\bbearer\s+)[\w.~+/-]+""",
        r"""(\$argon2(?:id|i|d)\$)[\w$=,+/-]+""",
    )
)


class Secrecy:
    """Conceals what it was told of, and what is a secret by its form."""

    def __init__(self) -> None:
        self._sources: list[Callable[[], Collection[str]]] = []

    def keep(self, source: Callable[[], Collection[str]]) -> None:
        """Never let a value through that ``source`` gives at the time."""
        self._sources.append(source)

    def conceal(self, text: str) -> str:
        """Put three dots for each secret in a text."""
        values = {value for source in self._sources for value in source() if value}
        for value in sorted(values, key=len, reverse=True):
            text = text.replace(value, CONCEALED)
        for pattern in _PATTERNS:
            text = pattern.sub(rf"\g<1>{CONCEALED}", text)
        return text

    def conceal_in_content(self, content: bytes, media_type: str) -> bytes:
        """Do so in a file that is text."""
        if not media_type.startswith(("text/", *_TEXTS)):
            return content
        # Half a character stays what it was: a message as received is evidence to the byte.
        text = content.decode("utf-8", "surrogateescape")
        return self.conceal(text).encode("utf-8", "surrogateescape")

    def conceal_in_report(self, report: pytest.TestReport) -> None:
        """Do so in what pytest shows and keeps of a failure: values, source, what was printed."""
        report.longrepr = self._conceal_within(report.longrepr)
        report.sections = [(name, self.conceal(text)) for name, text in report.sections]

    def _conceal_within(self, value: Any) -> Any:  # noqa: ANN401 - pytest's own kinds of text
        if isinstance(value, str):
            return self.conceal(value)
        if isinstance(value, list | tuple):
            return type(value)(self._conceal_within(item) for item in value)
        if type(value).__module__.startswith("_pytest."):
            for name, held in vars(value).items():
                setattr(value, name, self._conceal_within(held))
        return value
