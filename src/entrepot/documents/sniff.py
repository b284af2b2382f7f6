"""What kind of file bytes are: by their content first, by their name where the content leaves it open."""

import io
import json
import re
import zipfile
from pathlib import PurePosixPath

from entrepot.errors import UnsupportedInputError

TEXT, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EMAIL, ZIP, JSON, JSON_LINES = "message/rfc822", "application/zip", "application/json", "application/x-ndjson"
RSS, ATOM = "application/rss+xml", "application/atom+xml"
FEEDS = frozenset({RSS, ATOM})
CONTAINERS = frozenset({ZIP, JSON_LINES, RSS, ATOM})

HEAD_BYTES = 4096
PACKAGE_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_SAVE_AS = "Save it as text, HTML, PDF or DOCX and read that"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture; run text recognition on it and read the text"),
    (b"\xff\xd8\xff", "a picture; run text recognition on it and read the text"),
    (b"GIF8", "a picture; run text recognition on it and read the text"),
    (b"II*\x00", "a picture; run text recognition on it and read the text"),
    (b"MM\x00*", "a picture; run text recognition on it and read the text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Outlook file, or a password-protected Office file; " + _SAVE_AS.lower()),
    (b"{\\rtf", "in Rich Text Format; " + _SAVE_AS.lower()),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first, or make it a ZIP"),
    (b"Rar!", "a RAR archive; unpack it first, or make it a ZIP"),
    (b"\x7fELF", "a program, not a report"),
    (b"SQLite format 3", "a database, not a report"),
)
_BY_SUFFIX = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".htm": HTML,
    ".html": HTML,
    ".xhtml": HTML,
    ".eml": EMAIL,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".json": JSON,
    ".rss": RSS,
    ".atom": ATOM,
    ".zip": ZIP,
    ".pdf": PDF,
    ".docx": DOCX,
}
_DOCX_BODY = "word/document.xml"
_OTHER_PACKAGES = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint file",
    "META-INF/container.xml": "an e-book",
    "content.xml": "an OpenDocument file",
}
_MAIL_HEADER = re.compile(
    rb"^(Received|Message-ID|MIME-Version|Return-Path|Delivered-To|From|To|Subject|Date|Content-Type):", re.I | re.M
)
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_HTML_TAG = re.compile(rb"<(?:p|div|h[1-3]|meta|script|article|table|span)\b[^<>]{0,500}>", re.I)


def sniff_media_type(path: str, raw: bytes) -> str:
    """The media type of `raw`, which was called `path`.

    Raises:
        UnsupportedInputError: a kind of file that no reader takes; the message says which and what to do.
    """
    head = raw[:HEAD_BYTES]
    for magic, what in _REFUSED:
        if head.startswith(magic):
            raise UnsupportedInputError(f"{path} is {what}.")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise UnsupportedInputError(f"{path} is a picture; run text recognition on it and read the text.")
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(PACKAGE_STARTS):
        return sniff_package(path, io.BytesIO(raw))
    return _sniff_text(PurePosixPath(path.rsplit("!/", 1)[-1]).suffix.lower(), head)


def suffix_media_type(path: str) -> str:
    """The media type that a name promises, or an empty string."""
    return _BY_SUFFIX.get(PurePosixPath(path).suffix.lower(), "")


def sniff_package(path: str, stream: io.BufferedReader | io.BytesIO) -> str:
    """What a ZIP package is, by the names inside it.

    Raises:
        UnsupportedInputError: an office package that no reader takes.
    """
    try:
        with zipfile.ZipFile(stream) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return DOCX if path.lower().endswith(".docx") else ZIP
    if _DOCX_BODY in names:
        return DOCX
    for name, what in _OTHER_PACKAGES.items():
        if name in names:
            raise UnsupportedInputError(f"{path} is {what}; {_SAVE_AS.lower()}.")
    return ZIP


def _sniff_text(suffix: str, head: bytes) -> str:
    start = _plain_head(head).lstrip(b" \t\r\n\x00")
    found = _sniff_markup(start)
    if found:
        return found
    promised = _BY_SUFFIX.get(suffix, "")
    if promised in (MARKDOWN, JSON_LINES, JSON, EMAIL):
        return promised
    if start.startswith(b"{") and _is_json_line(start):
        return JSON_LINES
    if _is_mail(start):
        return EMAIL
    if promised == HTML or (not suffix and len(_HTML_TAG.findall(start)) >= 3 and start.startswith(b"<")):
        return HTML
    return promised if promised in FEEDS else TEXT


def _plain_head(head: bytes) -> bytes:
    """ASCII letters of the head in any of the Unicode encodings, enough to recognise tags."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _sniff_markup(start: bytes) -> str:
    if not start.startswith(b"<"):
        return ""
    if re.search(rb"<(?:rss|rdf:RDF)\b", start):
        return RSS
    if re.search(rb"<(?:\w+:)?feed\b[^>]*Atom", start):
        return ATOM
    return HTML if _HTML_START.search(start) else ""


def _is_json_line(start: bytes) -> bool:
    first = start.split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        # A first line longer than the head cannot be checked; the quoted key decides.
        return len(first) >= HEAD_BYTES - 64 and re.match(rb'\{\s*"\w+"\s*:', first) is not None


def _is_mail(start: bytes) -> bool:
    top = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {name.lower() for name in _MAIL_HEADER.findall(top)}
    return bool(names & {b"received", b"message-id", b"mime-version", b"return-path"}) and b"from" in names
