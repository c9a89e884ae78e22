from collections.abc import Callable

import pytest

from reports.collecting.assertions import count_assertions


def expect(value: object) -> object:
    return value


def nothing() -> None: ...


def two() -> None:
    expect(1)
    for number in (1, 2):
        assert number


@pytest.mark.parametrize("function, number", [(nothing, 0), (two, 2), (len, 0)])
def test_assertions_are_counted_in_the_source(function: Callable[..., object], number: int) -> None:
    assert count_assertions(function) == number
