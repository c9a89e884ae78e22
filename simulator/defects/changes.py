"""What defects are made with: each helper replaces one service, and notes when that matters.

A faulty function is given the sound one first, then what the sound one is given. A fault that only
computes is noted when its outcome is not the sound one; one that acts, whenever it is called.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from simulator.defects.model import Change, Note
from simulator.defects.swapping import Faulty, swap, watch
from simulator.mail.outbox import Mail
from simulator.services import Page, Services
from simulator.storage.registry import SqlRegistry

# Called twice they would do twice, or draw another secret: these are noted when called.
ACTING_RULES = frozenset(
    {"activate", "check_code", "confirm", "new_number", "open_window", "opt_for_password"}
)
ACTING_METHODS = ("add", "drop", "let", "post", "put", "replace", "save")
_BLANKS = r"(?:\s|&nbsp;)+"
_ESCAPED = {"'": "(?:'|&#39;)", '"': '(?:"|&#34;)', "&": "(?:&|&amp;)"}


def all_of(*changes: Change) -> Change:
    """Make several changes, for one fault that shows in several places."""

    def change(services: Services, note: Note) -> Services:
        for one in changes:
            services = one(services, note)
        return services

    return change


def with_policy(**numbers: object) -> Change:
    """Have other numbers or alphabets in the policy."""
    return lambda services, note: replace(services, policy=watch(services.policy, numbers, note))


def with_wording(**texts: object) -> Change:
    """Have other texts; of a mapping, those of the keys that are given, which then come first."""

    def change(services: Services, note: Note) -> Services:
        sound = vars(services.wording)
        mappings = {
            name: _Texts(sound[name], text, note)
            for name, text in texts.items()
            if isinstance(text, Mapping)
        }
        others = {name: text for name, text in texts.items() if name not in mappings}
        wording = type(services.wording)(**sound | mappings)
        return replace(services, wording=watch(wording, others, note))

    return change


class _Texts(Mapping[Any, str]):
    """Texts of which some are faulty: noted when one of those is read, or all are listed."""

    def __init__(self, sound: Mapping[Any, str], faulty: Mapping[Any, str], note: Note) -> None:
        self._faulty = faulty
        self._all: dict[Any, str] = dict(faulty) | {
            key: text for key, text in sound.items() if key not in faulty
        }
        self._note = note

    def __getitem__(self, key: object) -> str:
        if key in self._faulty:
            self._note()
        return self._all[key]

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def with_mail_text(**texts: Callable[[str], str]) -> Change:
    """Have another sender, subject or body, made of the sound one."""

    def change(services: Services, note: Note) -> Services:
        faulty = {name: make(getattr(services.mail_text, name)) for name, make in texts.items()}
        return replace(services, mail_text=watch(services.mail_text, faulty, note))

    return change


def with_rule(name: str, faulty: Faulty) -> Change:
    """Decide otherwise: `name` is one of `simulator.domain.desk.Rules`."""

    def change(services: Services, note: Note) -> Services:
        sound = getattr(services.rules, name)
        swapped = swap(sound, faulty, note, is_acting=name in ACTING_RULES)
        return replace(services, rules=replace(services.rules, **{name: swapped}))

    return change


def instead_of(outcome: object, other: object) -> Faulty:
    """Return a faulty function that answers `other` where the sound one answers `outcome`."""

    def faulty(sound: Faulty, *arguments: Any) -> Any:  # noqa: ANN401 - those of any function
        answer = sound(*arguments)
        return other if answer == outcome else answer

    return faulty


def with_service(name: str, faulty: Faulty) -> Change:
    """Replace a service that is a function, as `recap_sections`, `name_first_last`, `read_form`."""

    def change(services: Services, note: Note) -> Services:
        swapped: Any = swap(getattr(services, name), faulty, note, is_acting=False)
        return replace(services, **{name: swapped})

    return change


def with_method(service: str, method: str, faulty: Faulty) -> Change:
    """Replace one method of a service that is an object: `clock`, `passwords`, `secrets`."""

    def change(services: Services, note: Note) -> Services:
        sound = getattr(services, service)
        swapped = swap(getattr(sound, method), faulty, note, is_acting=True)
        stand_in: Any = _StandIn(sound, method, swapped)
        return replace(services, **{service: stand_in})

    return change


class _StandIn:
    def __init__(self, sound: object, method: str, faulty: Faulty) -> None:
        self._sound = sound
        setattr(self, method, faulty)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the sound one has
        return getattr(self._sound, name)


def with_registry(method: str, faulty: Faulty) -> Change:
    """Remember otherwise: `method` is one of `simulator.domain.ports.Registry`."""

    def change(services: Services, note: Note) -> Services:
        sound = services.storage.registry

        def swapped(registry: SqlRegistry, *arguments: Any) -> Any:  # noqa: ANN401 - that of any method
            bound = getattr(super(faulty_registry, registry), method)
            is_acting = method.startswith(ACTING_METHODS)
            return swap(bound, faulty, note, is_acting=is_acting)(*arguments)

        faulty_registry: type[SqlRegistry] = type("FaultyRegistry", (sound,), {method: swapped})
        return replace(services, storage=replace(services.storage, registry=faulty_registry))

    return change


def with_form(screen: str, faulty: Callable[[Mapping[str, str]], Mapping[str, str]]) -> Change:
    """Have a screen read something else than what its form brought."""
    return with_service(
        "read_form",
        lambda sound, asked, typed: (
            faulty(sound(asked, typed)) if asked == screen else sound(asked, typed)
        ),
    )


def with_page(screen: str, before: str, after: str) -> Change:
    """Print one thing for another on a screen, everywhere on it.

    `before` is looked for in the HTML, whatever its blanks, no-break spaces and escaped quotes are;
    `after` is HTML, put in as it is.
    """
    pattern = re.compile(
        _BLANKS.join(
            "".join(_ESCAPED.get(character, re.escape(character)) for character in word)
            for word in before.split()
        )
    )
    return with_answer(
        screen, lambda page: replace(page, html=pattern.sub(lambda _: after, page.html))
    )


def with_pattern(screen: str, pattern: str, after: str) -> Change:
    """Print one thing for what a regular expression finds in a screen's HTML, as `re.sub` does."""
    sought = re.compile(pattern, re.DOTALL)
    return with_answer(screen, lambda page: replace(page, html=sought.sub(after, page.html)))


