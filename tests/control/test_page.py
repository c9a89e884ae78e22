from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from simulator.defects import CATALOGUE

Ask = Callable[..., TestResponse]
HELD = "delai-49h"


def test_with_the_token_as_password_it_lists_sandboxes_and_defects(
    control_app: Flask, ask: Ask, sandbox: str
) -> None:
    ask("PUT", f"{sandbox}/defects", {"defects": [HELD]})
    ask("PUT", f"{sandbox}/mail", {"is_held": True})
    page = control_app.test_client().get("/_control/", auth=("formateur", "jeton-de-test"))
    assert page.status_code == 200
    assert "/b/essai/" in page.text
    assert "courriels retenus" in page.text
    assert unescape(page.text).count("n'a encore rien changé") == 1
    assert all(defect_id in page.text for defect_id in CATALOGUE)


@pytest.mark.parametrize("auth", [None, ("formateur", "autre"), ("formateur", "")])
def test_without_it_the_browser_asks_for_it_and_nothing_is_told(
    control_app: Flask, ask: Ask, sandbox: str, auth: tuple[str, str] | None
) -> None:
    ask("PUT", f"{sandbox}/defects", {"defects": [HELD]})
    page = control_app.test_client().get("/_control/", auth=auth)
    assert page.status_code == 401
    assert page.headers["WWW-Authenticate"].startswith("Basic ")
    assert HELD not in page.text
    assert "essai" not in page.text
