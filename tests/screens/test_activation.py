"""S09, 4ème étape: the address and the code."""

from collections.abc import Callable

import pytest

from tests.screens.conftest import SandboxClock
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor

TITLE = "Activation de votre espace abonné"
CODE_LABEL = "Votre code d'activation"
WRONG = "L'adresse électronique ou le code d'activation est incorrect."
EXPIRED = (
    "Le délai de 48h est dépassé : votre code d'activation est inopérant. Vous devez reprendre "
    "toute la procédure au début."
)
STALE_WINDOW = (
    "Cette fenêtre n'est plus valable. Veuillez saisir à nouveau votre adresse électronique et "
    "votre code d'activation."
)
TOO_MANY_TRIES = (
    "Trop de codes incorrects ont été saisis. Veuillez patienter 15 minutes avant de saisir à "
    "nouveau votre code d'activation : il reste valable dans le délai de 48h."
)
ALREADY_ACTIVE = "Cet espace abonné est déjà activé."
ADVICE = (
    "La création de votre espace n'a pas abouti ; veuillez vérifier si l'option \"Bloquer les "
    'fenêtres publicitaires intempestives" de votre navigateur internet est activée :'
)


def test_it_asks_for_the_address_and_the_code(visitor: Visitor) -> None:
    page = visitor.open("/activation")
    assert page.title == f"{TITLE} — SIMULATEUR"
    assert page.headings == [TITLE]
    assert page.labels == ["Votre adresse électronique :", "Votre code d'activation :"]
    assert [entry.kind for entry in page.form.fields] == ["text", "text"]
    assert set(page.values.values()) == {""}
    assert page.field(CODE_LABEL).help == (
        "Il ne s'agit pas ici de votre mot de passe, mais du code reçu dans votre messagerie "
        "électronique."
    )
    assert page.buttons == ["Valider"]


