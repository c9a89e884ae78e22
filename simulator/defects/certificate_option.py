"""The address of a space with certificate, and the option for access without."""

from simulator.defects.changes import with_rule
from simulator.defects.model import Defect

DEFECTS = (
    Defect(
        "option-adresse-habituelle-refusee",
        "R-2.060",
        "Le seul détenteur ne peut pas conserver son adresse habituelle.",
        with_rule(
            "option_address_state",
            lambda _, desk, registry, __, address: desk.rules.address_state(
                desk, registry, address
            ),
        ),
    ),
)
