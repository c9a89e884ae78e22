"""How much of a detection is left is told from what the scenarios run so far have needed."""

from reports.detection.model import Baseline, KnownDefect, Scope, Try, TryOutcome
from reports.detection.progress import Progress

DEFECTS = [
    KnownDefect(id=name, theme="t", breaks="R-1.001", sentence="", blast_radius=(), source="")
    for name in ("a", "b", "c")
]


def observed(scenario: str, *noted: str, fault: str = "") -> Baseline:
    return Baseline(scenario=scenario, title="", tags=(), fault=fault, noted=noted)


def tried(scenario: str, defect: str, outcome: TryOutcome = TryOutcome.GREEN) -> Try:
    return Try(
        defect=defect,
        scenario=scenario,
        title="",
        tags=(),
        outcome=outcome,
        is_exercised=True,
        step="",
        message="",
        seconds=1.0,
        others=0,
    )


def test_scenarios_not_yet_run_are_counted_as_those_that_were() -> None:
    progress = Progress(DEFECTS, [], [])
    progress.observed(observed("1", "a", "b"), 4)
    progress.tried(tried("1", "a"))
    assert progress.told(Scope.ALL).startswith("Essais : 1 sur 8 environ")


def test_what_was_known_is_not_counted_but_tells_of_the_others() -> None:
    known = [tried("1", name) for name in "abc"]
    progress = Progress(DEFECTS, [observed("1", "a", "b", "c")], known)
    progress.observed(observed("2", "a"), 3)
    progress.tried(tried("2", "a"))
    assert progress.told(Scope.ALL).startswith("Essais : 1 sur 5 environ")


def test_a_scenario_that_is_not_green_needs_no_run() -> None:
    progress = Progress(DEFECTS, [], [])
    progress.observed(observed("1", "a", "b", fault="panne"), 2)
    progress.observed(observed("2", "a", "b"), 2)
    progress.tried(tried("2", "a"))
    assert progress.told(Scope.ALL).startswith("Essais : 1 sur 2 environ")


def test_of_their_own_statements_defects_are_counted() -> None:
    progress = Progress(DEFECTS, [], [])
    progress.tried(tried("1", "a", TryOutcome.RED))
    progress.tried(tried("2", "b"))
    progress.tried(tried("3", "b"))
    assert progress.told(Scope.OWN).startswith("Défauts essayés : 2 sur 3, détectés : 1 ;")