def test_a_right_pair_opens_a_window_from_the_same_screen(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    page = visitor.enter_code(visitor.receive_code())
    assert visitor.statuses == [200]
    assert page.headings == [TITLE]
    [window] = [form for form in page.forms if form.target]
    assert window.action == "/inscription"
    assert page.values["Votre adresse électronique"] == ADDRESS
    page = visitor.open_window()
    assert visitor.statuses == [303, 200]
    assert page.headings[0] == "Votre inscription"


def test_the_advice_against_a_blocked_window_is_ready_and_not_shown(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    page = visitor.enter_code(visitor.receive_code())
    [advice] = [node for node in page.nodes if node.attributes.get("id") == "window-blocked"]
    assert "hidden" in advice.attributes
    assert advice.text.startswith(ADVICE)
    assert (
        "Si oui, vous devez ajouter le site internet de l'administration fiscale (chaîne de "
        'caractères " *.impots.gouv.fr ") dans la liste des sites autorisés. Ensuite, fermez '
        "toutes les pages du navigateur et revenez activer votre espace depuis la page d'accueil ;"
        in advice.text
    )
    assert "Si non, contactez l'assistance" in advice.text
    assert page.link("contactez l'assistance").href == "/assistance"
    assert "JavaScript" in " ".join(node.text for node in page.root.all("noscript"))


def test_a_window_that_never_opened_spends_nothing(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    visitor.enter_code(code)
    assert visitor.log_in().alerts == ["Adresse électronique ou mot de passe incorrect."]
    visitor.enter_code(code)
    visitor.press("Valider")
    assert visitor.open_window().headings[0] == "Votre inscription"


@pytest.mark.parametrize(
    "typed, labels",
    [
        (("", ""), ["Votre adresse électronique", CODE_LABEL]),
        ((" \u00a0", "\t"), ["Votre adresse électronique", CODE_LABEL]),
        ((ADDRESS, ""), [CODE_LABEL]),
        (("", "fYnVuWNTA8oh"), ["Votre adresse électronique"]),
    ],
)
def test_a_missing_field_is_said_beside_it(
    visitor: Visitor, typed: tuple[str, str], labels: list[str]
) -> None:
    page = visitor.enter_code(typed[1], typed[0])
    assert visitor.statuses == [422]
    assert page.errors == {label: f"Le champ « {label} » est obligatoire." for label in labels}
    assert page.alerts == list(page.errors.values())
    assert tuple(page.values.values()) == typed


def test_an_unknown_address_and_a_wrong_code_are_refused_alike(visitor: Visitor) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    for address, typed in (
        ("autre@exemple.test", code),
        (ADDRESS, "A" * 12),
        (ADDRESS, code.swapcase()),
        (ADDRESS, PASSWORD),
        ("é", "漢"),
    ):
        page = visitor.enter_code(typed, address)
        assert visitor.statuses == [422]
        assert page.alerts == [WRONG]
        assert list(page.values.values()) == [address, typed]
        assert not [form for form in page.forms if form.target]


@pytest.mark.parametrize("before, after", [(" ", "\t"), ("\u00a0", "\u202f")])
def test_blanks_around_address_and_code_do_not_matter(
    visitor: Visitor, before: str, after: str
) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    visitor.enter_code(f"{before}{code}{after}", f"{before}{ADDRESS.upper()}{after}")
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_a_code_works_in_another_browser(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_preregistration()
    other = new_visitor()
    other.enter_code(visitor.receive_code())
    assert other.open_window().headings[0] == "Votre inscription"


def test_a_code_works_to_the_last_second_of_the_48_hours(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    clock.advance(hours=48)
    visitor.enter_code(code)
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_a_code_is_dead_right_after(visitor: Visitor, clock: SandboxClock) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    clock.advance(hours=48, seconds=0.000001)
    page = visitor.enter_code(code)
    assert visitor.statuses == [422]
    assert page.alerts == [EXPIRED]
    visitor.follow("Créez votre espace")
    assert visitor.url == "/procedure"


def test_the_48_hours_are_judged_again_when_the_window_opens(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    clock.advance(hours=48)
    visitor.enter_code(code)
    clock.advance(seconds=1)
    page = visitor.open_window()
    assert visitor.statuses == [422]
    assert page.alerts == [EXPIRED]


def test_an_old_code_stays_dead_after_a_new_pre_registration(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    old_code = visitor.receive_code()
    clock.advance(hours=49)
    visitor.reach_preregistration()
    assert visitor.enter_code(old_code).alerts == [WRONG]
    visitor.enter_code(visitor.receive_code())
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_a_used_code_is_told_from_a_wrong_one(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    page = visitor.enter_code(visitor.receive_code())
    assert visitor.statuses == [422]
    assert page.alerts == [ALREADY_ACTIVE]
    visitor.follow("Accédez à votre espace abonné")
    assert visitor.url == "/connexion"


def test_a_wrong_code_for_an_active_space_tells_nothing(visitor: Visitor) -> None:
    visitor.reach_confirmation()
    assert visitor.enter_code("A" * 12).alerts == [WRONG]


def test_a_stale_window_makes_no_space(visitor: Visitor, clock: SandboxClock) -> None:
    visitor.reach_preregistration()
    visitor.enter_code(visitor.receive_code())
    clock.advance(minutes=10, seconds=1)
    page = visitor.open_window()
    assert visitor.statuses == [422]
    assert page.alerts == [STALE_WINDOW]
    assert page.headings == [TITLE]


@pytest.mark.parametrize("ticket", [{}, {"ticket": ""}, {"ticket": "<b>"}])
def test_a_made_up_window_makes_no_space(visitor: Visitor, ticket: dict[str, str]) -> None:
    token = visitor.open("/activation").form.hidden
    page = visitor.post("/inscription", token | ticket)
    assert visitor.statuses == [422]
    assert page.headings == [TITLE]
    assert page.alerts


def test_another_browser_cannot_open_the_window(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_preregistration()
    page = visitor.enter_code(visitor.receive_code())
    [window] = [form for form in page.forms if form.target]
    thief = new_visitor()
    token = thief.open("/activation").form.hidden
    thief.post("/inscription", window.hidden | token)
    assert thief.statuses == [422]
    assert visitor.open_window().headings[0] == "Votre inscription"


def test_a_code_cannot_be_guessed_and_the_right_one_works_after_the_pause(
    visitor: Visitor, clock: SandboxClock
) -> None:
    visitor.reach_preregistration()
    code = visitor.receive_code()
    for _ in range(20):
        assert visitor.enter_code("A" * 12).alerts == [WRONG]
    page = visitor.enter_code(code)
    assert visitor.statuses == [429]
    assert page.alerts == [TOO_MANY_TRIES]
    clock.advance(minutes=15, seconds=1)
    visitor.enter_code(code)
    assert visitor.open_window().headings[0] == "Votre inscription"


@pytest.mark.parametrize("path", ["/activation", "/inscription"])
def test_a_form_without_its_token_gets_a_page_that_leads_back_here(
    visitor: Visitor, path: str
) -> None:
    visitor.open("/activation")
    page = visitor.post(path, {"address": ADDRESS, "code": "A" * 12, "ticket": "x"})
    assert visitor.statuses == [400]
    assert "Votre session a expiré, veuillez recommencer." in page.main
    visitor.follow("Recommencer")
    assert visitor.statuses == [200]
    assert visitor.page.headings == [TITLE]


def test_quitter_leads_home(visitor: Visitor) -> None:
    visitor.open("/activation")
    visitor.follow("Quitter")
    assert visitor.url == "/"


def test_every_path_of_the_fiche_leads_here(visitor: Visitor) -> None:
    for path in (
        ["Créer / Activer mon espace"],
        ["Professionnel", "Je crée mon espace professionnel"],
        ["Professionnels", "Créez mon Espace abonné"],
    ):
        visitor.open("/")
        for text in path:
            visitor.follow(text)
        assert visitor.url == "/procedure"
        hrefs = {
            link.href
            for link in visitor.page.links
            if link.text == "2ème étape : Activez votre espace"
        }
        assert "/activation" in hrefs
