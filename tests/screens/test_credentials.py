"""S04, 2ème étape: the address and the password."""

from collections.abc import Callable

import pytest

from simulator.domain.values.spaces import Space
from tests.screens.visitor import ADDRESS, PASSWORD, Visitor, credentials

TITLE = "2ème étape : créez vos identifiants"
ADDRESS_LABEL = "Votre adresse électronique"
AGAIN_LABEL = "Confirmer votre adresse électronique"
PASSWORD_LABEL = "Votre mot de passe"
PASSWORD_AGAIN_LABEL = "Confirmer votre mot de passe"

INVALID = "L'adresse électronique saisie n'est pas valide."
TOO_LONG = "L'adresse électronique ne doit pas dépasser 100 caractères."
ADDRESSES_DIFFER = "Les deux adresses électroniques saisies ne sont pas identiques."
PASSWORD_FORM = (
    "Le mot de passe doit comporter de 8 à 20 caractères, chiffres et lettres uniquement, "
    "sans espaces ni caractères accentués."
)
PASSWORDS_DIFFER = "Les deux mots de passe saisis ne sont pas identiques."
ACTIVE = (
    "Cette adresse électronique est déjà associée à un espace abonné sans certificat. "
    "Vous devez utiliser une autre adresse électronique."
)
PENDING = (
    "Une demande de création est déjà en cours pour cette adresse électronique. Pendant le délai "
    "de 48h, il est impossible de redemander un code d'activation avec la même adresse "
    "électronique."
)
ALL_REQUIRED = {
    "Votre adresse électronique": "Le champ « Votre adresse électronique » est obligatoire.",
    "Confirmer votre adresse électronique": (
        "Le champ « Confirmer votre adresse électronique » est obligatoire."
    ),
    "Votre mot de passe": "Le champ « Votre mot de passe » est obligatoire.",
    "Confirmer votre mot de passe": "Le champ « Confirmer votre mot de passe » est obligatoire.",
}
LONGEST = f"{'a' * 64}@{'b' * 32}.fr"


def test_it_asks_for_each_identifier_twice_without_stars(visitor: Visitor) -> None:
    page = visitor.reach_credentials()
    assert page.title == f"{TITLE} — SIMULATEUR"
    assert page.headings == [TITLE]
    assert page.labels == [
        "Votre adresse électronique :",
        "Confirmer votre adresse électronique :",
        "Votre mot de passe :",
        "Confirmer votre mot de passe:",
    ]
    assert [entry.kind for entry in page.form.fields] == ["text", "text", "password", "password"]
    assert set(page.values.values()) == {""}
    assert page.buttons == ["Valider"]
    assert "*" not in page.main


def test_it_explains_each_identifier_beside_it(visitor: Visitor) -> None:
    page = visitor.reach_credentials()
    assert [entry.help for entry in page.form.fields] == [
        (
            "Important : cette adresse électronique ne pourra être utilisée que pour un seul et "
            "unique espace."
        ),
        "",
        (
            "(8 caractères minimum et 20 caractères maximum. Les chiffres et les lettres sont "
            "autorisés). Pensez à noter votre mot de passe."
        ),
        "",
    ]


def test_its_reminder_and_its_advice_stand_under_the_form(visitor: Visitor) -> None:
    assert (
        "Valider Rappel : une adresse électronique ne peut être associée qu'à un seul espace "
        "abonné sans certificat. Conseil : Notez votre mot de passe car pour préserver la "
        "confidentialité de votre espace, il est stocké de façon cryptée : l'administration "
        "fiscale ne pourra donc pas vous le communiquer en cas d'oubli."
        in visitor.reach_credentials().main
    )


def test_nothing_is_left_to_the_browser_s_own_checks(visitor: Visitor) -> None:
    page = visitor.reach_credentials()
    assert all("novalidate" in form.attributes for form in page.root.all("form"))
    for entry in page.form.fields:
        assert not {"required", "maxlength", "minlength", "pattern"} & entry.attributes.keys()


def test_good_identifiers_lead_to_the_third_step(visitor: Visitor) -> None:
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials())
    assert visitor.statuses == [303, 200]
    assert page.headings[0] == "3ème étape : remplissez votre formulaire d'inscription"


