"""One thing in the place of another, and the note of when that makes a difference."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from simulator.defects.model import Note

T = TypeVar("T")
Faulty = Callable[..., Any]


def swap(sound: Faulty, faulty: Faulty, note: Note, *, is_acting: bool) -> Faulty:
    """Return what asks the faulty function, given the sound one, and notes when that matters."""

    def swapped(*arguments: Any) -> Any:  # noqa: ANN401 - those of any function
        if is_acting:
            note()
            return faulty(sound, *arguments)
        asked = _AskedOnce(sound, arguments)
        outcome = faulty(asked, *arguments)
        if outcome != asked(*arguments):
            note()
        return outcome

    return swapped


class _AskedOnce:
    """A sound function that is computed once for some arguments.

    Of faults in force together each asks the one below, which would else be done twice at each.
    """

    def __init__(self, sound: Faulty, arguments: tuple[Any, ...]) -> None:
        self._sound = sound
        self._arguments = arguments
        self._answers: list[Any] = []
        self.__self__ = getattr(sound, "__self__", None)  # as a method that it may be

    def __call__(self, *given: Any) -> Any:  # noqa: ANN401 - those of any function
        if given != self._arguments:
            return self._sound(*given)
        if not self._answers:
            self._answers.append(self._sound(*given))
        return self._answers[0]


def watch(sound: T, faulty: Mapping[str, object], note: Note) -> T:
    """Return a frozen record with other values, noted when one of them is read."""
    kind = type(sound)

    def read(record: object, name: str) -> object:
        if name in faulty:
            note()
        return kind.__getattribute__(record, name)

    made: T = type(f"Faulty{kind.__name__}", (kind,), {"__getattribute__": read})(
        **{**vars(sound), **faulty}
    )
    return made
