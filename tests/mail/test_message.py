import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from simulator.mail.message import MailText, UnwritableAddressError, compose

TEXT = """\
Vous avez demandé la création d'un espace abonné professionnel ou vous y avez apporté une \
modification. Cette demande a bien été prise en compte. Votre espace abonné sera actif lorsque \
vous aurez saisi le code suivant :

fYnVuWNTA8oh

Remarque : ce code n'est pas un mot de passe. Il ne doit être utilisé qu'une seule fois pour \
activer votre espace abonné.

Pour activer votre espace abonné, veuillez suivre la procédure suivante :

1. connectez-vous sur le site impots.gouv.fr
2. cliquez sur "Professionnels" puis sur "Créez mon Espace abonné"
3. cliquez sur le lien "Activez votre espace abonné" de la rubrique "2ème partie : activation de \
l'espace abonné"
4. puis saisissez l'adresse électronique, et le code d'activation reçu ci-dessus, et validez

Vous disposez d'un délai de 48h pour activer votre espace abonné à compter de l'envoi de ce \
message.

L'Administration Fiscale vous remercie de l'intérêt que vous portez à ses services.

Si vous avez une question particulière, nous vous invitons à ne pas répondre à l'adresse \
électronique de ce message mais à vous connecter sur notre site impots.gouv.fr où vous trouverez \
les réponses aux questions les plus fréquentes.

Pour votre sécurité, l'administration fiscale ne vous adresse jamais de messages contenant un \
logo ou un lien renvoyant sur un site Internet. Si vous recevez un tel message, merci de ne pas \
utiliser ce lien.
"""

LONGEST_ADDRESS = f"{'a' * 64}@{'b' * 32}.fr"  # 100 characters

# What a domain's rule of syntax may let pass and a header must not: a second recipient, a second
# header, written plainly or inside an encoded word.
UNWRITABLE_ADDRESSES = [
    "",
    "lila",
    "lila@exemple.test\r\nBcc: other@exemple.test",
    "lila@exemple.test\n",
    "lila@exemple.test\r",
    "lila@exemple.test, other@exemple.test",
    "Lila <lila@exemple.test>",
    "lila@exemple.test (Lila)",
    "lila @exemple.test",
    "lila@exemple.test\x00",
    "léla@exemple.test",
    "=?utf-8?q?a=0D=0ABcc=3A_other=40exemple.test?=@exemple.test",
    "=?utf-8?b?4pyT?=@exemple.test",
]


def composed(
    *,
    recipient: str = "lila.rosemonde@hotmail.fr",
    code: str = "fYnVuWNTA8oh",
    sent_at: datetime = datetime(2013, 6, 14, 14, 0, tzinfo=UTC),
    sandbox: str = "",
    text: MailText | None = None,
) -> EmailMessage:
    return compose(
        text=text or MailText(),
        recipient=recipient,
        code=code,
        sent_at=sent_at,
        message_id="<550e8400e29b41d4a716446655440000@simulateur.invalid>",
        sandbox=sandbox,
    )


def received(message: EmailMessage) -> EmailMessage:
    return message_from_bytes(message.as_bytes(), policy=default)


def received_text(message: EmailMessage) -> str:
    text: str = received(message).get_content()
    return text.replace("\r\n", "\n")


def test_the_text_is_the_fiche_s_word_for_word() -> None:
    assert received_text(composed()) == TEXT


def test_the_code_stands_alone_on_its_line() -> None:
    assert "fYnVuWNTA8oh" in received_text(composed()).split("\n")


def test_no_other_word_of_the_text_can_be_taken_for_a_code() -> None:
    tokens = re.findall(r"(?<!\w)[A-Za-z0-9]{12}(?!\w)", received_text(composed()))
    assert tokens == ["modification", "fYnVuWNTA8oh"]  # the first is the fiche's own word


def test_the_headers_are_the_fiche_s() -> None:
    message = received(composed())
    assert message["From"] == "ne.pas_repondre@dofip.finances.gouv.fr"
    assert message["To"] == "lila.rosemonde@hotmail.fr"
    assert message["Subject"] == "ESPACE ABONNE DES PROFESSIONNELS"
    assert f"{message['Date'].datetime:%d/%m/%y %H:%M}" == "14/06/13 16:00"


