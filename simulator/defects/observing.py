"""Watching defects without putting them in: all stays sound, and what would differ is noted.

Each defect is put into services of its own, never into those that the sandbox works with. Whatever
the latter are asked, the former are asked too, and the answers are compared: so all defects are
watched at once, and none hides behind another. What acts is done once, by the sound service, and
noted for each defect that would have acted otherwise. Where nothing is noted of a defect, it would
not have changed anything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache, partial
from typing import Any, NoReturn

from simulator.defects.changes import ACTING_METHODS, ACTING_RULES, as_sent, with_method
from simulator.defects.model import Defect
from simulator.services import Services
from simulator.storage.registry import SqlRegistry

_ACTING_PARTS = frozenset({"mailbox", "passwords", "secrets", "sessions"})
_KEPT = frozenset({"sandbox", "storage"})

Others = Mapping[str, Any]
"""What the services of each defect have in the place of something sound, by the defect's id."""


class _WouldActError(Exception):
    """A faulty function was about to change what the sandbox holds."""


def observe(sound: Services, defects: Iterable[Defect], note: Callable[[str], None]) -> Services:
    """Return services that stay sound; `note` is told which defects would have mattered."""
    # Verified over and over by many faulty functions, a password would take seconds.
    verify = cache(sound.passwords.verify)
    sound = with_method("passwords", "verify", lambda _, *given: verify(*given))(sound, _ignored)
    faulty = {defect.id: defect.change(sound, _ignored) for defect in defects}
    return _Observer(sound, faulty, note).services


def _ignored() -> None:
    """Stand for the note of defects in their own services: only the comparison tells."""


class _Observer:
    def __init__(
        self, sound: Services, faulty: Mapping[str, Services], note: Callable[[str], None]
    ) -> None:
        self._faulty = faulty
        self._note = note
        self._world = cache(lambda defect: _reading_only(faulty[defect]))
        names = [field.name for field in fields(Services) if field.name not in _KEPT]
        watched: dict[str, Any] = {name: self._part(sound, name) for name in names}
        storage = replace(sound.storage, registry=self._registry(sound.storage.registry))
        self.services = replace(sound, storage=storage, **watched)

    def watch(self, sound: Any, others: Others, *, is_acting: bool) -> Any:  # noqa: ANN401 - any value
        """Return something sound, or what stands for it until it is known whether it matters."""
        others = {defect: other for defect, other in others.items() if _differs(sound, other)}
        if others and callable(sound):
            return self._function(sound, others, is_acting=is_acting)
        if others and isinstance(sound, Mapping):
            return _Texts(self, sound, others)
        for defect in others:
            self._note(defect)
        return sound

    def compare(self, sound: Callable[[], Any], others: Mapping[str, Callable[[], Any]]) -> Any:  # noqa: ANN401 - any outcome
        """Return the sound outcome; note the defects of which there is another, or none."""
        differing = set(others)
        try:
            outcome = sound()
            for defect, other in others.items():
                with suppress(Exception):  # a fault that raises makes a difference
                    if as_sent(other()) == as_sent(outcome):
                        differing.remove(defect)
            return outcome
        finally:
            for defect in differing:
                self._note(defect)

    def _part(self, services: Services, name: str) -> Any:  # noqa: ANN401 - any of the services
        sound = getattr(services, name)
        others = {
            defect: getattr(changed, name)
            for defect, changed in self._faulty.items()
            if getattr(changed, name) is not sound
        }
        if not others:
            return sound
        if callable(sound):
            return self._function(sound, others, is_acting=False)
        return _Part(self, name, sound, others)

    def _function(self, sound: Any, others: Others, *, is_acting: bool) -> Any:  # noqa: ANN401 - any function
        def watched(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - those of any function
            if is_acting:
                for defect in others:
                    self._note(defect)
                return sound(*given, **named)
            asked = {
                defect: partial(self._ask, other, defect, given, named)
                for defect, other in others.items()
            }
            return self.compare(partial(sound, *given, **named), asked)

        return watched

    def _ask(self, other: Any, defect: str, given: tuple[Any, ...], named: dict[str, Any]) -> Any:  # noqa: ANN401 - any outcome
        world = self._world(defect)
        return other(*(self._there(world, argument) for argument in given), **named)

    def _there(self, world: Services, argument: Any) -> Any:  # noqa: ANN401 - any argument
        """Return what an argument would be where the defect is in."""
        if argument is self.services:
            return world
        if isinstance(argument, SqlRegistry):
            return world.storage.registry(argument.connection, argument.sandbox)
        for field in fields(Services):
            if argument is getattr(self.services, field.name):
                return getattr(world, field.name)
        return argument

    def _registry(self, sound: type[SqlRegistry]) -> type[SqlRegistry]:
        watched: type[SqlRegistry]

        def method(name: str, defects: Iterable[str]) -> Callable[..., Any]:
            def ask(registry: SqlRegistry, *given: Any) -> Any:  # noqa: ANN401 - those of any method
                others = {
                    defect: getattr(self._there(self._world(defect), registry), name)
                    for defect in defects
                }
                bound = getattr(super(watched, registry), name)
                is_acting = name.startswith(ACTING_METHODS)
                return self._function(bound, others, is_acting=is_acting)(*given)

            return ask

        changed: dict[str, list[str]] = {}
        for defect, services in self._faulty.items():
            for kind in services.storage.registry.__mro__:
                if kind is sound:
                    break
                for name in vars(kind).keys() & vars(sound).keys():
                    if not name.startswith("__"):
                        changed.setdefault(name, []).append(defect)
        methods = {name: method(name, defects) for name, defects in changed.items()}
        watched = type("WatchedRegistry", (sound,), methods)
        return watched


class _Part:
    """Stands for a service that is an object, and compares what is asked of it."""

    def __init__(self, observer: _Observer, name: str, sound: object, others: Others) -> None:
        self._observer = observer
        self._name = name
        self._sound = sound
        self._others = others

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the sound one has
        sound = getattr(self._sound, name)
        others = {defect: getattr(other, name) for defect, other in self._others.items()}
        is_acting = self._name in _ACTING_PARTS or (self._name == "rules" and name in ACTING_RULES)
        return self._observer.watch(sound, others, is_acting=is_acting)


class _Texts(Mapping[Any, str]):
    """Stands for texts, and compares those that are read, and their order where all are listed."""

    def __init__(self, observer: _Observer, sound: Mapping[Any, str], others: Others) -> None:
        self._observer = observer
        self._sound = sound
        self._others = others

    def __getitem__(self, key: object) -> str:
        return str(self._compare(lambda texts: texts[key]))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._compare(list))

    def __len__(self) -> int:
        return len(self._sound)

    def _compare(self, read: Callable[[Mapping[Any, str]], Any]) -> Any:  # noqa: ANN401 - a text or keys
        others = {defect: partial(read, other) for defect, other in self._others.items()}
        return self._observer.compare(partial(read, self._sound), others)


def _differs(sound: object, other: object) -> bool:
    # Mappings that hold the same may list it in another order: that is seen when they are read.
    return other is not sound and (isinstance(sound, Mapping) or other != sound)


def _reading_only(services: Services) -> Services:
    """Return services that may be asked anything and change nothing."""

    def refuse(*_: object) -> NoReturn:
        raise _WouldActError

    kind = services.storage.registry
    acting = {name: refuse for name in dir(kind) if name.startswith(ACTING_METHODS)}
    registry: type[SqlRegistry] = type("ReadingRegistry", (kind,), acting)
    return replace(services, storage=replace(services.storage, registry=registry))
