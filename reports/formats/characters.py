"""Which characters a text format can carry."""

import re

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Put U+FFFD for what XML 1.0 forbids: control characters, and halves of a character.

    UTF-8 forbids the latter too, so a text that went through here can always be written.
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
