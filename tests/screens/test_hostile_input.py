"""Bad input: refused with a French sentence, or shown exactly as typed, never more."""

from collections.abc import Callable, Iterator

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.page import Page
from tests.screens.visitor import ADDRESS, ENROLMENT, Visitor, credentials

SHOWABLE = {
    "quotes": "\"'`«»\u2019",
    "markup": "<b>x</b></dd><img src=x onerror=alert(1)>",
    "entities": "&lt;&amp;&#0; &eacute",
    "template": "{{7*7}}{% if %}{label}%(x)s%d",
    "emoji": "🎉👩\u200d👩\u200d👧",
    "right to left": "שלום עולם",
    "other scripts": "漢字 Ελλάδα ไทย",
    "backslashes": "C:\\x\\u0000 \\n",
    "sql": "'); DROP TABLE spaces;--",
    "formula": '=HYPERLINK("x")',
}
UNSHOWABLE = {
    "line break": "a\r\nBcc: b@exemple.test",
    "NUL": "a\0b",
    "escape": "a\x1b[31mb",
    "reversed": "a\u202eb",
    "line separator": "a\u2028b",
    "private use": "a\ue000b",
    "not a character": "a\ufffeb",
}
TOO_LONG = {"10 kB": "a" * 10_240}
HOSTILE = SHOWABLE | UNSHOWABLE | TOO_LONG
PASSWORDS = {"password", "password_again"}

Reach = Callable[[Visitor, Space], object]


def reach_certified_address(visitor: Visitor, space: Space) -> None:
    visitor.reach_credentials()
    visitor.press("Valider", credentials(space.address))


def reach_option(visitor: Visitor, space: Space) -> None:
    reach_certified_address(visitor, space)
    visitor.follow("Optez pour l'accès sans certificat")


def reach_question(visitor: Visitor, _: Space) -> None:
    visitor.reach_confirmation()
    number = visitor.page.texts("strong")[-1]
    visitor.open("/mot-de-passe-oublie")
    visitor.press(
        "Valider", {"Votre adresse électronique": ADDRESS, "Votre numéro d'abonné": number}
    )


FORMS: dict[str, Reach] = {
    "credentials": lambda visitor, _: visitor.reach_credentials(),
    "certified_address": reach_certified_address,
    "certificate_option": reach_option,
    "enrolment": lambda visitor, _: visitor.reach_enrolment(),
    "activation": lambda visitor, _: visitor.open("/activation"),
    "login": lambda visitor, _: visitor.open("/connexion"),
    "forgotten_password": lambda visitor, _: visitor.open("/mot-de-passe-oublie"),
    "forgotten_password_question": reach_question,
}


@pytest.fixture
def certified(add_space: Callable[..., Space]) -> Space:
    return add_space("certifiee@exemple.test", has_certificate=True)


def tags_of(page: Page) -> list[str]:
    return sorted({node.tag for node in page.nodes} - {"ul", "li"})


