"""The simulated company directory: `companies.csv`, every company of which is invented (U-17)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def company_names() -> Mapping[str, str]:
    """Return the « raison sociale » of each known SIREN (9 digits)."""
    text = files("simulator").joinpath("companies.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["siren"]: row["company_name"] for row in rows})


@dataclass(frozen=True)
class Companies:
    """`simulator.domain.ports.CompanyDirectory` over the file."""

    def name_of(self, siren: str) -> str | None:
        """See `CompanyDirectory.name_of`."""
        return company_names().get(siren)
