"""Of many defects tried together, each is settled as it would be alone, in fewer runs."""

from collections.abc import Collection, Mapping, Sequence

import pytest

from reports.detection.grouping import Attempt, Grouping
from reports.detection.model import TryOutcome

DEFECTS = [f"défaut-{number:02}" for number in range(40)]


class Scene:
    """Turns red on some defects, and counts how often it is run.

    Args:
        seen: Those it turns red on.
        hidden: Of each, those that keep it from making a difference.
        quarrels: Those that it turns red on only where all are there.
    """

    def __init__(
        self,
        seen: Collection[str] = (),
        hidden: Mapping[str, Collection[str]] | None = None,
        quarrels: Collection[str] = (),
    ) -> None:
        self.seen = set(seen)
        self.hidden = hidden or {}
        self.quarrels = set(quarrels)
        self.runs: list[Sequence[str]] = []

    def run(self, defects: Sequence[str]) -> Attempt:
        self.runs.append(defects)
        exercised = {name for name in defects if not set(self.hidden.get(name, ())) & {*defects}}
        is_quarrel = bool(self.quarrels) and self.quarrels <= set(defects)
        is_red = bool(self.seen & exercised) or is_quarrel
        return Attempt(
            defects=tuple(defects),
            exercised=frozenset(exercised),
            outcome=TryOutcome.RED if is_red else TryOutcome.GREEN,
            step="Alors il dit vrai" if is_red else "",
            message="",
            seconds=1.0,
        )


def settle(scene: Scene, chances: Mapping[str, float] | None = None) -> dict[str, Attempt]:
    known = dict.fromkeys(DEFECTS, 0.05) if chances is None else chances
    settled = list(Grouping(scene.run, known, lambda defect, _step: known[defect]).settle())
    assert sorted(defect for defect, _ in settled) == sorted(known)
    return dict(settled)


@pytest.mark.parametrize("seen", [(), DEFECTS[:1], DEFECTS[-1:], DEFECTS[3:20:4], DEFECTS], ids=len)
def test_only_those_that_are_seen_are_red_and_each_alone(seen: Sequence[str]) -> None:
    settled = settle(Scene(seen))
    assert [defect for defect, done in settled.items() if not done.is_green] == list(seen)
    assert all(done.is_green or done.defects == (defect,) for defect, done in settled.items())


def test_a_defect_is_settled_by_a_run_that_exercised_it() -> None:
    hidden = {DEFECTS[4]: DEFECTS[:3], DEFECTS[5]: DEFECTS[6:8], DEFECTS[8]: DEFECTS}
    settled = settle(Scene(seen=[DEFECTS[4], DEFECTS[5]], hidden=hidden))
    assert not settled[DEFECTS[4]].is_green
    assert not settled[DEFECTS[5]].is_green
    unexercised = [name for name, done in settled.items() if name not in done.exercised]
    assert unexercised == [DEFECTS[8]]  # not even alone
    assert settled[DEFECTS[8]].defects == (DEFECTS[8],)


def test_two_that_are_seen_only_together_are_green() -> None:
    assert all(done.is_green for done in settle(Scene(quarrels=[DEFECTS[1], DEFECTS[2]])).values())


def test_few_runs_settle_many_that_nothing_sees() -> None:
    scene = Scene()
    settle(scene)
    assert len(scene.runs) <= len(DEFECTS) / 10


def test_one_that_is_seen_is_found_by_halves() -> None:
    scene = Scene(DEFECTS[17:18])
    settle(scene)
    assert len(scene.runs) < len(DEFECTS) / 2


def test_what_is_likely_seen_is_tried_alone_and_not_among_others() -> None:
    scene = Scene(DEFECTS[:3])
    settle(scene, dict.fromkeys(DEFECTS, 0.001) | dict.fromkeys(DEFECTS[:3], 0.9))
    assert [list(run) for run in scene.runs[-3:]] == [[name] for name in DEFECTS[:3]]
    assert len(scene.runs) == 3 + 2
