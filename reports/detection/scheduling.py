"""Which process runs what, where a detection is shared among several.

xdist's own groups are marks that its workers write into the ids of the tests; with pytest 9.2 they
are lost on the way (https://github.com/pytest-dev/pytest-xdist/issues/1386). Here a run's group is
read from its id, which begins its parameters by its defect.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadscope import LoadScopeScheduling

from reports.detection.model import Scope
from reports.detection.running import Runner


class DetectionScheduling(LoadScopeScheduling):
    """Gives all runs of a group to one process.

    Those of a scenario, which is run once without any defect; where only a statement's own are run,
    all of that statement, as the first that detects a defect is the last.
    """

    def __init__(self, config: pytest.Config, log: Producer, runner: Runner) -> None:
        super().__init__(config, log)
        self._breaks = {defect.id: defect.breaks for defect in runner.defects}
        self._scope = runner.scope

    def _split_scope(self, nodeid: str) -> str:
        scenario, _, parameters = nodeid.partition("[")
        words = parameters.removesuffix("]").split("-")
        beginnings = ("-".join(words[:length]) for length in range(len(words), 0, -1))
        defect = next((text for text in beginnings if text in self._breaks), None)
        if defect is None:
            return nodeid
        if self._scope is Scope.OWN:
            return self._breaks[defect]
        return f"{scenario}[{parameters.removeprefix(defect)}"