def test_there_is_no_other_header_than_these() -> None:
    assert composed().keys() == [
        "From",
        "To",
        "Date",
        "Subject",
        "Message-ID",
        "Auto-Submitted",
        "X-Simulateur",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    ]


def test_it_says_that_a_program_sent_it_and_that_it_comes_from_a_simulator() -> None:
    message = received(composed())
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Simulateur"] == (
        "Courriel d'un simulateur, sans valeur. Il ne vient pas de l'administration fiscale."
    )


def test_it_is_one_part_of_plain_text() -> None:
    message = received(composed())
    assert not message.is_multipart()
    assert message.get_content_type() == "text/plain"
    assert message.get_content_charset() == "utf-8"
    assert message["Content-Transfer-Encoding"] == "quoted-printable"


@pytest.mark.parametrize(
    "trace", ["http:", "https:", "://", "www.", "<a", "href", "<img", "cid:", "mailto:"]
)
def test_its_source_has_no_link_and_no_picture(trace: str) -> None:
    source = composed(sandbox="classe-1").as_bytes().decode("ascii").lower()
    assert trace not in source


def test_no_line_of_its_source_is_longer_than_mail_allows() -> None:
    source = composed(recipient=LONGEST_ADDRESS).as_bytes()
    headers, _, body = source.partition(b"\r\n\r\n")
    assert max(map(len, body.split(b"\r\n"))) <= 76
    assert max(map(len, headers.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    "sent_at, written",
    [
        (datetime(2026, 3, 28, 15, 0, 1, tzinfo=UTC), "Sat, 28 Mar 2026 16:00:01 +0100"),
        (datetime(2026, 3, 30, 15, 0, 1, tzinfo=UTC), "Mon, 30 Mar 2026 17:00:01 +0200"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Sun, 25 Oct 2026 02:30:00 +0200"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Sun, 25 Oct 2026 02:30:00 +0100"),
    ],
)
def test_the_date_is_the_instant_of_sending_in_paris_time(sent_at: datetime, written: str) -> None:
    date = received(composed(sent_at=sent_at))["Date"]
    assert date == written
    assert date.datetime - sent_at == timedelta(0)


def test_only_a_sandbox_s_message_names_its_sandbox() -> None:
    assert composed(sandbox="classe-1")["X-Simulateur-Bac"] == "classe-1"
    assert "X-Simulateur-Bac" not in composed(sandbox="")


@pytest.mark.parametrize(
    "address",
    [LONGEST_ADDRESS, "o'brien+a=b@exemple.test", f"{'a.' * 31}aa@{'b.' * 16}fr", "=@exemple.test"],
)
def test_an_address_comes_back_as_it_was(address: str) -> None:
    to = received(composed(recipient=address))["To"]
    assert [one.addr_spec for one in to.addresses] == [address]


@pytest.mark.parametrize("address", UNWRITABLE_ADDRESSES)
def test_an_address_that_would_write_something_else_is_refused(address: str) -> None:
    with pytest.raises(UnwritableAddressError) as refusal:
        composed(recipient=address)
    assert not address or address not in str(refusal.value)


@pytest.mark.parametrize("field", ["sender", "subject"])
def test_a_line_break_in_another_header_is_refused(field: str) -> None:
    text = replace(MailText(), **{field: "x\r\nBcc: other@exemple.test"})
    with pytest.raises(ValueError, match=r"linefeed|CR or LF"):
        composed(text=text)


def test_a_line_break_in_the_sandbox_is_refused() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        composed(sandbox="a\r\nBcc: other@exemple.test")


def test_other_words_can_be_given_and_braces_in_them_are_words() -> None:
    text = MailText(sender="a@exemple.test", subject="Été", body="{code} {0} {autre}\n")
    message = received(composed(text=text))
    assert (message["From"], message["Subject"]) == ("a@exemple.test", "Été")
    assert message.get_content().rstrip() == "fYnVuWNTA8oh {0} {autre}"
