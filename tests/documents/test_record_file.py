from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

Render = Callable[..., bytes]

ISSUED_AT = datetime(2011, 6, 10, 12, 30, tzinfo=UTC)


def opened(pdf: bytes) -> pdfplumber.pdf.PDF:
    return pdfplumber.open(BytesIO(pdf))


def font_descriptors_of(pdf: bytes) -> dict[str, Any]:
    with opened(pdf) as document:
        fonts = [
            resolve1(font)
            for page in document.pages
            for font in resolve1(resolve1(page.page_obj.resources)["Font"]).values()
        ]
        descendants = [resolve1(resolve1(font["DescendantFonts"])[0]) for font in fonts]
        descriptors = [resolve1(font["FontDescriptor"]) for font in descendants]
        return {descriptor["FontName"].name: descriptor for descriptor in descriptors}


def test_an_ordinary_record_is_one_a4_page(render: Render) -> None:
    with opened(render()) as document:
        assert [(round(page.width), round(page.height)) for page in document.pages] == [(595, 842)]


def test_it_is_tagged_in_french_and_titled(render: Render) -> None:
    with opened(render()) as document:
        catalog = document.doc.catalog
        assert "StructTreeRoot" in catalog
        assert resolve1(catalog["MarkInfo"])["Marked"] is True
        assert resolve1(catalog["Lang"]) == b"fr-FR"
        assert resolve1(catalog["ViewerPreferences"])["DisplayDocTitle"] is True
        assert document.metadata["Title"] == "Votre inscription – SIMULATEUR"
        assert b"pdfuaid:part>1<" in resolve1(catalog["Metadata"]).get_data()


def test_it_asks_for_no_password_and_may_be_printed(render: Render) -> None:
    with opened(render()) as document:
        assert document.doc.encryption is None
        assert document.doc.is_printable


def test_it_is_dated_by_the_clock_it_is_given(render: Render) -> None:
    with opened(render()) as document:
        assert document.metadata["CreationDate"] == "D:20110610123000Z"
        assert document.metadata["ModDate"] == "D:20110610123000Z"


def test_the_same_arguments_give_the_same_bytes(render: Render) -> None:
    assert render() == render()
    assert render() != render(issued_at=ISSUED_AT + timedelta(seconds=1))


def test_an_instant_is_the_same_in_every_time_zone(render: Render) -> None:
    assert render() == render(issued_at=ISSUED_AT.astimezone(timezone(timedelta(hours=2))))


def test_a_date_without_time_zone_is_refused(render: Render) -> None:
    with pytest.raises(ValueError, match="time zone"):
        render(issued_at=ISSUED_AT.replace(tzinfo=None))


def test_every_font_is_one_of_ours_and_inside_the_file(render: Render) -> None:
    ours = ("SourceSans3", "LibertinusSerif", "DejaVuSansMono", "NewCM")

    descriptors = font_descriptors_of(render([("Usager", [("Nom :", "Éléonore ① דוד محمد 漢 Ꮳ")])]))

    assert len(descriptors) > 1
    for name, descriptor in descriptors.items():
        assert name.partition("+")[2].startswith(ours)
        assert {"FontFile", "FontFile2", "FontFile3"} & set(descriptor)


def test_an_ordinary_record_is_all_in_source_sans(render: Render) -> None:
    names = {name.partition("+")[2] for name in font_descriptors_of(render())}

    assert {name.partition("-")[0] for name in names} == {"SourceSans3"}


def test_threads_do_not_disturb_each_other(render: Render) -> None:
    holders = [f"Madame Lila {number} {'漢' * (number % 2)}" for number in range(32)]
    one_by_one = [render(holder=holder) for holder in holders]

    with ThreadPoolExecutor(max_workers=16) as threads:
        at_once = list(threads.map(lambda holder: render(holder=holder), holders))

    assert at_once == one_by_one
