"""The PDF of a disguise: the same data in another layout."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from importlib import resources

import typst

from simulator.documents.record import Section
from tests.disguise.costume import Costume


def render_record_of(costume: Costume) -> Callable[..., bytes]:
    """Return what takes the place of `simulator.documents.record.render_record`."""

    def render_record(
        *,
        holder: str,
        number: str,
        registered_on: str,
        issued_at: datetime,
        sections: Sequence[Section],
    ) -> bytes:
        record = {
            "holder": holder,
            "number": number,
            "registered_on": registered_on,
            "sections": sections,
        }
        return typst.compile(
            costume.record,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"record": json.dumps(record)},
            timestamp=int(issued_at.timestamp()),
        )

    return render_record


@cache
def _fonts() -> typst.Fonts:
    source_sans = resources.files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(source_sans)])
