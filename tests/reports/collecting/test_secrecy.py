"""Passwords and tokens stand in no report, however a scenario ends."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.collecting.secrecy import Secrecy
from reports.formats import json_stream
from reports.judging.model import ScenarioOutcome

ROOT = Path(__file__).parents[3]


@pytest.fixture
def secrecy() -> Secrecy:
    secrecy = Secrecy()
    secrecy.keep(lambda: ["Passage9", "Passage9bis", ""])
    return secrecy


@pytest.mark.parametrize(
    "text, concealed",
    [
        ("rien à cacher", "rien à cacher"),
        ("Passage9bis, Passage9", "•••, •••"),
        (
            '<input id="csrf_token" name="csrf_token" type="hidden" value="IjE.a-b_c">',
            '<input id="csrf_token" name="csrf_token" type="hidden" value="•••">',
        ),
        ("csrf_token=IjE.a-b_c&address=a", "csrf_token=•••&address=a"),
        ("{'csrf_token': 'IjE.a'}", "{'csrf_token': '•••'}"),
        ("Set-Cookie: espace=abc; Path=/b/x/", "Set-Cookie: espace=•••; Path=/b/x/"),
        ("('Cookie', 'espace=abc')", "('Cookie', 'espace=•••')"),
        ("{'Authorization': 'Bearer abc-d_e'}", "{'Authorization': 'Bearer •••'}"),
        ("$argon2id$v=19$m=65536,t=3$c2Vs$aGFzaA", "$argon2id$•••"),
    ],
)
def test_secrets_of_a_text_are_concealed(secrecy: Secrecy, text: str, concealed: str) -> None:
    assert secrecy.conceal(text) == concealed


def test_a_file_is_concealed_if_it_is_text_and_else_left(secrecy: Secrecy) -> None:
    for media_type in ("text/plain", "application/json", "message/rfc822"):
        concealed = secrecy.conceal_in_content(b"\xff Passage9", media_type)
        assert concealed == b"\xff " + "•••".encode()
    assert secrecy.conceal_in_content(b"\xff Passage9", "image/png") == b"\xff Passage9"


WITNESS = """
import json, os
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_bdd_after_scenario(request):
    applicant, browsers = (request.getfixturevalue(name) for name in ("applicant", "browsers"))
    pages = browsers.pages
    fields = [field for page in pages for field in page.locator("[name=csrf_token]").all()]
    cookies = [cookie["value"] for page in pages for cookie in page.context.cookies()]
    tokens = [field.get_attribute("value") for field in fields]
    with open(os.environ["WITNESS"], "w", encoding="utf-8") as file:
        json.dump([[applicant.password], tokens, cookies], file)
    if "FAIL" in os.environ:
        sources = "".join(page.content() for page in pages)
        pytest.fail(f"{applicant} Set-Cookie: session={cookies[0]}; Path=/ {sources}")
"""


@pytest.fixture(params=[False, True], ids=["passes", "fails"])
def published(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, list[bytes]]:
    """A real scenario's report, and the secrets that it dealt with."""
    (tmp_path / "secrets_witness.py").write_text(WITNESS, encoding="utf-8")
    folder, witness = tmp_path / "conformance", tmp_path / "secrets.json"
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT))),
        "WITNESS": str(witness),
    }
    plugins = ("-p", "secrets_witness", "-p", "no:cacheprovider")
    scenario = ("-k", "le_mot_de_passe_ne_tient_pas_lieu_de_code")
    options = (
        "--conformance",
        folder,
        "--junitxml",
        folder / "pytest.xml",
        "--output",
        tmp_path / "x",
    )
    subprocess.run(
        [sys.executable, "-m", "pytest", "features", *plugins, *scenario, *options],
        cwd=ROOT,
        env=environment | ({"FAIL": "1"} if request.param else {}),
        capture_output=True,
        check=False,
    )
    outcomes = {item.outcome for item in json_stream.read(folder).scenarios}
    # It fails after its last step, so that none has judged.
    ended = ScenarioOutcome.BROKEN if request.param else ScenarioOutcome.PASSED
    assert outcomes == {ended, ScenarioOutcome.NOT_RUN}
    passwords, tokens, cookies = json.loads(witness.read_text(encoding="utf-8"))
    assert passwords
    assert tokens
    assert cookies
    return folder, [secret.encode() for secret in (*passwords, *tokens, *cookies)]


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file, and what every archive holds."""
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.name, file.read_bytes()
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as archive:
                    yield from ((name, archive.read(name)) for name in archive.namelist())


def test_no_file_of_a_real_report_holds_a_password_or_a_token(
    published: tuple[Path, list[bytes]],
) -> None:
    folder, secrets = published
    files = list(contents(folder))
    assert {"conformance.json", "index.html", "pytest.xml"} <= {name for name, _ in files}
    assert [name for name, content in files for secret in secrets if secret in content] == []
