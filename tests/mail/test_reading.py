from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest

from simulator.mail.reading import Mail, read

BROKEN = [
    b"",
    b"\x00\xff\xfe",
    b"no header at all",
    b"From: \r\nTo: ,,,\r\nDate: yesterday\r\nSubject: \r\n\r\n",
    b"Subject: =?utf-8?b?////?=\r\n\r\nx",
    b"Subject: \xe9t\xe9\r\n\r\n\xe9t\xe9",
    b"Subject: =?unknown-8bit?q?=E9?=\r\n\r\nx",
    b"Content-Type: text/plain; charset=utf-7\r\n\r\n+2AA-",
    b"Content-Type: ;;;\r\n\r\nx",
    b"Content-Type: text/plain; charset=unknown\r\n\r\nx",
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n!",
    b"Content-Type: multipart/mixed\r\n\r\nx",
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=",
    b"From: =?utf-8?q?a?=@b, <\r\nMessage-ID: <<\r\n\r\nx",
    b'From: "\r\nTo: a:b:c;\r\nDate: Mon, 99 Foo 2026 99:99:99 +9999\r\n\r\nx',
    b"Date: Fri, 14 Jun 2013 16:00:00 +99999999999\r\n\r\nx",
]


def test_the_simulator_s_own_message_is_read(message: EmailMessage) -> None:
    mail = read(message.as_bytes())
    assert mail.sender == "ne.pas_repondre@dofip.finances.gouv.fr"
    assert mail.recipient == "lila@exemple.test"
    assert mail.subject == "ESPACE ABONNE DES PROFESSIONNELS"
    assert mail.text.startswith("Vous avez demandé la création d'un espace abonné professionnel")
    assert "\n\nfYnVuWNTA8oh\n\n" in mail.text
    assert mail.date is not None
    assert f"{mail.date:%d/%m/%y %H:%M}" == "28/03/26 16:00"
    assert mail.date.utcoffset() == timedelta(hours=1)


def test_headers_and_text_in_other_charsets_are_decoded() -> None:
    raw = (
        b"From: =?iso-8859-1?q?L=E9a?= <lea@exemple.test>\r\n"
        b"Subject: =?utf-8?b?w4l0w6k=?=\r\n"
        b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
        b"\xe9t\xe9\r\n"
    )
    assert read(raw) == Mail("Léa <lea@exemple.test>", "", None, "Été", "été\n")


def test_the_plain_part_is_read_rather_than_the_other() -> None:
    message = EmailMessage()
    message.set_content("plain\n")
    message.add_alternative("<p>markup</p>", subtype="html")
    assert read(message.as_bytes()).text == "plain\n"


def test_a_date_without_zone_is_universal() -> None:
    mail = read(b"Date: Fri, 14 Jun 2013 16:00:00 -0000\r\n\r\n")
    assert mail.date == datetime(2013, 6, 14, 16, 0, tzinfo=UTC)


def test_a_message_that_cannot_be_decoded_is_shown_as_its_source() -> None:
    raw = b"Content-Type: text/plain; charset=unknown\r\n\r\n\xe9t"
    assert read(raw).text == raw.decode(errors="replace")


@pytest.mark.parametrize("raw", BROKEN)
def test_a_broken_message_is_read_and_what_is_read_can_be_shown(raw: bytes) -> None:
    mail = read(raw)
    assert mail.date is None or mail.date.tzinfo is not None
    for shown in (mail.sender, mail.recipient, mail.subject, mail.text):
        shown.encode()
