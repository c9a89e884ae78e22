from collections.abc import Callable
from io import BytesIO

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]  # no types published
import pytest
from pdfminer.pdftypes import resolve1

from simulator.documents.record import Section

Render = Callable[..., bytes]

MARKUP = [
    "<b>x</b> &amp; &eacute;",
    "#pagebreak() #sys.inputs #panic(1)",
    "*gras* _italique_ `code` $x^2$ = Titre",
    "- un + deux / trois: quatre // cinq /* six */",
    "\"entre guillemets\" 'simples' \\ \\u{41} \\n ~ @renvoi <renvoi>",
    "(cid:0) %PDF-1.7 {{ 7*7 }} endstream",
]

HOSTILE = {
    "emoji": "Lili 😀🇫🇷",
    "emoji joined by ZWJ": "👨\u200d👩\u200d👧",
    "ideographs": "漢字 かな 한국",
    "Thai and Tibetan": "ไทย བོད",
    "Devanagari": "हिन्दी",
    "Arabic": "محمد بن علي",
    "Hebrew": "דוד",
    "direction overrides": "\u202eabc\u202c \u2066x\u2069 \u200f",
    "combining accents": "e\u0301 n\u0303 x\u0331\u0301 \u0301",
    "piled accents": "a" + "\u0301" * 300,
    "controls": "a\x00b\x07c\x1bd\x7fe\x9ff",
    "line ends": "a\nb\r\nc\x0bd\x85e\u2028f\u2029g",
    "byte order mark": "a\ufeffb",
    "byte order mark and ideograph": "\ufeff漢",
    "lone surrogate": "a\ud800b",
    "no character at all": "\ufffe\uffff\ufdd0\U0010ffff",
    "private use": "\ue000\U000f0000",
    "blanks": " \t\u00a0\u202f\u3000\u200b",
    "10 kB without a blank": "x" * 10_000,
    "10 kB of ideographs": "漢" * 3_334,
    "10 kB of no-break spaces": "\u00a0" * 5_000,
    "nothing": "",
}


def with_value(value: str) -> list[Section]:
    return [("Contact", [("Adresse électronique :", value), ("Ville :", "PARIS")])]