@pytest.mark.parametrize(
    "address, again",
    [
        (LONGEST, LONGEST),
        ("A@exemple.test", "a@exemple.test"),
        (f"  {ADDRESS} ", f"\t{ADDRESS}\u00a0"),
        ("lila+impots@exemple.test", "lila+impots@exemple.test"),
    ],
    ids=["100 characters", "case", "outer blanks", "plus tag"],
)
def test_one_address_written_twice_goes_on(visitor: Visitor, address: str, again: str) -> None:
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials(address) | {AGAIN_LABEL: again})
    assert page.headings[0].startswith("3ème étape")
    assert address.strip() in page.main


@pytest.mark.parametrize("password", ["abcdefgh", "12345678", "Abcdefghij1234567890"])
def test_letters_only_digits_only_and_twenty_characters_are_good(
    visitor: Visitor, password: str
) -> None:
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials(password=password))
    assert page.headings[0].startswith("3ème étape")


@pytest.mark.parametrize(
    "typed, errors",
    [
        (dict.fromkeys(credentials(), ""), ALL_REQUIRED),
        ({ADDRESS_LABEL: "lila", AGAIN_LABEL: "lila"}, {ADDRESS_LABEL: INVALID}),
        ({ADDRESS_LABEL: "é@x.fr", AGAIN_LABEL: "é@x.fr"}, {ADDRESS_LABEL: INVALID}),
        ({ADDRESS_LABEL: "a@b", AGAIN_LABEL: "a@b"}, {ADDRESS_LABEL: INVALID}),
        (
            dict.fromkeys((ADDRESS_LABEL, AGAIN_LABEL), "=?utf-8?q?x?=@exemple.test"),
            {ADDRESS_LABEL: INVALID},
        ),
        (
            {ADDRESS_LABEL: f"b{LONGEST}", AGAIN_LABEL: f"b{LONGEST}"},
            {ADDRESS_LABEL: TOO_LONG},
        ),
        ({AGAIN_LABEL: "lola@exemple.test"}, {AGAIN_LABEL: ADDRESSES_DIFFER}),
        ({PASSWORD_LABEL: "abc1234"} | {PASSWORD_AGAIN_LABEL: "abc1234"}, PASSWORD_FORM),
        ({PASSWORD_LABEL: "a" * 21, PASSWORD_AGAIN_LABEL: "a" * 21}, PASSWORD_FORM),
        ({PASSWORD_LABEL: "Sécret123", PASSWORD_AGAIN_LABEL: "Sécret123"}, PASSWORD_FORM),
        ({PASSWORD_LABEL: "Secret 123", PASSWORD_AGAIN_LABEL: "Secret 123"}, PASSWORD_FORM),
        ({PASSWORD_LABEL: "Secret123\n", PASSWORD_AGAIN_LABEL: "Secret123\n"}, PASSWORD_FORM),
        ({PASSWORD_AGAIN_LABEL: "Secret124"}, {PASSWORD_AGAIN_LABEL: PASSWORDS_DIFFER}),
        ({PASSWORD_AGAIN_LABEL: "secret123"}, {PASSWORD_AGAIN_LABEL: PASSWORDS_DIFFER}),
        (
            {
                ADDRESS_LABEL: "lila",
                AGAIN_LABEL: "lola",
                PASSWORD_LABEL: "abc",
                PASSWORD_AGAIN_LABEL: "abd",
            },
            {
                ADDRESS_LABEL: INVALID,
                AGAIN_LABEL: ADDRESSES_DIFFER,
                PASSWORD_LABEL: PASSWORD_FORM,
                PASSWORD_AGAIN_LABEL: PASSWORDS_DIFFER,
            },
        ),
    ],
)
def test_every_fault_is_said_at_once_beside_its_field(
    visitor: Visitor, typed: dict[str, str], errors: dict[str, str] | str
) -> None:
    expected = errors if isinstance(errors, dict) else {PASSWORD_LABEL: errors}
    visitor.reach_credentials()
    sent = credentials() | typed
    page = visitor.press("Valider", sent)
    assert visitor.statuses == [422]
    assert page.errors == expected
    assert page.alerts == list(expected.values())
    assert page.values == sent | {PASSWORD_LABEL: "", PASSWORD_AGAIN_LABEL: ""}
    assert PASSWORD not in page.html


