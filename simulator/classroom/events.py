"""What happens at a seat, read off the pages that leave: screens, refusals, mails, windows."""

import re
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from html import unescape

from simulator.services import Page
from simulator.storage.classroom import Event

_REFUSAL = re.compile(r'role="alert" tabindex="-1" autofocus>(.*?)</div>', re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_WINDOW = 'id="confirmation-window"'


class Kind(StrEnum):
    """What an event is."""

    SCREEN = "screen"
    REFUSAL = "refusal"
    MAIL_READ = "mail read"
    WINDOW = "window"  # asked for: whether it opens is seen by the confirmation that follows


def events_of(page: Page, endpoint: str, at: datetime) -> Iterator[Event]:
    """Yield what a page that leaves tells of its seat; `endpoint` is the view that made it.

    What was typed is left out of a refusal's words.
    """
    if not page.html or not page.screen:
        return
    if endpoint == "mailbox.read_mail":
        yield Event(Kind.MAIL_READ, page.screen, "", at)
    elif refusal := _REFUSAL.search(page.html):
        yield Event(Kind.REFUSAL, page.screen, _words(refusal[1], page), at)
    else:
        yield Event(Kind.SCREEN, page.screen, "", at)
    if _WINDOW in page.html:
        yield Event(Kind.WINDOW, page.screen, "", at)


def _words(html: str, page: Page) -> str:
    words = " ".join(unescape(_TAGS.sub(" ", html)).split())
    for typed in sorted(filter(None, map(str.strip, page.typed.values())), key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", "…", words)
    return words
