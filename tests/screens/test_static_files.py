"""The style sheets and the icon: a browser asks once for each."""

from pathlib import Path

from flask import Flask, url_for

from simulator.screens import static_files
from tests.screens.page import Page
from tests.screens.visitor import Visitor


def test_a_page_names_files_that_a_browser_keeps(visitor: Visitor) -> None:
    page = Page(visitor.client.get("/").text, "/")
    addresses = [node.attributes["href"] for node in page.root.all("link")]
    assert len(addresses) == len(["icon.svg", "style.css", "forms.css", "home.css"])
    for address in addresses:
        answer = visitor.client.get(address, buffered=True)
        assert (answer.status_code, answer.cache_control.max_age) == (200, 365 * 24 * 3600)


def test_a_file_that_changed_has_another_address(tmp_path: Path) -> None:
    first, same, changed = (address_of(text, tmp_path) for text in ("a", "a", "b"))
    assert first == same != changed


def address_of(text: str, folder: Path) -> str:
    (folder / "file.css").write_text(text, encoding="utf-8")
    app = Flask(__name__, static_folder=folder, static_url_path="/static")
    static_files.register(app)
    with app.test_request_context():
        return url_for("static", filename="file.css")
