"""What a defect changes on a page of the simulator, it changes on the disguise's too."""

from collections import defaultdict
from collections.abc import Callable

import pytest

from simulator.defects import CATALOGUE
from simulator.services import Page
from tests.disguise.conftest import walking
from tests.disguise.costume import NAMES, costume
from tests.disguise.pages import disguise
from tests.disguise.walking.walk import Seen, Walk


@pytest.mark.parametrize("name", NAMES)
def test_each_defect_of_a_page_shows(name: str, walk_of: Callable[[str | None], Walk]) -> None:
    def disguised(seen: Seen, html: str) -> bytes:
        return disguise(html, seen.screen, costume(name))

    shows: defaultdict[str, bool] = defaultdict(bool)
    with walking(None) as walk:
        sound = walk.simulation.services(walk.simulation.common_sandbox())
        for defect in CATALOGUE.values():
            if defect.breaks.startswith("RGAA-"):  # of the simulator's own style, which it drops
                continue
            show_page = defect.change(sound, lambda: None).show_page
            for seen in walk_of(None).seen:
                html = show_page(Page(seen.screen, 200, (), seen.html, {})).html
                if html != seen.html and not shows[defect.id]:
                    shows[defect.id] = disguised(seen, html) != disguised(seen, seen.html)
    assert [defect for defect, is_shown in shows.items() if not is_shown] == []
    assert len(shows) > 50
