"""Which process runs what, where a detection is shared among several.

xdist's own groups are marks that its workers write into the ids of the tests; with pytest 9.2 they
are lost on the way (https://github.com/pytest-dev/pytest-xdist/issues/1386). Here a run's group is
read from its id, whose parameters begin with the statement that it is run for.
"""

from xdist.scheduler.loadscope import LoadScopeScheduling

from reports.register import STATEMENT_ID


class DetectionScheduling(LoadScopeScheduling):
    """Gives all runs for one statement to one process: once a defect is detected, it is done with.

    Where all defects are tried on all scenarios, each scenario goes by itself.
    """

    def _split_scope(self, nodeid: str) -> str:
        statement = STATEMENT_ID.match(nodeid.partition("[")[2])
        return statement[0] if statement else nodeid
