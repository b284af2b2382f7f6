"""What a file is, its bytes say first and its name second."""

import pytest

from entrepot.documents.sniff import ATOM, EMAIL, HTML, JSON_LINES, MARKDOWN, PDF, RSS, TEXT, sniff_media_type
from entrepot.errors import UnsupportedInputError


@pytest.mark.parametrize(
    ("path", "raw", "media_type"),
    [
        ("a.txt", b"The port was shut.", TEXT),
        ("a", b"The port was shut.", TEXT),
        ("a.txt", b"%PDF-1.7 x", PDF),
        ("a.pdf", b"The port was shut.", TEXT),
        ("a.md", b"# Port", MARKDOWN),
        ("a.txt", b"\xef\xbb\xbf  <!DOCTYPE html><html>", HTML),
        ("a.html", b"<p>The port</p>", HTML),
        ("a.txt", "<html><body>".encode("utf-16"), HTML),
        ("a.xml", b"<?xml version='1.0'?><rss version='2.0'>", RSS),
        ("a.xml", b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", ATOM),
        ("a.txt", b"The <b>port</b> was shut.", TEXT),
        ("-", b'{"text": "The port"}\n', JSON_LINES),
        ("-", b"From: a@b.example\nMessage-ID: <1>\nSubject: x\n\nThe port", EMAIL),
        ("a.txt", b"From: the port\nTo: the plant\n\nSix crates.", TEXT),
        ("set.zip!/in/a.md", b"# Port", MARKDOWN),
    ],
)
def test_the_kind_of_a_file(path: str, raw: bytes, media_type: str) -> None:
    assert sniff_media_type(path, raw) == media_type


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password-protected"),
        (b"{\\rtf1", "Rich Text"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"\x7fELF", "a program"),
    ],
)
def test_what_no_reader_takes_is_named(raw: bytes, what: str) -> None:
    with pytest.raises(UnsupportedInputError, match=what):
        sniff_media_type("a.txt", raw)
