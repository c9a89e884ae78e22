"""« Confirmer »: what it makes, and once."""

from typing import TYPE_CHECKING, Any

from simulator.defects.changes import with_rule
from simulator.defects.model import Defect
from simulator.domain.addresses import AddressState
from simulator.domain.outbox import Letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.domain.wizard import Wizard
    from simulator.services import Services
    from simulator.storage.registry import SqlRegistry


def _with_a_second_letter(
    sound: "Callable[..., Any]", services: "Services", registry: "SqlRegistry", wizard: "Wizard"
) -> object:
    outcome = sound(services, registry, wizard)
    if not isinstance(outcome, AddressState):
        code = services.secrets.choose(services.policy.code_alphabet, services.policy.code_length)
        letter = Letter(services.secrets.identifier(), outcome.id, outcome.address, code)
        registry.post(letter)
    return outcome


DEFECTS = (
    Defect(
        "confirmer-envoie-deux-codes",
        "R-2.117",
        "« Confirmer » envoie deux courriels, dont le second porte un autre code.",
        with_rule("confirm", _with_a_second_letter),
    ),
)
