from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from reports.formats import markdown_summary
from reports.judging.model import Report
from tests.reports.formats.samples import NASTY_TEXTS, poison

# What GitHub reads, as far as this reader knows it; it leaves HTML as HTML does.
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def elements(report: Report) -> list[str]:
    tokens = MARKDOWN.parse(markdown_summary.render(report))
    flat = [part for token in tokens for part in (token, *(token.children or ()))]
    return [token.type for token in flat if token.type != "text"]


def words(report: Report) -> str:
    tokens = MARKDOWN.parse(markdown_summary.render(report))
    return "\n".join(
        "".join(part.content for part in token.children or ())
        for token in tokens
        if token.type == "inline"
    )


def test_first_line_is_the_verdict(varied_report: Report, green_report: Report) -> None:
    first, *_ = words(varied_report).splitlines()
    assert first.startswith("❌ Tout ne tient pas : 1 énoncé non conforme hors échecs connus")
    first, *_ = words(green_report).splitlines()
    assert first == "✅ Tout ce qui est déclaré a été exécuté et tient."


def test_all_that_a_lead_asks_is_there_and_short(varied_report: Report) -> None:
    text = words(varied_report)
    assert "Cible simulateur embarqué, le 15/07/2026 à 00:30:00" in text
    assert "version 0.1.0 0a1b2c3" in text
    assert "Défaut mis exprès dans la cible (late-code)" in text
    assert "Échec connu de U-11, en cours : attend la version 2 (Lila, jusqu’au 31/12/2026)" in text
    assert "U-11 (choix du simulateur) : texte de U-11 <script>alert('&\"')</script>" in text
    assert "À vérifier par une personne : Aucun écran ne le montre. R-1.004" in text
    assert len(markdown_summary.render(varied_report)) < 2_000


@pytest.mark.parametrize("text", NASTY_TEXTS.values(), ids=NASTY_TEXTS)
def test_markup_of_any_text_is_text(varied_report: Report, text: str) -> None:
    poisoned = poison(varied_report, text)
    markdown_summary.render(poisoned).encode()
    # No link, code, emphasis, table or HTML but those of the same report without markup.
    assert elements(poisoned) == elements(poison(varied_report, "x"))


@pytest.mark.parametrize("name", ["balises", "cdata", "tableau", "markdown", "typst", "liens"])
def test_markup_is_not_lost(varied_report: Report, name: str) -> None:
    assert f"commit {NASTY_TEXTS[name]}" not in words(varied_report)
    assert NASTY_TEXTS[name] in words(poison(varied_report, NASTY_TEXTS[name]))


def test_addresses_are_no_links_for_github_either(varied_report: Report) -> None:
    text = markdown_summary.render(poison(varied_report, NASTY_TEXTS["liens"]))
    assert "https\\://a.example www\\.a.example moi\\@a.example \\:smile: \\#12 \\@personne" in text


def test_long_lists_are_cut_and_say_so(varied_report: Report) -> None:
    failing = [item for item in varied_report.statements if item.verdict == "non conforme"]
    report = replace(varied_report, statements=tuple(failing * 40))
    text = words(report)
    assert "et 95 de plus, dans le rapport." in text
    assert len(text) < 10_000