def with_answer(screen: str, faulty: Callable[[Page], Page]) -> Change:
    """Answer something else for a screen: its HTML, status or headers."""
    return with_service(
        "show_page",
        lambda sound, page: faulty(sound(page)) if page.screen == screen else sound(page),
    )


def with_redirection(screen: str, expected: str, other: str) -> Change:
    """Lead from a screen to another address than the expected one, a regular expression."""
    return with_answer(
        screen,
        lambda page: replace(
            page,
            headers=tuple(
                (name, re.sub(expected, other, value) if name == "Location" else value)
                for name, value in page.headers
            ),
        ),
    )


def with_record(faulty: Callable[[dict[str, Any]], dict[str, Any]]) -> Change:
    """Print something else in the record than what it is given (`render_record`'s arguments)."""

    def change(services: Services, note: Note) -> Services:
        def render(**printed: Any) -> bytes:  # noqa: ANN401 - the record's own arguments
            misprinted = faulty(dict(printed))
            if misprinted != printed:
                note()
            return services.render_record(**misprinted)

        return replace(services, render_record=render)

    return change


def with_mail(faulty: Callable[[Mail], Iterable[Mail]]) -> Change:
    """Send something else than the e-mail, which is a copy: it may be changed and given back."""

    def change(services: Services, note: Note) -> Services:
        def dispatch(mail: Mail) -> list[Mail]:
            mails = [
                sent
                for sound in services.dispatch(mail)
                for sent in faulty(replace(sound, message=deepcopy(sound.message)))
            ]
            if as_sent(mails) != as_sent([mail]):
                note()
            return mails

        return replace(services, dispatch=dispatch)

    return change


def as_sent(outcome: Any) -> Any:  # noqa: ANN401 - any outcome
    """Return e-mails as what leaves, which can be compared; anything else as it is."""
    if isinstance(outcome, list | tuple) and all(isinstance(item, Mail) for item in outcome):
        return [(item.message.as_bytes(), item.sender, item.recipient) for item in outcome]
    return outcome
