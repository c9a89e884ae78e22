"""Each disguise is a sound site, and one on which no chosen word of the simulator is left."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from io import BytesIO

import pdfplumber
import pytest
from lxml import html
from lxml.html import HtmlElement

from simulator.domain.values.enrolment import Question
from simulator.screens import errors
from simulator.wording import Wording
from tests.disguise.conftest import walking
from tests.disguise.control import TOKEN
from tests.disguise.costume import EVERYWHERE, FOLDER, NAMES, Costume, costume, plain
from tests.disguise.pages import texts_of, without_frame
from tests.disguise.walking.typed import ADDRESS, ENROLMENT, PASSWORD, code_in, credentials, text_of
from tests.disguise.walking.walk import Walk

WalkOf = Callable[[str | None], Walk]

ATTESTED: dict[str, list[str]] = tomllib.loads((FOLDER / "attested.toml").read_text("utf-8"))
# Neither a word nor attested: the end of a sentence, a subscriber number.
_VALUE = re.compile(r"\.|\d{14}")
_NOT_OF_THE_SITE = {
    "base.html",  # below others, as the next three
    "_assistance.html",
    "_credentials.html",
    "_forms.html",
    "access_gate.html",  # a simulator's door, none here
    "control_page.html",  # our own
    "mail.html",  # a simulator's mailbox: here the e-mails go to another server
    "mail_source.html",
    "mailbox.html",
    "simulator_notes.html",  # about the simulator, and led to by its banner alone
}


@pytest.fixture(params=NAMES)
def worn_costume(request: pytest.FixtureRequest) -> Costume:
    return costume(request.param)


@pytest.fixture
def walk(worn_costume: Costume, walk_of: WalkOf) -> Walk:
    return walk_of(worn_costume.name)


def _is_attested(screen: str, text: str) -> bool:
    patterns = (
        re.sub(r"\\\{\w+\\\}", ".+", re.escape(attested))
        for where in (screen, "frame")
        for attested in ATTESTED.get(where, ())
    )
    return any(re.fullmatch(pattern, text) for pattern in patterns)


def _texts(page: HtmlElement) -> Iterator[str]:
    for text in texts_of(page.find("body")):
        if (words := plain(text.text)) and not _VALUE.fullmatch(words):
            yield words


def test_each_text_of_the_simulator_is_attested_or_chosen(
    walk_of: WalkOf, worn_costume: Costume
) -> None:
    unknown = {
        (seen.screen, text)
        for seen in walk_of(None).seen
        for text in _texts(without_frame(html.fromstring(html.tostring(seen.page))))
        if not _is_attested(seen.screen, text)
        and worn_costume.words.other(seen.screen, text) is None
    }
    assert unknown == set()


def test_the_walk_shows_each_template(walk_of: WalkOf) -> None:
    templates = set(walk_of(None).app.jinja_env.list_templates())
    assert templates - walk_of(None).templates == _NOT_OF_THE_SITE


def test_each_unattested_wording_has_other_words(worn_costume: Costume) -> None:
    wording = Wording()
    chosen: list[str] = [text for texts in errors._TEXTS.values() for text in texts]  # noqa: SLF001 - the words of the pages that a walk can't provoke
    chosen += errors._OTHERS  # noqa: SLF001 - the same
    for field in wording.__dataclass_fields__.values():
        if not field.metadata["is_attested"]:
            value = getattr(wording, field.name)
            chosen += [value] if isinstance(value, str) else value.values()
    filled = [text.format(label="Nom", limit=50) for text in chosen]
    assert [text for text in filled if worn_costume.words.other("", text) is None] == []
    unattested = {Question.BIRTH_CITY, Question.FIRST_SCHOOL}
    assert set(worn_costume.questions) == unattested


def test_words_are_those_of_the_simulator(walk_of: WalkOf, worn_costume: Costume) -> None:
    shown = {(seen.screen, text) for seen in walk_of(None).seen for text in _texts(seen.page)}
    of_screens = {where for where in worn_costume.words.reasons if where[0] != EVERYWHERE}
    missing = {
        (screen, chosen)
        for screen, chosen in of_screens
        if "{" not in chosen and (screen, chosen) not in shown
    }
    # In the head of a page alone.
    assert missing == {("home", "Accueil")}


def test_disguises_share_no_word() -> None:
    for screen, chosen in costume("mairie").words.reasons:
        said = {costume(name).words.other(screen, chosen) for name in NAMES}
        assert len(said | {chosen}) == 1 + len(NAMES), chosen


def test_no_chosen_word_is_left(walk: Walk, worn_costume: Costume) -> None:
    left = {
        (seen.screen, text)
        for seen in walk.seen
        for text in _texts(seen.page)
        if worn_costume.words.other(seen.screen, text) is not None
    }
    assert left == set()
    told = "\n".join(html.tostring(seen.page, encoding="unicode") for seen in walk.seen)
    assert set(re.findall(r"(?i)\w*simulat\w*", told)) == {"Simulateurs"}  # attested, on S01


def test_every_attested_word_is_still_there(walk: Walk) -> None:
    for screen, attested in ATTESTED.items():
        shown = [_all_words(seen.page) for seen in walk.seen if screen in (seen.screen, "frame")]
        for text in attested:
            pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(text))
            assert any(re.search(pattern, words) for words in shown), (screen, text)


def _all_words(page: HtmlElement) -> str:
    buttons = [button.get("value", "") for button in page.xpath("//input[@type='submit']")]
    return plain(" ".join([*page.find("body").itertext(), *buttons]))


def test_no_landmark_nor_role_nor_title_of_first_level_is_left(walk: Walk) -> None:
    for seen in walk.seen:
        found = seen.page.xpath(
            "//main | //header | //footer | //nav | //section | //aside | //article | //h1"
            " | //*[@role] | //*[@aria-label] | //*[@aria-describedby]"
        )
        assert found == [], (seen.screen, found)


def test_enter_presses_the_main_button(walk: Walk, worn_costume: Costume) -> None:
    main = {worn_costume.buttons[action] for action in ("validate", "confirm", "ok")}
    for seen in walk.seen:
        for first in seen.page.xpath("//form[.//@type='password' or .//select]//*[@name]"):
            if first.tag == "button" or first.get("type") == "submit":
                assert first.get("name") in main
                break


def test_no_address_nor_name_of_the_simulator_is_left(walk: Walk, worn_costume: Costume) -> None:
    own = set(worn_costume.routes.values()) | {worn_costume.style_path}
    patterns = [re.escape(path).replace(r"\{id\}", "[0-9a-f]{32}") for path in own]
    for seen in walk.seen:
        for url in seen.page.xpath("//@href | //@action"):
            assert any(re.fullmatch(pattern, url) for pattern in patterns), url
        names = set(seen.page.xpath("//form//@name"))
        assert names <= {*worn_costume.names.values(), *worn_costume.buttons.values()}
        ids = seen.page.xpath("//@id | //@for | //@aria-labelledby")
        assert all(each.startswith(worn_costume.id_prefix) for each in ids)


def test_addresses_and_names_of_the_simulator_are_unknown(worn_costume: Costume) -> None:
    with walking(worn_costume.name) as walk:
        client = walk.app.test_client()
        for path in worn_costume.routes:
            if path not in {"/", *worn_costume.routes.values()}:
                assert client.get(path).status_code == 404, path
        person = walk.person()
        person.open("conditions", "/creation")
        answer = client.post(worn_costume.routes["/creation"], data={"are_accepted": "y"})
        assert answer.status_code != 303


def test_what_a_person_types_stays(worn_costume: Costume) -> None:
    typed = {"Nom": "Recommencer", "Ville": "Page introuvable", "Réponse": "SIMULATEUR"}
    assert all(worn_costume.words.other("summary", value) for value in typed.values())
    strange = {"Libellé de la voie": "/connexion?v=1&csrf_token=a <b>"}
    with walking(worn_costume.name) as walk:
        person = walk.reach_enrolment()
        person.press("Valider", "summary", ENROLMENT | typed | strange)
        for value in (*typed.values(), *strange.values()):
            assert f" {value} " in f"{person.text} "
        person.press("Étape précédente", "enrolment")
        [form] = person.forms
        for label, value in (typed | strange).items():
            assert person.control(form, label).get("value") == value


def test_the_procedure_ends_with_a_record(walk: Walk) -> None:
    with pdfplumber.open(BytesIO(walk.record)) as pdf:
        text = plain(" ".join(page.extract_text() for page in pdf.pages))
    for label in ATTESTED["summary"]:
        if label.endswith(" :"):
            assert label in text
    assert "simulateur" not in text.lower()
    for value in ("Madame Lila Rosemonde", "987 654 321", "SARLALERIS", "01 24 57 88 77", "Lili"):
        assert value in text


def test_each_record_has_a_layout_of_its_own(walk_of: WalkOf) -> None:
    first_lines = set()
    for name in (None, *NAMES):
        with pdfplumber.open(BytesIO(walk_of(name).record)) as pdf:
            first_lines.add(pdf.pages[0].extract_text().splitlines()[0])
    assert len(first_lines) == 1 + len(NAMES)


def test_the_mail_says_the_same(walk: Walk, walk_of: WalkOf, worn_costume: Costume) -> None:
    message, simulators = walk.mail.messages[0], walk_of(None).mail.messages[0]
    assert _words(message) == _words(simulators)
    for name in ("From", "To", "Subject"):
        assert message[name] == simulators[name]
    assert [name for name in message if name.startswith("X-")] == []
    assert set(code_in(message)) <= set(worn_costume.code_alphabet)


def _words(message: EmailMessage) -> str:
    """Return the words of a message, its code apart, its soft line breaks joined."""
    text = text_of(message).replace("\r\n", "\n")
    return plain(re.sub(r"(?m)^\w{12} ?$", "", text))


def test_each_mail_has_a_writing_of_its_own(walk_of: WalkOf) -> None:
    writings = set()
    for name in (None, *NAMES):
        message = walk_of(name).mail.messages[0]
        body = message.get_body(("plain",))
        assert body is not None
        writings.add(
            (message.get_content_type(), body["Content-Transfer-Encoding"], body["Content-Type"])
        )
    assert len(writings) == 1 + len(NAMES)


def _control(walk: Walk, path: str, body: Mapping[str, object]) -> dict[str, str]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = walk.app.test_client().post(f"/_control/{path}", json=body, headers=headers)
    assert answer.status_code == 201
    made: dict[str, str] = json.loads(answer.text)
    return made


def test_a_defect_still_shows(worn_costume: Costume) -> None:
    with walking(worn_costume.name) as walk:
        made = _control(walk, "sandboxes", {"defects": ["creation-d-un-compte"]})
        person = walk.person()
        person.type_address("conditions", f"{made['path']}{worn_costume.routes['/creation'][1:]}")
        assert "Création de votre compte" in person.text
        person.open("conditions", "/creation")
        assert "Création de votre espace abonné" in person.text


def test_the_control_interface_leads_to_disguised_screens(worn_costume: Costume) -> None:
    with walking(worn_costume.name) as walk:
        assert walk.app.test_client().get("/_control/sandboxes").status_code == 404
        made = _control(walk, "sandboxes", {"id": "bac"})
        applicant = {"address": ADDRESS, "password": PASSWORD}
        asked = {"screen": "enrolment", "applicant": applicant}
        arrival = _control(walk, "sandboxes/bac/arrivals", asked)
        assert made["path"] == arrival["cookie_path"] == "/b/bac/"
        assert arrival["cookie_name"] == f"{worn_costume.cookie}_bac"
        person = walk.person()
        person.client.set_cookie(
            arrival["cookie_name"], arrival["cookie_value"], path=arrival["cookie_path"]
        )
        person.type_address("enrolment", arrival["path"])
        assert "remplissez votre formulaire" in person.text
        person.press("Étape précédente", "credentials")
        person.press("Valider", "enrolment", credentials(ADDRESS))
        assert "/b/bac/" in person.url