def opened(pdf: bytes) -> pdfplumber.pdf.PDF:
    return pdfplumber.open(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def last_page_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        return document.pages[-1].extract_text()


def letters_in_the_margins_of(pdf: bytes) -> list[str]:
    margin = 68  # 24 mm in points
    with opened(pdf) as document:
        return [
            char["text"]
            for page in document.pages
            for char in page.chars
            if char["text"].strip()
            and not margin - 1 < char["x0"] < char["x1"] < page.width - margin + 1
        ]


def without_blanks(text: str) -> str:
    return "".join(text.split())


def metadata_stream_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        stream: bytes = resolve1(document.doc.catalog["Metadata"]).get_data()
    return stream.decode()


def test_it_says_who_is_registered_when_and_under_which_number(render: Render) -> None:
    lines = text_of(render()).splitlines()

    assert lines[1:5] == [
        "Votre inscription",
        "Madame Lila Rosemonde",
        "Votre inscription a été réalisée le 10 juin 2011 sous le numéro 2011XXXXXXXXXX.",
        "Ce numéro d'abonné vous est personnel et doit le rester.",
    ]


def test_every_label_stands_before_its_value_in_the_given_order(render: Render) -> None:
    lines = text_of(render()).splitlines()

    assert lines[6:-1] == [
        "Usager",
        "Civilité : Madame",
        "Nom : Rosemonde",
        "Prénom : Lila",
        "Entreprise d'appartenance",
        "Entreprise étrangère : non",
        "S.I.R.E.N. ou équivalent : 987 654 321",
        "Raison sociale : SARLALERIS",
        "Contact",
        "Numéro de téléphone : 01 24 57 88 77",
        "Adresse électronique : lila.rosemonde@example.fr",
        "Numéro de la voie :",
        "Nature de la voie :",
        "Libellé de la voie :",
        "Complément d'adresse :",
        "Code postal :",
        "Ville : PARIS",
        "Pays : FRANCE",
        "Question de confiance",
        "Question : Le nom de votre animal de compagnie ?",
        "Réponse : Lili",
    ]


@pytest.mark.parametrize(
    "value",
    [
        "Éléonore Lefèvre-Müller",
        "Œuvre",
        "L'Haÿ-les-Roses",
        "São Paulo",
        "Nguyễn Thị Đặng",
        "O'Brien",
        "L’Hôpital-d’Orbec",
        "Łódź Kőszegi Şahin Țîrlea Ħal",
        "Παπαδόπουλος Достоевский",
        *MARKUP,
    ],
)
def test_a_value_is_extracted_as_it_was_typed(render: Render, value: str) -> None:
    pdf = render(with_value(value), holder=f"Madame {value}")

    lines = text_of(pdf).splitlines()
    assert f"Madame {value}" in lines
    assert f"Adresse électronique : {value}" in lines
    assert "pdfuaid:part>1<" in metadata_stream_of(pdf)


@pytest.mark.parametrize(
    "value",
    [
        "a" * 64 + "@" + "b" * 32 + ".fr",
        "W" * 100,
        "Anne-Élisabeth-" * 7,
        "avenue du Général-de-Gaulle " * 8,
        "1-" * 60,
    ],
)
def test_a_long_value_wraps_inside_the_page_and_loses_nothing(render: Render, value: str) -> None:
    pdf = render(with_value(value), holder=f"Madame {value}")

    assert without_blanks(text_of(pdf)).count(without_blanks(value)) == 2
    assert not letters_in_the_margins_of(pdf)


def test_a_wrapped_address_is_copied_without_a_hidden_character(render: Render) -> None:
    address = "a" * 64 + "@" + "b" * 32 + ".fr"

    # pdfplumber passes over a zero-width space; the reader inside Chromium does not.
    with pypdfium2.PdfDocument(render(with_value(address))) as document:
        text = document[0].get_textpage().get_text_bounded()

    assert address in without_blanks(text)


def test_a_value_longer_than_a_page_goes_on_over_the_next(render: Render) -> None:
    pdf = render(with_value("x" * 3_000))

    with opened(pdf) as document:
        assert len(document.pages) > 1
    assert text_of(pdf).count("x") == 3_000
    assert not letters_in_the_margins_of(pdf)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_prevents_an_accessible_document(render: Render, text: str) -> None:
    pdf = render(with_value(text), holder=f"Madame {text}")

    assert "Ville : PARIS" in last_page_of(pdf)
    assert "pdfuaid:part>1<" in metadata_stream_of(pdf)


def test_a_character_that_no_font_holds_is_spelled_out_and_no_other(render: Render) -> None:
    text = text_of(render(with_value("漢 Nguyễn د \x00 😀")))

    assert "Adresse électronique : [U+6F22] Nguyễn د [U+0000] [U+1F600]" in text
    assert "Un caractère que ce document ne sait pas écrire y est remplacé" in " ".join(
        text.split()
    )


def test_nothing_is_said_of_spelled_out_characters_where_there_are_none(render: Render) -> None:
    assert "Unicode" not in text_of(render())


def test_a_text_that_is_no_unicode_is_spelled_out_too(render: Render) -> None:
    assert "a[U+D800]b" in text_of(render(with_value("a\ud800b")))


def test_a_tab_separates_words(render: Render) -> None:
    assert "Adresse électronique : un deux" in text_of(render(with_value("un\tdeux")))


def test_every_page_says_simulateur_and_its_number(render: Render) -> None:
    with opened(render(with_value("mot " * 3_000))) as document:
        pages = [page.extract_text() for page in document.pages]

    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert page.startswith("SIMULATEUR")
        assert page.endswith(f"Page {number} sur {len(pages)}")


def test_it_says_that_it_has_no_legal_value(render: Render) -> None:
    assert "Ce document est produit par un simulateur : il n'a aucune valeur légale." in text_of(
        render()
    )
