import io
import re
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pdfua
import pikepdf
import pytest

from reports.formats import filing_pdf
from reports.judging.model import Report
from tests.reports.formats.samples import NASTY_TEXTS, poison

MARKUP = "<script>alert('&\"')</script>"


def pages(content: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [page.extract_text().replace("\u00a0", " ") for page in document.pages]


def test_first_page_says_what_a_lead_signs(varied_report: Report) -> None:
    first, *_ = pages(filing_pdf.render(varied_report))
    for words in (
        "Tout ne tient pas : 1 énoncé non conforme hors échecs connus",
        "simulateur embarqué",
        "http://127.0.0.1:4242",
        "espace-expert 0.1.0, commit 0a1b2c3",
        "15/07/2026 à 00:30:00 (heure de Paris)",
        "chromium 156.0",
        "Défaut mis exprès dans la cible (late-code)",
        "Échec connu de U-11",
        "Partie 1 sur 3",
        "R-1.002 (fiche, lignes 24, 537)",
        "mauvais (features/a.feature, ligne 12)",
        f"attendu {MARKUP}",
        "Visa du responsable qualité",
        "Signature",
    ):
        assert words in first


def test_every_statement_is_in_the_table_with_its_origin(varied_report: Report) -> None:
    first, *rest = pages(filing_pdf.render(varied_report))
    text = "\n".join(rest)
    for result in varied_report.statements:
        assert result.statement.id in text
    assert f"« texte de R-1.001 {MARKUP} »" in text
    assert f"texte de A-06 {MARKUP}" in text
    assert "« texte de A-06" not in text
    for origin in ("fiche, lignes 24,", "lecture", "choix du simulateur"):
        assert re.search(f"^{origin}", text, re.MULTILINE)  # below an id, in its own cell
    assert "Pas d’horloge." not in text
    assert "À vérifier par une personne" in text
    assert f"Page 1 sur {1 + len(rest)}" in first


def test_a_report_that_holds_says_so(green_report: Report) -> None:
    first, *_ = pages(filing_pdf.render(green_report))
    assert "Tout ce qui est déclaré a été exécuté et tient." in first
    assert "Aucun énoncé non conforme." in first
    assert "À savoir" not in first


def test_same_report_same_bytes(varied_report: Report) -> None:
    assert filing_pdf.render(varied_report) == filing_pdf.render(varied_report)


def test_it_is_pdf_ua(varied_report: Report, tmp_path: Path) -> None:
    file = tmp_path / "conformance.pdf"
    file.write_bytes(filing_pdf.render(varied_report))
    report = pdfua.validate(str(file))
    assert report.findings == ()
    with pikepdf.open(file) as document:
        assert document.Root.Lang == "fr-FR"
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert document.Root.ViewerPreferences.DisplayDocTitle
        metadata = document.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].startswith("Rapport de conformité")


@pytest.mark.parametrize("text", NASTY_TEXTS.values(), ids=NASTY_TEXTS)
def test_no_text_can_break_it(varied_report: Report, text: str, tmp_path: Path) -> None:
    file = tmp_path / "conformance.pdf"
    file.write_bytes(filing_pdf.render(poison(varied_report, text)))
    assert pdfua.validate(str(file)).findings == ()


@pytest.mark.parametrize("name", ["balises", "cdata", "tableau", "markdown", "typst", "liens"])
def test_markup_is_printed_as_it_is(varied_report: Report, name: str) -> None:
    text = " ".join(pages(filing_pdf.render(poison(varied_report, NASTY_TEXTS[name]))))
    assert NASTY_TEXTS[name].replace(" ", "") in "".join(text.split())


def test_what_no_font_holds_is_spelled_out(varied_report: Report) -> None:
    [first, *_] = pages(filing_pdf.render(poison(varied_report, "漢\x00Ж\u202e")))
    assert "simulateur embarqué[U+6F22][U+0000]Ж[U+202E]" in first


def test_long_texts_are_cut_and_say_so(varied_report: Report) -> None:
    name = "x" * 10_000
    target = replace(varied_report.target, name=name)
    [first, second, *_] = pages(filing_pdf.render(replace(varied_report, target=target)))
    assert "[…]" in first
    assert "Visa du responsable qualité" in first
    assert "xxx" not in second
