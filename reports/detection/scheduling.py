"""Which process runs what, where a detection is shared among several.

xdist's own groups are marks that its workers write into the ids of the tests; with pytest 9.2 they
are lost on the way (https://github.com/pytest-dev/pytest-xdist/issues/1386). Here a run's group is
read from its id, whose parameters begin with the statement that it is run for.
"""

from typing import TYPE_CHECKING

from xdist.scheduler.loadscope import LoadScopeScheduling

from reports.judging.register import STATEMENT_ID

if TYPE_CHECKING:
    import pytest
    from xdist.remote import Producer


class DetectionScheduling(LoadScopeScheduling):
    """Gives all runs for one statement to one process: once a defect is detected, it is done with.

    So are the statements whose first scenario is the same: it is run once without defect. Where all
    defects are tried on all scenarios, each scenario goes by itself.
    """

    def __init__(self, config: "pytest.Config", log: "Producer") -> None:
        super().__init__(config, log)
        self._first_scenarios: dict[str, str] = {}

    def _split_scope(self, nodeid: str) -> str:
        scenario, _, parameters = nodeid.partition("[")
        statement = STATEMENT_ID.match(parameters)
        return self._first_scenarios.setdefault(statement[0], scenario) if statement else nodeid
