"""How the confirmation's window is opened, set for a sandbox (U-50)."""

from collections.abc import Callable

from werkzeug.test import TestResponse

Ask = Callable[..., TestResponse]


def test_a_window_is_opened_in_the_click_unless_it_is_said_otherwise(ask: Ask) -> None:
    assert (ask("GET", "/sandboxes/common").json or {})["opens_in_click"] is True
    changed = ask("PUT", "/sandboxes/common/window", {"opens_in_click": False})
    assert (changed.json or {})["opens_in_click"] is False
