"""The faults of an entry, put beside the fields of its form."""

from collections.abc import Iterable

from flask_wtf import FlaskForm

from simulator.domain.values.faults import FieldFault
from simulator.wording import Wording


def show_faults(form: FlaskForm, faults: Iterable[FieldFault], wording: Wording) -> None:
    """Say each fault in French beside its field, named by its label without star and colon."""
    for fault in faults:
        field = form[fault.field]
        text = wording.faults[fault.fault].format(
            label=field.label.text.rstrip(" :"), limit=fault.limit
        )
        field.errors = [*field.errors, text]
