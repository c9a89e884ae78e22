"""D01, the record as a PDF, fetched as a browser would."""

import io
from collections.abc import Callable

import pdfplumber
import pytest
from werkzeug.test import TestResponse

from tests.screens.conftest import NOON, SandboxClock
from tests.screens.visitor import PASSWORD, Visitor

LINK = "Sauvegardez ou imprimez votre formulaire"


@pytest.fixture
def fetch(visitor: Visitor) -> Callable[[], TestResponse]:
    """Return what fetches the record that the screen links to."""

    def fetch() -> TestResponse:
        return visitor.client.get(visitor.page.link(LINK).href)

    return fetch


def words_of(response: TestResponse) -> str:
    with pdfplumber.open(io.BytesIO(response.data)) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)


def test_it_is_a_pdf_shown_in_the_window_and_named_by_its_number(
    visitor: Visitor, fetch: Callable[[], TestResponse]
) -> None:
    number = visitor.reach_confirmation().texts("strong")[-1]
    response = fetch()
    assert response.status_code == 200
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == f"inline; filename=recapitulatif_{number}.pdf"
    assert response.data.startswith(b"%PDF-")


def test_it_holds_the_number_the_date_and_every_value_of_the_summary(
    visitor: Visitor, clock: SandboxClock, fetch: Callable[[], TestResponse]
) -> None:
    summary = visitor.reach_summary(Ville="SAINT-ÉTIENNE")
    visitor.press("Confirmer")
    clock.advance(hours=24)
    visitor.enter_code(visitor.receive_code())
    number = visitor.open_window().texts("strong")[-1]
    words = words_of(fetch())
    assert "Madame Lila Rosemonde" in words
    assert f"Votre inscription a été réalisée le 11 mars 2026 sous le numéro {number}." in words
    for label, value in summary.recap:
        assert f"{label} {value}".strip() in words


def test_it_holds_neither_password_nor_code(
    visitor: Visitor, fetch: Callable[[], TestResponse]
) -> None:
    visitor.reach_confirmation()
    code = visitor.receive_code()
    words = words_of(fetch())
    assert PASSWORD not in words
    assert code not in words


def test_it_says_that_it_comes_from_a_simulator(
    visitor: Visitor, fetch: Callable[[], TestResponse]
) -> None:
    visitor.reach_confirmation()
    assert "simulateur : il n'a aucune valeur légale" in words_of(fetch())


def test_it_is_dated_by_the_sandbox_s_clock(
    visitor: Visitor, clock: SandboxClock, fetch: Callable[[], TestResponse]
) -> None:
    visitor.reach_confirmation()
    with pdfplumber.open(io.BytesIO(fetch().data)) as pdf:
        assert f"{NOON:%Y%m%d}" in pdf.metadata["CreationDate"]
    del clock


def test_nobody_else_can_have_it(visitor: Visitor, new_visitor: Callable[..., Visitor]) -> None:
    visitor.reach_confirmation()
    stranger = new_visitor()
    page = stranger.open(visitor.page.link(LINK).href)
    assert stranger.statuses == [403]
    assert page.headings == ["Accès refusé"]
    assert page.main == (
        "Accès refusé Cette page n'est pas accessible depuis ce navigateur. "
        "Revenir à la page d'accueil"
    )


def test_its_owner_has_it_once_logged_in(
    visitor: Visitor, new_visitor: Callable[..., Visitor]
) -> None:
    visitor.reach_confirmation()
    href = visitor.page.link(LINK).href
    owner = new_visitor()
    owner.log_in()
    assert owner.client.get(href).status_code == 200
    owner.press("Se déconnecter")
    assert owner.client.get(href).status_code == 403


@pytest.mark.parametrize("answer", ["漢字", "🎉", "שלום", "*gras* #let x = 1 \\ $ @ref"])
def test_whatever_can_be_typed_can_be_recorded(
    visitor: Visitor, fetch: Callable[[], TestResponse], answer: str
) -> None:
    visitor.reach_confirmation(Réponse=answer)
    assert fetch().status_code == 200