def texts_typed_into_each_field(page: Page) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each hostile text with a form that holds it in every field."""
    names = [entry.name for entry in page.form.fields if entry.kind != "checkbox"]
    for kind, text in HOSTILE.items():
        yield kind, dict.fromkeys(names, text)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_refuses_in_french_and_keeps_what_was_typed(
    visitor: Visitor, certified: Space, form: str
) -> None:
    FORMS[form](visitor, certified)
    screen = visitor.page
    expected_tags = {*tags_of(screen), "p", "a", "div"}
    path = visitor.url
    for kind, typed in texts_typed_into_each_field(screen):
        page = visitor.post(path, screen.form.hidden | typed)
        assert visitor.statuses in ([422], [429]), kind
        assert page.alerts, kind
        assert all(alert.endswith(".") for alert in page.alerts), kind
        for entry in page.form.fields:
            if entry.name in PASSWORDS:
                assert entry.value == "", kind
            elif entry.name in typed and not entry.options:
                assert entry.value == typed[entry.name], kind
        assert {*tags_of(page)} <= expected_tags, kind


@pytest.mark.parametrize("text", SHOWABLE.values(), ids=SHOWABLE)
def test_a_free_text_is_shown_as_typed_from_the_summary_to_the_space(
    visitor: Visitor, text: str
) -> None:
    free = ["Numéro de la voie", "Libellé de la voie", "Ville", "Pays", "Réponse"]
    summary = visitor.reach_summary(**dict.fromkeys(free, text))
    assert visitor.statuses == [303, 200]
    assert {dict(summary.recap)[f"{label} :"] for label in free} == {text}
    visitor.press("Confirmer")
    visitor.enter_code(visitor.receive_code())
    visitor.open_window()
    record = visitor.client.get(visitor.page.link("Sauvegardez ou imprimez votre formulaire").href)
    assert record.mimetype == "application/pdf"
    visitor.log_in()
    assert visitor.open("/espace/coordonnees").recap == summary.recap


@pytest.mark.parametrize("text", [*UNSHOWABLE.values()], ids=UNSHOWABLE)
@pytest.mark.parametrize("label", ["Nom", "Prénom", "Complément d'adresse", "Ville", "Réponse"])
def test_what_cannot_be_shown_is_refused_beside_its_field(
    visitor: Visitor, label: str, text: str
) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", ENROLMENT | {label: text})
    assert visitor.statuses == [422]
    assert list(page.errors) == [label]
    assert page.errors[label].startswith(f"Le champ « {label} » ")


@pytest.mark.parametrize("text", ["<b>" * 3_413, "🎉" * 10_240, "é" * 10_240, "\0" * 10_240])
def test_10_kb_of_anything_in_one_field_is_kept_beside_its_refusal(
    visitor: Visitor, text: str
) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", ENROLMENT | {"Réponse": text})
    assert visitor.statuses == [422]
    assert page.errors == {"Réponse": "Le champ « Réponse » ne doit pas dépasser 100 caractères."}
    assert page.values["Réponse"] == text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_name_is_refused_or_shown_as_typed(visitor: Visitor, text: str) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Valider", ENROLMENT | {"Nom": text})
    if visitor.statuses == [422]:
        assert page.field("Nom").value == text
        assert list(page.errors) == ["Nom"]
    else:
        assert dict(page.recap)["Nom :"] == text


@pytest.mark.parametrize("name", ["שלום", "O'Brien", "D\u2019Été-Müller", "Nguy\u1ec5n", "J. R."])
def test_a_name_is_the_same_on_every_screen(visitor: Visitor, name: str) -> None:
    page = visitor.reach_preregistration(Nom=name)
    assert f"Madame {name} Lila" in page.main
    visitor.enter_code(visitor.receive_code())
    assert f"Madame Lila {name}" in visitor.open_window().main
    assert f"Madame Lila {name}" in visitor.log_in().main


@pytest.mark.parametrize(
    "address",
    ["o'brien&co@exemple.test", "a{{7*7}}@exemple.test", "100%25|`x`@exemple.test", "$a^~@b-c.fr"],
)
def test_a_strange_address_is_shown_as_typed_in_pages_and_mail(
    visitor: Visitor, address: str
) -> None:
    page = visitor.reach_preregistration(address)
    assert f"({address})" in page.main
    visitor.receive_code()
    visitor.open("/messagerie")
    page = visitor.follow("ESPACE ABONNE DES PROFESSIONNELS")
    assert dict(page.recap)["Destinataire :"] == address
    visitor.enter_code(visitor.receive_code(), address)
    assert visitor.open_window().headings[0] == "Votre inscription"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_unknown_button_does_what_its_form_is_for(visitor: Visitor, text: str) -> None:
    visitor.reach_summary()
    page = visitor.post(visitor.url, visitor.page.form.hidden | {"action": text})
    assert visitor.statuses == [303, 200]
    assert page.headings == ["Activation de votre espace abonné"]


@pytest.mark.parametrize(
    "path",
    [
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/creation?x=%3Cscript%3Ealert(1)%3C/script%3E",
        "/creation/%22%3E%3Cscript%3Ealert(1)%3C/script%3E/identifiants",
        "/b/%3Cscript%3Ealert(1)%3C/script%3E/",
        "/connexion?next=//ailleurs.exemple.test",
    ],
)
def test_nothing_of_an_address_is_repeated_in_a_page(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    assert visitor.statuses[-1] in (200, 404)
    assert "alert(1)" not in page.html
    assert "ailleurs" not in page.html


def test_a_redirection_never_leaves_the_site(visitor: Visitor) -> None:
    for path in ("//ailleurs.exemple.test/", "/%5C%5Cailleurs.exemple.test", "//creation"):
        response = visitor.client.get(path)
        location = response.headers.get("Location", "/")
        assert location.startswith(("/", "http://localhost/"))
        assert not location.startswith(("//", "/\\"))


def test_many_fields_are_no_trouble(visitor: Visitor) -> None:
    visitor.open("/connexion")
    fields = visitor.page.form.hidden | {f"champ{n}": "x" for n in range(5_000)}
    visitor.post("/connexion", fields)
    assert visitor.statuses in ([413], [422])
