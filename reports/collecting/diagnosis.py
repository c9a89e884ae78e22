"""What the error that ended a step says: something of the site, or of the run alone.

Reports know no browser. Whoever does answers the hook ``pytest_diagnose_error``; what nobody knows
is the tool's own trouble, unless it is an assertion.
"""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What an error says.

    Attributes:
        is_of_site: The site was seen, and is not as the step needs it.
        sentence: What could not be done, in French.
        remedy: The key of the site's profile that says what the step needs; empty for none. With
            one, not even an « Alors » judges.
    """

    is_of_site: bool
    sentence: str
    remedy: str = ""


def diagnose(config: pytest.Config, item: pytest.Item, error: BaseException) -> Diagnosis:
    """Ask whoever knows, and judge what nobody does."""
    told: Diagnosis | None = item.ihook.pytest_diagnose_error(config=config, item=item, error=error)
    if told:
        return told
    said = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    if isinstance(error, AssertionError | pytest.fail.Exception):
        return Diagnosis(is_of_site=True, sentence=f"Une étape n’a pas pu se faire : {said}")
    return Diagnosis(
        is_of_site=False, sentence=f"Ennui de l’outil : {type(error).__name__} ({said})."
    )
