"""A trainer and six trainees in real browsers, and every screen of the class as axe sees it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, Locator, Page, expect

from fixtures.accessibility import Examination
from fixtures.browser.finding import Chromium
from fixtures.browser.launching import loopback_only, through
from simulator.server import Server
from simulator.simulation import Class, Settings

CODE, PASSWORD = "ACDEFG", "mot-de-passe"
NAMES = ("Lila", "Malo", "Zoé", "Aïcha", "Jean-Paul", "Lila")


@pytest.fixture(scope="module")
def chrome(browser_type: BrowserType, chromium: Chromium) -> Iterator[Browser]:
    arguments = [through(None), loopback_only()]
    with browser_type.launch(executable_path=chromium.executable, args=arguments) as browser:
        yield browser


@pytest.fixture
def site() -> Iterator[str]:
    with Server(Settings(classroom=Class(CODE, PASSWORD))) as server:
        yield server.url


@pytest.fixture
def board(chrome: Browser, site: str) -> Iterator[Page]:
    page = chrome.new_context().new_page()
    page.goto(f"{site}/classe/tableau/")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("heading", name="Tableau de la classe")).to_be_visible()
    yield page
    page.context.close()


def join(chrome: Browser, site: str, first_name: str) -> Page:
    page = chrome.new_context().new_page()
    page.goto(site)
    page.get_by_label("Code de la classe").fill(CODE.lower())
    page.get_by_label("Votre prénom").fill(first_name)
    page.get_by_role("button", name="Prendre une place").click()
    expect(page.get_by_text("Place de")).to_contain_text(first_name)
    return page


def fill(page: Page, label: str, text: str) -> None:
    for field in page.get_by_label(re.compile(label)).all():
        field.fill(text)


def preregister(page: Page) -> None:
    page.get_by_role("link", name="Créer / Activer mon espace").first.click()
    page.get_by_role("link", name="1ère étape : Créez votre espace").last.click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Valider").click()
    fill(page, "adresse électronique", "contact@cabinet.example")
    fill(page, "mot de passe", "Secret123")
    page.get_by_role("button", name="Valider").click()
    page.get_by_label(re.compile("Civilité")).select_option("Madame")
    for label, text in {
        "^\\W*Nom": "Rosemonde",
        "Prénom": "Lila",
        "S.I.R.E.N": "987654321",
        "téléphone": "0124578877",
        "Ville": "PARIS",
        "Réponse": "Lili",
    }.items():
        fill(page, label, text)
    page.get_by_role("button", name="Valider").click()
    page.get_by_role("button", name="Confirmer").click()


def activate(page: Page) -> Page:
    page.get_by_role("link", name="Messagerie du simulateur").click()
    code = code_read(page)
    page.goto(re.sub(r"messagerie/.*", "activation", page.url))
    fill(page, "adresse électronique", "contact@cabinet.example")
    fill(page, "code d'activation", code)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Valider").click()
    return opened.value


def code_read(page: Page) -> str:
    page.get_by_role("link", name="ESPACE ABONNE").click()
    expect(page.get_by_text("Votre espace abonné sera actif")).to_be_visible()
    found = re.search(r"^\s*([A-Za-z0-9]{12})\s*$", page.locator("main").inner_text(), re.MULTILINE)
    assert found
    return found[1]


def row(board: Page, first_name: str) -> Locator:
    name = board.get_by_role("link", name=first_name, exact=True)
    return board.get_by_role("row").filter(has=name)


def act(board: Page, first_name: str, action: str) -> None:
    row(board, first_name).get_by_role("checkbox").check()
    board.get_by_role("button", name=action, exact=True).click()


def give(board: Page, first_name: str, exercise: str) -> None:
    board.get_by_label("Exercice", exact=True).select_option(exercise)
    act(board, first_name, "Donner l'exercice")


def test_a_trainer_follows_six_trainees_and_acts_on_them(
    chrome: Browser, site: str, board: Page
) -> None:
    seats = [join(chrome, site, name) for name in NAMES]
    expect(row(board, "Lila (2)")).to_contain_text("Page d'accueil")
    for page in seats:
        preregister(page)  # the same address in each: every seat is a world of its own
    expect(row(board, "Zoé")).to_contain_text("6/8")
    expect(row(board, "Malo")).to_contain_text("1 reçu")

    confirmation = activate(seats[0])
    expect(confirmation.get_by_text("Ce numéro d'abonné vous est personnel")).to_be_visible()
    expect(row(board, "Lila")).to_contain_text("terminé")

    act(board, "Malo", "+49 h")
    expect(row(board, "Malo")).to_contain_text("Horloge : +49 h")
    board.get_by_label("Incident", exact=True).select_option(
        "Code : le courriel l'écrit en majuscules"
    )
    act(board, "Zoé", "Mettre en place")
    expect(row(board, "Zoé")).to_contain_text("le courriel l'écrit en majuscules")
    expect(row(board, "Aïcha")).not_to_contain_text("majuscules")

    give(board, "Zoé", "Première création")
    seats[2].goto(re.sub(r"(/b/\w+/).*", r"\1", seats[2].url))
    preregister(seats[2])
    expect(row(board, "Zoé")).to_contain_text("Première création : 1/3")
    done = activate(seats[2])
    expect(done.get_by_text("✓ L'espace est créé")).to_be_visible()
    expect(row(board, "Zoé")).to_contain_text("Première création : 3/3")

    give(board, "Malo", "Les 48 heures sont passées")
    act(board, "Malo", "+49 h")
    seats[1].goto(re.sub(r"(/b/\w+/).*", r"\1messagerie", seats[1].url))
    code = code_read(seats[1])
    seats[1].goto(re.sub(r"messagerie/.*", "activation", seats[1].url))
    fill(seats[1], "adresse électronique", "contact@cabinet.example")
    fill(seats[1], "code d'activation", code)
    seats[1].get_by_role("button", name="Valider").click()
    expect(seats[1].get_by_text("✓ Le code est refusé")).to_be_visible()
    expect(row(board, "Malo")).to_contain_text("Les 48 heures sont passées : 1/2")

    give(board, "Jean-Paul", "L'adresse d'un cabinet")
    expect(row(board, "Jean-Paul")).to_contain_text("L'adresse d'un cabinet : 0/2")

    act(board, "Aïcha", "Remettre à zéro")
    expect(row(board, "Aïcha")).to_contain_text("0/8")
    seats[3].reload()
    expect(seats[3].get_by_text("Place de")).to_contain_text("Aïcha")

    key = seats[4].locator(".seat__key").inner_text()
    other = chrome.new_context().new_page()
    other.goto(f"{site}/classe/")
    other.get_by_label("Clé de votre place").fill(key)
    other.get_by_role("button", name="Revenir à ma place").click()
    expect(other.get_by_text("Place de")).to_contain_text("Jean-Paul")


def test_every_screen_of_the_class_is_sound_at_any_width(
    chrome: Browser, site: str, board: Page
) -> None:
    examination = Examination(widths=(360, 768, 1280))
    stranger = chrome.new_context().new_page()
    stranger.goto(f"{site}/classe/")
    examination.examine("entrée", stranger.get_by_role("heading", name="Rejoindre la classe"))
    stranger.get_by_role("button", name="Prendre une place").click()
    examination.examine("entrée refusée", stranger.get_by_role("alert"))
    stranger.goto(f"{site}/classe/tableau/")
    examination.examine("mot de passe", stranger.get_by_label("Mot de passe"))
    seat = join(chrome, site, "Lila")
    examination.examine("place", seat.get_by_text("Place de"))
    expect(row(board, "Lila")).to_be_visible()
    act(board, "Lila", "+49 h")
    examination.examine("tableau", row(board, "Lila").get_by_text("+49 h"))
    give(board, "Lila", "La fenêtre bloquée")
    seat.reload()
    examination.examine("place, exercice", seat.get_by_text("Exercice : La fenêtre bloquée"))
    board.get_by_role("button", name="+1 h", exact=True).click()
    examination.examine("tableau sans place cochée", board.get_by_role("alert"))
    board.goto(f"{site}/classe/projecteur")
    examination.examine("projection", board.get_by_text(CODE))
    assert (examination.faults, examination.overflows) == ([], [])


def test_the_board_keeps_what_is_ticked_and_where_one_is(
    chrome: Browser, site: str, board: Page
) -> None:
    seat = join(chrome, site, "Lila")
    box = row(board, "Lila").get_by_role("checkbox")
    box.focus()
    board.keyboard.press("Space")
    seat.get_by_role("link", name="Créer / Activer mon espace").first.click()
    expect(row(board, "Lila")).to_contain_text("Choix de la procédure")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
