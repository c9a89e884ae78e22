"""docs/pas.md lists the steps that there are, no other."""

from docs.steps_list import PAGE, steps_list


def test_the_page_of_steps_is_that_of_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == steps_list(), "run `make steps`"