def test_a_form_with_nothing_but_its_token_is_an_empty_one(visitor: Visitor) -> None:
    token = visitor.reach_credentials().form.hidden["csrf_token"]
    page = visitor.post(visitor.url, {"csrf_token": token, "adresse": ADDRESS})
    assert visitor.statuses == [422]
    assert page.errors == ALL_REQUIRED


def test_a_form_without_its_token_leads_back_to_the_first_step(visitor: Visitor) -> None:
    visitor.reach_credentials()
    page = visitor.post(
        visitor.url, {"address": ADDRESS, "address_again": ADDRESS, "password": PASSWORD}
    )
    assert visitor.statuses == [400]
    assert page.headings[0] == "Création de votre espace abonné"
    assert page.alerts == ["Votre session a expiré, veuillez recommencer."]
    assert ADDRESS not in page.html


def test_the_address_of_a_space_is_refused_here(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space("Lila.Rosemonde@HOTMAIL.fr")
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials())
    assert visitor.statuses == [422]
    assert page.headings == [TITLE]
    assert page.errors == {ADDRESS_LABEL: ACTIVE}
    assert page.alerts == [ACTIVE]
    assert page.values[ADDRESS_LABEL] == ADDRESS
    assert "Optez pour l'accès sans certificat" not in page.text


def test_a_pending_address_is_refused_with_the_way_to_its_activation(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_preregistration()
    other = new_visitor()
    other.reach_credentials()
    page = other.press("Valider", credentials(ADDRESS.upper()))
    assert other.statuses == [422]
    assert page.headings == [TITLE]
    assert page.errors == {ADDRESS_LABEL: PENDING}
    other.follow("Activez votre espace abonné")
    assert other.url == "/activation"


def test_the_address_of_a_certificate_space_leads_to_its_own_screen(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space(has_certificate=True)
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials())
    assert visitor.statuses == [303, 200]
    assert page.headings == ["2ème étape : créer vos identifiants"]


def test_a_typing_fault_tells_nothing_of_the_address(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space()
    visitor.reach_credentials()
    page = visitor.press("Valider", credentials() | {PASSWORD_AGAIN_LABEL: "Secret124"})
    assert page.errors == {PASSWORD_AGAIN_LABEL: PASSWORDS_DIFFER}


def test_a_taken_address_undoes_the_one_given_before(
    visitor: Visitor, add_space: Callable[..., Space]
) -> None:
    add_space("prise@exemple.test")
    visitor.reach_enrolment()
    form_url = visitor.url
    visitor.press("Étape précédente")
    visitor.press("Valider", credentials("prise@exemple.test"))
    visitor.open(form_url)
    assert visitor.page.headings == [TITLE]


def test_going_back_to_it_shows_the_address_but_no_password(visitor: Visitor) -> None:
    visitor.reach_enrolment()
    page = visitor.press("Étape précédente")
    assert page.values == {
        ADDRESS_LABEL: ADDRESS,
        AGAIN_LABEL: ADDRESS,
        PASSWORD_LABEL: "",
        PASSWORD_AGAIN_LABEL: "",
    }


def test_another_address_given_later_supersedes(visitor: Visitor) -> None:
    page = visitor.reach_credentials()
    visitor.press("Valider", credentials())
    visitor.press("Valider", credentials("autre@exemple.test"), on=page)
    assert visitor.statuses == [303, 200]
    assert "* Adresse électronique : autre@exemple.test" in visitor.page.main


def test_nobody_else_can_open_it(visitor: Visitor, new_visitor: Callable[..., Visitor]) -> None:
    visitor.reach_enrolment()
    visitor.press("Étape précédente")
    stranger = new_visitor()
    page = stranger.open(visitor.url)
    assert stranger.statuses == [303, 200]
    assert page.headings[0] == "Création de votre espace abonné"
    assert ADDRESS not in page.html


def test_quitter_drops_what_was_entered(visitor: Visitor) -> None:
    visitor.reach_credentials()
    form_url = visitor.url
    visitor.follow("Quitter")
    assert visitor.url == "/"
    visitor.open(form_url)
    assert visitor.page.headings[0] == "Création de votre espace abonné"
