"""docs/defauts.md lists the defects that there are, no other."""

from docs.defects_list import PAGE, defects_list


def test_the_page_of_defects_is_that_of_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == defects_list(), "run `make defects`"
