"""A mail message is a report whose headers say who sent it and when."""

from email.message import EmailMessage

import pytest

from entrepot.errors import InputError
from tests.documents.samples import PARAGRAPHS, read_bytes, read_part


def make_mail(plain: str = "", html: str = "", attach: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Writer <ada@wire.example>"
    message["Subject"] = "Crates leave the port"
    message["Date"] = "Mon, 18 Nov 2024 23:30:00 +0300"
    message["Message-ID"] = "<1@wire.example>"
    if plain:
        message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    if attach:
        message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="annex.pdf")
    return message.as_bytes()


def test_the_headers_are_the_evidence() -> None:
    document = read_bytes(make_mail("\n\n".join(PARAGRAPHS)), "letter.eml")
    assert (document.title, document.byline) == ("Crates leave the port", "Ada Writer")
    assert document.published is not None
    assert (document.published.start, document.published.evidence) == ("2024-11-18", "mail Date header")
    assert all(paragraph in read_part(document) for paragraph in PARAGRAPHS)


def test_a_message_in_html_is_read_too() -> None:
    html = f"<html><head><style>p{{}}</style></head><body><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></body></html>"
    document = read_bytes(make_mail(html=html), "letter.eml")
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "paragraph"]


def test_attachments_are_named_and_not_opened() -> None:
    document = read_bytes(make_mail(PARAGRAPHS[0], attach=True), "letter.eml")
    assert [issue.code for issue in document.issues] == ["attachment_unread"]
    assert "annex.pdf" in document.issues[0].message


def test_a_message_without_a_text_says_so() -> None:
    with pytest.raises(InputError, match="without a text"):
        read_bytes(make_mail("\n"), "letter.eml")


def test_a_message_is_known_by_its_headers_whatever_it_is_called() -> None:
    assert read_bytes(make_mail(PARAGRAPHS[0]), "letter.txt").media_type == "message/rfc822"
